/// The scripts whose letters can be mistaken for one another.
enum Script: Hashable, Sendable {
  case latin, cyrillic, greek
  /// Any other letter, digit or mark.
  case other

  init(of scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF,
      0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA722...0xA7FF, 0xFB00...0xFB06, 0xFF21...0xFF3A,
      0xFF41...0xFF5A:
      self = .latin
    case 0x400...0x482, 0x48A...0x52F, 0x1C80...0x1C8F, 0xA640...0xA66E, 0xA680...0xA69D:
      self = .cyrillic
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    default: self = .other
    }
  }

  /// Whether `word` has letters of more than one of the scripts that look alike.
  static func areMixed(_ word: [Unicode.Scalar]) -> Bool {
    var first = Script.other
    for scalar in word {
      let script = Script(of: scalar)
      if script == .other || script == first { continue }
      if first != .other { return true }
      first = script
    }
    return false
  }
}

/// Letters of different scripts that look alike, as lower case.
enum LookAlike {
  /// Pairs of a Cyrillic letter and the Latin one that looks like it in upper or lower case.
  private static let cyrillicAndLatin: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("а", "a"), ("в", "b"), ("е", "e"), ("к", "k"), ("м", "m"), ("н", "h"), ("о", "o"),
    ("р", "p"), ("с", "c"), ("т", "t"), ("у", "y"), ("х", "x"), ("і", "i"), ("ј", "j"),
    ("ѕ", "s"), ("ԁ", "d"), ("ԛ", "q"), ("ԝ", "w"),
  ]

  /// Cyrillic letters that look like a Latin one which another Cyrillic letter represents better.
  private static let moreCyrillic: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("ә", "a"), ("һ", "h"), ("ү", "y"), ("ӏ", "l"), ("қ", "k"), ("ҳ", "x"), ("ө", "o"),
  ]

  private static let greekAndLatin: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("α", "a"), ("β", "b"), ("ε", "e"), ("ζ", "z"), ("η", "h"), ("ι", "i"), ("κ", "k"),
    ("μ", "m"), ("ν", "n"), ("ο", "o"), ("ρ", "p"), ("τ", "t"), ("υ", "y"), ("χ", "x"),
  ]

  private static let toLatin = Dictionary(
    (cyrillicAndLatin + moreCyrillic + greekAndLatin),
    uniquingKeysWith: { first, _ in first }
  )
  private static let toCyrillic = Dictionary(
    cyrillicAndLatin.map { ($0.1, $0.0) },
    uniquingKeysWith: { first, _ in first }
  )

  private static let toGreek = Dictionary(
    greekAndLatin.map { ($0.1, $0.0) },
    uniquingKeysWith: { first, _ in first }
  )

  /// What looks like `word`, each all in one script that is not its own.
  static func inOtherScripts(_ word: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    func all(_ letters: [Unicode.Scalar], _ map: (Unicode.Scalar) -> Unicode.Scalar?)
      -> [Unicode.Scalar]?
    {
      let found = letters.compactMap(map)
      return found.count == letters.count ? found : nil
    }
    let own = word.first.map(Script.init(of:))
    let asLatin = own == .latin ? word : all(word, latin)
    guard let asLatin else { return [] }
    let forms = [asLatin, all(asLatin) { toCyrillic[$0] }, all(asLatin) { toGreek[$0] }]
    return forms.compactMap { $0 }.filter { $0.first.map(Script.init(of:)) != own }
  }

  static func latin(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { toLatin[scalar] }

  /// The Cyrillic letter that looks like a Latin or Greek one.
  static func cyrillic(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    toCyrillic[Script(of: scalar) == .greek ? toLatin[scalar] ?? scalar : scalar]
  }

  /// A word of one script where `word` mixes scripts by look-alike letters.
  ///
  /// It becomes Latin if all its foreign letters look Latin, Cyrillic if that suits instead, and
  /// where both suit, whatever most of its letters are. Otherwise what looks Latin becomes Latin.
  static func unmixed(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard Script.areMixed(word) else { return word }
    let asLatin = word.map { latin($0) ?? $0 }
    let asCyrillic = word.map { cyrillic($0) ?? $0 }
    let canBeLatin = asLatin.allSatisfy { isPlain($0, .latin) }
    let canBeCyrillic = asCyrillic.allSatisfy { isPlain($0, .cyrillic) }
    if canBeCyrillic, !canBeLatin || isMostlyCyrillic(word) { return asCyrillic }
    return asLatin
  }

  private static func isMostlyCyrillic(_ word: [Unicode.Scalar]) -> Bool {
    let scripts = word.map(Script.init(of:))
    return scripts.count { $0 == .cyrillic } > scripts.count { $0 == .latin }
  }

  private static func isPlain(_ scalar: Unicode.Scalar, _ script: Script) -> Bool {
    let found = Script(of: scalar)
    return found == script || found == .other
  }
}
