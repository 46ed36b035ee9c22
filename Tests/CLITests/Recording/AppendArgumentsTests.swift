import Events
import Testing

@testable import CLI

@Suite struct AppendArgumentsTests {
  static let kinds = Vocabulary.standard.kinds.map(\.name)

  @Test(arguments: [
    (["arest"], "there is no kind \"arest\". Did you mean arrest?\n\(kindsHint)"),
    (["qqqqqqqq"], "there is no kind \"qqqqqqqq\".\n\(kindsHint)"),
    (["x-"], "there is no kind \"x-\".\n\(kindsHint)"),
    (
      ["arrest", "--persno", "a"],
      "arrest has no option --persno. Did you mean --person?\n"
        + "`annals append arrest --help` lists its options."
    ),
    (
      ["arrest", "--no-authority"],
      "arrest has no option --no-authority. Did you mean --authority?\n"
        + "`annals append arrest --help` lists its options."
    ),
    (
      ["person", "--date", "2016"],
      "person is about the record itself and takes no --date.\n"
        + "`annals append person --help` lists its options."
    ),
    (
      ["x-vigil", "--people", "1"],
      "x-vigil has no option --people.\n"
        + "A kind of your own takes its fields as --set people=JSON."
    ),
    (
      ["--dry-rum", "arrest"],
      "--dry-rum stands before the kind; did you mean --dry-run?\n"
        + "Name the kind first, such as `annals append arrest --date 2016-05-17 …`."
    ),
    (["arrest", "--date", "2016", "--date", "2017"], "--date stands twice; it takes one value."),
    (
      ["arrest", "--date"], "--date needs a value. One that begins with -- is written --date=VALUE."
    ),
    (
      ["sentence", "--in-absentia=maybe"],
      "--in-absentia=maybe: this is true or false; write --in-absentia or --no-in-absentia."
    ),
    (
      ["arrest", "--expect-position", "+5"],
      "--expect-position +5: not a position. Write the number of the last line, such as 212."
    ),
    (
      ["arrest", "remand"],
      "unexpected \"remand\" after the kind arrest.\n"
        + "Options begin with --, and a value with blanks stands in quotes."
    ),
    (
      ["--jsonl", "f", "arrest"],
      "--jsonl reads whole drafts, each with its kind; leave arrest out."
    ),
  ])
  func `misuse is told with what to do, as wrong usage`(arguments: [String], message: String) {
    let failure = #expect(throws: Failure.self) { try AppendArguments(arguments) }
    #expect(failure?.message == message)
    #expect(failure?.status == .wrongUsage)
  }

  static let kindsHint =
    "`annals append --help` lists the kinds; one of your own begins with x-."

  @Test func `values follow an option or an equals sign, and may begin with a hyphen`() throws {
    let arguments = try AppendArguments([
      "place", "--id=xy", "--lat", "-5.5", "--name", "a=b", "--tag=--x", "--tag=",
    ])
    #expect(arguments.kind == "place")
    #expect(arguments.given.map(\.value) == ["xy", "-5.5", "a=b", "--x", ""])
    #expect(
      arguments.given.map(\.option.spelling) == ["--id", "--lat", "--name", "--tag", "--tag"]
    )
  }

  @Test func `a switch is on, or off with no`() throws {
    let arguments = try AppendArguments(["sentence", "--in-absentia", "--no-taken-into-custody"])
    #expect(arguments.given.map(\.value) == ["true", "false"])
  }

  @Test func `options for how to record stand before or after the kind`() throws {
    let arguments = try AppendArguments([
      "--log", "a.log", "--by", "desk-2", "arrest", "--dry-run", "--expect-position=7",
      "--snapshot", "a.sqlite",
    ])
    #expect(arguments.log == "a.log")
    #expect(arguments.snapshot == "a.sqlite")
    #expect(arguments.recorder == "desk-2")
    #expect(arguments.isDryRun)
    #expect(arguments.expected == Position(7))
    #expect(arguments.given.isEmpty)
  }

  @Test(arguments: [["--help"], ["-h"], ["arrest", "-h"], ["arrest", "--date", "x", "--help"]])
  func `help is asked for anywhere`(arguments: [String]) throws {
    #expect(try AppendArguments(arguments).wantsHelp)
  }

  @Test(arguments: kinds)
  func `every field has an option of its name, and no two options share one`(
    name: String
  ) throws {
    let kind = try #require(Vocabulary.standard[name])
    let options = KindOptions(name)
    for field in kind.fields {
      let option = try #require(options[field.name.replacing("_", with: "-")])
      #expect(option.field?.name == field.name)
    }
    let names = options.all.flatMap(\.names)
    #expect(Set(names).count == names.count)
    // Options for how to record are looked at last, so that none of them hides one of these.
    #expect(Set(names).isDisjoint(with: ["dry-run", "jsonl", "log", "snapshot", "help"]))
  }

  @Test(arguments: [
    ("source", "title", "details.title"), ("source", "event-title", "title"),
    ("person", "id", "details.id"), ("person", "event-id", "id"), ("arrest", "id", "id"),
    ("assessment", "by", "details.by"), ("assessment", "recorded-by", "by"),
    ("arrest", "by", "by"), ("evidence", "source", "details.source"),
    ("evidence", "event-source", "sources"), ("relation", "person", "details.persons"),
    ("relation", "event-person", "persons"), ("sentence", "counted-from", "details.counted_from"),
    ("correction", "set", "details.set"), ("arrest", "account-of", "account_of"),
  ])
  func `a field goes before a member of the same name`(
    kind: String,
    name: String,
    path: String
  ) throws {
    let option = try #require(KindOptions(kind)[name])
    #expect(KindOptions(kind).option(at: path) == option)
  }

  @Test(arguments: kinds)
  func `the example in the help of a kind makes a draft`(kind: String) throws {
    let words = AppendExample.words(for: kind).flatMap(\.self)
    let arguments = try AppendArguments([kind] + words)
    _ = try OptionDraft.draft(arguments, of: kind, by: nil, resolving: AsWritten())
  }
}

/// Takes every name for an id, and a position for the event that stands there in the examples.
struct AsWritten: NameResolving {
  func entity(_ text: String, _ sorts: [EntitySort]) throws -> String { text }

  func event(_ text: String) throws -> EventID {
    try EventID(text) ?? #require(EventID("event-\(text)"))
  }
}
