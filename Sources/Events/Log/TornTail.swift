/// The end of a log that is not the end of a batch: an append was cut off, or is still under way.
package struct TornTail: Hashable, Sendable, CustomStringConvertible {
  package enum Kind: Hashable, Sendable {
    /// A last line without newline that is not whole.
    case noNewline
    case nulBytes
    /// Whole lines, the last of which announces another.
    case unfinishedBatch
  }

  package let kind: Kind
  /// The last line of the last whole batch.
  package let after: Position
  /// The byte at which the tail begins.
  package let offset: Int
  package let byteCount: Int

  package var description: String {
    "the log ends in \(byteCount) bytes after line \(after) (byte \(offset)) that are no whole "
      + "batch: \(prose). They are left out: an append was cut off, or is still under way. The "
      + "next append saves them beside the log and cuts them off."
  }

  private var prose: String {
    switch kind {
    case .noNewline: "the last line is incomplete"
    case .nulBytes: "there are NUL bytes among them"
    case .unfinishedBatch: "the last line announces another"
    }
  }
}
