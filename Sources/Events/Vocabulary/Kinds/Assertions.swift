extension Kind {
  static let assertions: [Kind] = [
    Kind(
      "status",
      in: .assertions,
      "A source says that a person is in a state.",
      needsPerson: true,
      fields: [
        Field(
          "liberty",
          .choice(LibertyState.allCases.map(\.rawValue)),
          "Whether and how the person is held."
        ),
        Field(
          "process",
          .choice(ProcessState.allCases.map(\.rawValue)),
          "How far the case against the person has come."
        ),
        Field("since", .date, "Since when, as the source says."),
      ]
    ),
    Kind(
      "count",
      in: .assertions,
      "A source says that so many persons are in a state.",
      oneOf: [Alternative(["states", "state"], exclusive: false)],
      fields: [
        Field(
          "states",
          .list(.choice(LibertyState.allCases.map(\.rawValue) + [LibertyState.heldWord])),
          "The liberty states that are counted, or held for all states of the held."
        ),
        Field("state", .text, "What is counted, in words that no liberty state fits."),
        Field("count", .count, required: true, "How many."),
        Field("list", .text, "The list that was counted."),
        Field("category", .text, "The category that was counted."),
      ]
    ),
  ]
}
