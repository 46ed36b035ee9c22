import Events
import Testing

@testable import CLI

@Suite struct OptionDraftTests {
  @Test(arguments: Vocabulary.standard.kinds.map(\.name), [1, 2, 3] as [UInt64])
  func `a draft made of options is the one that its printed line gives`(
    kind: String,
    seed: UInt64
  ) throws {
    var sample = RandomOptions(kind: kind, seed: seed)
    let options = sample.options()
    let arguments = try AppendArguments([kind] + options)
    let draft = try OptionDraft.draft(arguments, of: kind, by: "desk-2", resolving: AsWritten())
      .draft
    let again = try DraftReader().draft(draft.json.written)
    #expect(again.json.written == draft.json.written)
    #expect(again.content.isSameContent(as: draft.content))
    // Nothing that was given is lost or changed on the way.
    let details = draft.content.details.members
    #expect(JSON.object(details) == JSON.object(sample.details), "\(options)")
    #expect(draft.by == "desk-2")
  }

  @Test func `members of every event stand in their places`() throws {
    let arguments = try AppendArguments([
      "transfer", "--date", "2016-05~", "--person", "a", "--person", "b", "--actor", "c:court",
      "--place", "xy", "--title", "t", "--text", "l", "--source", "s@p. 1", "--certainty",
      "believed", "--account-of", "e1", "--after", "e2", "--because-of", "e3", "--order", "-4",
      "--tag", "x", "--tag", "y", "--id", "e9", "--by", "me", "--private", #"{"w":1}"#,
      "--to", "xy/north",
    ])
    let draft = try OptionDraft.draft(
      arguments,
      of: "transfer",
      by: "other",
      resolving: AsWritten()
    )
    #expect(
      draft.draft.json.written
        == #"{"id":"e9","by":"me","kind":"transfer","date":"2016-05~","persons":["a","b"],"#
        + #""actors":[{"actor":"c","role":"court"}],"place":"xy","title":"t","text":"l","#
        + #""details":{"to":"xy/north"},"sources":[{"source":"s","at":"p. 1"}],"#
        + #""certainty":"believed","account_of":"e1","after":["e2"],"because_of":["e3"],"#
        + #""order":-4,"tags":["x","y"],"private":{"w":1}}"#
    )
  }

  @Test(arguments: [
    (
      ["--set", "details=1", "--date", "2016"],
      "details.details: is a member of every event; write it beside details"
    ),
    (["--set", "date=\"2016\"", "--date", "2016"], "--date: date is given twice"),
    (["--term", "P1Y", "--set", #"term="P2Y""#], "--set: term is given twice"),
  ])
  func `nothing is given twice`(options: [String], message: String) throws {
    let arguments = try AppendArguments(["ban", "--what", "travel", "--title", "t"] + options)
    let failure = #expect(throws: Failure.self) {
      try OptionDraft.draft(arguments, of: "ban", by: nil, resolving: AsWritten())
    }
    #expect(failure?.message.split(separator: "\n").first.map(String.init) == message)
  }

  @Test func `every fault names the option that gave it`() throws {
    let arguments = try AppendArguments([
      "decision", "--date", "2016-13", "--demand", "release", "--demand", "freedom", "--body", "B",
      "--number", "1", "--order", "x", "--certainty", "sure", "--actor", "pace:boss",
    ])
    let failure = #expect(throws: Failure.self) {
      try OptionDraft.draft(arguments, of: "decision", by: nil, resolving: AsWritten())
    }
    let demands =
      "release, compensation, medical_care, investigation, fair_trial, "
      + "end_prosecution, law_change, other, unspecified"
    #expect(failure?.status == .inputRefused)
    #expect(
      failure?.message == """
        --order: "x" is no whole number
        --date: 2016-13: there is no month 13; months are 01 to 12 (seasons 21 to 41)
        --certainty: "sure" is none of its choices, which are confirmed, reported, believed, \
        disputed
        --actor: "boss" is none of its choices, which are \
        \((Role.words + ["unspecified"]).joined(separator: ", "))
        --title: is missing; the event in one line, in your own words
        --body: "B" is no id: at most 128 of a-z 0-9 - (places also /)
        --demand (demands[1].what): "freedom" is none of its choices, which are \(demands)
        Nothing was written.
        """
    )
  }
}

/// Random options for a kind, and the fields that they give.
struct RandomOptions {
  private let kind: String
  private var random: SeededRandom
  private(set) var details: [JSONMember] = []

  init(kind: String, seed: UInt64) {
    self.kind = kind
    random = SeededRandom(seed: seed &* 1_000_003 &+ UInt64(kind.utf8.count))
  }

  /// Options that make a valid draft; `details` holds afterwards what they give.
  mutating func options() -> [String] {
    let declared = Vocabulary.standard[kind]
    let set = KindOptions(kind)
    var options = ["--tag", "t"]
    if declared?.isDated ?? true { options += ["--date", date(), "--title", "A: b"] }
    if declared?.needsPerson ?? false { options += ["--person", "anna-berg"] }
    for option in set.fields {
      guard let field = option.field,
        field.isRequired || isNeeded(field, declared) || random.chance(50)
      else { continue }
      // Of fields that exclude each other only the first is given.
      if let alternative = declared?.oneOf.first(where: { $0.fields.contains(field.name) }),
        alternative.isExclusive, alternative.fields.first != field.name
      {
        continue
      }
      let (text, value) = value(of: field.type, field.name)
      details.append(JSONMember(field.name, value))
      if option.arity == .switchable {
        options.append(text == "true" ? option.spelling : "--no-" + option.names[0])
      } else {
        options += text.split(separator: "\n").flatMap { [option.spelling, String($0)] }
      }
    }
    return options
  }

  private func isNeeded(_ field: Field, _ kind: Kind?) -> Bool {
    kind?.oneOf.contains { $0.fields.first == field.name } ?? false
  }

  private mutating func date() -> String {
    random.pick(["2016", "2016-05~", "[..2016-05-17]", "2016-05-17", "2016/2017-03"])
  }

  /// A value of that type: as the options spell it, one line a repetition, and as JSON.
  private mutating func value(of type: FieldType, _ name: String) -> (String, JSON) {
    switch type {
    case .list(let item):
      let first = value(of: item, name)
      let second = value(of: item, name)
      // An identity needs two persons, and nobody is named twice.
      if first.0 == second.0 || name == "demands" { return (first.0, .array([first.1])) }
      return (first.0 + "\n" + second.0, .array([first.1, second.1]))
    case .tuple: return ("kz\nkg", .texts(["kz", "kg"]))
    case .texts: return ("a, b\n{c", .texts(["a, b", "{c"]))
    case .choice(let words):
      let word = random.pick(words + ["unspecified"])
      return (word, .text(word))
    case .date:
      let date = date()
      return (date, .text(date))
    case .number(let range):
      let number = range.lowest ?? 0
      return ("\(number)", .integer(number))
    case .boolean:
      let isOn = random.chance(50)
      return ("\(isOn)", .boolean(isOn))
    case .count: return ("7:about", ["n": 7, "qualifier": "about"])
    case .mergePatch: return (#"title="x y""#, ["title": "x y"])
    case .record(let record, _): return self.record(record)
    default: return text(of: type, name)
    }
  }

  private mutating func record(_ name: String) -> (String, JSON) {
    switch name {
    case "name":
      let part = random.pick(["Анна", "Anna Berg", "O'Hara"])
      return ("\(part):ru", ["text": .text(part), "lang": "ru"])
    case "demand": return ("release:now: all", ["what": "release", "text": "now: all"])
    case "money": return ("12.50 KZT", ["amount": .number("12.50"), "currency": "KZT"])
    default: return ("it: is", ["text": "it: is"])
    }
  }

  private mutating func text(of type: FieldType, _ name: String) -> (String, JSON) {
    let text =
      switch type {
      case .duration: random.pick(["P5Y", "P15D"])
      case .sha256: String(repeating: "0af3", count: 16)
      case .ref: random.pick(["event-1", "e.2"])
      case .entity, .newID: random.pick(["anna-berg", "xy"])
      default: random.pick(["words", "a: \"b\"", "-x", "ä\u{301}"])
      }
    return (text, .text(text))
  }
}
