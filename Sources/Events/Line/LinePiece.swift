internal import Glibc

/// Bytes of the log that several lines share, as they were read, and the events on these lines.
package final class LinePiece: Sendable {
  let bytes: [UInt8]
  /// Those of the lines that are plainly spelled, in their order.
  let events: [WrittenEvent]
  /// The members of the details of each event, one event after the other.
  let members: [WrittenMember]

  static let empty = LinePiece([])

  /// Bytes of which nobody asks for events.
  convenience init(_ bytes: [UInt8]) {
    self.init(bytes, events: [], [])
  }

  /// Bytes that are one object, and that object.
  static func apart(_ bytes: [UInt8]) -> (LinePiece, WrittenObject) {
    var members: [WrittenMember] = []
    let object = WrittenObject(ByteRange(0, bytes.count), in: bytes.span, &members)
    // Of many such objects it counts how much room each takes: no more than its members need.
    return (LinePiece(bytes, events: [], members.map { $0 }), object)
  }

  private init(_ bytes: [UInt8], events: [WrittenEvent], _ members: [WrittenMember]) {
    self.bytes = bytes
    self.events = events
    self.members = members
  }

  /// Bytes of which each plainly spelled line is an event; the last may lack its newline.
  convenience init(events bytes: [UInt8]) {
    var events: [WrittenEvent] = []
    var table: [WrittenMember] = []
    events.reserveCapacity(bytes.count / LineFormat.usualBytes + 1)
    table.reserveCapacity(4 * events.capacity)
    let span = bytes.span
    var start = 0
    while start < span.count {
      let end = span.firstIndex(of: UInt8(ascii: "\n"), from: start) ?? span.count
      if end - start <= LineFormat.lineBytesMax, let members = LineScanner(span, start..<end),
        let event = WrittenEvent(members, start..<end, in: span, &table)
      {
        events.append(event)
      }
      start = end + 1
    }
    self.init(bytes, events: events, table)
  }

  /// The event on the line in `range`, by its place among all; nil unless it is plainly spelled.
  func event(on range: Range<Int>) -> UInt32? {
    // Events stand in the order of their lines, so half of them are out of the question each time.
    var (low, high) = (0, events.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(events[middle].line.start) < range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < events.count, events[low].line.indices == range else { return nil }
    return UInt32(low)
  }

  /// The text between two quotes that was found to be a JSON string.
  func text(_ range: ByteRange) -> String {
    let bytes = bytes
    let span = bytes.span.extracting(range.indices)
    if span.firstIndex(of: UInt8(ascii: "\\"), from: 0) == nil {
      return String(repairing: span)
    }
    return json(ByteRange(range.start - 1, range.end + 1)).text ?? ""
  }

  /// The text that was found there with its quotes; nil if it is another value.
  func textValue(_ range: ByteRange) -> String? { withinQuotes(range).map(text) }

  /// The id that was found there as a text with its quotes; nil if it is another value.
  ///
  /// What must be escaped in a text cannot stand in an id.
  func eventValue(_ range: ByteRange) -> EventID? {
    guard let id = withinQuotes(range) else { return nil }
    let bytes = bytes
    return EventID.isValid(bytes.span.extracting(id.indices)) ? event(id) : nil
  }

  /// The id that was found there as a text with its quotes; nil if it is another value.
  func entityValue(_ range: ByteRange) -> EntityID? {
    guard let id = withinQuotes(range) else { return nil }
    let bytes = bytes
    return EntityID.isValid(bytes.span.extracting(id.indices)) ? entity(id) : nil
  }

  private func withinQuotes(_ range: ByteRange) -> ByteRange? {
    guard bytes[Int(range.start)] == UInt8(ascii: "\"") else { return nil }
    return ByteRange(range.start + 1, range.end - 1)
  }

  /// The JSON value that was found there.
  func json(_ range: ByteRange) -> JSON {
    let bytes = bytes
    do {
      return try JSON(parsing: bytes.span.extracting(range.indices))
    } catch {
      preconditionFailure("a value is scanned before it is read: \(error)")
    }
  }
}

/// Some bytes of a piece.
package struct ByteRange: Hashable, Sendable {
  let start: UInt32
  let end: UInt32

  static let none = ByteRange(0 as UInt32, 0)

  init(_ start: UInt32, _ end: UInt32) {
    self.start = start
    self.end = end
  }

  init(_ start: Int, _ end: Int) {
    self.init(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: end))
  }

  /// Nothing ends where a piece begins, so a range that does is none.
  var isNone: Bool { end == 0 }
  var count: Int { Int(end) - Int(start) }
  var indices: Range<Int> { Int(start)..<Int(end) }
}

extension Span<UInt8> {
  /// The first place of `byte` at or after `start`.
  package func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard start < count else { return nil }
    // SAFETY: memchr reads only the lent bytes, and answers a place among them or nil.
    return unsafe withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + start, CInt(byte), bytes.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// Whether every byte is ASCII.
  var isASCII: Bool {
    // SAFETY: every load lies within the lent bytes, and may begin at any of them.
    unsafe withUnsafeBytes { bytes in
      var at = 0
      var words = SIMD4<UInt64>.zero
      while at + 32 <= bytes.count {
        words |= unsafe bytes.loadUnaligned(fromByteOffset: at, as: SIMD4<UInt64>.self)
        at += 32
      }
      var seen = words[0] | words[1] | words[2] | words[3]
      while at < bytes.count {
        seen |= UInt64(unsafe bytes[at])
        at += 1
      }
      return seen & 0x8080_8080_8080_8080 == 0
    }
  }
}
