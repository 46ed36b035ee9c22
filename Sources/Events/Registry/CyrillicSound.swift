/// The sounds of Cyrillic letters: Russian, Kazakh, Ukrainian, Belarusian and their neighbours.
enum CyrillicSound {
  /// `word` with its Cyrillic letters as sounds; other letters stay.
  ///
  /// Soft and hard signs are dropped, but keep a following `е` apart as `ie`, as romanisations do.
  static func romanised(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard word.contains(where: { Script(of: $0) == .cyrillic }) else { return word }
    let isUkrainian = hasUkrainianG(word)
    var letters: [Unicode.Scalar] = []
    letters.reserveCapacity(word.count + 4)
    for (index, letter) in word.enumerated() {
      let isAfterSign = index > 0 && (word[index - 1] == "ь" || word[index - 1] == "ъ")
      switch letter {
      case "ь", "ъ", "ӏ": continue
      case "г" where isUkrainian: letters.append("ɦ")
      case "е" where isAfterSign: letters += ["i", "e"]
      case "о" where isAfterSign: letters.append("e")
      default: letters += sounds[letter] ?? unknown(letter)
      }
    }
    return letters
  }

  /// A letter of no language below sounds like all others of that kind; other scripts stay.
  private static func unknown(_ letter: Unicode.Scalar) -> [Unicode.Scalar] {
    Script(of: letter) == .cyrillic ? ["ʔ"] : [letter]
  }

  /// Whether `г` is an h here, as in Ukrainian: seen by letters and endings no neighbour has.
  private static func hasUkrainianG(_ word: [Unicode.Scalar]) -> Bool {
    guard word.contains("г") else { return false }
    // The й of -ій has been folded to и.
    return word.contains("є") || word.contains("ґ")
      || zip(word, word.dropFirst()).contains { $0 == "і" && $1 == "и" }
  }

  private static let sounds: [Unicode.Scalar: [Unicode.Scalar]] = {
    var sounds: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for (letters, sound) in table {
      for letter in letters.unicodeScalars { sounds[letter] = Array(sound.unicodeScalars) }
    }
    return sounds
  }()

  private static let table: [(letters: String, sound: String)] = [
    ("аә", "a"), ("б", "b"), ("в", "v"), ("гґғҕ", "g"), ("дԁ", "d"), ("еэѣ", "e"), ("є", "ie"),
    ("жҗђџҷ", "ʒ"), ("зѕҙ", "z"), ("иіыј", "i"), ("кқҡҝҟԛ", "k"), ("л", "l"), ("м", "m"),
    ("нңҥӊ", "n"), ("оө", "o"), ("п", "p"), ("р", "r"), ("сҫ", "s"), ("т", "t"), ("уұү", "u"),
    ("ф", "f"), ("хһҳ", "ɦ"), ("ц", "ʦ"), ("чћҹ", "ʧ"), ("ш", "ʃ"), ("щ", "ɕ"), ("ю", "iu"),
    ("я", "ia"), ("љ", "li"), ("њ", "ni"), ("ԝ", "v"), ("ҧԥ", "p"), ("ҭ", "t"), ("ҵ", "ʦ"),
    ("ҽҿ", "ʧ"),
    ("ӷ", "g"), ("ӡ", "z"), ("ҩѡ", "o"), ("ѳ", "f"), ("ѵ", "i"), ("ѫѹ", "u"), ("ѧѩ", "ia"),
    ("ѥ", "ie"),
  ]
}
