/// What can be told of a line of the file without the lines around it.
struct LineFacts {
  /// The line's number in the file, from 1; objects glued together share it.
  var number: Int
  /// The byte at which it begins.
  var offset: Int
  /// The object, without what does not belong to it.
  var range: Range<Int>
  /// What stands around the object, though the object itself may be sound.
  var surrounding: [Damage.Kind] = []
  var claim: Result<Claim, Damage.Kind>

  /// The facts of every line before `end`, objects glued together told apart.
  static func all(in source: any ByteSource, to end: Int) throws(EventLogError) -> [LineFacts] {
    var all: [LineFacts] = []
    var number = 0
    try source.eachLine(to: end) { bytes, range in
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
    var all: [LineFacts] = []
    var rest = bytes
    var at = offset
    while true {
      var object = Unwrapped(rest)
      object.unwrap()
      all.append(
        LineFacts(
          number: number,
          offset: at,
          range: (at + object.range.lowerBound)..<(at + object.range.upperBound),
          surrounding: object.surrounding,
          claim: object.claim
        )
      )
      guard let second = object.second else { return all }
      rest = Array(rest[second...])
      at += second
    }
  }
}

/// The first object of a line, as what stands around it is taken off.
private struct Unwrapped {
  private let line: [UInt8]
  /// Where in the line the object lies.
  private(set) var range: Range<Int>
  private(set) var surrounding: [Damage.Kind] = []
  private(set) var claim: Result<Claim, Damage.Kind>
  /// Where a second object begins, if one does.
  private(set) var second: Int?

  init(_ line: [UInt8]) {
    self.line = line
    range = 0..<line.count
    claim = Unwrapped.claim(line)
  }

  /// Takes off all that can be: of a mark before and a carriage return behind, neither hides the
  /// other.
  mutating func unwrap() {
    while case .failure(var fault) = claim {
      switch fault {
      case .byteOrderMark:
        while line[range].starts(with: Unwrapped.mark) { narrow(first: 3) }
      case .carriageReturn:
        while line[range].last == UInt8(ascii: "\r") { narrow(last: 1) }
      case .glued(let at):
        let start = range.lowerBound + at
        fault = .glued(at: start)
        second = start
        narrow(last: range.upperBound - start)
        // Blanks may part the two.
        while let last = line[range].last, Unwrapped.blanks.contains(last) { narrow(last: 1) }
      default: return
      }
      surrounding.append(fault)
      claim = Unwrapped.claim(Array(line[range]))
    }
  }

  private mutating func narrow(first: Int = 0, last: Int = 0) {
    range = (range.lowerBound + first)..<(range.upperBound - last)
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let blanks = Array(" \t\r".utf8)

  private static func claim(_ bytes: [UInt8]) -> Result<Claim, Damage.Kind> {
    do {
      return .success(try LineFormat.claim(bytes))
    } catch {
      return .failure(error)
    }
  }
}
