internal import Events

/// The single words of protected names, and the shapes in which a text can hold one.
struct NameParts {
  /// A text in which parts are looked for.
  struct Context {
    let text: String
    let words: [LocatedWord]
    /// Whether it is a tag or another label, in which nothing is a common word.
    let isLabel: Bool
  }

  private var whole: Set<String> = []
  /// Parts of two letters, which can also be common words.
  private var short: Set<String> = []
  /// Parts without the vowels at their end, for the endings of Cyrillic names.
  private var stems: Set<String> = []
  /// What a word can hold unseparated: whole names written as one, in scripts without spaces any
  /// part.
  private var joined = Fragments()
  /// Parts that an id can hold unseparated.
  private var pieces = Fragments()
  private var initials: Set<String> = []

  private static let lettersMin = 3
  private static let joinedLettersMin = 5
  private static let endingLettersMax = 3
  /// Words inside names that are common words or stand in many names.
  private static let particles = Set(
    [
      "van", "von", "der", "den", "del", "dos", "las", "los", "ibn", "bin", "bint", "the", "and",
      "uly",
      "kyzy", "ogly", "oglu", "uulu",
    ].flatMap(SearchFolding.tokens)
  )

  mutating func add(_ words: [LocatedWord], of name: String) {
    for word in words {
      let count = word.token.unicodeScalars.count
      if let first = name[word.range].first {
        initials.formUnion(SearchFolding.words(in: String(first)).map(\.token))
      }
      if NameParts.isUnspaced(word.token) {
        if count > 1 { joined.insert(word.token) }
        if count > 1 || words.count == 1 { whole.insert(word.token) }
      } else if count >= NameParts.lettersMin, !NameParts.particles.contains(word.token) {
        whole.insert(word.token)
        if count > NameParts.lettersMin { pieces.insert(word.token) }
        stems.insert(NameParts.stem(word.token))
      } else if count == 2 {
        short.insert(word.token)
      }
    }
    let tokens = words.map(\.token)
    if tokens.count > 1 {
      addJoined(tokens.joined())
      addJoined(tokens.reversed().joined())
    }
  }

  /// Looks for `token` inside longer words.
  mutating func addJoined(_ token: String) {
    let isLong = token.unicodeScalars.count >= NameParts.joinedLettersMin
    if isLong || NameParts.isUnspaced(token) { joined.insert(token) }
  }

  /// Whether the word at `index` is a part, or holds a name.
  func contain(_ index: Int, in context: Context) -> Bool {
    let word = context.words[index]
    let token = word.token
    if whole.contains(token) || whole.contains(NameParts.withoutDigits(token)) { return true }
    if joined.occur(in: token) { return true }
    if short.contains(token) {
      return context.isLabel || isName(index, in: context)
    }
    return isInflected(word, in: context.text)
  }

  /// The word at `index` with the initials beside it.
  func withInitials(_ index: Int, in context: Context) -> Range<Int> {
    var range = index..<index + 1
    while range.lowerBound > 0, isInitial(range.lowerBound - 1, in: context),
      isInitialGap(range.lowerBound - 1, in: context)
    {
      range = range.lowerBound - 1..<range.upperBound
    }
    while range.upperBound < context.words.count, isInitial(range.upperBound, in: context),
      isInitialGap(range.upperBound - 1, in: context)
    {
      range = range.lowerBound..<range.upperBound + 1
    }
    return range
  }

  /// Whether a word of an id tells a part, also as a piece of it.
  func isTold(byIDWord token: String) -> Bool {
    whole.contains(token) || short.contains(token) || joined.occur(in: token)
      || pieces.occur(in: token)
  }

  /// Whether a part begins with `token`.
  func areBegun(by token: String) -> Bool {
    whole.union(short).contains { $0.hasPrefix(token) } || joined.occur(in: token)
  }

  /// Whether a short word is written as a name is, where no sentence begins.
  private func isName(_ index: Int, in context: Context) -> Bool {
    guard index > 0, isCapitalised(context.words[index], in: context.text) else { return false }
    let gap = context.text[
      context.words[index - 1].range.upperBound..<context.words[index].range.lowerBound
    ]
    return !gap.contains { ".!?…:;\n\"«“".contains($0) }
  }

  private func isInflected(_ word: LocatedWord, in text: String) -> Bool {
    let letters = text.unicodeScalars[word.range]
    guard isCapitalised(word, in: text) else { return false }
    // `Bergs` is the genitive of German and the plural of English.
    if word.token.hasSuffix("s"), whole.contains(String(word.token.dropLast())) { return true }
    guard letters.first.map({ (0x400...0x52F).contains($0.value) }) ?? false else { return false }
    return (0...NameParts.endingLettersMax).contains { ending in
      stems.contains(String(word.token.dropLast(ending)))
    }
  }

  private func isCapitalised(_ word: LocatedWord, in text: String) -> Bool {
    text.unicodeScalars[word.range].first?.properties.isUppercase ?? false
  }

  private func isInitial(_ index: Int, in context: Context) -> Bool {
    let word = context.words[index]
    return context.text[word.range].count == 1 && initials.contains(word.token)
      && isCapitalised(word, in: context.text)
  }

  private func isInitialGap(_ index: Int, in context: Context) -> Bool {
    context.text[
      context.words[index].range.upperBound..<context.words[index + 1].range.lowerBound
    ].allSatisfy { $0 == "." || $0 == "-" || $0.isWhitespace }
  }

  private static func withoutDigits(_ token: String) -> String {
    let isDigit = { (character: Character) in ("0"..."9").contains(character) }
    guard token.first.map(isDigit) ?? false || token.last.map(isDigit) ?? false else {
      return token
    }
    let rest = token.drop(while: isDigit)
    return String(rest.reversed().drop(while: isDigit).reversed())
  }

  private static func stem(_ token: String) -> String {
    var stem = Substring(token)
    while let last = stem.last, "aeiou".contains(last) { stem.removeLast() }
    return stem.unicodeScalars.count >= lettersMin ? String(stem) : token
  }

  /// Whether words of this script run together or take endings of their own: neither Latin, Greek
  /// nor Cyrillic, which fold to the first letters of Unicode.
  private static func isUnspaced(_ token: String) -> Bool {
    token.unicodeScalars.contains { $0.value >= 0x590 }
  }
}
