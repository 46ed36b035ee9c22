extension Kind {
  static let liberty: [Kind] = custody + movement + [massArrest]

  /// Takings and orders of custody.
  private static let custody: [Kind] = [
    Kind(
      "arrest",
      in: .liberty,
      "Somebody is taken, before any court has decided.",
      huridocs: "4:030101",
      fields: [
        Field("authority", .organisation, "Who took them."),
        Field("circumstances", .text, "How it was done."),
      ]
    ),
    Kind(
      "administrative-arrest",
      in: .liberty,
      "Somebody is given days of arrest for an administrative offence.",
      fields: [
        Field("term", .duration, "How long the arrest is to last."),
        Field("authority", .organisationOrText, "Who ordered it."),
      ]
    ),
    Kind(
      "internment",
      in: .liberty,
      "The executive orders somebody detained without charge.",
      huridocs: "29:01",
      fields: [
        Field("authority", .organisationOrText, "Who ordered it."),
        Field("until", .date, "When the order runs out."),
      ]
    ),
    Kind(
      "remand",
      in: .liberty,
      "Detention before trial is ordered or extended.",
      fields: [
        Field("stage", .choice("ordered", "extended"), "Whether it is new or goes on."),
        Field("term", .duration, "How long it is to last."),
        Field("until", .date, "When it is to end."),
        .court,
        Field("in_absentia", .boolean, "Ordered in the absence of the person, who is not held."),
      ]
    ),
    Kind(
      "house-arrest",
      in: .liberty,
      "Somebody is confined to their home.",
      huridocs: "4:030105",
      fields: [
        Field("term", .duration, "How long it is to last."),
        Field("until", .date, "When it is to end."),
        .court,
      ]
    ),
    Kind(
      "bail",
      in: .liberty,
      "A non-custodial measure is set, whether or not the person was held before.",
      fields: [
        Field(
          "measure",
          .choice("bail", "recognisance", "surety", "ban_on_actions"),
          "What takes the place of custody."
        ),
        Field("conditions", .text, "What the person must do or not do."),
      ]
    ),
    Kind(
      "commitment",
      in: .liberty,
      "Somebody is placed in a psychiatric institution against their will.",
      huridocs: "5:020400",
      fields: [
        Field(
          "form",
          .choice("examination", "court_ordered", "civil_involuntary", "outpatient"),
          "On what footing; an outpatient is not held."
        ),
        Field("facility", .place, "The institution."),
        .court,
        Field("until", .date, "When it is to end."),
      ]
    ),
  ]

  /// Changes of place, and the ends of custody.
  private static let movement: [Kind] = [
    Kind(
      "transfer",
      in: .liberty,
      "Somebody in custody is moved.",
      huridocs: "30",
      fields: [Field("to", .place, required: true, "Where they are taken.")]
    ),
    Kind(
      "release",
      in: .liberty,
      "Somebody is let go.",
      fields: [
        Field(
          "basis",
          .choice(
            "no_charge",
            "dropped",
            "acquitted",
            "term_served",
            "parole",
            "amnesty",
            "pardon",
            "replacement",
            "medical",
            "quashed",
            "exchange",
            "discharged"
          ),
          "On what ground; discharged means from a psychiatric institution."
        )
      ]
    ),
    Kind(
      "disappearance",
      in: .liberty,
      "Somebody is taken or missing, their whereabouts unknown.",
      huridocs: "4:030103",
      fields: [
        Field(
          "stage",
          .choice("disappeared", "abducted", "located"),
          required: true,
          "Whether the person went missing or was found."
        ),
        Field("by", .choice("state", "non_state", "unknown"), "Who is behind it."),
        Field("found", .choice("in_custody", "free", "dead"), "How a located person was found."),
      ]
    ),
    Kind(
      "departure",
      in: .liberty,
      "Somebody left, or was made to.",
      fields: [
        Field(
          "form",
          .choice(
            "left",
            "fled",
            "exiled",
            "expelled",
            "deported",
            "extradited",
            "rendered",
            "escaped",
            "returned"
          ),
          required: true,
          "How they went, or that they came back."
        ),
        Field("to", .place, "Where they went or were taken."),
      ]
    ),
    Kind(
      "death",
      in: .liberty,
      "Somebody died.",
      fields: [
        Field("in_custody", .boolean, "Whether they died while held."),
        Field(
          "form",
          .choice("natural", "killed", "executed", "suicide"),
          "How they died, as the source says."
        ),
        Field("cause", .text, "The cause that the source gives."),
      ]
    ),
  ]

  private static let massArrest = Kind(
    "mass-arrest",
    in: .liberty,
    "Many are taken at once; those named in `persons` are taken individually.",
    huridocs: "4:030107",
    needsPerson: false,
    fields: [Field("count", .count, "How many were taken.")]
  )
}

extension Field {
  /// The field that names a court.
  static let court = Field("court", .text, "The court that decided.")
}
