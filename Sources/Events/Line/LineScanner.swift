/// Finds the members of a line as annals writes it, without making anything of them.
///
/// It knows one spelling: members in their order, no white space, no `\u` escape. Whatever else is
/// JSON is left to `JSONParser`, which also says what is wrong with it: nil means "look closer".
struct LineScanner {
  /// Where the members lie; texts without their quotes.
  private(set) var ranges = InlineArray<23, ByteRange>(repeating: .none)

  subscript(member: LineMember) -> ByteRange { ranges[member.rawValue] }

  /// The number that the line gives itself, if it is one that a line can have.
  func number(in lines: Span<UInt8>) -> Int? {
    // No line has a number of more digits, and more than eighteen could not be counted.
    guard self[.n].count <= LineFormat.numberDigitsMax else { return nil }
    return lines.number(self[.n].indices)
  }

  /// Scans the line that is all of `lines` in `range`; nil unless it is plainly spelled.
  init?(_ lines: Span<UInt8>, _ range: Range<Int>) {
    let line = lines.extracting(range)
    guard line.count > LineFormat.sealBytes, line[0] == UInt8(ascii: "{"),
      line.isASCII || LineScanner.isUTF8(line)
    else { return nil }
    var scan = ValueScanner(at: 1, end: line.count)
    var next = 0
    let keys = LineMember.keys
    while true {
      guard let member = LineMember.scan(line, &scan.at, keys, from: next) else { return nil }
      next = member.rawValue + 1
      guard let value = scan.value(of: member, line) else { return nil }
      ranges[member.rawValue] = ByteRange(
        range.lowerBound + value.lowerBound,
        range.lowerBound + value.upperBound
      )
      guard scan.at < line.count else { return nil }
      if line[scan.at] == UInt8(ascii: "}") { break }
      guard line[scan.at] == UInt8(ascii: ",") else { return nil }
      scan.at += 1
    }
    guard scan.at == line.count - 1, next == LineMember.hash.rawValue + 1 else { return nil }
  }

  private static func isUTF8(_ line: Span<UInt8>) -> Bool {
    do {
      _ = try UTF8Span(validating: line)
      return true
    } catch {
      return false
    }
  }
}

/// The members of a line, in their order.
enum LineMember: Int, CaseIterable {
  case n, id, recorded, by, kind, date, persons, actors, place, title, text, details, sources
  case certainty, accountOf, after, becauseOf, order, tags, `private`, more, salt, hash

  private var name: String {
    switch self {
    case .accountOf: "account_of"
    case .becauseOf: "because_of"
    default: "\(self)"
    }
  }

  /// The member whose name stands at `at`, at or after that of number `next`; moves to its value.
  fileprivate static func scan(
    _ line: Span<UInt8>,
    _ at: inout Int,
    _ keys: [NameKey],
    from next: Int
  ) -> LineMember? {
    guard at + 16 < line.count, line[at] == UInt8(ascii: "\"") else { return nil }
    var member = next
    while member < keys.count {
      if let end = keys[member].end(in: line, at: at + 1) {
        at = end
        return LineMember(rawValue: member)
      }
      member += 1
    }
    return nil
  }

  fileprivate static let keys = allCases.map { NameKey($0.name) }
}

/// A member's name with its closing quote and colon, compared in words.
private struct NameKey {
  private let first: UInt64
  private let firstMask: UInt64
  private let second: UInt64
  private let secondMask: UInt64
  private let count: Int

  init(_ name: String) {
    let bytes = Array((name + "\":").utf8)
    count = bytes.count
    (first, firstMask) = NameKey.word(bytes[..<min(8, count)])
    (second, secondMask) = NameKey.word(bytes[min(8, count)...])
  }

  private static func word(_ bytes: ArraySlice<UInt8>) -> (UInt64, UInt64) {
    var word: UInt64 = 0
    var mask: UInt64 = 0
    for (place, byte) in bytes.enumerated() {
      word |= UInt64(byte) << UInt64(8 * place)
      mask |= 0xFF << UInt64(8 * place)
    }
    return (word, mask)
  }

  /// Where the name that begins at `start` ends, if it is this one.
  func end(in line: Span<UInt8>, at start: Int) -> Int? {
    guard line.word(at: start) & firstMask == first else { return nil }
    if secondMask != 0 {
      guard start + 16 <= line.count, line.word(at: start + 8) & secondMask == second else {
        return nil
      }
    }
    return start + count
  }
}
