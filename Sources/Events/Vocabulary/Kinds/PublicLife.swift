extension Kind {
  static let publicLife: [Kind] = [
    Kind(
      "election",
      in: .publicLife,
      "An election.",
      huridocs: "1:Elections",
      fields: [
        Field(
          "stage",
          .choice("scheduled", "held", "result", "annulled"),
          required: true,
          "How far it has come."
        ),
        Field("office", .text, required: true, "What is filled by it."),
        Field("candidates", .list(.person), "Who stands."),
        Field("winner", .person, "Who was declared elected."),
        Field("for", .date, "The polling day, if that is later than `date`."),
      ]
    ),
    Kind(
      "border-measure",
      in: .publicLife,
      "Control at a border is set, changed or lifted.",
      huridocs: "4:050106",
      fields: [
        Field(
          "stage",
          .choice("imposed", "tightened", "eased", "lifted"),
          required: true,
          "Whether it begins, changes or ends."
        ),
        Field("by", .place, "The state that acts."),
        Field(
          "between",
          .tuple(.place, count: 2),
          required: true,
          "The two places that the border separates, in either order."
        ),
        Field("direction", .text, "The direction of travel that is controlled."),
        Field("measure", .text, required: true, "What is done."),
        Field("until", .date, "The last day on which it is in force."),
      ]
    ),
    Kind(
      "protest",
      in: .publicLife,
      "An assembly, a rally or a strike.",
      huridocs: "4:1201",
      fields: [
        Field(
          "stage",
          .choice("announced", "held", "dispersed", "banned"),
          required: true,
          "How far it came."
        ),
        Field("cause", .text, "What it is about."),
        Field("participants", .count, "How many took part."),
        Field("for", .date, "When it is to happen, if that is later than `date`."),
      ]
    ),
    Kind(
      "law",
      in: .publicLife,
      "A law is made, changed or applied.",
      fields: [
        Field(
          "stage",
          .choice("proposed", "adopted", "amended", "repealed", "suspended", "applied"),
          required: true,
          "What happened to it."
        ),
        Field("law", .text, required: true, "The law."),
        .articles,
      ]
    ),
    Kind(
      "closure",
      in: .publicLife,
      "Media, unions, parties or organisations are silenced.",
      huridocs: "4:1001",
      fields: [
        Field(
          "target",
          .organisationOrText,
          required: true,
          "The registered organisation, or text for a class of them."
        ),
        Field(
          "form",
          .choice("closed", "suspended", "blocked", "banned", "dissolved", "reopened"),
          required: true,
          "What was done."
        ),
      ]
    ),
    Kind("other", in: .publicLife, "Anything else."),
  ]
}
