internal import Events

/// The case to which an event belongs.
enum CaseKey: Hashable, Comparable, Sendable {
  /// No case is named, and none can be concluded.
  case unnamed
  case named(String)
}

/// Folds a person's events into the state of each criminal case.
struct ProcessFold {
  private(set) var cases: [CaseKey: ProcessState] = [:]
  /// The case of each event that was taken.
  private var keys: [EventID: CaseKey] = [:]

  /// The state that stands for the person: the gravest of an open case, else the best known end.
  var state: ProcessState {
    let order: [ProcessState] = [
      .final, .convicted, .onTrial, .charged, .investigated, .amnestied, .served, .dropped,
      .acquitted,
    ]
    return order.first { cases.values.contains($0) } ?? .none
  }

  /// Takes the next event and tells to which case it belongs.
  mutating func take(_ happening: Happening) -> CaseKey {
    let key = key(of: happening)
    keys[happening.id] = key
    if let state = outcome(of: happening, before: cases[key]) { cases[key] = state }
    return key
  }

  private func key(of happening: Happening) -> CaseKey {
    if let name = happening.details.text("case") { return .named(name) }
    if let target = happening.details.event("of"), let key = keys[target] { return key }
    let open = cases.filter { $0.value.isOpen }
    if open.count == 1, let only = open.first { return only.key }
    // What ends a sentence belongs to the only case that has a final one.
    let final = cases.filter { $0.value == .final }
    if open.isEmpty, final.count == 1, let only = final.first,
      ["release", "clemency"].contains(happening.kind)
    {
      return only.key
    }
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
    case "appeal": return outcome(ofAppeal: details, before: before)
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

extension ProcessState {
  /// Whether the case is not decided for good.
  var isOpen: Bool {
    switch self {
    case .investigated, .charged, .onTrial, .convicted: true
    default: false
    }
  }
}
