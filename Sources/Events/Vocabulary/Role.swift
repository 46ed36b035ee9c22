/// What an actor did in an event.
///
/// Witnesses and informants have no role here: they belong in the confidential part.
package enum Role: String, CaseIterable, Sendable, Hashable {
  case authority, court, judge, prosecutor, investigator
  case allegedPerpetrator = "alleged_perpetrator"
  /// Only with a court's finding.
  case perpetrator
  case counsel, issuer, author, rapporteur, signatory, speaker, addressee
  case responsibleState = "responsible_state"
  case candidate, organiser, other

  /// The words that `actors[].role` takes, `unspecified` apart.
  package static let words = allCases.map(\.rawValue)
}
