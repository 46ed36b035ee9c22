import Testing

@testable import Events

@Suite struct ContentEqualityTests {
  private func content(_ members: String) throws -> Content {
    let json = try JSON(parsing: #"{"kind":"other","date":"2016","title":"T",\#(members)}"#)
    return ContentReader(json.members ?? [], envelope: ["id", "by", "private"]).content
  }

  @Test(arguments: [
    (#""tags":["a"]"#, #""tags":["a"]"#),
    (#""order":1"#, #""order":1,"certainty":"reported""#),
    (#""order":1"#, #""order":1,"persons":[],"sources":[],"details":{},"text":"""#),
    (#""order":1"#, #""order":1,"id":"e","by":"b","private":{"a":1}"#),
    (#""details":{"a":1.0,"b":2}"#, #""details":{"b":2,"a":1}"#),
    (
      #""sources":[{"source":"s","at":"p. 1"}]"#, #""sources":[{"at":"p. 1","source":"s"}]"#
    ),
    (#""weather":[1]"#, #""weather":[1.0]"#),
  ])
  func `the same content in other words is the same`(left: String, right: String) throws {
    #expect(try content(left).isSameContent(as: content(right)))
    #expect(try content(right).isSameContent(as: content(left)))
  }

  @Test(arguments: [
    (#""tags":["a","b"]"#, #""tags":["b","a"]"#),
    (#""order":1"#, #""order":1,"certainty":"confirmed""#),
    (#""order":1"#, #""order":2"#),
    (#""text":"\u00e9""#, #""text":"e\u0301""#),
    (#""details":{"a":1}"#, #""details":{"a":"1"}"#),
    (#""details":{"a":1}"#, #""details":{"a":1,"b":null}"#),
    (#""weather":1"#, #""order":1"#),
    (#""certainty":"guessed""#, #""certainty":"reported""#),
    (#""persons":["anna","Bo"]"#, #""persons":["anna"]"#),
  ])
  func `other content is not the same`(left: String, right: String) throws {
    #expect(try !content(left).isSameContent(as: content(right)))
    #expect(try !content(right).isSameContent(as: content(left)))
  }

  @Test func `a member that can be read in part is written once, as it stood`() throws {
    let line = """
      {"kind":"other","date":"2016","persons":["anna","Bo"],"title":"T",\
      "sources":[{"source":"s","page":3}],"tags":["a"],"weather":1}
      """
    let json = try JSON(parsing: line)
    let content = ContentReader(json.members ?? [], envelope: []).content
    #expect(content.persons.map(\.text) == ["anna"])
    #expect(JSON.object(content.members).written == line)
  }
}
