import Testing

@testable import Events

/// A draft that is refused for one reason, and the whole message.
struct Refused: CustomTestStringConvertible, Sendable {
  let line: String
  let message: String

  init(_ line: String, _ message: String) {
    self.line = line
    self.message = message
  }

  /// An event of `kind` of which only the details matter.
  init(_ kind: String, _ details: String, _ message: String) {
    line =
      #"{"kind":"\#(kind)","date":"2016","title":"T","persons":["anna"],"details":{\#(details)}}"#
    self.message = message
  }

  /// An event of the record itself of which only the details matter.
  init(record kind: String, _ details: String, _ message: String) {
    line = #"{"kind":"\#(kind)","details":{\#(details)}}"#
    self.message = message
  }

  /// An arrest with `members` beside it.
  init(arrestWith members: String, _ message: String) {
    line = #"{"kind":"arrest","date":"2016","title":"T","persons":["anna"],\#(members)}"#
    self.message = message
  }

  var testDescription: String { message }
}

@Suite struct DraftFaultTests {
  @Test(arguments: envelope + members + kinds + fields + counts + registrations + corrections)
  func `a draft that breaks one rule is refused with one message`(refused: Refused) {
    let error = #expect(throws: DraftRefusal.self) {
      try DraftReader().draft(refused.line)
    }
    #expect(error?.description == refused.message)
  }

  static let envelope = [
    Refused("[]", #"a draft is a JSON object, such as {"kind":"arrest",…}"#),
    Refused(#"{"kind":"arrest""#, "the JSON ends too early at byte 17"),
    Refused(
      arrestWith: #""id":"212""#,
      #"id: "212" is no event id: 1 to 64 of A-Z a-z 0-9 . _ - with a non-digit"#
    ),
    Refused(arrestWith: #""id":7"#, "id: must be text"),
    Refused(arrestWith: #""by":"""#, "by: is empty"),
    Refused(arrestWith: #""by":null"#, "by: must be text"),
    Refused(arrestWith: #""by":"desk\u001b2""#, "by: must not contain control characters"),
    Refused(
      arrestWith: #""by":"\#(String(repeating: "b", count: 65))""#,
      "by: is longer than 64 bytes"
    ),
    Refused(arrestWith: #""private":"secret""#, "private: must be an object"),
    Refused(
      arrestWith: #""private":{"salt":"x"}"#,
      "private.salt: is written by annals when it seals the line; leave it out of a draft"
    ),
    Refused(
      arrestWith: #""hash":"x""#,
      "hash: is written by annals when it seals the line; leave it out of a draft"
    ),
    Refused(arrestWith: #""titel":"x""#, "titel: no such member (did you mean title?)"),
    Refused(arrestWith: #""weather":"x""#, "weather: no such member"),
    Refused(
      arrestWith: #""bo\u001b[2Jx":"x""#,
      "bo<U+001B>[2Jx: no such member"
    ),
    Refused(
      arrestWith: #""authority":"x""#,
      "authority: is a field of the kind; write it into details"
    ),
  ]

  static let members = [
    Refused("{}", "kind: is missing; it says what sort of event this is"),
    Refused(#"{"kind":7}"#, "kind: must be text"),
    Refused(#"{"kind":""}"#, "kind: is empty"),
    Refused(
      #"{"kind":"protest","title":"T","details":{"stage":"held"}}"#,
      "date: is missing; when it happened, in EDTF, such as 2016-05-17 or 2016-05~"
    ),
    Refused(
      #"{"kind":"other","date":"2016"}"#,
      "title: is missing; the event in one line, in your own words"
    ),
    Refused(#"{"kind":"other","date":"2016","title":" "}"#, "title: is empty"),
    Refused(
      #"{"kind":"other","date":"2016","title":"a\nb"}"#,
      "title: must be one line; a longer account goes into text"
    ),
    Refused(
      #"{"kind":"other","date":"2016","title":"a\r\nb"}"#,
      "title: must be one line; a longer account goes into text"
    ),
    Refused(#"{"kind":"other","date":2016,"title":"T"}"#, "date: must be text"),
    Refused(
      #"{"kind":"other","date":"Y17000","title":"T"}"#,
      "date: the years of the record are 0000 to 9999"
    ),
    Refused(#"{"kind":"other","date":"","title":"T"}"#, "date: \(EDTFError.empty)"),
    Refused(
      #"{"kind":"arrest","date":"2016","title":"T"}"#,
      "persons: is missing; arrest names at least one person"
    ),
    Refused(
      #"{"kind":"status","date":"2016","title":"T","persons":[]}"#,
      "persons: is missing; status names at least one person"
    ),
    Refused(
      #"{"kind":"arrest","date":"2016","title":"T","persons":"anna"}"#,
      "persons: must be a list of texts"
    ),
    Refused(
      #"{"kind":"arrest","date":"2016","title":"T","persons":["anna",7]}"#,
      "persons[1]: must be text"
    ),
    Refused(
      #"{"kind":"arrest","date":"2016","title":"T","persons":["Anna Berg"]}"#,
      #"persons[0]: "Anna Berg" is no id: at most 128 of a-z 0-9 - (places also /)"#
    ),
    Refused(
      #"{"kind":"arrest","date":"2016","title":"T","persons":["anna","bo","anna"]}"#,
      #"persons[2]: "anna" stands twice"#
    ),
    Refused(arrestWith: #""actors":{}"#, "actors: must be a list of objects"),
    Refused(
      arrestWith: #""actors":["bo"]"#,
      "actors[0]: must be an object of actor, role"
    ),
    Refused(
      arrestWith: #""actors":[{"actor":"bo"}]"#,
      "actors[0].role: is missing; it says what the actor did"
    ),
    Refused(
      arrestWith: #""actors":[{"role":"court"}]"#,
      "actors[0].actor: is missing; it is a registered person or organisation"
    ),
    Refused(
      arrestWith: #""actors":[{"actor":"bo","role":"juge"}]"#,
      """
      actors[0].role: "juge" is none of its choices (did you mean judge?), which are authority, \
      court, judge, prosecutor, investigator, alleged_perpetrator, perpetrator, counsel, issuer, \
      author, rapporteur, signatory, speaker, addressee, responsible_state, candidate, organiser, \
      other, unspecified
      """
    ),
    Refused(
      arrestWith: #""sources":[{"at":"p. 3"}]"#,
      "sources[0].source: is missing; it is a registered source"
    ),
    Refused(
      arrestWith: #""sources":[{"source":"s","page":"3"}]"#,
      "sources[0].page: no such member"
    ),
    Refused(
      arrestWith: #""sources":[{"source":"s","at":3}]"#,
      "sources[0].at: must be text"
    ),
    Refused(
      arrestWith: #""sources":[{"source":"s","via":"S 2"}]"#,
      #"sources[0].via: "S 2" is no id: at most 128 of a-z 0-9 - (places also /)"#
    ),
    Refused(
      arrestWith: #""certainty":"sure""#,
      """
      certainty: "sure" is none of its choices, which are confirmed, reported, believed, disputed
      """
    ),
    Refused(arrestWith: #""place":7"#, "place: must be text"),
    Refused(arrestWith: #""order":1.5"#, "order: must be a whole number"),
    Refused(
      arrestWith: #""account_of":"7""#,
      #"account_of: "7" is no event id: 1 to 64 of A-Z a-z 0-9 . _ - with a non-digit"#
    ),
    Refused(
      arrestWith: #""after":["a b"]"#,
      #"after[0]: "a b" is no event id: 1 to 64 of A-Z a-z 0-9 . _ - with a non-digit"#
    ),
    Refused(arrestWith: #""tags":[true]"#, "tags[0]: must be text"),
    Refused(arrestWith: #""details":[]"#, "details: must be an object"),
  ]

  static let kinds = [
    Refused(
      #"{"kind":"arest","date":"2016","title":"T"}"#,
      """
      kind: there is no kind "arest" (did you mean arrest?); \
      `annals append --help` lists the kinds, and `x-…` is free for your own
      """
    ),
    Refused(
      #"{"kind":"zeppelin-flight","date":"2016","title":"T"}"#,
      """
      kind: there is no kind "zeppelin-flight"; \
      `annals append --help` lists the kinds, and `x-…` is free for your own
      """
    ),
    Refused(
      #"{"kind":"x-Visit","date":"2016","title":"T"}"#,
      #"kind: "x-Visit" is no name for a kind of your own: x- and then 1 to 62 of a-z 0-9 -"#
    ),
    Refused(
      #"{"kind":"x-visit","title":"T"}"#,
      "date: is missing; when it happened, in EDTF, such as 2016-05-17 or 2016-05~"
    ),
    Refused(
      #"{"kind":"retraction","date":"2016","details":{"of":"e","reason":"R"}}"#,
      "date: retraction is about the record itself and bears no date; leave it out"
    ),
    Refused(
      #"{"kind":"retraction","account_of":"e","details":{"of":"e","reason":"R"}}"#,
      """
      account_of: retraction is about the record itself and is no account of a happening; \
      leave it out
      """
    ),
    Refused(
      "arrest",
      #""authorty":"x""#,
      """
      details.authorty: arrest has no such field (did you mean authority?); \
      its fields are authority, circumstances, case
      """
    ),
    Refused("other", #""why":"x""#, "details.why: other has no such field; it takes none"),
    Refused(
      "arrest",
      #""place":"x""#,
      "details.place: is a member of every event; write it beside details"
    ),
    Refused(
      "count",
      #""count":{"n":5}"#,
      "details: needs one of states, state"
    ),
    Refused(
      "count",
      #""count":{"n":5},"states":[]"#,
      "details: needs one of states, state"
    ),
    Refused(
      record: "evidence",
      #""sha256":"\#(digest)","name":"a.pdf""#,
      "details: needs exactly one of event, source"
    ),
    Refused(
      record: "evidence",
      #""sha256":"\#(digest)","name":"a.pdf","event":"e","source":"s""#,
      "details: needs exactly one of event, source"
    ),
  ]

  static let digest = String(repeating: "0a", count: 32)
}
