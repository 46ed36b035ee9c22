import Events
import Testing

struct EDTFPropertyTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `any valid date keeps its text, its bounds in order, and has words`(seed: UInt64) throws {
    var maker = EDTFMaker(seed: seed)
    for _ in 0..<200 {
      let text = maker.text()
      let date = try EDTF(parsing: text)
      #expect(date.verbatim == text)
      #expect(date.description == text)
      #expect(try EDTF(parsing: Array(text.utf8).span) == date)
      #expect(0...2 ~= date.level)
      #expect(isOrdered(date.beginning.earliest, date.beginning.latest), "\(text)")
      #expect(isOrdered(date.end.earliest, date.end.latest), "\(text)")
      #expect(isOrdered(date.beginning.earliest, date.end.earliest), "\(text)")
      #expect(isOrdered(date.beginning.latest, date.end.latest), "\(text)")
      #expect(!date.words.isEmpty)
      #expect(date.beginning != DayBounds(earliest: nil, latest: nil) || text.hasPrefix("["))
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `any bytes are read or refused, never a crash`(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let alphabet = Array("0123456789012345XXYSE--~?%/..,[]{}TZ:+x \u{e9}\0".utf8)
    for _ in 0..<500 {
      let count = Int.random(in: 0...24, using: &chance)
      let isAnyByte = Int.random(in: 0..<10, using: &chance) == 0
      let bytes = (0..<count).map { _ in
        isAnyByte
          ? UInt8.random(in: 0...255, using: &chance)
          : alphabet[Int.random(in: 0..<alphabet.count, using: &chance)]
      }
      check(bytes)
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a valid date with one byte changed is read or refused, never a crash`(seed: UInt64) {
    var maker = EDTFMaker(seed: seed)
    let alphabet = Array("0123456789XYSE-~?%/.,[]{}TZ:+x ".utf8)
    for _ in 0..<300 {
      var bytes = Array(maker.text().utf8)
      let offset = Int.random(in: 0..<bytes.count, using: &maker.chance)
      let byte = alphabet[Int.random(in: 0..<alphabet.count, using: &maker.chance)]
      switch Int.random(in: 0..<3, using: &maker.chance) {
      case 0: bytes[offset] = byte
      case 1: bytes.insert(byte, at: offset)
      default: bytes.remove(at: offset)
      }
      check(bytes)
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `a masked date spans exactly the days of its fillings`(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let text = maskedDay(&chance)
      let fillings = self.fillings(of: text)
      let date = try? EDTF(parsing: text)
      #expect(date?.beginning.earliest == fillings.min(), "\(text)")
      #expect(date?.beginning.latest == fillings.max(), "\(text)")
    }
  }

  private func isOrdered(_ first: Day?, _ second: Day?) -> Bool {
    guard let first, let second else { return true }
    return first <= second
  }

  /// Whatever is read keeps its bytes; whatever is refused says why.
  private func check(_ bytes: [UInt8]) {
    do throws(EDTFError) {
      let date = try EDTF(parsing: bytes.span)
      #expect(Array(date.verbatim.utf8) == bytes)
      #expect(!date.words.isEmpty)
    } catch {
      #expect(!error.description.isEmpty)
    }
  }

  /// A day of the 1960s, with half of its last digits masked.
  private func maskedDay(_ chance: inout SeededGenerator) -> String {
    let year = Int.random(in: 1_960...1_969, using: &chance)
    let month = Int.random(in: 1...12, using: &chance)
    let day = Int.random(in: 1...28, using: &chance)
    let digits = [year, month, day].map(String.init)
    let padded = digits.map { $0.count == 1 ? "0" + $0 : $0 }.joined(separator: "-")
    let masked = padded.enumerated().map { offset, digit in
      offset > 2 && digit != "-" && Bool.random(using: &chance) ? "X" : digit
    }
    return String(masked)
  }

  /// The days from 1960 to 1969 whose text fits the mask.
  private func fillings(of mask: String) -> [Day] {
    let pattern = Array(mask.utf8)
    let fitting = Self.sixties.filter { _, text in
      text.indices.allSatisfy { pattern[$0] == UInt8(ascii: "X") || pattern[$0] == text[$0] }
    }
    return fitting.map(\.day)
  }

  private static let sixties = (-3_653..<0).map { number in
    let day = Day(number: number)
    return (day: day, text: Array(day.description.utf8))
  }
}
