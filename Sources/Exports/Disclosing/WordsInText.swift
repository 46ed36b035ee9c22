internal import Events

/// A text and its words, and how each of them is written there.
struct WordsInText {
  let text: String
  let words: [LocatedWord]
  /// Whether it is a tag or another label, in which nothing is a common word.
  let isLabel: Bool
  /// Whether all of it is one word to whoever wrote it.
  private let isUnbroken: Bool
  /// Whether anything in it can belong to an address: most texts hold none.
  private let mayHoldAddress: Bool
  /// How far from a word an address is recognised; it bounds the work on texts without spaces.
  private static let addressMax = 200
  /// A name of more Katakana than that is found also inside longer rows.
  private static let katakanaMax = 3

  init(_ text: String, isLabel: Bool) {
    self.text = text
    self.isLabel = isLabel
    words = SearchFolding.words(in: text)
    isUnbroken = isLabel && !text.contains(where: \.isWhitespace)
    mayHoldAddress = WordsInText.mayHoldAddress(text.utf8)
  }

  /// What stands between the word at `index` and the next one.
  func gap(after index: Int) -> Substring {
    text[words[index].range.upperBound..<words[index + 1].range.lowerBound]
  }

  func isCapitalised(_ index: Int) -> Bool {
    text.unicodeScalars[words[index].range].first?.properties.isUppercase ?? false
  }

  /// Whether a few Katakana of a longer row of them are taken out: カナ is no part of カナダ.
  func cutsKatakana(_ range: Range<Int>) -> Bool {
    guard range.count <= WordsInText.katakanaMax, range.allSatisfy(isKatakana) else { return false }
    let before = range.lowerBound - 1
    let after = range.upperBound
    return before >= 0 && isKatakana(before) && gap(after: before).isEmpty
      || after < words.count && isKatakana(after) && gap(after: after - 1).isEmpty
  }

  private func isKatakana(_ index: Int) -> Bool { UnspacedName.isKatakana(words[index].token) }

  /// Whether a sentence or what somebody says begins with the word at `index`.
  func beginsSentence(_ index: Int) -> Bool {
    index == 0 || gap(after: index - 1).contains { ".!?…:;\n\"«“„(".contains($0) }
  }

  /// Whether what follows shows that the word at `index` names somebody.
  func isSubject(_ index: Int) -> Bool {
    guard index + 1 < words.count else { return true }
    let gap = gap(after: index)
    if gap.allSatisfy(\.isWhitespace) {
      return EverydayWords.predicates.contains(words[index + 1].token)
    }
    return !gap.allSatisfy { "-‐‑".contains($0) }
  }

  /// Whether the word at `index` can hold several: it stands in a hashtag, an address or a label,
  /// or has capitals inside.
  func isCompound(_ index: Int) -> Bool {
    isUnbroken || hasHumps(index) || mayHoldAddress && isInAddress(index)
  }

  /// Whether what stands around a word without a space is written as hashtags, handles, addresses
  /// of pages and of mail are.
  private func isInAddress(_ index: Int) -> Bool {
    let scalars = text.unicodeScalars
    let range = words[index].range
    var place = range.lowerBound
    var last: Unicode.Scalar?
    for count in 0..<WordsInText.addressMax {
      guard place > scalars.startIndex else { break }
      place = scalars.index(before: place)
      let scalar = scalars[place]
      if scalar.properties.isWhitespace { break }
      if WordsInText.isOfAddress(scalar) { return true }
      // A letter before the dot before the word: `x.org`.
      if count == 1, last == ".", scalar.properties.isAlphabetic { return true }
      last = scalar
    }
    place = range.upperBound
    last = nil
    for count in 0..<WordsInText.addressMax {
      guard place < scalars.endIndex else { break }
      let scalar = scalars[place]
      if scalar.properties.isWhitespace { break }
      if WordsInText.isOfAddress(scalar) { return true }
      if count == 1, last == ".", scalar.properties.isAlphabetic { return true }
      last = scalar
      place = scalars.index(after: place)
    }
    return false
  }

  private static func mayHoldAddress(_ text: String.UTF8View) -> Bool {
    var isAfterDot = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "\\"),
        UInt8(ascii: "="), UInt8(ascii: "&"), UInt8(ascii: "%"),
        // Fullwidth signs begin with this byte.
        0xEF:
        return true
      default: break
      }
      if isAfterDot, byte > UInt8(ascii: " ") { return true }
      isAfterDot = byte == UInt8(ascii: ".")
    }
    return false
  }

  private static func isOfAddress(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "#", "＃", "@", "＠", "/", "\\", "=", "&", "%": true
    default: false
    }
  }

  /// Whether the word at `index` has capitals inside or digits beside letters.
  private func hasHumps(_ index: Int) -> Bool {
    let word = text[words[index].range]
    // Most words are letters in lower case behind their first.
    if word.utf8.dropFirst().allSatisfy({ (0x61...0x7A).contains($0) }),
      word.utf8.first.map({ $0 > 0x39 && $0 < 0x80 }) ?? true
    {
      return false
    }
    var last: Unicode.Scalar?
    for scalar in word.unicodeScalars {
      if last.map({ WordsInText.beginsHump(scalar, after: $0) }) == true { return true }
      if !scalar.properties.isGraphemeExtend { last = scalar }
    }
    return false
  }

  private static func beginsHump(_ scalar: Unicode.Scalar, after last: Unicode.Scalar) -> Bool {
    if scalar.properties.isGraphemeExtend { return false }
    return scalar.properties.isUppercase && !last.properties.isUppercase
      || isDigit(scalar) != isDigit(last)
  }

  /// What the word at `index` is made of, by the capitals and digits in it, as search folds it.
  func humps(_ index: Int) -> [String] {
    var humps: [String.UnicodeScalarView] = [String.UnicodeScalarView()]
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars[words[index].range] {
      if last.map({ WordsInText.beginsHump(scalar, after: $0) }) == true {
        humps.append(String.UnicodeScalarView())
      }
      humps[humps.count - 1].append(scalar)
      // A mark belongs to its letter.
      if !scalar.properties.isGraphemeExtend { last = scalar }
    }
    return humps.map { SearchFolding.tokens(String($0)).joined() }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }
}
