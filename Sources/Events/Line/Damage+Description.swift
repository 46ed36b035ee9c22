extension Damage: CustomStringConvertible {
  /// Where, what, and what to do; the log's name and a colon stand before it.
  package var description: String { "\(finding)\n\(kind.remedy)" }

  /// What is wrong and what to do, without where.
  package var account: String { "\(prose)\n\(kind.remedy)" }

  /// Where and what, without what to do.
  package var finding: String { "\(line) (byte \(offset)): \(prose)" }

  /// What is wrong with the line.
  private var prose: String {
    switch kind {
    case .altered(let stated, let computed): altered(stated, computed)
    case .unmatched(let stated, let computed):
      "this line does not match its hash, and nothing else bears out what line \(after) states: "
        + "one of the two changed after it was written. This one states \(stated), and its text "
        + "gives \(computed)."
    case .missing(let first, let last) where first == last:
      "line \(first) is missing before this one."
    case .missing(let first, let last): "lines \(first) to \(last) are missing before this one."
    case .inserted(let says):
      "this line does not belong here: it says that it is \(Damage.line(says)), and the line that "
        + "follows \(before(after.next)) stands below it."
    case .reordered(let position):
      "this is line \(position), out of its place: it belongs after \(before(position))."
    case .duplicated(let position, let offset):
      "this is a copy of line \(position), which stands at byte \(offset)."
    case .outOfSequence(let says):
      "line \(after.next) is due here, but this line says that it is \(Damage.line(says)), and it "
        + "does not follow \(before(after.next))."
    case .misnumbered(let says):
      "line \(after.next) is due here and this line's hash is right, but it says that it is "
        + "\(Damage.line(says))."
    case .malformed(let member):
      "this line's hash is right, but its member \"\(member)\" cannot be read, so annals did not "
        + "write it."
    case .glued(let at): "two objects stand on this line; the second begins at its byte \(at + 1)."
    case .unsealed: "this line has no hash, so annals did not write it."
    case .hashMisplaced:
      "this line does not end in a hash of 43 characters, so it changed after it was written."
    case .carriageReturn:
      "this line ends in a carriage return: a program converted the line ends of the log."
    case .byteOrderMark: "a byte order mark stands before this line: an editor saved the log."
    case .mergeConflict: "this line is a conflict marker: two copies of the log were merged."
    case .blank: "this line is empty."
    case .nulBytes(let at):
      "this line holds NUL bytes, the first as its byte \(at + 1): a part of it was erased, or "
        + "never reached the disk."
    case .invalidUTF8(let at): "this line is not valid UTF-8 at its byte \(at + 1)."
    case .notJSON(let error): "this line is not one JSON object: \(error)."
    case .tooLong(let bytes):
      "this line has \(bytes) bytes, and a line has at most \(LineFormat.lineBytesMax)."
    }
  }

  private func altered(_ stated: LineHash, _ computed: LineHash) -> String {
    "this line does not match its hash, so it changed after it was written"
      + (after == .start ? "" : ", or line \(after) did and was given a new hash")
      + ": it states \(stated), and its text gives \(computed)."
  }

  private func before(_ position: Position) -> String {
    position.number == 1 ? "the beginning of the log" : "line \(position.number - 1)"
  }

  private static func line(_ number: Int?) -> String {
    number.map { "line \($0)" } ?? "no line at all"
  }
}

extension Damage.Kind {
  /// What to do about it.
  fileprivate var remedy: String {
    switch self {
    case .unsealed:
      "Move it to a file of its own, record it with `annals append --jsonl FILE`, then run "
        + "`annals verify`."
    case .glued:
      "Put a newline between them, or \(Damage.salvage), then run `annals verify`."
    case .inserted, .duplicated, .blank:
      "Remove it, restore the log from a backup, or \(Damage.salvage), then run `annals verify`."
    case .mergeConflict:
      "Restore the log as it was before the merge, add the other copy's new events with "
        + "`annals log --drafts --after N | annals append --jsonl -`, then run `annals verify`."
    case .reordered:
      "Move it back, restore the log from a backup, or \(Damage.salvage), then run "
        + "`annals verify`."
    case .carriageReturn:
      "Restore the log from a backup, or \(Damage.salvage), keep `events.log -text -merge` in "
        + ".gitattributes, then run `annals verify`."
    case .byteOrderMark: "Remove its three bytes, then run `annals verify`."
    case .missing, .unmatched:
      "Restore the log from a backup, or \(Damage.salvage), then run `annals verify`."
    case .altered, .outOfSequence, .misnumbered, .malformed, .hashMisplaced, .nulBytes,
      .invalidUTF8, .notJSON, .tooLong:
      "Restore it from a backup, or \(Damage.salvage), then run `annals verify`."
    }
  }
}

extension Damage {
  fileprivate static let salvage = "copy what is sound of the log with `annals salvage --to FILE`"
}
