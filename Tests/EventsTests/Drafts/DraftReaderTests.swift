import Testing

@testable import Events

@Suite struct DraftReaderTests {
  @Test func `a draft is read member by member`() throws {
    let draft = try DraftReader().draft(
      """
      {"kind":"sentence","id":"s-1","by":"desk-2","date":"2021-03~","persons":["anna-berg"],\
      "actors":[{"actor":"northport-court","role":"court"}],"place":"xy/northport",\
      "title":"Anna Berg is sentenced to two years","details":{"form":"imprisonment",\
      "term":"P2Y","case":"harbour-rally"},"sources":[{"source":"monitor-2021-04",\
      "at":"p. 3, para. 1"}],"private":{"note":"from a relative"}}
      """
    )
    #expect(draft.id == EventID("s-1"))
    #expect(draft.by == "desk-2")
    #expect(draft.kind == "sentence")
    #expect(draft.date?.verbatim == "2021-03~")
    #expect(draft.persons.map(\.text) == ["anna-berg"])
    #expect(draft.details.duration("term")?.verbatim == "P2Y")
    #expect(draft.confidential == .object([JSONMember("note", .text("from a relative"))]))
  }
}
