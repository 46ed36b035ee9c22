/// A JSON object as it lies in a piece of the log, its members found.
struct WrittenObject: Sendable {
  /// All of it, with its braces.
  let range: ByteRange
  /// Which of the members of its piece are its own.
  private let first: UInt32
  private let count: UInt32

  /// The object that was found in `range`; its members are added to `table`.
  init(_ range: ByteRange, in span: Span<UInt8>, _ table: inout [WrittenMember]) {
    self.range = range
    first = UInt32(table.count)
    if !range.isNone {
      var scan = ValueScanner(at: Int(range.start) + 1, end: Int(range.end))
      while let name = scan.plainText(span) {
        scan.at += 1
        let start = scan.at
        scan.skipValue(span)
        table.append(WrittenMember(name, value: ByteRange(start, scan.at), in: span))
        guard scan.take(UInt8(ascii: ","), span) else { break }
      }
    }
    count = UInt32(table.count) - first
  }

  var isNone: Bool { range.isNone }
  var isEmpty: Bool { count == 0 }
  var members: Range<Int> { Int(first)..<Int(first + count) }
}

/// A member of an object in a piece of the log: where its name and its value lie.
struct WrittenMember: Sendable {
  /// The first bytes of its name, by which most others are told from it.
  private let lead: UInt32
  private let nameCount: UInt32
  let value: ByteRange

  init(_ name: Range<Int>, value: ByteRange, in span: Span<UInt8>) {
    nameCount = UInt32(name.count)
    self.value = value
    lead = WrittenMember.lead(of: span.extracting(name))
  }

  /// Whether it is called `other`, of which `lead` are the first bytes.
  func isCalled(_ other: Span<UInt8>, lead: UInt32, in span: Span<UInt8>) -> Bool {
    guard self.lead == lead, Int(nameCount) == other.count else { return false }
    // A quote and a colon stand between a name and its value.
    let end = Int(value.start) - 2
    return other.count <= 4 || span.hasSameBytes((end - other.count)..<end, as: other)
  }

  static func lead(of name: Span<UInt8>) -> UInt32 {
    var lead: UInt32 = 0
    for index in 0..<min(4, name.count) { lead |= UInt32(name[index]) << UInt32(8 * index) }
    return lead
  }
}

extension LinePiece {
  /// Where the value of the member called `name` lies in `object`.
  func value(of name: String, in object: WrittenObject) -> ByteRange? {
    let bytes = bytes
    return members[object.members].place(of: name, in: bytes.span)
  }
}

extension RandomAccessCollection<WrittenMember> {
  /// Where the value of the member called `name` lies.
  func place(of name: String, in span: Span<UInt8>) -> ByteRange? {
    let name = name.utf8Span.span
    let lead = WrittenMember.lead(of: name)
    return first { $0.isCalled(name, lead: lead, in: span) }?.value
  }
}
