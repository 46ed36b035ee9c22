/// Walks over JSON values that are plainly spelled, and stops short of all others.
struct ValueScanner {
  var at: Int
  let end: Int

  /// How deep values may lie in each other, and how many members an object may have; what goes
  /// further is read by `JSONParser`.
  private static let depthMax = 12
  private static let membersMax = 16

  /// The place of a member's value, texts without their quotes; nil unless it is of its type.
  mutating func value(of member: LineMember, _ line: Span<UInt8>) -> Range<Int>? {
    switch member {
    case .n, .order:
      let start = at
      return number(line) ? start..<at : nil
    case .more:
      let start = at
      return word("true", line) ? start..<at : nil
    case .persons, .after, .becauseOf, .tags: return texts(line)
    case .actors: return records(line, .actor)
    case .sources: return records(line, .citation)
    case .details:
      let start = at
      guard at < end, line[at] == UInt8(ascii: "{") else { return nil }
      return object(line, depth: 1) ? start..<at : nil
    case .title, .text: return text(line)
    default: return plainText(line)
    }
  }

  /// The inside of a text that holds no escape.
  mutating func plainText(_ line: Span<UInt8>) -> Range<Int>? {
    guard take(UInt8(ascii: "\""), line) else { return nil }
    let start = at
    at = line.endOfPlainText(from: at, to: end)
    guard at < end, line[at] == UInt8(ascii: "\"") else { return nil }
    at += 1
    return start..<(at - 1)
  }

  /// The inside of a text.
  mutating func text(_ line: Span<UInt8>) -> Range<Int>? {
    guard take(UInt8(ascii: "\""), line) else { return nil }
    let start = at
    while true {
      at = line.endOfPlainText(from: at, to: end)
      guard at + 1 < end else { return nil }
      switch line[at] {
      case UInt8(ascii: "\""):
        at += 1
        return start..<(at - 1)
      case UInt8(ascii: "\\"):
        switch line[at + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
          UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
          at += 2
        default: return nil
        }
      default: return nil
      }
    }
  }

  mutating func take(_ byte: UInt8, _ line: Span<UInt8>) -> Bool {
    guard at < end, line[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func word(_ word: StaticString, _ line: Span<UInt8>) -> Bool {
    let next = at + word.utf8CodeUnitCount
    guard next <= end, line.spells(word, at..<next) else { return false }
    at = next
    return true
  }

  private mutating func number(_ line: Span<UInt8>) -> Bool {
    _ = take(UInt8(ascii: "-"), line)
    if !take(UInt8(ascii: "0"), line), !digits(line) { return false }
    if take(UInt8(ascii: "."), line), !digits(line) { return false }
    if take(UInt8(ascii: "e"), line) || take(UInt8(ascii: "E"), line) {
      if !take(UInt8(ascii: "+"), line) { _ = take(UInt8(ascii: "-"), line) }
      if !digits(line) { return false }
    }
    return at >= end || !line[at].isDigit
  }

  private mutating func digits(_ line: Span<UInt8>) -> Bool {
    let start = at
    while at < end, line[at].isDigit { at += 1 }
    return at > start
  }

  private mutating func texts(_ line: Span<UInt8>) -> Range<Int>? {
    let start = at
    guard take(UInt8(ascii: "["), line) else { return nil }
    if take(UInt8(ascii: "]"), line) { return start..<at }
    while text(line) != nil {
      if take(UInt8(ascii: "]"), line) { return start..<at }
      guard take(UInt8(ascii: ","), line) else { return nil }
    }
    return nil
  }

  // MARK: Any value

  /// Moves beyond a value that was scanned before.
  mutating func skipValue(_ line: Span<UInt8>) {
    var depth = 0
    while at < end {
      switch line[at] {
      case UInt8(ascii: "\""): _ = text(line)
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        at += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return }
        depth -= 1
        at += 1
      case UInt8(ascii: ","):
        if depth == 0 { return }
        at += 1
      default: at += 1
      }
      if depth == 0, at < end, line[at] == UInt8(ascii: ",") || line[at] == UInt8(ascii: "}") {
        return
      }
    }
  }

  private mutating func value(_ line: Span<UInt8>, depth: Int) -> Bool {
    guard at < end else { return false }
    switch line[at] {
    case UInt8(ascii: "\""): return text(line) != nil
    case UInt8(ascii: "{"): return depth < ValueScanner.depthMax && object(line, depth: depth + 1)
    case UInt8(ascii: "["): return depth < ValueScanner.depthMax && array(line, depth: depth + 1)
    case UInt8(ascii: "t"): return word("true", line)
    case UInt8(ascii: "f"): return word("false", line)
    case UInt8(ascii: "n"): return word("null", line)
    default: return number(line)
    }
  }

  private mutating func object(_ line: Span<UInt8>, depth: Int) -> Bool {
    at += 1
    if take(UInt8(ascii: "}"), line) { return true }
    var names = InlineArray<16, ByteRange>(repeating: .none)
    var count = 0
    while true {
      guard count < ValueScanner.membersMax, let name = plainText(line) else { return false }
      for index in 0..<count where line.hasSameBytes(names[index].indices, name) { return false }
      names[count] = ByteRange(name.lowerBound, name.upperBound)
      count += 1
      guard take(UInt8(ascii: ":"), line), value(line, depth: depth) else { return false }
      if take(UInt8(ascii: "}"), line) { return true }
      guard take(UInt8(ascii: ","), line) else { return false }
    }
  }

  private mutating func array(_ line: Span<UInt8>, depth: Int) -> Bool {
    at += 1
    if take(UInt8(ascii: "]"), line) { return true }
    while value(line, depth: depth) {
      if take(UInt8(ascii: "]"), line) { return true }
      guard take(UInt8(ascii: ","), line) else { return false }
    }
    return false
  }

  // MARK: Lists of objects of texts

  /// An object of texts: its members, which of them must stand there, and which are ids.
  private struct Shape {
    let names: [StaticString]
    let required: UInt8
    let ids: UInt8

    static let actor = Shape(names: ["actor", "role"], required: 0b11, ids: 0b01)
    static let citation = Shape(
      names: ["source", "at", "via", "quote", "lang"],
      required: 0b1,
      ids: 0b101
    )

    /// The place of a name among the members.
    func member(_ line: Span<UInt8>, _ name: Range<Int>) -> Int? {
      names.firstIndex { line.spells($0, name) }
    }
  }

  private mutating func records(_ line: Span<UInt8>, _ shape: Shape) -> Range<Int>? {
    let start = at
    guard take(UInt8(ascii: "["), line) else { return nil }
    if take(UInt8(ascii: "]"), line) { return start..<at }
    while record(line, shape) {
      if take(UInt8(ascii: "]"), line) { return start..<at }
      guard take(UInt8(ascii: ","), line) else { return nil }
    }
    return nil
  }

  private mutating func record(_ line: Span<UInt8>, _ shape: Shape) -> Bool {
    guard take(UInt8(ascii: "{"), line) else { return false }
    var seen: UInt8 = 0
    while true {
      guard let name = plainText(line), let member = shape.member(line, name),
        seen & 1 << member == 0, take(UInt8(ascii: ":"), line), let value = text(line)
      else { return false }
      seen |= 1 << member
      if shape.ids & 1 << member != 0, !EntityID.isValid(line.extracting(value)) { return false }
      if take(UInt8(ascii: "}"), line) { return seen & shape.required == shape.required }
      guard take(UInt8(ascii: ","), line) else { return false }
    }
  }
}

extension Span<UInt8> {
  /// Eight bytes as one little-endian word; they must lie within the span.
  func word(at start: Int) -> UInt64 {
    precondition(start >= 0 && start + 8 <= count, "a word lies within its bytes")
    // SAFETY: the eight bytes were just found to lie within the span.
    return UInt64(
      littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
    )
  }

  /// The first place of a quote, a backslash or a control character, or `end`.
  func endOfPlainText(from start: Int, to end: Int) -> Int {
    var at = start
    while at + 8 <= end {
      let word = word(at: at)
      let quotes = (word ^ 0x2222_2222_2222_2222)
      let slashes = (word ^ 0x5C5C_5C5C_5C5C_5C5C)
      // The highest bit of each byte that is zero, or below a space; the first of them is exact.
      let found =
        ((quotes &- 0x0101_0101_0101_0101) & ~quotes)
        | ((slashes &- 0x0101_0101_0101_0101) & ~slashes)
        | ((word &- 0x2020_2020_2020_2020) & ~word)
      let marks = found & 0x8080_8080_8080_8080
      if marks != 0 { return at + marks.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < end {
      let byte = self[at]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return at }
      at += 1
    }
    return end
  }

  func hasSameBytes(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard first.count == second.count else { return false }
    for offset in 0..<first.count
    where self[first.lowerBound + offset] != self[second.lowerBound + offset] {
      return false
    }
    return true
  }

  func hasSameBytes(_ range: Range<Int>, as other: Span<UInt8>) -> Bool {
    guard range.count == other.count else { return false }
    for offset in 0..<other.count where self[range.lowerBound + offset] != other[offset] {
      return false
    }
    return true
  }

  /// Whether the bytes in `range` are those of `text`.
  func spells(_ text: StaticString, _ range: Range<Int>) -> Bool {
    guard text.utf8CodeUnitCount == range.count else { return false }
    // SAFETY: a literal's bytes are there as long as the program is, and only they are read.
    return text.withUTF8Buffer { bytes in
      for place in 0..<range.count
      where unsafe bytes[place] != self[range.lowerBound + place] {
        return false
      }
      return true
    }
  }
}
