extension Damage: CustomStringConvertible {
  /// Where, what, and what to do; the log's name and a colon stand before it.
  package var description: String {
    "\(line): \(kind.prose(due: after.next))\n(byte \(offset)) \(kind.remedy)"
  }
}

extension Damage.Kind {
  /// What is wrong with the line that stands where `due` should.
  fileprivate func prose(due: Position) -> String {
    switch self {
    case .altered, .missing, .inserted, .reordered, .duplicated, .outOfSequence, .misnumbered:
      chainProse(due: due)
    case .malformed(let member):
      "this line's hash is right, but its member \"\(member)\" cannot be read, so annals did not "
        + "write it."
    case .glued(let at): "two lines stand on one: the second begins at byte \(at) of the line."
    case .unsealed: "this line has no hash, so annals did not write it."
    case .hashMisplaced:
      "this line does not end in a hash of 43 characters, so it changed after it was written."
    case .carriageReturn:
      "this line ends in a carriage return: a program converted the line ends of the log."
    case .byteOrderMark:
      "a byte order mark stands before this line: a text editor saved the log."
    case .mergeConflict: "this line is a conflict marker: two copies of the log were merged."
    case .blank: "this line is empty."
    case .nulBytes(let at):
      "this line holds NUL bytes, the first at byte \(at) of the line: part of it was never "
        + "written to the disk, or was erased."
    case .invalidUTF8(let at): "this line is not valid UTF-8 at byte \(at) of the line."
    case .notJSON(let error): "this line cannot be read: \(error)."
    case .tooLong(let bytes):
      "this line has \(bytes) bytes, and a line has at most \(LineFormat.lineBytesMax)."
    }
  }

  private func chainProse(due: Position) -> String {
    let before = Damage.Kind.line(before: due)
    return switch self {
    case .altered(let stated, let computed):
      "this line does not match its hash, so it changed after it was written"
        + (due.number == 1 ? "" : ", or \(before) did and was given a new hash")
        + ": it states \(stated), and its text gives \(computed)."
    case .missing(let first, let last) where first == last:
      "line \(first) is missing before this one."
    case .missing(let first, let last): "lines \(first) to \(last) are missing before this one."
    case .inserted(let says):
      "this line does not belong here: it says that it is line \(says), and the line that follows "
        + "\(before) stands below it."
    case .reordered(let position):
      "this is line \(position), out of its place: it belongs after "
        + Damage.Kind.line(before: position) + "."
    case .duplicated(let position, let offset):
      "this is a copy of line \(position), which stands at byte \(offset)."
    case .outOfSequence(let says):
      "line \(due) is due here, but this line says that it is line \(says), and it does not follow "
        + "\(before)."
    case .misnumbered(let says):
      "line \(due) is due here and this line's hash is right, but it says that it is "
        + (says.map { "line \($0)" } ?? "no line at all") + "."
    default: ""
    }
  }

  private static func line(before position: Position) -> String {
    position.number == 1 ? "the beginning of the log" : "line \(position.number - 1)"
  }

  /// What to do about it.
  fileprivate var remedy: String {
    switch self {
    case .unsealed:
      "Move it to a file of its own, record it with `annals append --jsonl FILE`, then run "
        + "`annals verify`."
    case .glued: "Put a newline between them, then run `annals verify`."
    case .inserted, .duplicated, .mergeConflict, .blank:
      "Remove it, or restore the log from a backup, then run `annals verify`."
    case .reordered: "Move it back, or restore the log from a backup, then run `annals verify`."
    case .carriageReturn:
      "Restore the log from a backup, keep `events.log -text -merge` in .gitattributes, then run "
        + "`annals verify`."
    case .byteOrderMark: "Remove its three bytes, then run `annals verify`."
    case .missing: "Restore them from a backup, then run `annals verify`."
    default: "Restore it from a backup, then run `annals verify`."
    }
  }
}
