import Testing

@testable import Events

@Suite struct SearchFoldingTests {
  @Test(arguments: [
    ("Джакишев освобождён", "Jakishev osvobozhden"),
    ("Суд над Маратом Бокаевым", "sud nad maratom bokayevym"),
    ("the CAFÉ’s owner", "The cafe owner"),
    ("Anna Berg, 2021-03", "anna berg 2021 03"),
  ])
  func `texts that read alike have the same tokens`(one: String, other: String) {
    #expect(SearchFolding.tokens(one) == SearchFolding.tokens(other))
  }

  @Test(arguments: [
    ("", []), ("...", []), ("Anna Berg, Anna", ["anna", "berg", "anna"]),
    ("24 May", ["24", "mai"]), ("Anna's", ["anna"]), ("O'Dal", ["odal"]),
    ("it's so", ["it", "so"]),
    ("O'S", ["o"]), ("王小明X1 三", ["王", "小", "明", "ks1", "三"]), ("Berg’s", ["berg"]),
    ("Anna\u{301}'s", ["anna"]),
    ("'s", ["s"]),
  ])
  func `each word is a token, in order`(text: String, tokens: [String]) {
    #expect(SearchFolding.tokens(text) == tokens)
  }
}

@Suite struct SearchTokenizerTests {
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `a tokenizer gives the same tokens, again and again`(seed: UInt64) {
    let words = [
      "Anna", "Anna's", "'s", "’s", "Джакишев", "Ё\u{301}", "\u{301}", "王小明", "a\u{301}b", "--",
      "x.y",
      "it`s", "2021-03", "\u{1F600}", "مُحَمَّد", " ", "", "O’S", "s", "'", "Bokayev",
    ]
    var state = seed
    var tokenizer = SearchTokenizer()
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += words[Int(state >> 33) % words.count] + [" ", "", "'", "\n"][Int(state >> 60) % 4]
      }
      var output: [UInt8] = []
      tokenizer.append(tokensOf: Array(text.utf8).span, to: &output)
      let expected = SearchFolding.tokens(text).map { $0 + " " }.joined()
      #expect(String(decoding: output, as: UTF8.self) == expected, "\(text)")
    }
  }

  @Test func `a tokenizer forgets rather than grow, and still gives the same tokens`() {
    var tokenizer = SearchTokenizer()
    for number in 0..<70_000 {
      var output: [UInt8] = []
      tokenizer.append(tokensOf: Array("word\(number)".utf8).span, to: &output)
      #expect(output == Array("vord\(number) ".utf8))
    }
  }
}

@Suite struct LocatedWordTests {
  @Test(arguments: [
    ("Anna's case", ["Anna", "case"]), ("O'Dal, Il\u{2032}in", ["O'Dal", "Il\u{2032}in"]),
    ("An\u{AD}na\u{200B}x y", ["An\u{AD}na\u{200B}x", "y"]),
    ("e\u{301}te\u{301}-b", ["e\u{301}te\u{301}", "b"]),
    ("王小明X1", ["王", "小", "明", "X1"]), ("-- '", []), ("Berg’s’", ["Berg"]), ("'s", ["s"]),
  ])
  func `each word stands where it is written`(text: String, words: [String]) {
    #expect(
      SearchFolding.words(in: text).map { String(text.unicodeScalars[$0.range]) } == words
    )
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `they are the words that search knows`(seed: UInt64) {
    let pieces = [
      "Anna", "'s", "’s", "’", "Джакишев", "Ё", "\u{301}", "王", "小明", "-", ".", "\u{1F600}", "مُحَمَّد",
      " ",
      "S", "Мukhtar", "\u{AD}", "\u{200D}", "2021", "ß", "\n", "ー", "ア", "\u{2032}",
    ]
    var state = seed
    let text = (0..<20).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return pieces[Int(state >> 33) % pieces.count]
    }.joined()
    let tokens = SearchFolding.tokens(text).filter { !$0.isEmpty }
    #expect(SearchFolding.words(in: text).map(\.token) == tokens, "\(text.debugDescription)")
  }
}
