/// The sounds of Cyrillic letters: Russian, Kazakh, Ukrainian, Belarusian and their neighbours.
enum CyrillicSound {
  /// `word` with its Cyrillic letters as sounds; other letters stay.
  ///
  /// Soft and hard signs are dropped, but keep a following `е` apart as `ie`, as romanisations do.
  static func romanised(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard word.contains(where: { isCyrillic($0) }) else { return word }
    let isUkrainian = hasUkrainianG(word)
    var letters: [Unicode.Scalar] = []
    letters.reserveCapacity(word.count + 4)
    var isAfterSign = false
    for letter in word {
      switch letter {
      case "ь", "ъ", "ӏ": break
      case "г" where isUkrainian: letters.append("ɦ")
      case "е" where isAfterSign: letters += ["i", "e"]
      case "о" where isAfterSign: letters.append("e")
      default:
        let sound = isCyrillic(letter) ? sound(of: letter) : Sound(letter)
        letters.append(sound.first)
        if let second = sound.second { letters.append(second) }
      }
      isAfterSign = letter == "ь" || letter == "ъ"
    }
    return letters
  }

  private static func isCyrillic(_ letter: Unicode.Scalar) -> Bool {
    Script(of: letter) == .cyrillic
  }

  /// A letter of no language below sounds like all others of that kind.
  private static func sound(of letter: Unicode.Scalar) -> Sound {
    let index = Int(letter.value) - blockStart
    return sounds.indices.contains(index) ? sounds[index] : unknown
  }

  /// Whether `г` is an h here, as in Ukrainian: seen by letters and endings no neighbour has.
  private static func hasUkrainianG(_ word: [Unicode.Scalar]) -> Bool {
    guard word.contains("г") else { return false }
    // The й of -ій has been folded to и.
    return word.contains("є") || word.contains("ґ")
      || zip(word, word.dropFirst()).contains { $0 == "і" && $1 == "и" }
  }

  private static let blockStart = 0x400
  private static let unknown = Sound("ʔ")

  private static let sounds: [Sound] = {
    var sounds = [Sound](repeating: unknown, count: 0x130)
    for (letters, sound) in table {
      for letter in letters.unicodeScalars { sounds[Int(letter.value) - blockStart] = sound }
    }
    return sounds
  }()

  private static let table: [(letters: String, sound: Sound)] = [
    ("аә", Sound("a")), ("б", Sound("b")), ("в", Sound("v")), ("гґғҕӷ", Sound("g")),
    ("дԁ", Sound("d")), ("еэѣ", Sound("e")), ("є", Sound("i", "e")), ("жҗђџҷ", Sound("ʒ")),
    ("зѕҙӡ", Sound("z")), ("иіыјѵ", Sound("i")), ("кқҡҝҟԛ", Sound("k")), ("л", Sound("l")),
    ("м", Sound("m")), ("нңҥӊ", Sound("n")), ("оөҩѡ", Sound("o")), ("пҧԥ", Sound("p")),
    ("р", Sound("r")), ("сҫ", Sound("s")), ("тҭ", Sound("t")), ("уұүѫѹ", Sound("u")),
    ("фѳ", Sound("f")), ("хһҳ", Sound("ɦ")), ("цҵ", Sound("ʦ")), ("чћҹҽҿ", Sound("ʧ")),
    ("ш", Sound("ʃ")), ("щ", Sound("ɕ")), ("ю", Sound("i", "u")), ("яѧѩ", Sound("i", "a")),
    ("ѥ", Sound("i", "e")), ("љ", Sound("l", "i")), ("њ", Sound("n", "i")), ("ԝ", Sound("v")),
  ]
}

/// What one letter or group of letters sounds like.
struct Sound {
  let first: Unicode.Scalar
  let second: Unicode.Scalar?

  init(_ first: Unicode.Scalar, _ second: Unicode.Scalar? = nil) {
    self.first = first
    self.second = second
  }
}
