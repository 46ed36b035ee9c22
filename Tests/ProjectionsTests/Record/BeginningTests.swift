import Events
import Projections
import Testing

@Suite struct BeginningTests {
  /// The earliest and latest day on which each event can have begun.
  private func bounds(_ text: String) throws -> [String] {
    try Chronicle(text).record.happenings.map { happening in
      let days = [happening.beginning.earliest, happening.beginning.latest]
      return days.map { $0?.description ?? "open" }.joined(separator: " ")
    }
  }

  @Test func `an event began no earlier than those it came after, along a chain`() throws {
    let found = try bounds(
      """
      a arrest 2016-05-17 anna
      b charge 2016 anna {"stage":"opened"} + {"after":["a"]}
      c verdict [..2017] anna {"outcome":"convicted"} + {"after":["b"]}
      d release 2016-06 anna + {"after":["a"]}
      """
    )
    #expect(
      found == [
        "2016-05-17 2016-05-17", "2016-05-17 2016-12-31", "2016-05-17 2017-12-31",
        "2016-06-01 2016-06-30",
      ]
    )
  }

  @Test func `an event that its date puts before the other keeps its date`() throws {
    let found = try bounds(
      """
      a arrest 2016-05-17 anna
      b charge 2015 anna {"stage":"opened"} + {"after":["a"]}
      """
    )
    #expect(found == ["2016-05-17 2016-05-17", "2015-01-01 2015-12-31"])
  }

  @Test func `a withdrawn event raises nothing`() throws {
    let found = try bounds(
      """
      a arrest 2016-05-17 anna
      b charge 2016 anna {"stage":"opened"} + {"after":["a"]}
      r retraction {"of":"a","reason":"r"}
      """
    )
    #expect(found == ["2016-01-01 2016-12-31"])
  }

  @Test func `a circle of after comes to an end and keeps everything within its dates`() throws {
    let found = try bounds(
      """
      a arrest 2016 anna
      b charge 2016-05 anna {"stage":"opened"} + {"after":["a"]}
      c trial 2016 anna {"stage":"opened"} + {"after":["b"]}
      k correction {"of":"a","set":{"after":["c"]},"reason":"r"}
      """
    )
    #expect(found.count == 3)
    #expect(found[1] == "2016-05-01 2016-05-31")
    #expect(found[2] == "2016-05-01 2016-12-31")
  }

  @Test func `a long chain is walked without running out of stack`() throws {
    let lines = (1..<20_000).map { #"e\#($0) other 2016 + {"after":["e\#($0 - 1)"]}"# }
    let found = try bounds((["e0 other 2016-07-01"] + lines).joined(separator: "\n"))
    #expect(found.last == "2016-07-01 2016-12-31")
  }
}
