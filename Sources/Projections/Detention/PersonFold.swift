internal import Events

/// Folds one person's events, in their order, into the four axes.
struct PersonFold {
  private(set) var custody: CustodyFold
  private(set) var restrictions = RestrictionFold()
  private(set) var recognition: RecognitionFold

  init(_ history: PersonHistory) {
    custody = CustodyFold(history)
    recognition = RecognitionFold(of: history.person, history.known)
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
  private(set) var process: ProcessFold

  init(_ history: PersonHistory) {
    let known = history.known
    liberty = LibertyFold(referred: history.referred) { known.form(of: $0) == "facility" }
    process = ProcessFold(referred: history.referred)
  }

  mutating func take(_ occasion: Occasion) {
    guard occasion.isEvent else { return liberty.take(occasion, in: .unnamed) }
    liberty.take(occasion, in: process.take(occasion.happening))
  }

  /// This without its past, which costs memory and decides nothing of what is to come.
  var withoutPast: CustodyFold {
    var fold = self
    fold.liberty.forgetPast()
    return fold
  }

  /// Drops the spells before the present one, which decide nothing of what is to come.
  mutating func forgetFormerSpells() { liberty.forgetFormerSpells() }

  /// This, with what follows folded in.
  func folding(_ occasions: some Sequence<Occasion>) -> CustodyFold {
    var fold = self
    for occasion in occasions { fold.take(occasion) }
    return fold
  }
}
