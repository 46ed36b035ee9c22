import Events
import Projections
import Testing

@Suite struct AmendmentCheckTests {
  private static let recorded = """
    p1 person {"id":"anna","names":[{"text":"Anna"}]}
    p2 person {"id":"bert","names":[{"text":"Bert"}]}
    p3 person {"id":"cora","names":[{"text":"Cora"}]}
    a arrest 2016-05-17 anna
    b arrest 2016-05-18 anna + {"account_of":"a"}
    c charge 2016-06-17 anna {"stage":"opened"} + {"after":["a"]}
    d trial 2016-07-17 anna {"stage":"opened"} + {"after":["c"]}
    k1 correction {"of":"a","set":{"title":"New"},"reason":"r"}
    m1 identity {"stage":"merged","ids":["anna"],"into":"bert"}
    """

  /// What is wrong with the last of `drafts`; the others are in order.
  private func faults(_ drafts: String, over text: String = recorded) throws -> [String] {
    var check = AmendmentCheck(over: try Chronicle(text).record)
    var faults: [String] = []
    for line in drafts.split(separator: "\n") {
      try #require(faults == [])
      let draft = try Chronicle.draft(String(line))
      faults = ReferenceCheck(against: check.references).faults(in: draft).map(\.description)
      faults += check.take(draft).map(\.description)
    }
    return faults
  }

  @Test(arguments: [
    #"x correction {"of":"a","set":{"date":"2016-05-16"},"reason":"r"}"#,
    #"x correction {"of":"k1","set":{"details":{"of":"c"}},"reason":"r"}"#,
    #"x correction {"of":"b","set":{"account_of":null},"reason":"r"}"#,
    #"x correction {"of":"c","set":{"after":["b"]},"reason":"r"}"#,
    #"x retraction {"of":"a","reason":"r"}"#,
    #"x retraction {"of":"k1","reason":"r"}"#,
    #"x identity {"stage":"merged","ids":["bert"],"into":"cora"}"#,
    // An event of the batch, and what corrects it.
    """
    x arrest 2017 anna
    y correction {"of":"x","set":{"persons":["bert"]},"reason":"r"}
    z correction {"of":"y","set":{"details":{"set":{"persons":["cora"]}}},"reason":"r"}
    """,
    // Later drafts see what a correction made: b is no account any more.
    """
    x correction {"of":"b","set":{"account_of":null},"reason":"r"}
    y arrest 2016-05-19 anna + {"account_of":"b"}
    """,
    // Withdrawn accounts and merges are in nobody's way.
    """
    x retraction {"of":"b","reason":"r"}
    y correction {"of":"a","set":{"account_of":"c"},"reason":"r"}
    """,
    """
    x retraction {"of":"m1","reason":"r"}
    y identity {"stage":"merged","ids":["bert"],"into":"anna"}
    """,
  ])
  func `an amendment that leaves the record in order is taken`(drafts: String) throws {
    #expect(try faults(drafts) == [])
  }

  /// Drafts, and after `→` what is wrong with the last of them.
  private static let refusals = #"""
    x correction {"of":"a","set":{"date":"soon"},"reason":"r"}
    → details.set: the corrected event is refused: date: soon: not a date; \#
    write 2016, 2016-05, 2016-05-17, 2016-05~, 201X or [..2016-05]
    x correction {"of":"a","set":{"persons":["xavier"]},"reason":"r"}
    → details.set: the corrected event is refused: persons[0]: no person "xavier" is \#
    registered; `annals append person --id xavier …` registers one
    x correction {"of":"a","set":{"because_of":["nothing"]},"reason":"r"}
    → details.set: the corrected event is refused: because_of[0]: no event "nothing" is \#
    recorded before this one
    x correction {"of":"k1","set":{"details":{"of":"k1"}},"reason":"r"}
    → details.set: the corrected event is refused: details.of: no event "k1" is recorded \#
    before this one
    x correction {"of":"k1","set":{"details":{"of":"m1"}},"reason":"r"}
    → details.set: the corrected event is refused: details.of: no event "m1" is recorded \#
    before this one
    x correction {"of":"a","set":{"after":["d"]},"reason":"r"}
    → details.set: the corrected event is refused: after: "d" is itself after this event, \#
    if only through others; correct that first
    x correction {"of":"a","set":{"account_of":"c"},"reason":"r"}
    → details.set: the corrected event is refused: account_of: this event has accounts \#
    itself ("b"); rank one of them, or correct their account_of first
    x correction {"of":"c","set":{"account_of":"b"},"reason":"r"}
    → details.set: the corrected event is refused: account_of: "b" is itself an account of \#
    another event; name that event
    x identity {"stage":"merged","ids":["bert"],"into":"anna"}
    → details.ids: "anna" is merged into "bert" already, by "m1"; one of the two merges \#
    must be retracted first
    x correction {"of":"k1","set":{"details":{"set":{"persons":[]}}},"reason":"r"}
    → details.set: "a", which this changes too, is refused: persons: is missing; arrest \#
    names at least one person
    x identity {"stage":"merged","ids":["bert"],"into":"cora"}
    y identity {"stage":"merged","ids":["cora"],"into":"anna"}
    → details.ids: "anna" is merged into "cora" already, by "m1"; one of the two merges \#
    must be retracted first
    x arrest 2017 anna + {"after":["d"]}
    y correction {"of":"a","set":{"after":["x"]},"reason":"r"}
    → details.set: the corrected event is refused: after: "x" is itself after this event, \#
    if only through others; correct that first
    x correction {"of":"b","set":{"account_of":null},"reason":"r"}
    y correction {"of":"a","set":{"account_of":"b"},"reason":"r"}
    z correction {"of":"b","set":{"account_of":"c"},"reason":"r"}
    → details.set: the corrected event is refused: account_of: this event has accounts \#
    itself ("a"); rank one of them, or correct their account_of first
    x retraction {"of":"m1","reason":"r"}
    y identity {"stage":"merged","ids":["bert"],"into":"anna"}
    z retraction {"of":"x","reason":"r"}
    → details.of: "m1", which this changes too, is refused: details.ids: "anna" is merged \#
    into "bert" already, by "m1"; one of the two merges must be retracted first
    x correction {"of":"c","set":{"after":null},"reason":"r"}
    y correction {"of":"a","set":{"after":["d"]},"reason":"r"}
    z retraction {"of":"x","reason":"r"}
    → details.of: "c", which this changes too, is refused: after: "a" is itself after this \#
    event, if only through others; correct that first
    x correction {"of":"b","set":{"account_of":null},"reason":"r"}
    y arrest 2016-05-19 anna + {"account_of":"b"}
    z retraction {"of":"x","reason":"r"}
    → details.of: "b", which this changes too, is refused: account_of: this event has \#
    accounts itself ("y"); rank one of them, or correct their account_of first
    """#

  private struct Refusal: Sendable, CustomTestStringConvertible {
    var drafts: [String] = []
    var fault = ""
    var testDescription: String { drafts.joined(separator: "; ") }

    static let all: [Refusal] = {
      var all: [Refusal] = []
      var next = Refusal()
      for line in refusals.split(separator: "\n").map(String.init) {
        guard line.hasPrefix("→ ") else {
          next.drafts.append(line)
          continue
        }
        next.fault = String(line.dropFirst(2))
        all.append(next)
        next = Refusal()
      }
      return all
    }()
  }

  @Test(arguments: Refusal.all)
  private func `an amendment that would break the record is refused`(refusal: Refusal) throws {
    #expect(try faults(refusal.drafts.joined(separator: "\n")) == [refusal.fault])
  }
}
