import Events
import Projections
import Testing

@Suite struct AccountTests {
  private static let three = """
    a arrest 2016-05-17 anna
    b arrest 2016-05-18 anna + {"account_of":"a"}
    c arrest 2016-05-19 anna + {"account_of":"a","certainty":"confirmed"}
    """

  /// The preferred account, then the others.
  private func accounts(_ text: String) throws -> [[String]] {
    try Chronicle(text).record.happenings.map { [$0.id.text] + $0.otherAccounts.texts }
  }

  @Test(arguments: [
    ("", ["c", "a", "b"]),
    (#"r ranking {"of":"b","rank":"preferred","reason":"r"}"#, ["b", "a", "c"]),
    (#"r ranking {"of":"c","rank":"deprecated","reason":"r"}"#, ["a", "b", "c"]),
    // The later ranking of a happening counts.
    (
      #"""
      r ranking {"of":"b","rank":"preferred","reason":"r"}
      s ranking {"of":"a","rank":"preferred","reason":"r"}
      """#, ["a", "b", "c"]
    ),
    (
      #"""
      r ranking {"of":"b","rank":"preferred","reason":"r"}
      s ranking {"of":"b","rank":"deprecated","reason":"r"}
      """#, ["c", "a", "b"]
    ),
    (
      #"""
      r ranking {"of":"c","rank":"deprecated","reason":"r"}
      s ranking {"of":"c","rank":"preferred","reason":"r"}
      """#, ["c", "a", "b"]
    ),
    (
      #"""
      r ranking {"of":"b","rank":"preferred","reason":"r"}
      s retraction {"of":"r","reason":"r"}
      """#, ["c", "a", "b"]
    ),
    (#"r retraction {"of":"c","reason":"r"}"#, ["a", "b"]),
  ])
  func `views use the ranked account, then the surest, then the first`(
    amendments: String,
    expected: [String]
  ) throws {
    #expect(try accounts("\(AccountTests.three)\n\(amendments)") == [expected])
  }

  @Test func `a happening of which every account is deprecated is not folded`() throws {
    let found = try accounts(
      """
      a arrest 2016-05-17 anna
      r ranking {"of":"a","rank":"deprecated","reason":"r"}
      """
    )
    #expect(found == [])
  }

  @Test func `the accounts of a withdrawn event stand by themselves`() throws {
    let found = try accounts(
      "\(AccountTests.three)\nr retraction {\"of\":\"a\",\"reason\":\"r\"}"
    )
    #expect(found == [["b"], ["c"]])
  }

  @Test func `every account leads to the happening`() throws {
    let record = try Chronicle(AccountTests.three).record
    #expect(record.happening(of: try eventID("b"))?.id.text == "c")
    #expect(record.happening(of: try eventID("nothing"))?.id == nil)
  }
}
