/// How far a case against a person has come; of several cases, the first listed here is shown.
package enum ProcessState: String, CaseIterable, Sendable, Hashable {
  /// The conviction stands and no appeal is open.
  case final
  case convicted
  case onTrial = "on_trial"
  case charged
  case investigated
  /// The penalty was lifted by an amnesty or a pardon.
  case amnestied
  /// The sentence was served to its end.
  case served
  /// The case was dropped or dismissed, or the judgment quashed.
  case dropped
  case acquitted
  /// There is no case.
  case none
}
