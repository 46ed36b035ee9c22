import Events
import Projections
import Testing

/// What time alone, and what happens in it, changes in the answers of one record.
@Suite struct PassedTimeDifferenceTests {
  private func differences(_ text: String, _ first: String, _ last: String) throws -> [String] {
    try DifferenceLines.passed(text, from: first, to: last)
  }

  private static let remand =
    #"a remand 2016-05-17 anna {"stage":"ordered","until":"2016-07-17"}"#

  @Test func `what is merely no longer confirmed rests on no event`() throws {
    #expect(
      try differences(PassedTimeDifferenceTests.remand, "2016-07-17", "2016-07-18") == [
        "numbers everybody not_current: 0 -> 1 []",
        "person anna no longer confirmed: true -> false []",
        "person anna certain: true -> false []",
      ]
    )
  }

  @Test func `what happened meanwhile is not blamed for what time did`() throws {
    let text = """
      \(PassedTimeDifferenceTests.remand)
      c charge 2016-07-20 anna {"stage":"brought"}
      """
    #expect(
      try differences(text, "2016-07-17", "2016-07-24") == [
        "numbers everybody not_current: 0 -> 1 []",
        "person anna no longer confirmed: true -> false []",
        "person anna certain: true -> false []",
        #"person anna process: "none" -> "charged" [c]"#,
        #"person anna anomaly: null -> {"kind":"term passed, no release recorded","#
          + #""level":"anomaly","text":"the term ended by 2016-07-17, and no release is "#
          + #"recorded","events":["a"]} []"#,
        #"event c when: "ahead" -> "certain" [c]"#,
      ]
    )
  }

  @Test func `a release between the days is named`() throws {
    #expect(
      try differences(
        "a arrest 2016-05-17 anna\nb release 2016-06-01 anna",
        "2016-05-18",
        "2016-06-02"
      ) == [
        "numbers everybody held: 1 -> 0 [b]",
        #"person anna liberty: "police_custody" -> "at_liberty" [b]"#,
        #"person anna since: "2016-05-17" -> "2016-06-01" [b]"#,
        #"person anna held_since: "2016-05-17" -> null [b]"#,
        #"person anna last_evidence: "2016-05-17" -> "2016-06-01" [b]"#,
        #"event b when: "ahead" -> "certain" [b]"#,
      ]
    )
  }

  @Test func `what may have happened by the second day is told as possible`() throws {
    #expect(
      try differences("a arrest 2016 anna", "2015-12-31", "2016-06-01") == [
        #"person anna possibly: [] -> ["police_custody"] [a]"#,
        #"event a when: "ahead" -> "possible" [a]"#,
      ]
    )
  }

  @Test func `what is heard again confirms the state`() throws {
    let text = """
      \(PassedTimeDifferenceTests.remand)
      h status 2016-09-01 anna {"liberty":"pretrial_detention"}
      """
    #expect(
      try differences(text, "2016-07-18", "2016-09-01").filter { $0.contains("confirmed") }
        == ["person anna confirmed again: false -> true [h]"]
    )
  }

  @Test func `a restriction that ran out rests on no event, one that was lifted does`() throws {
    let ban = #"b ban 2016-05-17 anna {"what":["travel"],"until":"2016-07-17"}"#
    let entry =
      #"{"what":"travel","since":"2016-05-17","until":"2016-07-17","basis":["b"]}"#
    #expect(
      try differences(ban, "2016-07-17", "2016-07-18")
        == ["person anna restriction: \(entry) -> null []"]
    )
    let wanted = ban + "\n" + #"w wanted 2016-07-10 anna {"stage":"listed","list":"national"}"#
    #expect(
      try differences(wanted, "2016-07-09", "2016-07-18") == [
        "person anna restriction: \(entry) -> null []",
        #"person anna restriction: null -> {"what":"wanted","since":"2016-07-10","#
          + #""until":null,"basis":["w"]} [w]"#,
        #"event w when: "ahead" -> "certain" [w]"#,
      ]
    )
    let lifted = ban + "\n" + #"l ban 2016-07-01 anna {"what":["travel"],"stage":"lifted"}"#
    #expect(
      try differences(lifted, "2016-06-30", "2016-07-18") == [
        "person anna restriction: \(entry) -> null [l]",
        #"event l when: "ahead" -> "certain" [l]"#,
      ]
    )
  }

  @Test func `a border measure ends by being lifted, or by itself`() throws {
    let imposed = """
      m border-measure 2016-05-17 - {"stage":"imposed","between":["xy","yz"],"measure":"closed",\
      "until":"2016-07-17"}
      """
    #expect(
      try differences(imposed, "2016-07-17", "2016-07-18")
        == ["border-measure m in_force: true -> false []"]
    )
    let lifted = """
      \(imposed)
      l border-measure 2016-07-01 - {"stage":"lifted","between":["yz","xy"],"measure":"closed"}
      """
    #expect(
      try differences(lifted, "2016-06-30", "2016-07-18") == [
        "border-measure m in_force: true -> false [l]",
        #"border-measure m until: "2016-07-17" -> "2016-07-01" [l]"#,
        #"event l when: "ahead" -> "certain" [l]"#,
      ]
    )
  }

  @Test func `an election comes with its day`() throws {
    #expect(
      try differences(
        #"e election 2016-07-17 - {"stage":"held","office":"mayor"}"#,
        "2016-07-16",
        "2016-07-17"
      ) == [
        "election e added: null -> <e> [e]",
        #"event e when: "ahead" -> "certain" [e]"#,
      ]
    )
  }
}
