import Testing

@testable import Events

@Suite struct ReferenceCheckTests {
  private let check = ReferenceCheck(against: KnownRecord())

  private func messages(_ line: String) throws -> [String] {
    check.faults(in: try DraftReader().draft(line)).map(\.description)
  }

  @Test func `references to what is recorded are in order`() throws {
    let found = try messages(
      """
      {"kind":"declaration","id":"d-1","date":"2017","title":"T","persons":["anna-berg"],\
      "actors":[{"actor":"court","role":"court"},{"actor":"bo-lind","role":"signatory"}],\
      "place":"xy/northport","details":{"form":"call","issuer":"bo-lind","tabled_in":"watch",\
      "demands":[{"what":"release","for":["anna-berg"]}],\
      "claims":[{"text":"C","about":["arrest-1b"]}],"about":["withheld-1"]},\
      "sources":[{"source":"letter-1","via":"letter-1"}],"account_of":"arrest-1",\
      "after":["person-1"],"because_of":["arrest-1b"]}
      """
    )
    #expect(found == [])
  }

  @Test(arguments: members + details + accounts)
  func `a reference in vain is refused with the whole message`(refused: Refused) throws {
    #expect(try messages(refused.line) == [refused.message])
  }

  private static func arrest(_ members: String) -> String {
    #"{"kind":"arrest","id":"new-1","date":"2016","title":"T",\#(members)}"#
  }

  static let members = [
    Refused(
      arrest(#""persons":["ana-berg"]"#),
      """
      persons[0]: no person "ana-berg" is registered (did you mean anna-berg?); \
      `annals append person --id ana-berg …` registers one
      """
    ),
    Refused(
      arrest(#""persons":["anna-berg","zoe"]"#),
      """
      persons[1]: no person "zoe" is registered; `annals append person --id zoe …` registers one
      """
    ),
    Refused(
      arrest(#""persons":["court"]"#),
      #"persons[0]: "court" is registered as an organisation, and this must be a person"#
    ),
    Refused(
      arrest(#""persons":["anna-berg"],"actors":[{"actor":"xy","role":"other"}]"#),
      """
      actors[0].actor: "xy" is registered as a place, and this must be a person or an organisation
      """
    ),
    Refused(
      arrest(#""persons":["anna-berg"],"actors":[{"actor":"police-9","role":"other"}]"#),
      """
      actors[0].actor: no person or organisation "police-9" is registered; \
      `annals append person --id police-9 …` or `annals append organisation --id police-9 …` \
      registers one
      """
    ),
    Refused(
      arrest(#""persons":["anna-berg"],"place":"xy/southport""#),
      """
      place: no place "xy/southport" is registered (did you mean xy/northport?); \
      `annals append place --id xy/southport …` registers one
      """
    ),
    Refused(
      arrest(#""persons":["anna-berg"],"sources":[{"source":"rally"}]"#),
      #"sources[0].source: "rally" is registered as a case, and this must be a source"#
    ),
    Refused(
      arrest(#""persons":["anna-berg"],"sources":[{"source":"letter-1","via":"letter-2"}]"#),
      """
      sources[0].via: no source "letter-2" is registered (did you mean letter-1?); \
      `annals append source --id letter-2 …` registers one
      """
    ),
    Refused(
      arrest(#""persons":["anna-berg"],"after":["arrest-1","later"]"#),
      #"after[1]: no event "later" is recorded before this one"#
    ),
    Refused(
      arrest(#""persons":["anna-berg"],"because_of":["new-1"]"#),
      #"because_of[0]: no event "new-1" is recorded before this one"#
    ),
  ]

  static let details = [
    Refused(
      record: "relation",
      #""persons":["anna-berg","cy"],"to":"watch","as":"member""#,
      """
      details.persons[1]: no person "cy" is registered; \
      `annals append person --id cy …` registers one
      """
    ),
    Refused(
      """
      {"kind":"closure","date":"2016","title":"T",\
      "details":{"target":"bo-lind","form":"closed"}}
      """,
      #"details.target: "bo-lind" is registered as a person, and this must be an organisation"#
    ),
    Refused(
      record: "evidence",
      #""event":"gone","sha256":"\#(DraftFaultTests.digest)","name":"a""#,
      #"details.event: no event "gone" is recorded before this one"#
    ),
    Refused(
      record: "correction",
      #""of":"gone","set":{"date":"2017"},"reason":"R""#,
      #"details.of: no event "gone" is recorded before this one"#
    ),
    Refused(
      record: "place",
      #""id":"rally","names":[{"text":"R"}]"#,
      """
      details.id: "rally" is registered already, as a case; \
      a registration is corrected, not repeated
      """
    ),
    Refused(
      record: "person",
      #""id":"watch","names":[{"text":"R"}]"#,
      """
      details.id: "watch" is registered already, as an organisation; \
      a registration is corrected, not repeated
      """
    ),
    Refused(
      """
      {"kind":"declaration","date":"2017","title":"T","details":{"form":"call",\
      "demands":[{"text":"a"},{"text":"b","for":["anna-berg","watch"]}]}}
      """,
      """
      details.demands[1].for[1]: "watch" is registered as an organisation, \
      and this must be a person
      """
    ),
    Refused(
      """
      {"kind":"border-measure","date":"2017","title":"T","details":{"stage":"imposed",\
      "measure":"closed","between":["xy","zz"]}}
      """,
      """
      details.between[1]: no place "zz" is registered; \
      `annals append place --id zz …` registers one
      """
    ),
  ]

  static let accounts = [
    Refused(
      arrest(#""persons":["anna-berg"],"account_of":"new-1""#),
      "account_of: an event is no account of itself"
    ),
    Refused(
      arrest(#""persons":["anna-berg"],"account_of":"gone""#),
      #"account_of: no event "gone" is recorded before this one"#
    ),
    Refused(
      arrest(#""persons":["anna-berg"],"account_of":"arrest-1b""#),
      #"account_of: "arrest-1b" is itself an account of another event; name that event"#
    ),
    Refused(
      arrest(#""persons":["anna-berg"],"account_of":"person-1""#),
      """
      account_of: "person-1" is of the kind person, \
      which is about the record itself and has no accounts
      """
    ),
  ]

  @Test(arguments: ["independent media", "unions", "watch"])
  func `a closure may name a class, or an organisation`(target: String) throws {
    let line = """
      {"kind":"closure","date":"2016","title":"T",\
      "details":{"target":"\(target)","form":"closed"}}
      """
    #expect(try messages(line) == [])
  }

  @Test func `a corrected registration may keep its id, and names only what is recorded`() throws {
    let line = """
      {"kind":"organisation","details":{"id":"watch","names":[{"text":"W"}],"country":"zz"}}
      """
    let content = try DraftReader().draft(line).content
    let faults = check.faults(inCorrected: content, of: try #require(EventID("watch-1")))
    #expect(faults.map(\.path) == ["details.country"])
  }

  @Test func `a draft may refer to earlier drafts of its batch, and to none that comes later`()
    throws
  {
    let lines = [
      #"{"kind":"person","id":"p-2","details":{"id":"cy-dahl","names":[{"text":"Cy"}]}}"#,
      #"{"kind":"arrest","id":"a-2","date":"2016","title":"T","persons":["cy-dahl"]}"#,
      """
      {"kind":"arrest","id":"a-2b","date":"2016","title":"T","persons":["cy-dahl"],\
      "account_of":"a-2"}
      """,
    ]
    let drafts = try lines.map { try DraftReader().draft($0) }
    func faults(_ drafts: [Draft]) -> [[String]] {
      var references = BatchReferences(over: KnownRecord())
      return drafts.map { draft in
        defer { references.take(draft) }
        return ReferenceCheck(against: references).faults(in: draft).map(\.description)
      }
    }
    #expect(faults(drafts) == [[], [], []])
    #expect(
      faults([drafts[2], drafts[0], drafts[0]]) == [
        [
          """
          persons[0]: no person "cy-dahl" is registered; \
          `annals append person --id cy-dahl …` registers one
          """,
          #"account_of: no event "a-2" is recorded before this one"#,
        ],
        [],
        [
          """
          details.id: "cy-dahl" is registered already, as a person; \
          a registration is corrected, not repeated
          """
        ],
      ]
    )
  }

  @Test func `names registered in the batch are suggested too`() throws {
    var references = BatchReferences(over: KnownRecord())
    references.take(
      try DraftReader().draft(
        #"{"kind":"person","details":{"id":"cy-dahl","names":[{"text":"Cy"}]}}"#
      )
    )
    #expect(references.nearest(to: "cy-dal", among: [.person]) == ["cy-dahl"])
    #expect(references.nearest(to: "cy-dal", among: [.place]) == [])
    #expect(references.nearest(to: "ana-berg", among: [.person]) == ["anna-berg"])
  }
}
