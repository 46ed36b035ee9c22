internal import Events

/// The case to which an event belongs.
enum CaseKey: Hashable, Comparable, Sendable {
  /// No case is named, and none can be concluded.
  case unnamed
  case named(String)
}

/// Folds a person's events into the state of each criminal case.
struct ProcessFold: Equatable {
  private(set) var cases: [CaseKey: ProcessState] = [:]
  private var open = FewSet<CaseKey>()
  private var final = FewSet<CaseKey>()
  /// The case of each event to which others refer, and of its other accounts.
  private var keys: [EventID: CaseKey] = [:]
  /// What can be appealed for what it says of guilt or penalty.
  private var judgments: Set<EventID> = []
  private let referred: Set<EventID>

  /// `referred` are the events to which others of the person refer.
  init(referred: Set<EventID>) {
    self.referred = referred
  }

  /// The state that stands for the person: the gravest of an open case, else the best known end.
  var state: ProcessState {
    ProcessFold.gravestFirst.first { cases.values.contains($0) } ?? .none
  }

  private static let gravestFirst: [ProcessState] = [
    .final, .convicted, .onTrial, .charged, .investigated, .amnestied, .served, .dropped,
    .acquitted,
  ]

  /// Takes the next event and tells to which case it belongs.
  mutating func take(_ happening: Happening) -> CaseKey {
    let key = key(of: happening)
    let state = outcome(of: happening, before: cases[key])
    happening.eachID(in: referred) { id in
      keys[id] = key
      if happening.isJudgment { judgments.insert(id) }
    }
    guard let state else { return key }
    cases[key] = state
    if state.isOpen { open.insert(key) } else { open.remove(key) }
    if state == .final { final.insert(key) } else { final.remove(key) }
    return key
  }

  /// What decides of later events to which case they belong, and what they make of it.
  struct Known: Equatable {
    let cases: [CaseKey: ProcessState]
    let open: FewSet<CaseKey>
    let final: FewSet<CaseKey>
    let keys: [EventID: CaseKey]
    let judgments: Set<EventID>
  }

  func known(_ isReferredTo: (EventID) -> Bool) -> Known {
    Known(
      cases: cases,
      open: open,
      final: final,
      keys: keys.filter { isReferredTo($0.key) },
      judgments: judgments.filter(isReferredTo)
    )
  }

  private func key(of happening: Happening) -> CaseKey {
    if let name = happening.details.text("case") { return .named(name) }
    if let target = happening.details.event("of"), let key = keys[target] { return key }
    if let only = open.only { return only }
    // What ends or changes a sentence belongs to the only case that has a final one.
    if open.isEmpty, let only = final.only, happening.endsSentences { return only }
    return .unnamed
  }

  private func outcome(of happening: Happening, before: ProcessState?) -> ProcessState? {
    let details = happening.details
    switch happening.kind {
    case "charge":
      switch details.choice("stage") {
      case "opened": return .investigated
      case "brought": return .charged
      case "dropped": return .dropped
      default: return nil
      }
    case "trial":
      switch details.choice("stage") {
      case "opened", "hearing", "closed_to_public": return .onTrial
      default: return nil
      }
    case "verdict": return outcome(ofVerdict: details)
    case "sentence":
      return details.choice("jurisdiction") == "administrative" ? nil : .convicted
    case "appeal":
      // An appeal against a remand says nothing of guilt.
      if let target = details.event("of"), keys[target] != nil, !judgments.contains(target) {
        return nil
      }
      return outcome(ofAppeal: details, before: before)
    case "clemency":
      switch details.choice("form") {
      case "amnesty", "pardon": return .amnestied
      default: return nil
      }
    case "release":
      switch details.choice("basis") {
      case "term_served": return .served
      case "acquitted": return .acquitted
      case "dropped": return .dropped
      case "amnesty", "pardon": return .amnestied
      // Unless the case went on after the judgment was quashed.
      case "quashed": return before == .convicted || before == .final ? .dropped : nil
      default: return nil
      }
    case "status": return details.choice("process").flatMap(ProcessState.init(rawValue:))
    default: return nil
    }
  }

  private func outcome(ofVerdict details: Details) -> ProcessState? {
    switch details.choice("outcome") {
    case "convicted": details.boolean("final") == true ? .final : .convicted
    case "acquitted": .acquitted
    case "dismissed": .dropped
    default: nil
    }
  }

  private func outcome(ofAppeal details: Details, before: ProcessState?) -> ProcessState? {
    switch details.choice("outcome") {
    // An acquittal that is upheld is no final conviction.
    case "upheld": before == .acquitted || before == .dropped ? before : .final
    case "reduced", "increased": .final
    case "quashed": .dropped
    case "remitted": .onTrial
    default: nil
    }
  }
}

extension Happening {
  /// Calls `body` with the events that it is about, or replaces.
  func eachNamedEvent(_ body: (EventID) -> Void) {
    let details = details
    if let target = details.event("of") { body(target) }
    if kind == "sentence" { details.events("replaces").forEach(body) }
  }

  /// Calls `body` with the ids of its accounts that are among `referred`.
  func eachID(in referred: Set<EventID>, _ body: (EventID) -> Void) {
    if referred.isEmpty { return }
    if referred.contains(id) { body(id) }
    for account in otherAccounts where referred.contains(account) { body(account) }
  }

  /// Whether it finds guilt, or sets or changes a penalty.
  var isJudgment: Bool {
    switch fact.kind {
    case "verdict", "sentence", "appeal", "clemency": true
    default: false
    }
  }

  /// Whether it ends or changes a sentence.
  fileprivate var endsSentences: Bool {
    switch fact.kind {
    case "appeal", "release", "clemency": true
    default: false
    }
  }
}

extension ProcessState {
  /// Whether the case is not decided for good.
  var isOpen: Bool {
    switch self {
    case .investigated, .charged, .onTrial, .convicted: true
    default: false
    }
  }
}
