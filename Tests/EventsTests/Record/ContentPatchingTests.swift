import Testing

@testable import Events

@Suite struct ContentPatchingTests {
  private func content(_ line: String) throws -> Content { try DraftReader().draft(line).content }

  private let arrest = """
    {"kind":"arrest","date":"2016-05","persons":["anna"],"title":"T",\
    "details":{"authority":"police","case":"rally"},"tags":["a","b"]}
    """
  private let person =
    #"{"kind":"person","details":{"id":"anna","names":[{"text":"Anna"}],"sex":"f"}}"#

  @Test(arguments: [
    (
      #"{"date":"2016-05-17","tags":["c"]}"#,
      """
      {"kind":"arrest","date":"2016-05-17","persons":["anna"],"title":"T",\
      "details":{"authority":"police","case":"rally"},"tags":["c"]}
      """
    ),
    (
      #"{"details":{"authority":null,"circumstances":"at night"},"place":"xy"}"#,
      """
      {"kind":"arrest","date":"2016-05","persons":["anna"],"place":"xy","title":"T",\
      "details":{"case":"rally","circumstances":"at night"},"tags":["a","b"]}
      """
    ),
    (
      #"{"kind":"internment","details":null}"#,
      """
      {"kind":"internment","date":"2016-05","persons":["anna"],"title":"T","tags":["a","b"]}
      """
    ),
  ])
  func `a patch changes what it names`(patch: String, expected: String) throws {
    let patched = try content(arrest).patched(by: JSON(parsing: patch))
    #expect(JSON.object(patched.members).written == expected)
    let recorded = try content(arrest).patchedAsRecorded(by: JSON(parsing: patch))
    #expect(JSON.object(recorded.members).written == expected)
  }

  @Test(arguments: [
    (
      #"{"details":{"sex":null,"born":"1980"}}"#,
      #"{"id":"anna","names":[{"text":"Anna"}],"born":"1980"}"#
    ),
    (
      #"{"details":{"names":[{"text":"Ana"}]}}"#,
      #"{"id":"anna","names":[{"text":"Ana"}],"sex":"f"}"#
    ),
  ])
  func `a registration keeps its id`(patch: String, expected: String) throws {
    let patched = try content(person).patched(by: JSON(parsing: patch))
    #expect(JSON.object(patched.details.members).written == expected)
  }

  @Test(arguments: [
    (
      #"{"date":null}"#,
      "date: is missing; when it happened, in EDTF, such as 2016-05-17 or 2016-05~"
    ),
    (#"{"persons":[]}"#, "persons: is missing; arrest names at least one person"),
    (
      #"{"details":{"court":"x"}}"#,
      "details.court: arrest has no such field; its fields are authority, circumstances, case"
    ),
    (
      #"{"kind":"transfer","details":{"authority":null}}"#,
      "details.to: is missing; where they are taken"
    ),
    (
      #"{"id":"b","hash":"x"}"#,
      """
      id: cannot be corrected; a correction changes content, not the identity of an event
      hash: cannot be corrected; a correction changes content, not the identity of an event
      """
    ),
    (
      #"{"private":{"a":1}}"#,
      "private: cannot be corrected; a new confidential part is the correction's own private"
    ),
    (
      #"{"kind":"retraction"}"#,
      """
      kind: cannot be corrected; \
      an event of the record itself becomes no other, nor the reverse; retract it
      """
    ),
    (#"["x"]"#, "details.set: must be an object"),
  ])
  func `a patch whose result is no valid draft is refused`(patch: String, message: String) throws {
    let content = try content(arrest)
    let json = try JSON(parsing: patch)
    let error = #expect(throws: DraftRefusal.self) { try content.patched(by: json) }
    #expect(error?.description == message)
  }

  @Test(arguments: [
    (#"{"details":{"id":"bo"}}"#, "details.id: cannot be corrected; an id stays as registered"),
    (#"{"details":null}"#, "details.names: is missing; the names, the main one first"),
    (#"{"details":"x"}"#, "details: must be an object"),
    (
      #"{"kind":"organisation"}"#,
      """
      kind: cannot be corrected; \
      an event of the record itself becomes no other, nor the reverse; retract it
      """
    ),
  ])
  func `a registration stays one`(patch: String, message: String) throws {
    let content = try content(person)
    let json = try JSON(parsing: patch)
    let error = #expect(throws: DraftRefusal.self) { try content.patched(by: json) }
    #expect(error?.description == message)
  }

  @Test(arguments: [
    #"{"id":"b","private":{},"kind":"retraction"}"#, #"{"hash":null}"#, "7", #"{}"#,
  ])
  func `a recorded patch leaves alone what no correction may touch`(patch: String) throws {
    let content = try content(arrest)
    let patched = content.patchedAsRecorded(by: try JSON(parsing: patch))
    #expect(patched.isSameContent(as: content))
  }

  @Test(arguments: [
    #"{"kind":{"a":1}}"#, #"{"kind":null}"#, #"{"kind":7,"details":[]}"#, #"{"details":"none"}"#,
  ])
  func `a recorded patch that cannot be read leaves a registration one`(patch: String) throws {
    let recorded = try content(person).patchedAsRecorded(by: JSON(parsing: patch))
    #expect(recorded.isSameContent(as: try content(person)))
    #expect(throws: DraftRefusal.self) { try content(person).patched(by: JSON(parsing: patch)) }
  }

  @Test func `a recorded patch keeps what this program cannot read`() throws {
    let patched = try content(arrest).patchedAsRecorded(
      by: ["date": "the other day", "weather": "rain"])
    #expect(patched.date == nil)
    #expect(patched.unread.map(\.name) == ["date", "weather"])
    let again = patched.patchedAsRecorded(by: ["date": "2017"])
    #expect(again.date?.verbatim == "2017")
    #expect(again.unread.map(\.name) == ["weather"])
  }
}
