/// Folds case and diacritics of single letters.
///
/// The standard library decomposes text for comparing but does not lend the result, hence the
/// table: every lower-case letter of the Latin, Greek and Cyrillic blocks that is another one with
/// a mark, the variants of Arabic letters, and the ligatures and full-width forms that stand for
/// ASCII. `CompatibilityForms` knows the other forms of letters.
enum LetterFolding {
  /// Appends the folded form of `scalar`: nothing for a mark, several letters for a ligature.
  static func append(_ scalar: Unicode.Scalar, to word: inout [Unicode.Scalar]) {
    if scalar.isASCII {
      let isUpper = (0x41...0x5A).contains(scalar.value)
      word.append(isUpper ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar)
      return
    }
    switch scalar {
    case "Й", "й": return word.append("и")
    case "а"..."я": return word.append(scalar)
    case "А"..."Я": return word.append(Unicode.Scalar(scalar.value + 0x20) ?? scalar)
    default: break
    }
    if ComposedLetters.join(scalar, to: &word) { return }
    if let letters = CompatibilityForms.letters(scalar) {
      for letter in letters { append(letter, to: &word) }
      return
    }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars where !isMark(lower) {
      if let base = bases[lower] ?? CompatibilityForms.letters(lower) {
        word.append(contentsOf: base)
      } else {
        word.append(lower)
      }
    }
  }

  /// Whether `scalar` is a diacritic, vowel point or invisible character that lookups ignore.
  ///
  /// The marks of scripts that write vowels with them, such as Devanagari, are letters here.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7,
      0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x1AB0...0x1AFF,
      0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xE0100...0xE01EF:
      true
    default: scalar.properties.generalCategory == .format
    }
  }

  private static let bases: [Unicode.Scalar: [Unicode.Scalar]] = {
    var bases: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for (base, variants) in variants {
      for variant in variants.unicodeScalars { bases[variant] = Array(base.unicodeScalars) }
    }
    return bases
  }()

  // Escaped are letters that an editor would replace by their canonical equivalents.
  private static let variants: [(String, String)] = [
    ("a", "ªàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặẚａəǝɑ"),
    ("b", "ƀɓƃḃḅḇｂ"),
    ("c", "çćĉċčƈȼḉｃ"),
    ("d", "ðďđƌɖɗȡḋḍḏḑḓｄ"),
    ("e", "èéêëēĕėęěȅȇȩɇɛḕḗḙḛḝẹẻẽếềểễệｅ"),
    ("f", "ƒḟｆ"),
    ("g", "ĝğġģǥǧǵɠɡɣḡｇ"),
    ("h", "ĥħȟḣḥḧḩḫẖｈ"),
    ("i", "ìíîïĩīĭįıǐȉȋɨɪḭḯỉịｉ"),
    ("j", "ĵǰȷɉｊ"),
    ("k", "ķĸƙǩḱḳḵｋ"),
    ("l", "ĺļľŀłƚȴḷḹḻḽｌ"),
    ("m", "ḿṁṃｍ"),
    ("n", "ñńņňŉŋǹɲƞȵṅṇṉṋｎ"),
    ("o", "ºòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱɔɵṍṏṑṓọỏốồổỗộớờởỡợｏ"),
    ("p", "ƥṕṗｐ"),
    ("q", "ɋｑ"),
    ("r", "ŕŗřȑȓɍṙṛṝṟｒ"),
    ("s", "śŝşšſșȿṡṣṥṧṩẛｓ"),
    ("t", "ţťŧƫƭțȶʈṫṭṯṱẗｔ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗʉṳṵṷṹṻụủứừửữựｕ"),
    ("v", "ʋṽṿｖ"),
    ("w", "ŵẁẃẅẇẉẘｗ"),
    ("x", "ẋẍｘ"),
    ("y", "ýÿŷƴȳɏẏẙỳỵỷỹỿｙ"),
    ("z", "źżžƶȥɀẑẓẕｚ"),
    ("ae", "æǣǽ"), ("oe", "œ"), ("ss", "ß"), ("th", "þ"),
    ("dz", "ǆǳ"), ("ij", "ĳ"), ("lj", "ǉ"), ("nj", "ǌ"),
    ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ffi", "ﬃ"), ("ffl", "ﬄ"), ("st", "ﬅﬆ"),
    ("ʒ", "ǯ"),
    ("α", "άἀἁἂἃἄἅἆἇὰᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ\u{1F71}"),
    ("β", "ϐ"),
    ("ε", "έϵἐἑἒἓἔἕὲ\u{1F73}"),
    ("η", "ήἠἡἢἣἤἥἦἧὴᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ\u{1F75}"),
    ("θ", "ϑ"),
    ("ι", "ΐίϊἰἱἲἳἴἵἶἷὶιῐῑῒῖῗ\u{1F77}\u{1FD3}"),
    ("κ", "ϰ"),
    ("μ", "µ"),
    ("ο", "όὀὁὂὃὄὅὸ\u{1F79}"),
    ("π", "ϖ"),
    ("ρ", "ϱῤῥ"),
    ("σ", "ςϲ"),
    ("υ", "ΰϋύὐὑὒὓὔὕὖὗὺῠῡῢῦῧϒϓϔ\u{1F7B}\u{1FE3}"),
    ("φ", "ϕ"),
    ("ω", "ώὠὡὢὣὤὥὦὧὼᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ\u{1F7D}"),
    ("а", "ӑӓ"), ("г", "ѓ"), ("е", "ѐёӗ"), ("ж", "ӂӝ"), ("з", "ӟ"), ("и", "йѝӣӥ"), ("к", "ќ"),
    ("о", "ӧ"), ("у", "ўӯӱӳ"), ("ч", "ӵ"), ("ы", "ӹ"), ("э", "ӭ"), ("і", "ї"), ("ѵ", "ѷ"),
    ("ә", "ӛ"), ("ө", "ӫ"),
    ("ا", "آأإٱ"), ("و", "ؤ"), ("ي", "ئىی"), ("ك", "ک"), ("ه", "ة"),
  ]
}
