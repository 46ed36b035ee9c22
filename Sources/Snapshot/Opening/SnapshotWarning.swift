/// What somebody who opens a snapshot should hear, though every answer is right.
package enum SnapshotWarning: Hashable, Sendable, CustomStringConvertible {
  /// It was made anew, since another version of annals had made it.
  case otherVersion(snapshot: String)
  /// It was made anew, since it could not be read.
  case unreadable(snapshot: String, reason: String)
  /// It was made anew, so that nothing remains of lines that were withheld.
  case linesWithheld(snapshot: String)
  /// Others may do with it what they may not do with the log.
  case sharedFurther(snapshot: String)
  /// It cannot be kept, so answers come from memory.
  case inMemory(snapshot: String, reason: String)

  /// Whether nothing was kept.
  package var isInMemory: Bool {
    if case .inMemory = self { true } else { false }
  }

  package var description: String {
    switch self {
    case .otherVersion(let snapshot):
      "\(snapshot): made anew, since another version of annals had made it."
    case .unreadable(let snapshot, let reason):
      "\(snapshot): made anew, since it could not be read: \(reason)."
    case .linesWithheld(let snapshot):
      "\(snapshot): made anew, since lines of the log were withheld."
    case .sharedFurther(let snapshot):
      "\(snapshot): more people may read or change it than the log, and it belongs to somebody "
        + "else. Ask its owner to take that permission away, or to remove it."
    case .inMemory(let snapshot, let reason):
      "\(snapshot): cannot be kept: \(reason). The answer comes from memory, and takes longer; "
        + "name another place with --snapshot."
    }
  }
}
