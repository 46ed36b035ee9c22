import Testing

@testable import Events

@Suite struct MergePatchTests {
  /// The examples of RFC 7396, Appendix A: original, patch, result.
  static let appendixA = [
    (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
    (#"{"a":"b"}"#, #"{"a":null}"#, #"{}"#),
    (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
    (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
    (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
    (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
    (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
    (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
    (#"{"a":"foo"}"#, #"null"#, #"null"#),
    (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
    (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
    (#"[1,2]"#, #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
    (#"{}"#, #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
  ]

  @Test(arguments: appendixA)
  func `a patch does what RFC 7396 says`(original: String, patch: String, result: String) throws {
    let merged = try JSON(parsing: original).merging(JSON(parsing: patch))
    #expect(merged.written == result)
  }

  @Test func `members that stay keep their order and their numbers' spelling`() throws {
    let original = try JSON(parsing: #"{"z":1.50,"m":{"b":1,"a":2},"y":2}"#)
    let merged = try original.merging(JSON(parsing: #"{"n":1e2,"m":{"b":3},"y":null}"#))
    #expect(merged.written == #"{"z":1.50,"m":{"b":3,"a":2},"n":1e2}"#)
  }

  @Test func `names are compared byte by byte`() {
    let merged = (["\u{e9}": 1] as JSON).merging(["e\u{301}": .null])
    #expect(merged == ["\u{e9}": 1])
  }
}
