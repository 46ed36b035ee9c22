import Events
import Projections
import Testing

@testable import CLI

@Suite struct InterviewTests {
  static let record = TestRecord.of([
    #"{"id":"s1","kind":"source","details":{"id":"letter-1","title":"Letter of 3 May"}}"#,
    #"{"id":"p1","kind":"person","details":{"id":"anna-berg","names":[{"text":"Anna Berg"}]}}"#,
    #"{"id":"p2","kind":"person","details":{"id":"boris","names":[{"text":"Борис Берг"}]}}"#,
    #"{"id":"k1","kind":"place","details":{"id":"kz","names":[{"text":"Kazakhstan"}]}}"#,
  ])

  /// The drafts that come of these answers, and what was said on the way.
  private func drafts(
    _ arguments: [String] = [],
    answers: [String]
  ) throws -> (drafts: [String], said: String) {
    let script = Script(answers)
    var interview = Interview(
      try AppendArguments(arguments),
      known: InterviewTests.record,
      conversation: script.conversation
    )
    let all = try interview.run()
    #expect(script.rest.isEmpty)
    let entries = interview.registrations + [all]
    let registering = Set(interview.registrations.compactMap(\.registeredID))
    let names = NameResolution(known: InterviewTests.record, registering: registering)
    let drafts = try entries.map { entry in
      try OptionDraft.draft(entry, of: #require(entry.kind), by: nil, resolving: names)
        .draft.json.written
    }
    return (drafts, script.said)
  }

  @Test func `everything is asked for, and the rest is skipped with Enter`() throws {
    let (drafts, said) = try drafts(answers: [
      "administr", "2016-13", "2016-05~", "Анна", "", "P15D", "", "", "kazakh", "",
      "She is given days",
      "letter", "p. 3", "", "",
    ])
    #expect(
      drafts == [
        #"{"kind":"administrative-arrest","date":"2016-05~","persons":["anna-berg"],"place":"kz","#
          + #""title":"She is given days","details":{"term":"P15D"},"#
          + #""sources":[{"source":"letter-1","at":"p. 3"}]}"#
      ]
    )
    #expect(said.contains("  = administrative-arrest\n"))
    #expect(said.contains("  2016-13: there is no month 13; months are 01 to 12"))
    #expect(said.contains("  = about May 2016 (2016-05-01 to 2016-05-31)\n"))
    #expect(said.contains("  = anna-berg (Anna Berg)\n"))
    #expect(said.contains("title *:   This must be given.\n"))
  }

  @Test func `of several who bear a name one is chosen`() throws {
    let (drafts, said) = try drafts(
      ["arrest", "--date", "2016", "--title", "t"],
      answers: ["berg", "2", "", "", "", "", "", "", ""]
    )
    #expect(drafts == [#"{"kind":"arrest","date":"2016","persons":["boris"],"title":"t"}"#])
    #expect(said.contains("  1   anna-berg                    Anna Berg\n"))
    #expect(said.contains("  2   boris                        Борис Берг\n"))
  }

  @Test func `somebody unknown is registered on the way`() throws {
    let (drafts, _) = try drafts(
      ["arrest", "--date", "2016", "--title", "t", "--tag", "x"],
      answers: [
        "Clara Hill", "n", "Clara Hill", "y", "boris", "Clara", "clara", "", "", "", "", "", "", "",
      ]
    )
    #expect(
      drafts == [
        #"{"kind":"person","details":{"id":"clara","names":[{"text":"Clara Hill"}]}}"#,
        #"{"kind":"arrest","date":"2016","persons":["clara"],"title":"t","tags":["x"]}"#,
      ]
    )
  }

  @Test func `a choice is made by number, word or part, and one of several fields must be given`()
    throws
  {
    let (drafts, said) = try drafts(
      ["count", "--date", "2016", "--title", "t"],
      answers: ["", "", "", "lots", "5:at_least", "", "", "", "", "", "impris", "held", ""]
    )
    #expect(
      drafts == [
        #"{"kind":"count","date":"2016","title":"t","#
          + #""details":{"states":["imprisoned","held"],"count":{"n":5,"qualifier":"at_least"}}}"#
      ]
    )
    #expect(said.contains("One of states, state must be given.\n"))
    #expect(said.contains("  --count: \"lots\" is no count; write 25,"))
  }

  @Test func `an id that is taken is told at once`() throws {
    let (drafts, said) = try drafts(
      ["person"],
      answers: ["anna-berg", "Clara", "clara", "Clara:xx:Latn"] + Array(repeating: "", count: 11)
    )
    #expect(
      drafts == [
        #"{"kind":"person","details":{"id":"clara","#
          + #""names":[{"text":"Clara","lang":"xx","script":"Latn"}]}}"#
      ]
    )
    #expect(said.contains("  anna-berg is taken, by a person.\n"))
    #expect(said.contains("  --id: \"Clara\" is no id: at most 128 of a-z 0-9 -"))
  }

  @Test(arguments: 0..<9)
  func `the end of the input stops it wherever it comes`(count: Int) throws {
    let answers = ["arrest", "2016", "anna-berg", "", "", "", "", "", "t"].prefix(count)
    let script = Script(Array(answers))
    var interview = Interview(
      try AppendArguments([]),
      known: InterviewTests.record,
      conversation: script.conversation
    )
    let failure = #expect(throws: Failure.self) { try interview.run() }
    #expect(failure?.message == "stopped before the end; nothing was written.")
    #expect(failure?.status == .wrongUsage)
  }

  @Test(arguments: [
    ([], true), (["arrest"], true), (["arrest", "--date", "2016", "--title", "t"], true),
    (["arrest", "--date", "2016", "--title", "t", "--person", "a"], false),
    (["count", "--date", "2016", "--title", "t", "--count", "1"], true),
    (["count", "--date", "2016", "--title", "t", "--count", "1", "--state", "x"], false),
    (["person", "--id", "a"], true), (["x-vigil", "--date", "2016", "--title", "t"], false),
  ])
  func `nobody is asked when enough is given`(arguments: [String], isNeeded: Bool) throws {
    #expect(Interview.isNeeded(for: try AppendArguments(arguments)) == isNeeded)
  }

  @Test func `only yes and no are answers to whether to record`() throws {
    let script = Script(["", "maybe", "Y"])
    #expect(try script.conversation.agrees("Record this?"))
    #expect(script.said.ranges(of: "Answer y or n.").count == 2)
    #expect(try !Script(["no"]).conversation.agrees("Record this?"))
  }

  @Test func `what is no text is asked for again`() throws {
    let script = Script(["a\u{FFFD}", "\u{1B}[A", "  b "])
    #expect(try script.conversation.ask("? ") == "b")
  }
}

/// Somebody who types `answers`, one after the other, and then ends the input.
private final class Script {
  private(set) var rest: [String]
  private(set) var said = ""

  init(_ answers: [String]) { rest = answers }

  var conversation: Conversation {
    Conversation(
      read: { self.rest.isEmpty ? nil : self.rest.removeFirst() },
      write: { self.said += $0 }
    )
  }
}
