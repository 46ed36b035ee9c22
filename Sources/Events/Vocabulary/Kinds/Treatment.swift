extension Kind {
  static let treatment: [Kind] = [
    Kind(
      "ill-treatment",
      in: .treatment,
      "Somebody is ill-treated, as the source names it; torture only if the source says torture.",
      huridocs: "4:0201",
      fields: [
        Field(
          "form",
          .choice(
            "torture",
            "beating",
            "injury_observed",
            "pressure_to_confess",
            "coerced_confession",
            "medical_denial",
            "incommunicado",
            "solitary",
            "punishment_cell",
            "threat",
            "sexual_violence",
            "forced_feeding",
            "forced_labour",
            "force_against_crowd",
            "other"
          ),
          required: true,
          "What the source calls it."
        ),
        Field("condition", .text, "What state the person was in."),
      ]
    ),
    Kind(
      "health",
      in: .treatment,
      "An illness, a stay in hospital or a hunger strike.",
      fields: [
        Field(
          "form",
          .choice("condition", "hospitalised", "hunger_strike_begun", "hunger_strike_ended"),
          required: true,
          "What happened."
        ),
        Field("condition", .text, "The illness or injury."),
        Field("severity", .choice("at_risk", "serious", "critical"), "How grave it is."),
        Field("needs", .list(.text), "The care that is needed."),
      ]
    ),
    Kind(
      "search",
      in: .treatment,
      "A home or office is searched, or property seized.",
      huridocs: "4:040101",
      fields: [Field("of", .choice("home", "office", "other"), "What was searched.")]
    ),
    Kind(
      "reprisal",
      in: .treatment,
      "Dismissal, pressure on relatives, a smear.",
      fields: [Field("form", .text, "What was done.")]
    ),
    Kind(
      "practice",
      in: .treatment,
      "A pattern of treatment rather than one dated act.",
      fields: [Field("what", .text, "What is done.")]
    ),
  ]
}
