/// Folds much text to search tokens, and remembers words that it has folded.
///
/// Gives what `SearchFolding.tokens` gives. Texts repeat their words, so that most are only looked
/// up; what is remembered is forgotten whenever it exceeds some megabytes.
package struct SearchTokenizer {
  private struct Entry {
    var hash: UInt64 = 0
    var wordStart = 0
    /// Zero in a free place.
    var wordCount = 0
    var tokensStart = 0
    var tokensCount = 0
  }

  private static let placesCount = 1 << 16
  private static let entriesMax = placesCount / 2
  private static let bytesMax = 1 << 22

  private var entries = [Entry](repeating: Entry(), count: placesCount)
  private var entriesCount = 0
  /// The words and their tokens, one after the other.
  private var bytes: [UInt8] = []

  package init() {}

  /// Appends the tokens of `text`, which is UTF-8, to `output`, each with a space behind it.
  package mutating func append(tokensOf text: Span<UInt8>, to output: inout [UInt8]) {
    var index = 0
    while index < text.count {
      var hash = SearchTokenizer.hashStart
      let start = index
      while index < text.count, SearchTokenizer.mayBePartOfWord(text[index]) {
        hash = (hash ^ UInt64(text[index])) &* SearchTokenizer.hashPrime
        index += 1
      }
      if index > start {
        append(tokensOfWord: text.extracting(start..<index), hash: hash, to: &output)
      }
      index += 1
    }
  }

  private mutating func append(
    tokensOfWord word: Span<UInt8>,
    hash: UInt64,
    to output: inout [UInt8]
  ) {
    // The high bits of this hash are mixed best.
    var place = Int(truncatingIfNeeded: hash >> 40) & (SearchTokenizer.placesCount - 1)
    while entries[place].wordCount > 0 {
      let entry = entries[place]
      if entry.hash == hash, stands(word, at: entry) {
        output.append(
          contentsOf: bytes[entry.tokensStart..<entry.tokensStart + entry.tokensCount]
        )
        return
      }
      place = (place + 1) & (SearchTokenizer.placesCount - 1)
    }
    let written = output.count
    var copy: [UInt8] = []
    copy.reserveCapacity(word.count)
    for index in 0..<word.count { copy.append(word[index]) }
    for token in SearchFolding.tokens(String(decoding: copy, as: UTF8.self)) {
      output.append(contentsOf: token.utf8)
      output.append(UInt8(ascii: " "))
    }
    remember(copy, tokens: output[written...], hash: hash, place: place)
  }

  private mutating func remember(
    _ word: [UInt8],
    tokens: ArraySlice<UInt8>,
    hash: UInt64,
    place: Int
  ) {
    // A word as long as this is not one that texts repeat.
    guard word.count <= 256 else { return }
    if entriesCount == SearchTokenizer.entriesMax || bytes.count > SearchTokenizer.bytesMax {
      self = SearchTokenizer()
      return
    }
    entries[place] = Entry(
      hash: hash,
      wordStart: bytes.count,
      wordCount: word.count,
      tokensStart: bytes.count + word.count,
      tokensCount: tokens.count
    )
    entriesCount += 1
    bytes.append(contentsOf: word)
    bytes.append(contentsOf: tokens)
  }

  private func stands(_ word: Span<UInt8>, at entry: Entry) -> Bool {
    guard entry.wordCount == word.count else { return false }
    for index in 0..<word.count where bytes[entry.wordStart + index] != word[index] {
      return false
    }
    return true
  }

  // FNV-1a, which is quick for words.
  private static let hashStart: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let hashPrime: UInt64 = 0x100_0000_01B3

  /// Whether a word may hold this byte: every other one ends it, whatever stands around it.
  private static func mayBePartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "'"), UInt8(ascii: "`"), 0x80...:
      true
    default: false
    }
  }
}
