internal import Events

/// A name in Chinese or Japanese writing, in which each sign is a word and names run together.
struct UnspacedName {
  /// What could mean the person without the rest of the name, as rows of signs.
  private(set) var parts: [[String]] = []

  init(_ words: [LocatedWord]) {
    var runs: [[LocatedWord]] = []
    for word in words {
      if runs.last?.last?.range.upperBound == word.range.lowerBound {
        runs[runs.count - 1].append(word)
      } else {
        runs.append([word])
      }
    }
    let rows = runs.map { $0.map(\.token) }.filter { $0.allSatisfy(UnspacedName.isSign) }
    for row in rows { add(runs.count > 1 ? [row] : UnspacedName.usualParts(of: row)) }
  }

  private mutating func add(_ rows: [[String]]) {
    for row in rows {
      let isShort = row.count == 1 || row.count == 2 && row.allSatisfy(UnspacedName.isHiragana)
      if !isShort { parts.append(row) }
      // One sign is a word by itself, unless something else shows that it names somebody.
      guard isShort else { continue }
      parts += UnspacedName.titles.map { row + $0 } + UnspacedName.pets.map { $0 + row }
    }
  }

  /// The family name, and the given name of four signs: of three it is hidden with the whole name.
  private static func usualParts(of row: [String]) -> [[String]] {
    guard row.allSatisfy({ !isKana($0) }) else { return [] }
    switch row.count {
    case 2, 3: return [Array(row.prefix(1))]
    case 4: return [Array(row.prefix(2)), Array(row.suffix(2))]
    default: return []
    }
  }

  /// What stands behind the name of a person.
  private static let titles = signs([
    "さん", "さま", "様", "氏", "くん", "君", "ちゃん", "容疑者", "被告", "先生", "女士", "小姐", "某", "同志",
    "老师", "老師",
  ])
  /// What stands before it.
  private static let pets = signs(["小", "老", "阿"])

  private static func signs(_ words: [String]) -> [[String]] {
    words.map(SearchFolding.tokens)
  }

  static func isSign(_ token: String) -> Bool {
    guard let scalar = token.unicodeScalars.first, token.unicodeScalars.count == 1 else {
      return false
    }
    return scalar.properties.isIdeographic || isKana(token)
  }

  private static func isKana(_ token: String) -> Bool { isHiragana(token) || isKatakana(token) }

  private static func isHiragana(_ token: String) -> Bool {
    token.unicodeScalars.allSatisfy { (0x3040...0x309F).contains($0.value) }
  }

  static func isKatakana(_ token: String) -> Bool {
    token.unicodeScalars.allSatisfy { (0x30A0...0x30FF).contains($0.value) }
  }
}
