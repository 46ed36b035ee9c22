import Testing

@testable import Events

@Suite struct HostileJSONTests {
  /// Numbers as spelled, and whether they are the same number.
  static let pairs: [(String, String, Bool)] = [
    ("10e9223372036854775807", "1", false),
    ("0.1e-9223372036854775808", "1", false),
    ("0.10e-9223372036854775807", "0.1e-9223372036854775807", false),
    ("1e99999999999999999999", "1e88888888888888888888", false),
    ("1e99999999999999999999", "1e99999999999999999999", true),
    ("1e4611686018427387903", "10e4611686018427387902", true),
    ("1e-4611686018427387903", "0.1e-4611686018427387902", true),
    ("-0", "0", true),
    ("0e5", "0.000", true),
  ]

  @Test(arguments: pairs)
  func `numbers with huge exponents are compared, or told apart`(
    left: String,
    right: String,
    areSame: Bool
  ) {
    #expect((JSON.number(left) == JSON.number(right)) == areSame)
  }

  /// A comparison of each with each would take minutes.
  @Test(.timeLimit(.minutes(1)))
  func `an object of a hundred thousand members is read, compared and patched`() throws {
    let members = (0..<100_000).map { "\"\($0)\":0" }
    let object = try JSON(parsing: "{\(members.joined(separator: ","))}")
    let reversed = try JSON(parsing: "{\(members.reversed().joined(separator: ","))}")
    let nulls = (0..<100_000).map { "\"\($0)\":null" }
    let removal = try JSON(parsing: "{\(nulls.joined(separator: ",")),\"new\":1}")
    #expect(object.members?.count == 100_000)
    #expect(object == reversed)
    #expect(object.merging(reversed) == object)
    #expect(object.merging(removal).written == #"{"new":1}"#)
  }

  @Test(arguments: [2, 16, 17, 18, 40])
  func `a member's name is taken whether few or many stand there`(count: Int) throws {
    let names = (0..<count).map { "\"é\($0)\":\($0)" }.joined(separator: ",")
    let repeated = JSONError.Reason.duplicateMember("é1")
    let error = #expect(throws: JSONError.self) {
      try JSON(parsing: "{\(names),\"é1\":0}")
    }
    #expect(error?.reason == repeated)
    // The same letter in other bytes is another name.
    let decomposed = try JSON(parsing: "{\(names),\"e\u{301}1\":0}")
    #expect(decomposed.members?.count == count + 1)
  }

  @Test(arguments: [
    #"{"private":{"Witness X":"a","Witness X":"b"}}"#,
    #"{"id":"a","private":{"seen":[{"by":{"Witness X":1,"Witness X":2}}]}}"#,
    #"{"priv\u0061te":{"Witness X":"a","Witness X":"b"}}"#,
  ])
  func `no error tells what the confidential part says`(draft: String) throws {
    let refusal = #expect(throws: DraftRefusal.self) { try DraftReader().draft(draft) }
    let message = try #require(refusal).description
    let column = try #require(draft.ranges(of: "\"Witness").last).lowerBound.utf16Offset(in: draft)
    #expect(message == "a member of the confidential part stands twice at byte \(column + 1)")
  }
}
