internal import Events

extension CustodyFold {
  /// Whether both say the same of the present state, and lead to the same with whatever follows.
  ///
  /// A `Standing` asks less: not since when the state lasts, nor how long it counts.
  func isSame(as other: CustodyFold) -> Bool {
    liberty.isSame(as: other.liberty) && process == other.process
  }
}

extension LibertyFold {
  /// Whether both are the same but for their past and for what is odd in it.
  fileprivate func isSame(as other: LibertyFold) -> Bool {
    liberty == other.liberty && spells.last?.from == other.spells.last?.from
      && lastEvidence == other.lastEvidence && end == other.end && endReason == other.endReason
      && place == other.place && isCommitted == other.isCommitted && custody == other.custody
      && (spells.last?.basis ?? Basis()).isSame(as: other.spells.last?.basis ?? Basis())
      && releaseOrders == other.releaseOrders
      && interrupted == other.interrupted && lastFill == other.lastFill
      && fills.keys == other.fills.keys && sentences == other.sentences
  }
}

extension LibertyFold.Interrupted: Equatable {
  static func == (left: Self, right: Self) -> Bool {
    left.end == right.end && left.spell.liberty == right.spell.liberty
      && left.spell.from == right.spell.from
      && left.spell.basis.map(\.id) == right.spell.basis.map(\.id)
  }
}

extension Sentences.Waiting: Equatable {
  static func == (left: Self, right: Self) -> Bool {
    left.term == right.term && left.liberty == right.liberty
      && left.happening.id == right.happening.id
  }
}
