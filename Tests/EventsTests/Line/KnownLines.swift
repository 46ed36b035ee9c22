@testable import Events

/// Two lines of one batch, with hashes and digest computed by Python's hashlib from DESIGN.md.
enum KnownLines {
  static let first =
    #"{"n":1,"id":"0192f1c2-7a31-7c8e-9d55-0f6e3b1c2d4a","recorded":"2026-11-22T10:15:00Z","#
    + #""by":"desk-2","kind":"sentence","date":"2021-03~","persons":["anna-berg"],"#
    + #""actors":[{"actor":"northport-court","role":"court"}],"place":"xy/northport","#
    + #""title":"Anna Berg is sentenced to two years","#
    + #""text":"Строка\n\"quoted\" \\ \u0001","#
    + #""details":{"form":"imprisonment","term":"P2Y","case":"harbour-rally"},"#
    + #""sources":[{"source":"monitor-2021-04","at":"p. 3, para. 1"}],"#
    + #""certainty":"confirmed","account_of":"e-0","after":["e-1"],"because_of":["e-2"],"#
    + #""order":-2,"tags":["rally"],"private":"6UG9nzfKUZT4kTcoccCt3xWEUXCziBamT7FDmVQ2Ubw","#
    + #""more":true,"salt":"AAAAAAAAAAAAAAAAAAAAAg","#
    + #""hash":"4ko9KCe7G9Lnp1_41UTOGoY8YYXF3gOLcoyx2kcA-q8"}"#

  static let second =
    #"{"n":2,"id":"e-2","recorded":"2026-11-22T10:15:00Z","kind":"other","date":"2021","#
    + #""title":"x","salt":"AAAAAAAAAAAAAAAAAAAAAw","#
    + #""hash":"VrZAngQocfu0HFtdOmiyeaOerwbZtK3RFXp35_jxgPo"}"#

  static let confidentialLine =
    #"{"digest":"6UG9nzfKUZT4kTcoccCt3xWEUXCziBamT7FDmVQ2Ubw","private":"#
    + #"{"witness":"a neighbour, č. 4","salt":"AAAAAAAAAAAAAAAAAAAAAQ"}}"#

  /// The drafts of which they are the lines, their random bits counting up from 1.
  static var drafts: [Draft] {
    var content = Content(kind: "sentence")
    content.date = try? EDTF(parsing: "2021-03~")
    content.persons = EntityList(ids("anna-berg"))
    content.actors = ids("northport-court").map { Actor(actor: $0, role: "court") }
    content.place = EntityID("xy/northport")
    content.title = "Anna Berg is sentenced to two years"
    content.text = "Строка\n\"quoted\" \\ \u{1}"
    content.details = Details([
      JSONMember("form", .text("imprisonment")), JSONMember("term", .text("P2Y")),
      JSONMember("case", .text("harbour-rally")),
    ])
    content.sources = ids("monitor-2021-04").map { Citation(source: $0, at: "p. 3, para. 1") }
    content.statedCertainty = .confirmed
    content.accountOf = EventID("e-0")
    content.after = [EventID("e-1")].compactMap { $0 }
    content.becauseOf = [EventID("e-2")].compactMap { $0 }
    content.order = -2
    content.tags = ["rally"]
    var other = Content(kind: "other")
    other.date = try? EDTF(parsing: "2021")
    other.title = "x"
    return [
      Draft(
        id: EventID("0192f1c2-7a31-7c8e-9d55-0f6e3b1c2d4a"),
        by: "desk-2",
        content: content,
        confidential: .object([JSONMember("witness", .text("a neighbour, č. 4"))])
      ),
      Draft(id: EventID("e-2"), content: other),
    ]
  }

  private static func ids(_ text: String) -> [EntityID] { [EntityID(text)].compactMap { $0 } }
}
