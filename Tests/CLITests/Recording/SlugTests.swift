import Testing

@testable import CLI

@Suite struct SlugTests {
  @Test(arguments: [
    ("Anna Berg", "anna-berg"), ("Анна Берг", "anna-berg"), ("Қайрат Мұхтаров", "kajrat-muhtarov"),
    ("O’Hara, J.", "ohara-j"), ("  Åsa  ", "asa"), ("…", "ID"), ("", "ID"),
  ])
  func `an id is suggested in plain letters`(name: String, slug: String) {
    #expect(Slug.suggestion(for: name) == slug)
  }
}
