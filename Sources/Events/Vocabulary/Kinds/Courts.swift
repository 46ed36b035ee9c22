extension Kind {
  static let courts: [Kind] = proceedings + [sentence, ban] + aftermath

  private static let proceedings: [Kind] = [
    Kind(
      "charge",
      in: .courts,
      "An investigation is opened, or charges are brought, changed or dropped.",
      fields: [
        Field(
          "stage",
          .choice("opened", "brought", "changed", "dropped"),
          required: true,
          "How far the prosecution has come."
        ),
        .articles,
      ]
    ),
    Kind(
      "summons",
      in: .courts,
      "Somebody is called in by the authorities.",
      fields: [
        Field(
          "form",
          .choice("summoned", "questioned", "warned"),
          required: true,
          "What was done with them."
        ),
        Field("as", .choice("witness", "suspect"), "In which capacity."),
      ]
    ),
    Kind(
      "trial",
      in: .courts,
      "A stage of a trial.",
      fields: [
        Field(
          "stage",
          .choice("opened", "hearing", "closed_to_public", "ended"),
          required: true,
          "Which stage it is."
        ),
        Field("court", .text, "The court that tries the case."),
        Field("for", .date, "When it is to happen, if that is later than `date`."),
      ]
    ),
    Kind(
      "verdict",
      in: .courts,
      "A court finds somebody guilty or not.",
      fields: [
        Field(
          "outcome",
          .choice("convicted", "acquitted", "dismissed"),
          required: true,
          "What the court found."
        ),
        Field("final", .boolean, "Whether it can no longer be appealed."),
        .court,
      ]
    ),
  ]

  private static let sentence = Kind(
    "sentence",
    in: .courts,
    "A penalty is set.",
    fields: [
      Field(
        "form",
        .choice(
          "imprisonment",
          "life",
          "death",
          "suspended",
          "restriction",
          "open_facility",
          "corrective_labour",
          "community_service",
          "fine"
        ),
        required: true,
        "What kind of penalty it is."
      ),
      Field("term", .duration, "How long it lasts."),
      Field("counted_from", .date, "The day from which the term runs, as the source says."),
      Field("credit", .duration, "Time already served that counts towards the term."),
      Field("claimed_end", .date, "The day on which the source says that it ends."),
      Field("fine", .money, "How much is to be paid."),
      Field("jurisdiction", .choice("criminal", "administrative"), "Under which law."),
      Field("in_absentia", .boolean, "Passed in the absence of the person."),
      Field("taken_into_custody", .boolean, "Whether the person was taken from the courtroom."),
      Field("replaces", .list(.ref), "The earlier sentences that this one takes the place of."),
      .court,
      Field("articles", .texts, "The articles of law, as cited."),
    ]
  )

  private static let ban = Kind(
    "ban",
    in: .courts,
    "Rights are taken away, or given back.",
    fields: [
      Field(
        "what",
        .list(
          .choice(
            "civic_activity",
            "journalism",
            "civic_or_journalistic",
            "trade_union",
            "public_office",
            "travel",
            "assembly",
            "internet",
            "finances",
            "residence",
            "supervision",
            "other"
          )
        ),
        required: true,
        "What is forbidden; all of them apply."
      ),
      Field("stage", .choice("imposed", "lifted"), "Whether the ban begins or ends."),
      Field("term", .duration, "How long it lasts, from the date of the ban."),
      Field("until", .date, "The last day on which it is in force."),
    ]
  )

  private static let aftermath: [Kind] = [
    Kind(
      "appeal",
      in: .courts,
      "An appeal is decided.",
      fields: [
        Field(
          "outcome",
          .choice("upheld", "reduced", "increased", "quashed", "remitted"),
          required: true,
          "What became of the judgment."
        ),
        Field("of", .ref, "The verdict or sentence that was appealed."),
        Field("term", .duration, "The whole new term."),
      ]
    ),
    Kind(
      "clemency",
      in: .courts,
      "A penalty is changed otherwise than on appeal.",
      fields: [
        Field(
          "form",
          .choice(
            "amnesty",
            "pardon",
            "commutation",
            "replacement",
            "early_release_granted",
            "suspension_revoked"
          ),
          required: true,
          "How it is changed."
        ),
        Field("term", .duration, "The whole new term."),
      ]
    ),
    Kind(
      "counsel",
      in: .courts,
      "A defence lawyer comes, goes or is kept away.",
      fields: [
        Field(
          "stage",
          .choice("appointed", "withdrew", "removed", "denied"),
          required: true,
          "What happened."
        ),
        Field("forced", .boolean, "Whether it was against the will of the lawyer or the client."),
      ]
    ),
  ]
}

extension Field {
  /// The field that lists articles of law.
  static let articles = Field("articles", .list(.text), "The articles of law, as cited.")
}

extension FieldType {
  /// An amount of money.
  static let money = FieldType.record(
    "money",
    [
      Field("amount", .number(NumberRange(from: 0)), required: true, "How much."),
      Field(
        "currency",
        .text,
        required: true,
        "The currency, such as KZT, or the unit of account."
      ),
    ]
  )
}
