import Events

/// Drafts of a random record that is dense with demands and what became of them.
struct RandomDemands {
  private var random: SeededRandom
  private var number = 0
  private var decisions: [String] = []
  private var happenings: [String] = []
  private static let people = (1...5).map { "p\($0)" }

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// The next draft as a line of JSON.
  mutating func next() -> String {
    number += 1
    let id = "e\(number)"
    if number <= RandomDemands.people.count {
      return #"{"id":"\#(id)","kind":"person","details":{"id":"p\#(number)","names":"#
        + #"[{"text":"Person \#(number)"}]}}"#
    }
    guard !decisions.isEmpty else { return decision(id) }
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<12: return identity(id)
    case 12..<40: return decision(id)
    case 40..<62: return compliance(id)
    case 62..<80: return release(id)
    case 80..<86: return about(id, "retraction", "")
    case 86..<92:
      let rank = random.pick(["preferred", "deprecated"])
      return about(id, "ranking", #","rank":"\#(rank)""#)
    default: return about(id, "correction", #","set":{"persons":\#(persons(atLeast: "p1"))}"#)
    }
  }

  private mutating func persons(atLeast least: String? = nil) -> String {
    var named = least.map { ["\"\($0)\""] } ?? []
    for person in RandomDemands.people where person != least && random.chance(35) {
      named.append("\"\(person)\"")
    }
    return "[" + named.joined(separator: ",") + "]"
  }

  private mutating func identity(_ id: String) -> String {
    let (a, b) = (random.pick(RandomDemands.people), random.pick(RandomDemands.people))
    if a == b { return release(id) }
    return
      #"{"id":"\#(id)","kind":"identity","details":{"stage":"merged","ids":["\#(a)","\#(b)"]}}"#
  }

  private mutating func about(_ id: String, _ kind: String, _ more: String) -> String {
    let of = random.pick(happenings)
    return #"{"id":"\#(id)","kind":"\#(kind)","details":{"of":"\#(of)","reason":"r"\#(more)}}"#
  }

  private mutating func happening(_ id: String, _ kind: String, _ details: String) -> String {
    let day = "2016-0\(Int.random(in: 1...9, using: &random))"
    let date = random.pick([day, day + "-09", "2016", "2016-03/2017-09", "[..2017-09-20]"])
    let after = random.chance(20) && !happenings.isEmpty
    let earlier = after ? #","after":["\#(random.pick(happenings))"]"# : ""
    let order = random.chance(20) ? #","order":\#(Int.random(in: 1...3, using: &random))"# : ""
    let somebody = kind == "release" ? random.pick(RandomDemands.people) : nil
    happenings.append(id)
    return #"{"id":"\#(id)","kind":"\#(kind)","date":"\#(date)","title":"\#(id)""#
      + #","persons":\#(persons(atLeast: somebody)),"details":{\#(details)}\#(earlier)\#(order)"#
  }

  private mutating func release(_ id: String) -> String { happening(id, "release", "") + "}" }

  private mutating func decision(_ id: String) -> String {
    let account = random.chance(30) && !decisions.isEmpty
    let main = account ? #","account_of":"\#(random.pick(decisions))""# : ""
    decisions.append(id)
    let own = random.chance(50) ? #","id":"d1""# : ""
    let form = #""body":"b","form":"opinion","finding":"arbitrary_detention""#
    let demands =
      #"{"what":"release","for":\#(persons())\#(own)},{"what":"release","for":\#(persons())},"#
      + #"{"what":"compensation"},{"what":"investigation"}"#
    return happening(id, "decision", form + #","demands":[\#(demands)]"#) + main + "}"
  }

  private mutating func compliance(_ id: String) -> String {
    let of = random.pick(random.chance(90) ? decisions : happenings)
    let stage = random.pick(["complied", "complied", "not_complied", "partly"])
    let demand = random.chance(30) ? #","demand":"d1""# : ""
    return happening(id, "compliance", #""of":"\#(of)","stage":"\#(stage)"\#(demand)"#) + "}"
  }
}
