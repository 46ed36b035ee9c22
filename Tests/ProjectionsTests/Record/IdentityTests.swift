import Events
import Projections
import Testing

@Suite struct IdentityTests {
  private func identities(_ lines: String...) throws -> Identities {
    let text = lines.enumerated().map { "i\($0) identity \($1)" }.joined(separator: "\n")
    return try Chronicle(text).record.identities
  }

  @Test func `merged ids are names of one, transitively`() throws {
    let identities = try identities(
      #"{"stage":"merged","ids":["anne","ann"],"into":"anna"}"#,
      #"{"stage":"merged","ids":["anna"],"into":"anna-berg"}"#
    )
    for id in ["anne", "ann", "anna", "anna-berg"] {
      #expect(identities.canonical(try entityID(id)).text == "anna-berg")
    }
    #expect(identities.conflicts.isEmpty)
  }

  @Test func `without into the first of the ids gives the name`() throws {
    let identities = try identities(#"{"stage":"merged","ids":["anne","ann"]}"#)
    #expect(identities.canonical(try entityID("ann")).text == "anne")
    #expect(identities.canonical(try entityID("anne")).text == "anne")
  }

  @Test func `a second merge into somebody else is a conflict, and the first counts`() throws {
    let identities = try identities(
      #"{"stage":"merged","ids":["anne"],"into":"anna"}"#,
      #"{"stage":"merged","ids":["anne"],"into":"bert"}"#
    )
    #expect(identities.canonical(try entityID("anne")).text == "anna")
    #expect(identities.conflicts.map(\.id.text) == ["anne"])
    #expect(identities.conflicts.first?.events.texts == ["i0", "i1"])
  }

  @Test func `saying the same merge twice is no conflict`() throws {
    let identities = try identities(
      #"{"stage":"merged","ids":["anne"],"into":"anna"}"#,
      #"{"stage":"merged","ids":["anne"],"into":"anna"}"#
    )
    #expect(identities.conflicts.isEmpty)
  }

  @Test func `a circle of merges is cut where it would close`() throws {
    let identities = try identities(
      #"{"stage":"merged","ids":["anna"],"into":"bert"}"#,
      #"{"stage":"merged","ids":["bert"],"into":"cora"}"#,
      #"{"stage":"merged","ids":["cora"],"into":"anna"}"#
    )
    for id in ["anna", "bert", "cora"] {
      #expect(identities.canonical(try entityID(id)).text == "cora")
    }
  }

  @Test func `a split undoes nothing`() throws {
    let identities = try identities(
      #"{"stage":"merged","ids":["anne"],"into":"anna"}"#,
      #"{"stage":"split","ids":["anne","anna"]}"#
    )
    #expect(identities.canonical(try entityID("anne")).text == "anna")
    #expect(identities.splits.map { $0.map(\.text) } == [["anna", "anne"]])
  }

  @Test func `a retracted merge is undone`() throws {
    let record = try Chronicle(
      """
      a arrest 2016-05-17 anne,anna
      i identity {"stage":"merged","ids":["anne"],"into":"anna"}
      b arrest 2017-05-17 anne
      r retraction {"of":"i","reason":"two women"}
      """
    ).record
    #expect(record.happenings.map { $0.persons.map(\.text) } == [["anne", "anna"], ["anne"]])
  }

  @Test func `what happened to a merged id happened to the one`() throws {
    let record = try Chronicle(
      """
      a arrest 2016-05-17 anne,anna
      b arrest 2017-05-17 anne
      i identity {"stage":"merged","ids":["anne"],"into":"anna"}
      """
    ).record
    #expect(record.happenings.map { $0.persons.map(\.text) } == [["anna"], ["anna"]])
    #expect(record.happenings(of: try entityID("anne")).map(\.id.text) == ["a", "b"])
    #expect(record.persons.map(\.text) == ["anna"])
  }
}
