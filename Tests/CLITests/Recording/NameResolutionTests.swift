import Events
import Projections
import Testing

@testable import CLI

@Suite struct NameResolutionTests {
  static let record = TestRecord.of([
    #"{"id":"p1","kind":"person","details":{"id":"anna-berg","names":[{"text":"Anna Berg"}]}}"#,
    #"{"id":"p2","kind":"person","details":{"id":"boris","names":[{"text":"Борис Берг"}]}}"#,
    #"{"id":"p3","kind":"person","details":{"id":"b-berg","names":[{"text":"B. B."}]}}"#,
    #"{"id":"m1","kind":"identity","details":{"stage":"merged","ids":["boris","b-berg"]}}"#,
    #"{"id":"o1","kind":"organisation","details":{"id":"north","names":[{"text":"North Court"}]}}"#,
  ])

  private let names = NameResolution(known: record)

  @Test(arguments: [
    ("anna-berg", "anna-berg"), ("Anna Berg", "anna-berg"), ("АННА БЕРГ", "anna-berg"),
    ("Boris Berg", "boris"), ("Anna", "anna-berg"),
    // An id is recorded as it was given, also one that was merged into another.
    ("b-berg", "b-berg"), ("boris", "boris"),
    // What only looks like an id is left to the check of the draft.
    ("anna-b", "anna-b"), ("anna-brg", "anna-brg"), ("zzzz", "zzzz"), ("kz/atyrau", "kz/atyrau"),
  ])
  func `a name in any script is taken for the id of its bearer`(
    text: String,
    id: String
  ) throws {
    #expect(try names.entity(text, [.person]) == id)
  }

  @Test func `a name that several bear is not guessed at`() {
    let failure = #expect(throws: Failure.self) { try names.entity("Berg", [.person]) }
    #expect(failure?.status == .notFound)
    #expect(
      failure?.message == """
        "Berg" fits several; name one of them by id:
          anna-berg  Anna Berg
          boris  Борис Берг
        Nothing was written.
        """
    )
  }

  @Test func `an unknown name is told with the command that registers it`() {
    let fault = #expect(throws: TerseValue.Fault.self) {
      try names.entity("Қайрат Мұхтаров", [.person, .organisation])
    }
    #expect(
      fault?.message
        == "no person or organisation called \"Қайрат Мұхтаров\" is registered; `annals append "
        + "person --id kajrat-muhtarov --name \"Қайрат Мұхтаров\"` or `annals append organisation "
        + "--id kajrat-muhtarov --name \"Қайрат Мұхтаров\"` registers one"
    )
  }

  @Test func `only what is asked for fits`() throws {
    #expect(try names.entity("North Court", [.organisation]) == "north")
    #expect(throws: TerseValue.Fault.self) { try names.entity("North Court", [.person]) }
  }

  @Test(arguments: [("m1", "m1"), ("5", "o1"), ("nothing-such", "nothing-such")])
  func `events are named by id or position`(text: String, id: String) throws {
    #expect(try names.event(text).text == id)
  }

  @Test(arguments: [
    ("6", "there is no line 6; the record has 5"), ("0", "there is no line 0; the record has 5"),
    ("a b", "\"a b\" is no event id: 1 to 64 of A-Z a-z 0-9 . _ - with a non-digit"),
  ])
  func `what names no event is told`(text: String, message: String) {
    let fault = #expect(throws: TerseValue.Fault.self) { try names.event(text) }
    #expect(fault?.message == message)
  }

  @Test func `ids that the same batch registers stay as they are`() throws {
    let names = NameResolution(known: NameResolutionTests.record, registering: ["anna"])
    #expect(try names.entity("anna", [.person]) == "anna")
  }

  @Test func `whoever types a name hears whom it means`() throws {
    var heard: [String] = []
    let names = NameResolution(known: NameResolutionTests.record) { heard.append($0) }
    _ = try names.entity("anna-berg", [.person])
    _ = try names.entity("Анна Берг", [.person])
    #expect(heard == ["\"Анна Берг\" is anna-berg (Anna Berg)."])
  }
}

/// A record made of drafts, for tests.
enum TestRecord {
  static func of(_ drafts: [String]) -> Record {
    var replay = Replay()
    return replay.record().adding(
      drafts.map { line in
        do {
          return try DraftReader().draft(line)
        } catch {
          preconditionFailure("\(line): \(error)")
        }
      }
    )
  }
}
