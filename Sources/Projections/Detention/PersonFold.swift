internal import Events

/// Folds one person's events, in their order, into the four axes.
struct PersonFold {
  private(set) var custody: CustodyFold
  private(set) var restrictions = RestrictionFold()
  private(set) var recognition: RecognitionFold

  init(of person: EntityID, _ known: any KnownEntities) {
    custody = CustodyFold(known)
    recognition = RecognitionFold(of: person, known)
  }

  mutating func take(_ occasion: Occasion) {
    custody.take(occasion)
    guard occasion.isEvent else { return }
    restrictions.take(occasion.happening)
    recognition.take(occasion.happening)
  }
}

/// The two axes that lead to liberty: liberty itself, and the cases for which somebody is held.
struct CustodyFold {
  private(set) var liberty: LibertyFold
  private(set) var process = ProcessFold()

  init(_ known: any KnownEntities) {
    liberty = LibertyFold { known.form(of: $0) == "facility" }
  }

  mutating func take(_ occasion: Occasion) {
    guard occasion.isEvent else { return liberty.take(occasion, in: .unnamed) }
    liberty.take(occasion, in: process.take(occasion.happening))
  }

  /// This, with what follows folded in.
  func folding(_ occasions: some Sequence<Occasion>) -> CustodyFold {
    var fold = self
    for occasion in occasions { fold.take(occasion) }
    return fold
  }
}
