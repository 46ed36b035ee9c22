import Events
import Testing

@testable import CLI

@Suite struct TerseValueTests {
  private func field(_ kind: String, _ name: String) throws -> Field {
    try #require(Vocabulary.standard[kind]?.field(name))
  }

  private func items(_ text: String, _ kind: String, _ name: String) throws -> [JSON] {
    try TerseValue(resolving: AsWritten()).items(text, as: field(kind, name).type)
  }

  @Test(arguments: [
    ("mass-arrest", "count", "25", #"[{"n":25}]"#),
    (
      "mass-arrest", "count", "25:exact:members",
      #"[{"n":25,"qualifier":"exact","unit":"members"}]"#
    ),
    ("mass-arrest", "count", "25::members", #"[{"n":25,"unit":"members"}]"#),
    ("mass-arrest", "count", "some", #"[{"qualifier":"some"}]"#),
    ("mass-arrest", "count", "some:a:b", #"[{"qualifier":"some","unit":"a","of":"b"}]"#),
    ("mass-arrest", "count", #"{"n":1.0}"#, #"[{"n":1.0}]"#),
    ("person", "names", "Anna Berg", #"[{"text":"Anna Berg"}]"#),
    (
      "person", "names", "Анна Берг:ru:Cyrl:transliteration",
      #"[{"text":"Анна Берг","lang":"ru","script":"Cyrl","kind":"transliteration"}]"#
    ),
    ("person", "names", "Anna::Latn", #"[{"text":"Anna","script":"Latn"}]"#),
    ("person", "names", #"{"text":"A: B"}"#, #"[{"text":"A: B"}]"#),
    ("decision", "demands", "release", #"[{"what":"release"}]"#),
    ("decision", "demands", "release: her: now", #"[{"what":"release","text":"her: now"}]"#),
    ("decision", "demands", "d1=release", #"[{"id":"d1","what":"release"}]"#),
    ("decision", "demands", "release:a=b", #"[{"what":"release","text":"a=b"}]"#),
    ("declaration", "claims", "it: is so", #"[{"text":"it: is so"}]"#),
    ("sentence", "fine", "100000 KZT", #"[{"amount":100000,"currency":"KZT"}]"#),
    ("sentence", "fine", "1.50:EUR", #"[{"amount":1.50,"currency":"EUR"}]"#),
    ("sentence", "in_absentia", "false", "[false]"),
    ("sentence", "articles", "174, part 2", #"["174, part 2"]"#),
    ("place", "lat", "-5.50", "[-5.50]"),
    ("ban", "what", "travel, internet", #"["travel","internet"]"#),
    ("border-measure", "between", "kz,kg", #"["kz","kg"]"#),
    ("border-measure", "between", "Astana, the capital", #"["Astana, the capital"]"#),
    ("correction", "set", #"date="2016""#, #"[{"date":"2016"}]"#),
    ("correction", "set", #"{"place":null}"#, #"[{"place":null}]"#),
    ("closure", "target", "all of them", #"["all of them"]"#),
  ])
  func `a terse spelling gives the value`(
    kind: String,
    name: String,
    text: String,
    expected: String
  ) throws {
    #expect(JSON.array(try items(text, kind, name)).written == expected)
  }

  @Test(arguments: [
    (
      "mass-arrest", "count", "lots",
      "\"lots\" is no count; write 25, 25:at_least:members, some:members, or an object"
    ),
    (
      "mass-arrest", "count", "-5",
      "\"-5\" is no count; write 25, 25:at_least:members, some:members, or an object"
    ),
    (
      "mass-arrest", "count", "1:exact:a:b:c",
      "\"1:exact:a:b:c\" has more parts than qualifier, unit, of; write it as an object"
    ),
    (
      "person", "names", "Case 12: Anna",
      "\" Anna\" is no language, such as ru. Write TEXT:LANG:SCRIPT:KIND, and a name with a "
        + "colon as {\"text\":\"…\"}"
    ),
    (
      "person", "names", "Case 12:Anna",
      "\"Anna\" is no language, such as ru. Write TEXT:LANG:SCRIPT:KIND, and a name with a "
        + "colon as {\"text\":\"…\"}"
    ),
    (
      "person", "names", "Anna:ru:Cyrillic",
      "\"Cyrillic\" is no script in four letters, such as Cyrl"
    ),
    ("sentence", "fine", "a lot", "\"a\" is no number"),
    ("sentence", "fine", "5", "\"5\" is no amount of money; write \"100000 KZT\""),
    ("place", "lat", "north", "\"north\" is no number"),
    (
      "correction", "set", "date=2016-05",
      "date: there is text after the JSON value at byte 5; "
        + "text stands in quotes, such as 'date=\"some text\"'"
    ),
    ("correction", "set", "date", "\"date\": write NAME=JSON"),
    ("mass-arrest", "count", "{", "the JSON ends too early at byte 2"),
  ])
  func `what cannot be read is told`(
    kind: String,
    name: String,
    text: String,
    message: String
  ) throws {
    let fault = #expect(throws: TerseValue.Fault.self) { try items(text, kind, name) }
    #expect(fault?.message == message)
  }

  @Test(arguments: [
    ("letter-1", #"{"source":"letter-1"}"#),
    ("letter-1@p. 3, a@b", #"{"source":"letter-1","at":"p. 3, a@b"}"#),
    ("report-7@p. 3 via letter-1", #"{"source":"report-7","at":"p. 3","via":"letter-1"}"#),
    ("report-7 via letter-1", #"{"source":"report-7","via":"letter-1"}"#),
    (
      "report-7@sent via mail via letter-1",
      #"{"source":"report-7","at":"sent via mail","via":"letter-1"}"#
    ),
    (#"{"source":"a","quote":"b"}"#, #"{"source":"a","quote":"b"}"#),
  ])
  func `a source may have a place in it, and another one through which it is known`(
    text: String,
    expected: String
  ) throws {
    #expect(try TerseValue(resolving: AsWritten()).citation(text).written == expected)
  }

  @Test func `an actor has a role behind the last colon`() throws {
    let values = TerseValue(resolving: AsWritten())
    #expect(try values.actor("A: B:court").written == #"{"actor":"A: B","role":"court"}"#)
    let fault = #expect(throws: TerseValue.Fault.self) { try values.actor("pace") }
    #expect(
      fault?.message.hasPrefix("\"pace\" lacks a role; write WHO:ROLE, the role one of") == true
    )
  }
}
