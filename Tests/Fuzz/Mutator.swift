/// Changes good input into what nobody should write.
struct Mutator {
  var chance: Chance
  /// What is put into inputs beside single bytes.
  private let pieces: [[UInt8]]

  private static let lengthMax = 4096
  /// One input in so many may grow beyond that.
  private static let longOneIn = 2048
  private static let longLengthMax = 1 << 16

  init(seed: UInt64) {
    chance = Chance(seed: seed)
    pieces = Mutator.texts.map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]
  }

  /// One of `pool`, changed in some places.
  mutating func mutant(of pool: [[UInt8]]) -> [UInt8] {
    var bytes = chance.pick(pool)
    for _ in 0...chance.roll(5) { change(&bytes, pool) }
    let isLong = chance.roll(Mutator.longOneIn) == 0
    if isLong { repeatPart(of: &bytes, to: Mutator.longLengthMax) }
    let most = isLong ? Mutator.longLengthMax : Mutator.lengthMax
    if bytes.count > most { bytes.removeLast(bytes.count - most) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8], _ pool: [[UInt8]]) {
    let start = chance.roll(bytes.count + 1)
    let end = min(bytes.count, start + chance.roll(9))
    switch chance.roll(11) {
    case 0: if start < bytes.count { bytes[start] ^= 1 << UInt8(chance.roll(8)) }
    case 1: bytes.removeSubrange(start..<end)
    case 2, 3: bytes.insert(contentsOf: chance.pick(pieces), at: start)
    case 4: bytes.insert(UInt8(chance.roll(256)), at: start)
    case 5: bytes.replaceSubrange(start..<end, with: chance.pick(pieces))
    case 6: bytes.insert(contentsOf: bytes[start..<end], at: chance.roll(bytes.count + 1))
    case 7: if start > 0, start < bytes.count { bytes.swapAt(start, start - 1) }
    case 8: bytes.removeLast(bytes.count - start)
    case 9: splice(&bytes, at: start, chance.pick(pool))
    default: if chance.roll(16) == 0 { repeatPart(of: &bytes, to: 1024) }
    }
  }

  /// Puts a part of another input where a part of this one was.
  private mutating func splice(_ bytes: inout [UInt8], at start: Int, _ other: [UInt8]) {
    let from = chance.roll(other.count + 1)
    let part = other[from..<min(other.count, from + chance.roll(64))]
    let end = min(bytes.count, start + chance.roll(64))
    bytes.replaceSubrange(start..<end, with: part)
  }

  /// Repeats a few bytes until there are many.
  private mutating func repeatPart(of bytes: inout [UInt8], to most: Int) {
    let start = chance.roll(bytes.count + 1)
    let part = Array(bytes[start..<min(bytes.count, start + 1 + chance.roll(8))])
    guard !part.isEmpty, bytes.count < most else { return }
    let count = chance.roll((most - bytes.count) / part.count + 1)
    bytes.insert(contentsOf: [[UInt8]](repeating: part, count: count).joined(), at: start)
  }

  private static let texts = [
    "\"", "\\", "{", "}", "[", "]", ":", ",", "null", "true", "0", "-1", "9", "1e9", "1e-400",
    "\\u0000", "\\ud800", "\\udc00", "\\u", "..", "/", "~", "?", "%", "X", "Y", "E", "S", "P", "T",
    "-", "W", "99999999999999999999", "[[[[[[[[", "{\"a\":", "é", "e\u{301}", "\u{202E}", "\u{0}",
    "\n", "\r", " ", "\u{FEFF}", "\u{212A}", "0000", "9999", "31", "29", "details", "\"kind\":",
  ]
}
