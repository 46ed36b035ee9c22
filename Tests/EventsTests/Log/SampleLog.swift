@testable import Events

/// Small logs to be damaged.
enum SampleLog {
  /// As many lines, each a batch of its own, without newlines.
  static func lines(_ count: Int) -> [[UInt8]] {
    var point = LogPoint.start
    let sealing = Sealing.counting()
    return (1...count).map { number in
      guard
        let batch = try? SealedBatch([.arrest("e-\(number)")], after: point, sealing: sealing)
      else { preconditionFailure("a small draft can be sealed") }
      point = batch.end
      return batch.lines[0].bytes
    }
  }

  static func joined(_ lines: [[UInt8]]) -> [UInt8] {
    lines.flatMap { $0 + [UInt8(ascii: "\n")] }
  }

  static func log(_ backend: Backend, _ lines: [[UInt8]]) throws -> LogUnderTest {
    try backend.log(joined(lines))
  }

  static func withheld(_ line: [UInt8], _ number: Int) -> [UInt8] {
    let hash = LineFormat.sealed(line.span) ?? .start
    return LineFormat.withheld(Position(number), hasMore: false, hash: hash)
  }

  /// The line with one word for another.
  static func edited(_ line: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    Array(String(decoding: line, as: UTF8.self).replacing(old, with: new).utf8)
  }

  /// The line under another hash, which seals nothing.
  static func rehashed(_ line: [UInt8]) -> [UInt8] {
    var line = line
    let place = line.count - 10
    line[place] = line[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
    return line
  }

  /// The hash that would seal a line.
  static func hash(sealing line: [UInt8], after before: [UInt8]) -> LineHash {
    let body = Array(line.dropLast(54))
    return LineHash.of(body: body.span, after: LineHash(hash(before)) ?? .start)
  }

  /// The hash that stands at the end of a line.
  static func hash(_ line: [UInt8]) -> String {
    String(decoding: line.suffix(45).dropLast(2), as: UTF8.self)
  }
}
