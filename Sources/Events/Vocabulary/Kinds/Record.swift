extension Kind {
  static let record: [Kind] = registry + [source, caseFile, relation, evidence] + amendments

  private static let registry: [Kind] = [
    Kind(
      "person",
      in: .record,
      "Registers a person or a group.",
      fields: [
        .newID, .names,
        Field("born", .date, "When the person was born."),
        Field("sex", .text, "The person's sex, as the source gives it."),
        Field("nationality", .place, "The country of which the person is a national."),
        Field("occupation", .list(.text), "What the person does or did."),
        Field("office", .list(.text), "The offices that the person holds or held."),
        .group,
        Field("size", .count, "How many the group has."),
        Field(
          "shown_as",
          .choice("name", "initials", "pseudonym", "withheld"),
          "How the person is named in what is published."
        ),
        Field(
          "consent",
          .choice("given", "public_already", "unknown", "refused"),
          "Whether the person agreed to be named."
        ),
      ]
    ),
    Kind(
      "organisation",
      in: .record,
      "Registers an organisation, a medium, a court or a body.",
      fields: [
        .newID, .names,
        Field(
          "form",
          .choice(
            "ngo",
            "media",
            "union",
            "party",
            "court",
            "parliament",
            "police",
            "prosecutor",
            "security_service",
            "prison",
            "government",
            "un_body",
            "un_wgad",
            "intergovernmental",
            "company",
            "other"
          ),
          "What it is."
        ),
        Field("country", .place, "The country to which it belongs."),
        .group,
      ]
    ),
    Kind(
      "place",
      in: .record,
      "Registers a place.",
      fields: [
        .newID, .names,
        Field(
          "form",
          .choice("country", "region", "city", "facility", "border_crossing"),
          "What it is."
        ),
        Field("lat", .number(NumberRange(from: -90, to: 90)), "Its latitude in degrees."),
        Field("lon", .number(NumberRange(from: -180, to: 180)), "Its longitude in degrees."),
        Field("precision", .choice("exact", "near", "region"), "How exact the coordinates are."),
      ]
    ),
  ]

  private static let source = Kind(
    "source",
    in: .record,
    "Registers a source.",
    fields: [
      .newID,
      Field("title", .text, required: true, "Its title."),
      Field(
        "form",
        .choice(
          "letter",
          "report",
          "article",
          "court_document",
          "interview",
          "photo",
          "video",
          "website",
          "other"
        ),
        "What it is."
      ),
      Field("author", .personOrOrganisation, "Who wrote or made it."),
      Field("publisher", .personOrOrganisation, "Who published it."),
      Field("published", .date, "When it was published."),
      Field("url", .text, "Where it is found."),
      Field("language", .text, "The language that it is in."),
      Field(
        "reliability",
        .choice("highly_reliable", "reliable", "fairly_reliable", "unreliable"),
        "How far it is to be trusted."
      ),
      Field("consulted", .boolean, "False if it is known only through another source."),
      Field("sha256", .sha256, "The SHA-256 of the file."),
    ]
  )

  private static let caseFile = Kind(
    "case",
    in: .record,
    "Registers a case.",
    fields: [
      .newID, .articles,
      Field("opened", .date, "When it was opened."),
      Field("court", .text, "The court before which it is."),
    ]
  )

  private static let relation = Kind(
    "relation",
    in: .record,
    "Ties persons to a person or an organisation.",
    fields: [
      Field("persons", .list(.person), required: true, "Who is tied."),
      Field("to", .personOrOrganisation, required: true, "To whom."),
      Field(
        "as",
        .choice("colleague", "relative", "co_defendant", "counsel", "member", "other"),
        required: true,
        "How they are tied."
      ),
    ]
  )

  private static let evidence = Kind(
    "evidence",
    in: .record,
    "A file is kept as proof of an event or as the copy of a source.",
    oneOf: [Alternative(["event", "source"], exclusive: true)],
    fields: [
      Field("event", .ref, "The event that it proves."),
      Field("source", .source, "The source of which it is a copy."),
      Field("sha256", .sha256, required: true, "The SHA-256 of the file."),
      Field("name", .text, required: true, "The name of the file."),
      Field("media_type", .text, "Its media type, such as application/pdf."),
      Field("bytes", .number(NumberRange(from: 0, whole: true)), "Its size in bytes."),
      Field("url", .text, "Where it was taken from."),
      Field("archived_at", .text, "Where an archive keeps a copy."),
    ]
  )

  private static let amendments: [Kind] = [
    Kind(
      "identity",
      in: .record,
      "Says that ids are one person, or that they are different people.",
      fields: [
        Field(
          "stage",
          .choice("merged", "split"),
          required: true,
          "One person, or not; split undoes no merge, it silences the suggestion of one."
        ),
        Field("ids", .list(.person), required: true, "The ids."),
        Field("into", .person, "The id that is kept; the first of `ids`, if absent."),
      ]
    ),
    Kind(
      "correction",
      in: .record,
      "Amends an earlier event.",
      fields: [
        Field("of", .ref, required: true, "The event that is amended."),
        Field("set", .mergePatch, required: true, "What changes, as a JSON merge patch."),
        .reason,
      ]
    ),
    Kind(
      "retraction",
      in: .record,
      "Withdraws an earlier event.",
      fields: [Field("of", .ref, required: true, "The event that is withdrawn."), .reason]
    ),
    Kind(
      "ranking",
      in: .record,
      "Prefers one account of a happening, or deprecates one.",
      fields: [
        Field("of", .ref, required: true, "The account."),
        Field("rank", .choice("preferred", "deprecated"), required: true, "Its rank."),
        .reason,
      ]
    ),
    Kind(
      "redaction",
      in: .record,
      "Says that something was erased, and why.",
      fields: [
        Field("of", .ref, required: true, "The event of which something was erased."),
        Field(
          "scope",
          .choice("private", "line"),
          required: true,
          "Its confidential part, or its whole line."
        ),
        .reason,
      ]
    ),
  ]
}

extension Field {
  static let newID = Field("id", .newID, required: true, "The id by which events refer to it.")
  static let names = Field("names", .list(.name), required: true, "The names, the main one first.")
  static let group = Field("group", .boolean, "Whether it stands for several, not for one.")
  static let reason = Field("reason", .text, required: true, "Why.")
}

extension FieldType {
  /// A name in one script.
  static let name = FieldType.record(
    "name",
    [
      Field("text", .text, required: true, "The name as it is written."),
      Field("lang", .text, "Its language, such as kk."),
      Field("script", .text, "Its script, such as Cyrl."),
      Field(
        "kind",
        .choice("main", "alias", "transliteration", "patronymic", "as_written"),
        "What kind of name it is."
      ),
    ]
  )
}
