/// Texts that are looked for inside words: many at once, each of four bytes or more.
struct Fragments {
  /// The fragments by their first four bytes.
  private var starts: [UInt32: [[UInt8]]] = [:]
  private static let startBytes = 4

  var isEmpty: Bool { starts.isEmpty }

  /// Adds a fragment; one that is too short to be looked for is left out.
  mutating func insert(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= Fragments.startBytes else { return }
    let start = Fragments.start(bytes, at: 0)
    if starts[start]?.contains(bytes) != true { starts[start, default: []].append(bytes) }
  }

  /// Whether one of them stands in `word`.
  func occur(in word: String) -> Bool {
    let bytes = Array(word.utf8)
    guard !isEmpty, bytes.count >= Fragments.startBytes else { return false }
    return (0...bytes.count - Fragments.startBytes).contains { index in
      starts[Fragments.start(bytes, at: index)]?.contains { bytes[index...].starts(with: $0) }
        ?? false
    }
  }

  private static func start(_ bytes: [UInt8], at index: Int) -> UInt32 {
    bytes[index..<index + startBytes].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
