/// A line of the log that is not as it was written, and in what way.
package struct Damage: Error, Hashable, Sendable {
  package enum Kind: Error, Hashable, Sendable {
    /// The text and the hash of this line do not belong together.
    case altered(stated: LineHash, computed: LineHash)
    /// The text and the hash of this line do not belong together after what the line before it
    /// states, which nothing else bears out: either of the two changed.
    case unmatched(stated: LineHash, computed: LineHash)
    /// Lines between this one and the one before it are gone.
    case missing(first: Position, last: Position)
    /// A line that nobody wrote there: the right one stands below it.
    case inserted(says: Int?)
    /// This is a sound line whose place is elsewhere.
    case reordered(position: Position)
    /// A copy of a line further up.
    case duplicated(position: Position, offset: Int)
    /// It fits neither the line before it nor the one after it, and says another number.
    case outOfSequence(says: Int?)
    /// Its hash is right, its number is not.
    case misnumbered(says: Int?)
    /// Its hash is right, but a member that every line has cannot be read.
    case malformed(member: String)
    /// A second object begins on this line, at that byte of it.
    case glued(at: Int)
    /// An object without hash.
    case unsealed
    /// It has a hash, but not as 43 characters at its end.
    case hashMisplaced
    case carriageReturn
    case byteOrderMark
    case mergeConflict
    case blank
    case nulBytes(at: Int)
    case invalidUTF8(at: Int)
    case notJSON(JSONError)
    case tooLong(bytes: Int)
  }

  package let kind: Kind
  /// The line's number in the file, from 1, as an editor counts.
  package let line: Int
  /// The byte at which the line begins.
  package let offset: Int
  /// The last sound line before it.
  package let after: Position

  package init(_ kind: Kind, line: Int, offset: Int, after: Position) {
    self.kind = kind
    self.line = line
    self.offset = offset
    self.after = after
  }
}
