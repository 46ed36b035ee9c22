/// How far a case against a person has come; of several cases, the first listed here is shown.
package enum ProcessState: String, CaseIterable, Sendable, Hashable {
  case final
  case convicted
  case onTrial = "on_trial"
  case charged
  case investigated
  case amnestied
  case served
  case dropped
  case acquitted
  case none

  /// What the state says of a case, for the reference page.
  package var meaning: String {
    switch self {
    case .final: "Convicted, and no appeal is left."
    case .convicted: "Found guilty or sentenced; it may still be appealed."
    case .onTrial: "On trial, or sent back for one."
    case .charged: "Charges are brought."
    case .investigated: "An investigation is opened."
    case .amnestied: "The penalty was lifted by an amnesty or a pardon."
    case .served: "The sentence was served to its end."
    case .dropped: "Dropped or dismissed, or the judgment quashed."
    case .acquitted: "Found not guilty."
    case .none: "There is no case."
    }
  }
}
