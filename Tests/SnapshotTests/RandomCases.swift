import Events

/// Drafts of a random record of few people who share cases and are tied to each other.
struct RandomCases {
  private var random: SeededRandom
  private var number = 0
  private var happenings: [String] = []
  private var relations: [String] = []
  private static let people = (1...6).map { "p\($0)" }
  private static let cases = ["rally", "union", "press"]

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// The next draft as a line of JSON.
  mutating func next() -> String {
    number += 1
    let id = "e\(number)"
    if number <= RandomCases.people.count {
      return #"{"id":"\#(id)","kind":"person","details":{"id":"p\#(number)","names":"#
        + #"[{"text":"Person \#(number)"}]}}"#
    }
    if number == RandomCases.people.count + 1 {
      return #"{"id":"\#(id)","kind":"case","title":"The rally","details":{"id":"rally","#
        + #""articles":["174"]}}"#
    }
    guard !happenings.isEmpty else { return charge(id) }
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<10: return identity(id)
    case 10..<24: return relation(id)
    case 24..<34:
      let of = random.pick(happenings + relations)
      return #"{"id":"\#(id)","kind":"retraction","details":{"of":"\#(of)","reason":"r"}}"#
    case 34..<42:
      let rank = random.pick(["preferred", "deprecated"])
      return #"{"id":"\#(id)","kind":"ranking","details":{"of":"\#(random.pick(happenings))","#
        + #""rank":"\#(rank)","reason":"r"}}"#
    case 42..<54: return correction(id)
    default: return charge(id)
    }
  }

  private mutating func identity(_ id: String) -> String {
    let (a, b) = (random.pick(RandomCases.people), random.pick(RandomCases.people))
    if a == b { return charge(id) }
    return #"{"id":"\#(id)","kind":"identity","details":{"stage":"merged","ids":["\#(a)","#
      + #""\#(b)"]}}"#
  }

  private mutating func relation(_ id: String) -> String {
    relations.append(id)
    let how = random.pick(["relative", "colleague"])
    return #"{"id":"\#(id)","kind":"relation","details":{"persons":["\#(person())"],"#
      + #""to":"\#(person())","as":"\#(how)"}}"#
  }

  private mutating func correction(_ id: String) -> String {
    let change = random.pick([
      #""details":{"case":"\#(random.pick(RandomCases.cases))"}"#, #""details":{"case":null}"#,
      #""persons":["\#(person())"]"#, #""account_of":null"#,
    ])
    return #"{"id":"\#(id)","kind":"correction","details":{"of":"\#(random.pick(happenings))","#
      + #""reason":"r","set":{\#(change)}}}"#
  }

  private mutating func person() -> String { random.pick(RandomCases.people) }

  private mutating func charge(_ id: String) -> String {
    let isAccount = random.chance(35) && !happenings.isEmpty
    let main = isAccount ? #","account_of":"\#(random.pick(happenings))""# : ""
    let isLater = random.chance(15) && !happenings.isEmpty
    let after = isLater ? #","after":["\#(random.pick(happenings))"]"# : ""
    let label =
      random.chance(75) ? #","case":"\#(random.pick(RandomCases.cases))""# : ""
    let month = Int.random(in: 1...9, using: &random)
    let date = random.pick(["2016-0\(month)-11", "2016-0\(month)", "2017", "[..2018-0\(month)]"])
    var named = [person()]
    if random.chance(40) { named = Set(named + [person()]).sorted() }
    happenings.append(id)
    let persons = named.map { #""\#($0)""# }.joined(separator: ",")
    return #"{"id":"\#(id)","kind":"charge","date":"\#(date)","title":"\#(id)","#
      + #""persons":[\#(persons)],"details":{"stage":"brought"\#(label)}\#(main)\#(after)}"#
  }
}
