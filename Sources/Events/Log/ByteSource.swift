/// Where the bytes of a log are read from; all positions are absolute.
///
/// Several threads may read at once.
protocol ByteSource: AnyObject, Sendable {
  /// The log's name in messages.
  var name: String { get }

  /// The bytes that the source has now.
  func count() throws(EventLogError) -> Int

  /// The bytes of `range`, fewer only where the source ends before it.
  func read(_ range: Range<Int>) throws(EventLogError) -> [UInt8]
}

/// The bytes of a log in memory, as they were at one moment.
final class BytesInMemory: ByteSource {
  let name: String
  private let bytes: [UInt8]

  init(_ bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
  }

  func count() -> Int { bytes.count }

  func read(_ range: Range<Int>) -> [UInt8] {
    Array(bytes[range.clamped(to: 0..<bytes.count)])
  }
}

extension ByteSource {
  /// The line that ends just before `end`, which follows its newline.
  func lineBefore(_ end: Int) throws(EventLogError) -> Range<Int> {
    var width = 4096
    while true {
      let start = max(0, end - 1 - width)
      let bytes = try read(start..<(end - 1))
      if let newline = bytes.lastIndex(of: UInt8(ascii: "\n")) {
        return (start + newline + 1)..<(end - 1)
      }
      if start == 0 { return 0..<(end - 1) }
      width *= 4
    }
  }

  /// The point at that byte, as the line before it claims; nil if that line cannot be read.
  func claimedPoint(at offset: Int) throws(EventLogError) -> (point: LogPoint, hasMore: Bool)? {
    if offset == 0 { return (.start, false) }
    let bytes = try read(lineBefore(offset))
    // Why it cannot be read does not matter here: whoever reads the line itself is told.
    guard let claim = try? LineFormat.claim(bytes), let number = claim.number else { return nil }
    let point = LogPoint(
      position: Position(number),
      offset: offset,
      hash: claim.hash,
      recorded: claim.recorded
    )
    return (point, claim.hasMore)
  }

  /// The byte after the last newline before `end`; 0 if there is none.
  func endOfLines(before end: Int) throws(EventLogError) -> Int {
    var end = end
    while end > 0 {
      let start = max(0, end - 65_536)
      if let newline = try read(start..<end).lastIndex(of: UInt8(ascii: "\n")) {
        return start + newline + 1
      }
      end = start
    }
    return 0
  }
}

extension ByteSource {
  /// Calls `body` with each line before `end` and the offset at which it begins, whatever it holds.
  ///
  /// Instead of a line that is too long to be one, nil is given.
  func eachLine(
    to end: Int,
    _ body: ([UInt8]?, Range<Int>) -> Void
  ) throws(EventLogError) {
    var line: [UInt8] = []
    var start = 0
    var at = 0
    func give(_ lineEnd: Int) {
      body(line.count > LineFormat.lineBytesMax ? nil : line, start..<lineEnd)
      line.removeAll(keepingCapacity: true)
      start = lineEnd + 1
    }
    while at < end {
      let piece = try read(at..<min(end, at + 1 << 20))
      if piece.isEmpty { break }
      var rest = piece[...]
      while let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line += rest[..<newline]
        give(at + newline)
        rest = rest[(newline + 1)...]
      }
      // One byte beyond the limit is enough to know that it is passed.
      line += rest.prefix(max(0, LineFormat.lineBytesMax + 1 - line.count))
      at += piece.count
    }
    if !line.isEmpty { give(at) }
  }
}
