internal import Events

/// The single words of protected names, and the shapes in which a text can hold one.
struct NameParts {
  private var whole: Set<String> = []
  /// Parts that can also be common words: those of two letters, particles, and what looks like a
  /// part in another script.
  private var short: Set<String> = []
  /// Parts without the vowels at their end, for the endings of Cyrillic names.
  private var stems: Set<String> = []
  /// What a word can hold unseparated: whole names written as one, in scripts without spaces any
  /// part.
  private var joined = Fragments()
  /// Parts that an id, a label, an address or a compound can hold unseparated, as sounds and as
  /// letters: sounds change with what stands before and behind them.
  private var pieces = Fragments()
  private var spelledPieces = Fragments()
  /// Longer parts without the vowels at their end, for Cyrillic compounds.
  private var stemPieces = Fragments()
  private var initials: Set<String> = []

  private static let lettersMin = 3
  private static let joinedLettersMin = 5
  private static let endingLettersMax = 3
  /// More parts than that are not written as one, but for the whole name.
  private static let runMax = 4

  mutating func add(_ words: [LocatedWord], of name: String) {
    let isOfParticles = words.allSatisfy { EverydayWords.particles.contains($0.token) }
    for word in words {
      if let first = name[word.range].first {
        initials.formUnion(SearchFolding.words(in: String(first)).map(\.token))
      }
      if NameParts.isUnspaced(word.token) {
        let isSign = word.token.unicodeScalars.count == 1
        if !isSign { joined.insert(word.token) }
        if !isSign || words.count == 1 { whole.insert(word.token) }
      } else if EverydayWords.particles.contains(word.token) {
        let isName =
          EverydayWords.canBeName(word.token) && name[word.range].first?.isUppercase == true
        if isName || isOfParticles { addCommon(word.token) }
      } else {
        add(word.token, spelled: String(name[word.range]))
      }
    }
    addRuns(of: words, in: name)
    let tokens = words.map(\.token)
    if tokens.count > 1 {
      addJoined(tokens.joined())
      addJoined(tokens.reversed().joined())
    }
  }

  private mutating func add(_ token: String, spelled text: String) {
    let count = token.unicodeScalars.count
    if count >= NameParts.lettersMin {
      whole.insert(token)
      let stem = NameParts.stem(token)
      stems.insert(stem)
      if stem.unicodeScalars.count > NameParts.lettersMin { stemPieces.insert(stem) }
    } else if count == 2 {
      short.insert(token)
    }
    if count > 1 {
      // A word that looks like the name in another script is mostly another word.
      short.formUnion(NameFolding.lookAlikes(of: text).flatMap(SearchFolding.tokens))
    }
    if count > NameParts.lettersMin {
      pieces.insert(token)
      spelledPieces.insert(NameFolding.exactKey(text))
    }
  }

  private mutating func addCommon(_ token: String) {
    short.insert(token)
    stems.insert(token)
  }

  /// Adds what stands side by side in a name as one word: Almasri for Al-Masri.
  private mutating func addRuns(of words: [LocatedWord], in name: String) {
    for start in words.indices {
      for end in words.indices.dropFirst(start + 1).prefix(NameParts.runMax - 1) {
        // Sounds change where words meet.
        let text = words[start...end].map { String(name[$0.range]) }.joined()
        let token = SearchFolding.tokens(text).joined()
        if NameParts.isUnspaced(token) {
          joined.insert(token)
        } else if token.unicodeScalars.count >= NameParts.joinedLettersMin {
          add(token, spelled: text)
        } else {
          addCommon(token)
        }
      }
    }
  }

  /// Looks for `token` inside longer words.
  mutating func addJoined(_ token: String) {
    let isLong = token.unicodeScalars.count >= NameParts.joinedLettersMin
    if isLong || NameParts.isUnspaced(token) { joined.insert(token) }
  }

  /// Whether the word at `index` is a part, or holds a name.
  func contain(_ index: Int, in context: WordsInText) -> Bool {
    let token = context.words[index].token
    if whole.contains(token) || whole.contains(NameParts.withoutDigits(token)) { return true }
    if joined.occur(in: token) { return true }
    if short.contains(token), context.isLabel || isName(index, in: context) { return true }
    return isInflected(index, in: context)
      || !NameParts.isUnspaced(token) && context.isCompound(index)
        && isHeld(byCompound: index, in: context)
  }

  /// Whether a word that was broken in several is a part.
  func contain(broken text: String) -> Bool {
    let context = WordsInText(text, isLabel: false)
    guard context.words.count == 1 else { return false }
    return whole.contains(context.words[0].token) || isInflected(0, in: context)
  }

  /// The word at `index` with the initials beside it.
  func withInitials(_ index: Int, in context: WordsInText) -> Range<Int> {
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

  /// Whether a part begins with `token`, or stands in it.
  func areBegun(by token: String) -> Bool {
    whole.union(short).contains { $0.hasPrefix(token) } || joined.occur(in: token)
      || pieces.occur(in: token)
  }

  /// Whether a word that can also be a common one is written as a name is.
  private func isName(_ index: Int, in context: WordsInText) -> Bool {
    guard context.isCapitalised(index) else { return false }
    return !context.beginsSentence(index) || context.isSubject(index)
      || !EverydayWords.opensSentences(context.text[context.words[index].range])
  }

  /// Whether a compound holds a part: a long one anywhere, a short one where capitals or a call set
  /// it apart.
  private func isHeld(byCompound index: Int, in context: WordsInText) -> Bool {
    let word = context.words[index]
    let isPart = { (token: String) in whole.contains(token) || short.contains(token) }
    if isPart(word.token) || pieces.occur(in: word.token) { return true }
    if spelledPieces.occur(in: NameFolding.exactKey(String(context.text[word.range]))) {
      return true
    }
    let isCyrillic = NameParts.isCyrillic(context.text[word.range])
    if isCyrillic, stemPieces.occur(in: word.token) { return true }
    return context.humps(index).contains { isPart($0) || isCyrillic && isOfStem($0) }
      || EverydayWords.calls.contains { call in
        word.token.hasPrefix(call)
          && isPart(NameParts.withoutDigits(String(word.token.dropFirst(call.count))))
      }
  }

  private func isInflected(_ index: Int, in context: WordsInText) -> Bool {
    guard context.isCapitalised(index) else { return false }
    let word = context.words[index]
    // `Bergs` is the genitive of German and the plural of English.
    if word.token.hasSuffix("s"), whole.contains(String(word.token.dropLast())) { return true }
    return NameParts.isCyrillic(context.text[word.range]) && isOfStem(word.token)
  }

  private func isOfStem(_ token: String) -> Bool {
    (0...NameParts.endingLettersMax).contains { ending in
      stems.contains(String(token.dropLast(ending)))
    }
  }

  private static func isCyrillic(_ word: Substring) -> Bool {
    word.unicodeScalars.first.map { (0x400...0x52F).contains($0.value) } ?? false
  }

  private func isInitial(_ index: Int, in context: WordsInText) -> Bool {
    let word = context.words[index]
    return context.text[word.range].count == 1 && initials.contains(word.token)
      && context.isCapitalised(index)
  }

  private func isInitialGap(_ index: Int, in context: WordsInText) -> Bool {
    context.gap(after: index).allSatisfy { $0 == "." || $0 == "-" || $0.isWhitespace }
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
