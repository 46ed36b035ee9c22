internal import Events
package import Projections

/// Where a person stood, as a document may say it.
package struct Standing: Sendable {
  package let name: String
  /// What decides it: never to be shown itself.
  package let status: DetentionStatus
  /// The titles of the sources on which it rests.
  package let sources: [String]
  /// What does not fit, and what else is possible.
  package let notes: [String]

  init(_ status: DetentionStatus, _ disclosure: Disclosure) {
    self.status = status
    name = disclosure.name(of: status.person)
    sources = status.sources.map(disclosure.name)
    var notes: [String] = []
    if !status.possibly.isEmpty {
      let others = status.possibly.map(Standing.words).joined(separator: ", ")
      notes.append("possibly \(others): the dates do not decide")
    }
    switch status.certainty {
    case .believed?, .disputed?: notes.append("\(status.certainty?.rawValue ?? "")")
    case .confirmed?, .reported?, nil: break
    }
    for anomaly in status.anomalies where anomaly.level == .anomaly {
      notes.append(disclosure.text("\(anomaly.kind.rawValue): \(anomaly.text)"))
    }
    self.notes = notes
  }

  /// `police custody`; a group has none.
  var liberty: String { status.isGroup ? "a group" : Standing.words(status.liberty) }

  var since: String {
    status.isGroup ? "" : status.since.map(DateWords.words) ?? ""
  }

  var lastHeard: String { status.lastEvidence?.description ?? "" }

  /// Whether the state can be taken as the present one; of what is not known there is nothing to
  /// say.
  var isCurrent: String {
    if status.isGroup || status.liberty == .unknown { return "" }
    return status.isCurrent ? "yes" : "not confirmed since"
  }

  private static func words(_ state: LibertyState) -> String {
    state.rawValue.replacing("_", with: " ")
  }
}
