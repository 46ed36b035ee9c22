internal import Events

/// Folds one person's events, in their order, into the four axes.
struct PersonFold {
  private(set) var liberty: LibertyFold
  private(set) var process = ProcessFold()
  private(set) var restrictions = RestrictionFold()
  private(set) var recognition: RecognitionFold

  init(of person: EntityID, _ registry: Registry) {
    liberty = LibertyFold { registry[$0]?.details.choice("form") == "facility" }
    recognition = RecognitionFold(of: person, registry)
  }

  mutating func take(_ occasion: Occasion) {
    guard occasion.isEvent else { return liberty.take(occasion, in: .unnamed) }
    liberty.take(occasion, in: process.take(occasion.happening))
    restrictions.take(occasion.happening)
    recognition.take(occasion.happening)
  }
}
