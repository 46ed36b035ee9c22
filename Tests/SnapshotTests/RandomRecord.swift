import Events

/// Drafts of a random record that a recorder could have written: everything they name was there
/// before them.
struct RandomRecord {
  private var random: SeededRandom
  private var number = 0
  private var persons: [String] = []
  private var places: [String] = []
  private var bodies: [String] = []
  private var sources: [String] = []
  private var facts: [(id: String, kind: String)] = []
  private var happenings: [String] = []
  private var demanding: [String] = []

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// The next draft as a line of JSON.
  mutating func next() -> String {
    number += 1
    let id = "e\(number)"
    if persons.count < 3 { return person(id) }
    if places.isEmpty { return place(id) }
    if bodies.isEmpty { return body(id) }
    if sources.isEmpty { return source(id) }
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<8: return person(id)
    case 8..<9: return place(id)
    case 9..<10: return body(id)
    case 10..<11: return source(id)
    case 11..<14: return identity(id)
    case 14..<28: return correction(id)
    case 28..<36: return retraction(id)
    case 36..<42: return ranking(id)
    case 42..<48: return decision(id)
    case 48..<51: return compliance(id)
    default: return happening(id)
    }
  }

  private static let names = [
    "Mukhtar Dzhakishev", "Мухтар Джакишев", "Anna Berg", "Анна Берг", "Zhanbolat Mamay", "Эрик Ли",
  ]

  private mutating func person(_ id: String) -> String {
    let person = "p\(persons.count + 1)"
    persons.append(person)
    facts.append((id, "person"))
    let group = random.chance(10) ? #","group":true"# : ""
    let shown = random.chance(15) ? #","shown_as":"initials""# : ""
    let name = random.pick(RandomRecord.names)
    return #"{"id":"\#(id)","kind":"person","details":{"id":"\#(person)","names":"#
      + #"[{"text":"\#(name)","kind":"main"}]\#(group)\#(shown)}}"#
  }

  private mutating func place(_ id: String) -> String {
    let place = places.count.isMultiple(of: 2) ? "xy/prison-\(places.count)" : "zz\(places.count)"
    places.append(place)
    facts.append((id, "place"))
    let form = random.pick(["facility", "city"])
    return #"{"id":"\#(id)","kind":"place","details":{"id":"\#(place)","names":"#
      + #"[{"text":"Place \#(places.count)"}],"form":"\#(form)"}}"#
  }

  private mutating func body(_ id: String) -> String {
    let body = "body-\(bodies.count)"
    bodies.append(body)
    facts.append((id, "organisation"))
    let form = random.pick(["un_wgad", "un_body", "ngo"])
    return #"{"id":"\#(id)","kind":"organisation","details":{"id":"\#(body)","names":"#
      + #"[{"text":"Body \#(bodies.count)"}],"form":"\#(form)"}}"#
  }

  private mutating func source(_ id: String) -> String {
    let source = "s\(sources.count)"
    sources.append(source)
    facts.append((id, "source"))
    return #"{"id":"\#(id)","kind":"source","details":{"id":"\#(source)","title":"Report "#
      + #"\#(sources.count)","form":"report"}}"#
  }

  private mutating func identity(_ id: String) -> String {
    let (a, b) = (random.pick(persons), random.pick(persons))
    if a == b { return happening(id) }
    facts.append((id, "identity"))
    let stage = random.chance(85) ? "merged" : "split"
    return #"{"id":"\#(id)","kind":"identity","details":{"stage":"\#(stage)","ids":["#
      + #""\#(a)","\#(b)"]}}"#
  }

  private mutating func retraction(_ id: String) -> String {
    let target = random.pick(facts).id
    facts.append((id, "retraction"))
    return #"{"id":"\#(id)","kind":"retraction","details":{"of":"\#(target)","reason":"an error"}}"#
  }

  private mutating func ranking(_ id: String) -> String {
    guard !happenings.isEmpty else { return happening(id) }
    facts.append((id, "ranking"))
    let rank = random.pick(["preferred", "deprecated"])
    return #"{"id":"\#(id)","kind":"ranking","details":{"of":"\#(random.pick(happenings))","#
      + #""rank":"\#(rank)","reason":"better known"}}"#
  }

  private mutating func correction(_ id: String) -> String {
    let target = random.pick(facts)
    let patch = patch(of: target.kind)
    facts.append((id, "correction"))
    return #"{"id":"\#(id)","kind":"correction","details":{"of":"\#(target.id)","set":\#(patch),"#
      + #""reason":"checked"}}"#
  }

  private mutating func patch(of kind: String) -> String {
    switch kind {
    case "person":
      return random.chance(50)
        ? #"{"details":{"names":[{"text":"\#(random.pick(RandomRecord.names))"}]}}"#
        : #"{"details":{"group":\#(random.chance(50)),"shown_as":"pseudonym"}}"#
    case "place": return #"{"details":{"form":"\#(random.pick(["facility", "region"]))"}}"#
    case "organisation": return #"{"details":{"form":"\#(random.pick(["un_wgad", "media"]))"}}"#
    case "source": return #"{"details":{"title":"Report renamed \#(number)"}}"#
    case "identity":
      return #"{"details":{"ids":["\#(random.pick(persons))","\#(random.pick(persons))"]}}"#
    case "correction", "retraction":
      // It is turned to another event.
      return #"{"details":{"of":"\#(random.pick(facts).id)"}}"#
    case "ranking": return #"{"details":{"of":"\#(random.pick(facts).id)"}}"#
    case "compliance": return #"{"details":{"stage":"not_complied"}}"#
    default:
      switch Int.random(in: 0..<5, using: &random) {
      case 0: return #"{"title":"Corrected title \#(number)"}"#
      case 1: return #"{"date":"\#(date())"}"#
      case 2: return #"{"persons":["\#(random.pick(persons))"]}"#
      case 3: return #"{"certainty":"confirmed","after":null}"#
      default: return #"{"place":"\#(random.pick(places))","account_of":null}"#
      }
    }
  }

  private mutating func decision(_ id: String) -> String {
    demanding.append(id)
    facts.append((id, "decision"))
    happenings.append(id)
    let named = random.chance(50) ? #","for":["\#(random.pick(persons))"]"# : ""
    return #"{"id":"\#(id)","kind":"decision","date":"\#(date())","persons":"#
      + #"["\#(random.pick(persons))"],"title":"Opinion \#(number)","details":{"body":"#
      + #""\#(random.pick(bodies))","form":"opinion","finding":"arbitrary_detention","demands":"#
      + #"[{"id":"d1","what":"release"\#(named)},{"what":"compensation"}]},"sources":"#
      + #"[{"source":"\#(random.pick(sources))"}]}"#
  }

  private mutating func compliance(_ id: String) -> String {
    guard let target = demanding.randomElement(using: &random) else { return happening(id) }
    facts.append((id, "compliance"))
    happenings.append(id)
    return #"{"id":"\#(id)","kind":"compliance","date":"\#(date())","title":"Answer \#(number)","#
      + #""details":{"of":"\#(target)","stage":"complied"}}"#
  }

  private static let kinds = [
    ("arrest", "{}"), ("remand", #"{"stage":"ordered","term":"P2M"}"#), ("release", "{}"),
    ("release", #"{"basis":"parole"}"#), ("sentence", #"{"form":"imprisonment","term":"P3Y"}"#),
    ("sentence", #"{"form":"suspended","term":"P1Y"}"#),
    ("status", #"{"liberty":"in_custody"}"#),
    ("status", #"{"liberty":"imprisoned","since":"2015-02"}"#),
    ("verdict", #"{"outcome":"convicted"}"#), ("charge", #"{"stage":"brought"}"#),
    ("recognition", #"{"list":"list-a","stage":"listed"}"#), ("death", "{}"),
    ("ill-treatment", #"{"form":"beating"}"#), ("departure", #"{"form":"left"}"#),
    ("trial", #"{"stage":"opened","for":"2017-09"}"#), ("trial", #"{"stage":"hearing"}"#),
    ("meeting", #"{"stage":"planned","for":"2018-03-01/2018-04"}"#),
    ("house-arrest", #"{"term":"P6M"}"#),
    ("ban", #"{"what":["travel"],"term":"P2Y"}"#),
    ("ban", #"{"what":["journalism"],"stage":"lifted"}"#),
  ]

  private mutating func happening(_ id: String) -> String {
    let (kind, details) = random.pick(RandomRecord.kinds)
    var line = #"{"id":"\#(id)","kind":"\#(kind)","date":"\#(date())","persons":["#
    var named = [random.pick(persons)]
    if random.chance(25) { named.append(random.pick(persons)) }
    line += Set(named).sorted().map { "\"\($0)\"" }.joined(separator: ",") + "]"
    if random.chance(40) { line += #","place":"\#(random.pick(places))""# }
    line += #","title":"\#(kind) of somebody \#(number)","details":\#(details)"#
    if random.chance(60) { line += #","sources":[{"source":"\#(random.pick(sources))"}]"# }
    if random.chance(30) { line += #","certainty":"\#(random.pick(["confirmed", "believed"]))""# }
    if random.chance(15), let main = mains.randomElement(using: &random) {
      line += #","account_of":"\#(main)""#
    } else {
      mains.append(id)
    }
    if random.chance(15), let earlier = happenings.randomElement(using: &random) {
      line += #","after":["\#(earlier)"]"#
    }
    if random.chance(10) { line += #","order":\#(Int.random(in: 1...3, using: &random))"# }
    if random.chance(20) { line += #","tags":["rally"]"# }
    happenings.append(id)
    facts.append((id, kind))
    return line + "}"
  }

  /// Happenings that are no accounts of others.
  private var mains: [String] = []

  private mutating func date() -> String {
    let year = Int.random(in: 2014...2019, using: &random)
    let month = Int.random(in: 1...12, using: &random)
    let padded = month < 10 ? "0\(month)" : "\(month)"
    return switch Int.random(in: 0..<8, using: &random) {
    case 0: "\(year)"
    case 1: "\(year)-\(padded)"
    case 2: "\(year)-\(padded)~"
    case 3: "[..\(year)-\(padded)-11]"
    case 4: "\(year)-\(padded)/\(year + 1)"
    default: "\(year)-\(padded)-1\(month % 10)"
    }
  }
}
