import Testing

@testable import Events

@Suite struct DraftReaderTests {
  private let reader = DraftReader()

  @Test func `a draft is read member by member`() throws {
    let draft = try reader.draft(
      """
      {"kind":"sentence","id":"s-1","by":"desk-2","date":"2021-03~","persons":["anna-berg"],\
      "actors":[{"actor":"northport-court","role":"court"}],"place":"xy/northport",\
      "title":"Anna Berg is sentenced to two years","details":{"form":"imprisonment",\
      "term":"P2Y","case":"harbour-rally"},"sources":[{"source":"monitor-2021-04",\
      "at":"p. 3, para. 1","via":"letter-1","quote":"«…»","lang":"ru"}],"order":2,\
      "certainty":"believed","account_of":"s-0","after":["a-1"],"because_of":["p-1","p-2"],\
      "tags":["rally"],"private":{"note":"from a relative"}}
      """
    )
    #expect(draft.id == EventID("s-1"))
    #expect(draft.by == "desk-2")
    #expect(draft.kind == "sentence")
    #expect(draft.date?.verbatim == "2021-03~")
    #expect(draft.persons.map(\.text) == ["anna-berg"])
    #expect(draft.actors.map(\.role) == ["court"])
    #expect(draft.place == EntityID("xy/northport"))
    #expect(draft.details.duration("term")?.verbatim == "P2Y")
    #expect(draft.sources.first?.via == EntityID("letter-1"))
    #expect(draft.sources.first?.quote == "«…»")
    #expect(draft.certainty == .believed)
    #expect(draft.accountOf == EventID("s-0"))
    #expect(draft.after.map(\.text) == ["a-1"])
    #expect(draft.becauseOf.map(\.text) == ["p-1", "p-2"])
    #expect(draft.order == 2)
    #expect(draft.tags == ["rally"])
    #expect(draft.content.unread.isEmpty)
    #expect(draft.confidential == ["note": "from a relative"])
  }

  @Test(arguments: Vocabulary.standard.kinds)
  func `a draft with every field of its kind is taken and written again`(kind: Kind) throws {
    let json = SampleDetails.draft(of: kind, details: SampleDetails.all(of: kind))
    let draft = try reader.draft(json)
    #expect(draft.json == json)
    #expect(reader.faults(in: draft.content).isEmpty)
  }

  @Test(arguments: Vocabulary.standard.kinds)
  func `a draft with only the required fields of its kind is taken`(kind: Kind) throws {
    let json = SampleDetails.draft(of: kind, details: SampleDetails.required(of: kind))
    #expect(try reader.draft(json).json == json)
  }

  @Test(arguments: Vocabulary.standard.kinds)
  func `a required field that lacks is named`(kind: Kind) throws {
    let details = SampleDetails.required(of: kind)
    for field in kind.fields where field.isRequired {
      let lacking = JSON.object((details.members ?? []).filter { $0.name != field.name })
      let error = #expect(throws: DraftRefusal.self) {
        try reader.draft(SampleDetails.draft(of: kind, details: lacking))
      }
      #expect(error?.description.hasPrefix("details.\(field.name): is missing; ") == true)
    }
  }

  @Test(arguments: Vocabulary.standard.kinds)
  func `every choice also takes unspecified`(kind: Kind) throws {
    let details = SampleDetails.required(of: kind)
    for field in kind.fields {
      guard case .choice = field.type else { continue }
      let changed = details.merging(.object([JSONMember(field.name, "unspecified")]))
      let draft = try reader.draft(SampleDetails.draft(of: kind, details: changed))
      #expect(draft.details.choice(field.name) == nil)
    }
  }

  @Test func `a kind of one's own takes any fields`() throws {
    let draft = try reader.draft(
      #"{"kind":"x-visit","date":"2016","title":"T","details":{"who":{"n":[1,null]}}}"#
    )
    #expect(draft.kind == "x-visit")
    #expect(draft.details["who"]?["n"] == [1, .null])
  }

  @Test func `a single text stands for a list of articles of a sentence`() throws {
    let draft = try reader.draft(
      """
      {"kind":"sentence","date":"2016","title":"T","details":{"form":"life","articles":"174"}}
      """
    )
    #expect(draft.details.texts("articles") == ["174"])
  }

  @Test(arguments: [
    #""text":"""#, #""private":{}"#, #""tags":[]"#, #""persons":[]"#, #""details":{}"#,
  ])
  func `what is empty is absent`(member: String) throws {
    let draft = try reader.draft(#"{"kind":"other","date":"2016","title":"T",\#(member)}"#)
    #expect(draft.json == ["kind": "other", "date": "2016", "title": "T"])
  }

  @Test func `every fault is reported, each on a line`() {
    let error = #expect(throws: DraftRefusal.self) {
      try reader.draft(
        #"{"kind":"arrest","hash":"x","id":"7","date":"2016-13","persons":[],"details":{"to":1}}"#
      )
    }
    guard case .faults(let faults)? = error else {
      Issue.record("refused for another reason: \(String(describing: error))")
      return
    }
    #expect(faults.map(\.path) == ["hash", "id", "date", "title", "persons", "details.to"])
    let lines = error?.description.split(separator: "\n").map(String.init)
    #expect(lines == faults.map(\.description))
  }

  @Test func `a line of one mebibyte is read, one byte more is refused`() throws {
    let head = #"{"kind":"other","date":"2016","title":"T","text":""#
    let room = 1_048_576 - head.utf8.count - 2
    let longest = head + String(repeating: "x", count: room) + #""}"#
    #expect(try reader.draft(longest).text?.utf8.count == room)
    let error = #expect(throws: DraftRefusal.self) { try reader.draft(longest + " ") }
    #expect(error?.description == "the draft is longer than 1048576 bytes")
  }

  @Test func `the recorder's code counts bytes, not letters`() throws {
    let widest = String(repeating: "б", count: 32)
    #expect(Recorder.fault(in: widest) == nil)
    #expect(Recorder.fault(in: widest + "b") == .tooLong(bytesMax: 64))
  }
}
