package import Events

/// Why a correction, retraction or merge is refused: what would be wrong with the record after it.
package struct AmendmentFault: Hashable, Sendable, CustomStringConvertible {
  package enum Subject: Hashable, Sendable {
    /// The draft itself.
    case draft
    /// The event that the draft names.
    case target
    /// Another event, which changes with the one that the draft names.
    case other(EventID)
  }

  package let subject: Subject
  package let isCorrection: Bool
  /// What is wrong, and where in that event.
  package let text: String

  package var description: String {
    let path = isCorrection ? "details.set" : "details.of"
    return switch subject {
    case .draft: text
    case .target where isCorrection: "\(path): the corrected event is refused: \(text)"
    case .target: "\(path): the event that comes back is refused: \(text)"
    case .other(let id): "\(path): \"\(id)\", which this changes too, is refused: \(text)"
    }
  }
}
