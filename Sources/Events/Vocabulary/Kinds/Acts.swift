extension Kind {
  static let acts: [Kind] = judgements + [declaration] + states

  private static let judgements: [Kind] = [
    Kind(
      "assessment",
      in: .acts,
      "A body or organisation judges the treatment of a person.",
      fields: [
        Field(
          "finding",
          .choice("political", "not_political", "arbitrary", "punitive_psychiatry", "other"),
          required: true,
          "What it finds."
        ),
        Field("by", .personOrOrganisation, required: true, "Who judges."),
        .criteria,
      ]
    ),
    Kind(
      "recognition",
      in: .acts,
      "Somebody is put on a list of political prisoners, or taken off it.",
      fields: [
        Field("list", .text, required: true, "The list."),
        Field(
          "stage",
          .choice("listed", "delisted", "on_list"),
          required: true,
          "Put on, taken off, or said to be on it without a dated act."
        ),
        Field("category", .text, "The category in which the list puts the person."),
        .criteria,
      ]
    ),
    Kind(
      "decision",
      in: .acts,
      "A UN body, a foreign or an international court decides.",
      fields: [
        Field("body", .organisation, required: true, "Who decides."),
        Field(
          "form",
          .choice(
            "opinion",
            "views",
            "judgment",
            "concluding_observations",
            "interim_measures",
            "other"
          ),
          "What kind of decision it is."
        ),
        Field(
          "finding",
          .choice(
            "arbitrary_detention",
            "violation",
            "political_prosecution",
            "no_violation",
            "concerns"
          ),
          "What it finds."
        ),
        Field("respondent", .placeOrOrganisation, "The state or body against which it goes."),
        .demands,
        Field("categories", .list(.text), "The categories that the body applies."),
        .documentNumber,
      ]
    ),
    Kind(
      "compliance",
      in: .acts,
      "A demand was or was not carried out, for the event's `persons` or, without them, for all.",
      fields: [
        Field("of", .ref, required: true, "The event that makes the demand."),
        Field("demand", .text, "The id of the demand; all of the event's, if absent."),
        Field(
          "stage",
          .choice("complied", "partly", "not_complied"),
          required: true,
          "Whether it was done; partly keeps it open, not_complied keeps or reopens it."
        ),
      ]
    ),
  ]

  private static let declaration = Kind(
    "declaration",
    in: .acts,
    "Words with weight.",
    fields: [
      Field(
        "form",
        .choice(
          "written_declaration",
          "resolution",
          "report",
          "statement",
          "open_letter",
          "endorsement",
          "threat",
          "denial",
          "call"
        ),
        required: true,
        "What kind of text it is."
      ),
      Field(
        "issuer",
        .personOrOrganisation,
        "Who issues it; without an issuer it binds only its signatories."
      ),
      Field("tabled_in", .organisation, "The assembly in which it was tabled."),
      .documentNumber,
      Field("signatories", .list(.count), "How many signed it."),
      Field(
        "stance",
        .list(.choice("supports", "criticises", "demands", "threatens", "denies", "regrets")),
        "How it stands to its subject."
      ),
      .demands,
      Field("claims", .list(.claim), "What it says to be so."),
      Field("about", .list(.ref), "The events that it speaks about."),
    ]
  )

  private static let states: [Kind] = [
    Kind(
      "wanted",
      in: .acts,
      "Somebody is put on a wanted list, or taken off it.",
      fields: [
        Field("stage", .choice("listed", "delisted"), required: true, "Put on, or taken off."),
        Field(
          "list",
          .choice("national", "cis", "interpol_red", "interpol_diffusion", "interpol", "other"),
          "Whose list, or which notice."
        ),
      ]
    ),
    Kind(
      "extradition",
      in: .acts,
      "One state asks another to hand somebody over.",
      fields: [
        Field(
          "stage",
          .choice("requested", "granted", "refused", "executed", "used"),
          required: true,
          "How far it has come."
        ),
        Field("from", .place, "Where the person is."),
        Field("to", .place, "Where the person is wanted."),
      ]
    ),
    Kind(
      "asylum",
      in: .acts,
      "Somebody asks for asylum, or is answered.",
      fields: [
        Field(
          "stage",
          .choice("requested", "granted", "refused"),
          required: true,
          "How far it has come."
        ),
        Field("in", .place, "The country that is asked."),
      ]
    ),
    Kind(
      "designation",
      in: .acts,
      "A label with legal effect.",
      fields: [
        Field(
          "as",
          .choice(
            "foreign_agent",
            "undesirable",
            "extremist",
            "terrorist",
            "terrorist_financing",
            "other"
          ),
          required: true,
          "The label."
        ),
        Field("stage", .choice("imposed", "lifted"), "Whether it is put on or taken off."),
      ]
    ),
    Kind(
      "meeting",
      in: .acts,
      "A meeting or a visit.",
      fields: [
        Field(
          "stage",
          .choice("held", "refused", "not_held", "planned"),
          required: true,
          "Whether it took place."
        ),
        Field("with", .list(.text), "Whom it was with."),
        Field("for", .date, "When it is to happen, if that is later than `date`."),
      ]
    ),
  ]
}

extension Field {
  static let criteria = Field("criteria", .list(.text), "The criteria that were applied.")
  static let demands = Field("demands", .list(.demand), "What it asks for.")
  static let documentNumber = Field("number", .text, "The number of the document.")
}

extension FieldType {
  /// What somebody is asked to do.
  static let demand = FieldType.record(
    "demand",
    [
      Field("id", .text, "Its name within the event, by which `compliance` refers to it."),
      Field(
        "what",
        .choice(
          "release",
          "compensation",
          "medical_care",
          "investigation",
          "fair_trial",
          "end_prosecution",
          "law_change",
          "other"
        ),
        "What is asked for."
      ),
      Field("text", .text, "The demand in words."),
      Field("of", .text, "Who is to act."),
      Field("for", .list(.person), "For whom; the event's `persons`, if absent."),
    ]
  )

  /// What a declaration says to be so.
  static let claim = FieldType.record(
    "claim",
    [
      Field("text", .text, required: true, "The claim in words."),
      Field("about", .list(.ref), "The events that it speaks about."),
    ]
  )
}
