internal import Events

/// All in a fold that decides to which states of liberty later events lead.
///
/// Not how somebody came to be where they are, since when, for how long, or on whose word.
struct Standing {
  /// A sentence, as far as later decisions tell it from others.
  private struct Sentence: Equatable {
    let event: EventID
    let caseKey: CaseKey
    var state: LibertyState?
    var term: CalendarDuration?
  }

  private let plain: Plain
  private let known: Known

  /// What is compared first, since it costs little.
  private struct Plain: Equatable {
    let liberty: LibertyState
    let isCommitted: Bool
    let restsOnFill: Bool
    let interrupted: LibertyState?
    let lastFill: EventID?
    let fills: Set<EventID>
    let waiting: [Sentence]
    let served: [Sentence]
    let mild: [Sentence]

    init(_ fold: LibertyFold) {
      liberty = fold.liberty
      isCommitted = fold.isCommitted
      restsOnFill = fold.restsOnFill
      interrupted = fold.interrupted?.spell.liberty
      fills = Set(fold.fills.keys)
      lastFill = fold.fills.isEmpty ? nil : fold.lastFill
      waiting = fold.sentences.waiting.map {
        Sentence(event: $0.term.event, caseKey: $0.term.caseKey)
      }
      served = fold.sentences.served.map { Sentence(event: $0.event, caseKey: $0.caseKey) }
      mild = fold.sentences.mild.map {
        Sentence(event: $0.event, caseKey: $0.caseKey, state: $0.state, term: $0.term)
      }
    }
  }

  /// What later events can refer to.
  private struct Known: Equatable {
    let sentences: Sentences.Known
    let process: ProcessFold.Known

    init(_ fold: CustodyFold, _ isReferredTo: (EventID) -> Bool) {
      sentences = fold.liberty.sentences.known(isReferredTo)
      process = fold.process.known(isReferredTo)
    }
  }

  /// `isReferredTo` tells whether what comes later refers to an event.
  init(_ fold: CustodyFold, _ isReferredTo: (EventID) -> Bool) {
    plain = Plain(fold.liberty)
    known = Known(fold, isReferredTo)
  }

  /// Whether what comes later leads to the same from `fold`.
  func isReached(by fold: CustodyFold, _ isReferredTo: (EventID) -> Bool) -> Bool {
    plain == Plain(fold.liberty) && known == Known(fold, isReferredTo)
  }
}
