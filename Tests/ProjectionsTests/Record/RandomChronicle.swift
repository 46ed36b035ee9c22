import Events
import Projections

/// Random numbers that a seed repeats (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Writes valid lines of every sort that folds care about, at random.
struct RandomChronicle {
  private var numbers: SeededNumbers
  private var ids: [String] = []
  /// Events that happened and are no accounts: others may be accounts of these.
  private var happenings: [String] = []
  private var corrections: [String] = []

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  private static let persons = ["anna", "ann", "bert", "cora", "dora"]
  private static let dates = [
    "2016", "2016-05", "2016-05-17", "2016-05-17~", "[..2016-06]", "2016/2017-03", "2017-01-01",
    "[2016-05-17,2016-08]", "2018-02-28", "2015-12-31/..",
  ]
  private static let acts = [
    "arrest", "release", #"charge - {"stage":"brought"}"#, "remand - {\"term\":\"P2M\"}",
    #"sentence - {"form":"imprisonment","term":"P2Y"}"#, #"verdict - {"outcome":"convicted"}"#,
    #"status - {"liberty":"in_custody"}"#, "death", #"health - {"form":"hospitalised"}"#,
    #"declaration - {"form":"call","demands":[{"id":"free","what":"release"}]}"#,
  ]

  mutating func lines(_ count: Int) -> [String] {
    (0..<count).map { line("e\($0)") }
  }

  private mutating func line(_ id: String) -> String {
    defer { ids.append(id) }
    switch Int.random(in: 0..<10, using: &numbers) {
    case 0 where !ids.isEmpty: return correction(id)
    case 1 where !ids.isEmpty:
      return #"\#(id) retraction {"of":"\#(pick(ids))","reason":"r"}"#
    case 2:
      return #"\#(id) identity {"stage":"\#(pick(["merged", "split"]))","#
        + #""ids":["\#(pick(RandomChronicle.persons))"],"#
        + #""into":"\#(pick(RandomChronicle.persons))"}"#
    case 3 where !happenings.isEmpty:
      return #"\#(id) ranking {"of":"\#(pick(ids))","rank":"#
        + #""\#(pick(["preferred", "deprecated"]))","reason":"r"}"#
    case 4 where !happenings.isEmpty: return act(id, #""account_of":"\#(pick(happenings))""#)
    case 5 where !ids.isEmpty:
      happenings.append(id)
      return act(id, #""after":["\#(pick(ids))"]"#)
    case 6 where !happenings.isEmpty:
      return #"\#(id) compliance \#(pick(RandomChronicle.dates)) {"of":"\#(pick(happenings))","#
        + #""stage":"\#(pick(["complied", "not_complied"]))"}"#
    default:
      happenings.append(id)
      return act(id, #""order":\#(Int.random(in: 0..<3, using: &numbers))"#)
    }
  }

  private mutating func act(_ id: String, _ more: String) -> String {
    let parts = pick(RandomChronicle.acts).split(separator: " ", maxSplits: 2)
    let details = parts.count > 2 ? " \(parts[2])" : ""
    return "\(id) \(parts[0]) \(pick(RandomChronicle.dates)) \(pick(RandomChronicle.persons))"
      + "\(details) + {\(more)}"
  }

  private mutating func correction(_ id: String) -> String {
    let target = pick(Bool.random(using: &numbers) && !corrections.isEmpty ? corrections : ids)
    defer { corrections.append(id) }
    let set = pick([
      #"{"date":"\#(pick(RandomChronicle.dates))"}"#,
      #"{"persons":["\#(pick(RandomChronicle.persons))"]}"#,
      #"{"details":{"of":"\#(pick(ids))"}}"#,
      #"{"details":{"set":{"date":"\#(pick(RandomChronicle.dates))"}}}"#,
      #"{"after":["\#(pick(ids))"]}"#, #"{"account_of":null,"order":null}"#,
    ])
    return #"\#(id) correction {"of":"\#(target)","set":\#(set),"reason":"r"}"#
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices[Int.random(in: choices.indices, using: &numbers)]
  }
}

extension Record {
  /// Everything that views can tell of the record, one thing a line.
  var told: [String] {
    factsTold + happeningsTold + viewsTold
  }

  var factsTold: [String] {
    facts.map { fact in
      "\(fact.id) \(JSON.object(fact.content.members).written) \(fact.correctedBy)"
        + " \(fact.retractedBy?.text ?? "-")"
    }
  }

  var happeningsTold: [String] {
    happenings.map { happening in
      "\(happening.id) \(happening.otherAccounts) \(happening.persons) \(happening.beginning)"
    } + ["\(identities.merged)", "\(persons)"]
  }

  var viewsTold: [String] {
    let day = Day(number: 17_500)
    return Timeline(of: self, asOf: day, planned: true).entries.map(\.json.written)
      + demands(asOf: day).map(\.json.written)
      + persons.map { detentionStatus(of: $0, asOf: day).json(name: "").written }
  }
}
