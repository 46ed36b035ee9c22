/// What can be told of a line of the file without the lines around it.
struct LineFacts {
  /// The line's number in the file, from 1; objects glued together share it.
  var number: Int
  /// The byte at which it begins.
  var offset: Int
  /// The object, without what does not belong to it.
  var range: Range<Int>
  /// What stands around the object, though the object itself may be sound.
  var surrounding: Damage.Kind?
  var claim: Result<Claim, Damage.Kind>

  /// The facts of every line before the log's end, objects glued together told apart.
  static func all(in log: SettledLog) throws(EventLogError) -> [LineFacts] {
    var all: [LineFacts] = []
    var number = 0
    try log.source.eachLine(to: log.end.offset) { bytes, range in
      number += 1
      if let bytes {
        all += objects(in: bytes, at: range.lowerBound, number: number)
      } else {
        let tooLong = Damage.Kind.tooLong(bytes: range.count)
        all.append(
          LineFacts(
            number: number,
            offset: range.lowerBound,
            range: range,
            claim: .failure(tooLong)
          )
        )
      }
    }
    return all
  }

  private static func objects(in bytes: [UInt8], at offset: Int, number: Int) -> [LineFacts] {
    var facts = LineFacts(
      number: number,
      offset: offset,
      range: offset..<(offset + bytes.count),
      claim: claim(bytes)
    )
    guard case .failure(let fault) = facts.claim else { return [facts] }
    switch fault {
    case .glued(let at):
      facts.surrounding = fault
      // Blanks may part the two.
      let first = bytes[..<at].lastIndex { !blanks.contains($0) }.map { bytes[...$0] } ?? []
      facts.range = offset..<(offset + first.count)
      facts.claim = claim(Array(first))
      return [facts] + objects(in: Array(bytes[at...]), at: offset + at, number: number)
    case .byteOrderMark:
      facts.range = (offset + 3)..<(offset + bytes.count)
      facts.claim = claim(Array(bytes[3...]))
    case .carriageReturn:
      facts.range = offset..<(offset + bytes.count - 1)
      facts.claim = claim(Array(bytes.dropLast()))
    default: return [facts]
    }
    facts.surrounding = fault
    return [facts]
  }

  private static let blanks = Array(" \t\r".utf8)

  private static func claim(_ bytes: [UInt8]) -> Result<Claim, Damage.Kind> {
    do {
      return .success(try LineFormat.claim(bytes))
    } catch {
      return .failure(error)
    }
  }
}
