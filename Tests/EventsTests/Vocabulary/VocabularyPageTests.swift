import Testing

@testable import Events

@Suite struct VocabularyPageTests {
  @Test func `the committed page is the one that the vocabulary generates`() throws {
    let generated = VocabularyPage.markdown
    let committed = try CommittedFile("docs/vocabulary.md").text(orRegenerating: generated)
    #expect(committed == generated, "run ANNALS_REGENERATE=1 swift test --filter VocabularyPage")
  }

  @Test(arguments: Vocabulary.standard.kinds) func `every kind has its heading`(kind: Kind) {
    #expect(VocabularyPage.markdown.contains("\n### \(kind.name)\n\n\(kind.meaning)"))
  }
}
