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
    ("'s", ["s"]),
  ])
  func `each word is a token, in order`(text: String, tokens: [String]) {
    #expect(SearchFolding.tokens(text) == tokens)
  }
}
