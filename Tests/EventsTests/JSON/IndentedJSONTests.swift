import Testing

@testable import Events

@Suite struct IndentedJSONTests {
  @Test func `indented JSON has a member or an item a line`() throws {
    let json: JSON = ["a": [1, [], [:]], "b \"q\"": ["c": "d\n"], "e": .null]
    let expected = #"""
      {
        "a": [
          1,
          [],
          {}
        ],
        "b \"q\"": {
          "c": "d\n"
        },
        "e": null
      }
      """#
    #expect(json.indented == expected)
    #expect(try JSON(parsing: json.indented) == json)
  }
}
