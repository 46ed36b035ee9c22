@testable import Events

/// Numbers that repeat for a seed: SplitMix64.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Events of every shape that a line can have.
struct RandomEvents {
  private var numbers: SeededNumbers

  init(seed: UInt64) {
    numbers = SeededNumbers(state: seed)
  }

  mutating func draft() -> Draft {
    var content = Content(kind: pick(["arrest", "sentence", "x-own", "кино"]))
    content.date = try? EDTF(parsing: pick(["2021", "2021-03~", "[..2017-10-07]", "2016/2017-03"]))
    content.persons = EntityList(entities())
    content.actors = entities().map { Actor(actor: $0, role: text()) }
    content.place = pick([nil, EntityID("xy/northport")])
    content.title = pick([nil, text()])
    content.text = pick([nil, text()])
    content.details = Details(members(depth: 3))
    content.sources = entities().map {
      Citation(
        source: $0,
        at: pick([nil, text()]),
        via: pick([nil, EntityID("via")]),
        quote: pick([nil, text()]),
        lang: pick([nil, "ru"])
      )
    }
    content.statedCertainty = pick([nil, .confirmed, .reported, .believed, .disputed])
    content.accountOf = pick([nil, EventID("a.b_C-9")])
    content.after = events()
    content.becauseOf = events()
    content.order = pick([nil, 0, -7, .max, .min])
    content.tags = (0..<Int.random(in: 0...2, using: &numbers)).map { _ in text() }
    return Draft(
      id: pick([nil, EventID("id-\(numbers.next())")]),
      by: pick([nil, "desk-2", text()]),
      content: content,
      confidential: pick([nil, .object(members(depth: 2))])
    )
  }

  mutating func random() -> (UInt64, UInt64) { (numbers.next(), numbers.next()) }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &numbers)]
  }

  private mutating func entities() -> [EntityID] {
    (0..<Int.random(in: 0...3, using: &numbers)).compactMap { EntityID("person-\($0)") }
  }

  private mutating func events() -> [EventID] {
    (0..<Int.random(in: 0...2, using: &numbers)).compactMap { EventID("e-\($0)") }
  }

  /// Text of the characters that a writer gets wrong.
  private mutating func text() -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "\"", "\\", "/", "\n", "\r", "\t", "\u{8}", "\u{C}", "\u{1}", "\u{1F}", "\u{7F}", "é",
      "e", "\u{301}", "Ы", "\u{2028}", "\u{FFFD}", "\u{10FFFF}", "𝔸", "{", "}", "u", "0", " ",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &numbers) {
      text.unicodeScalars.append(pick(scalars))
    }
    return text
  }

  private mutating func members(depth: Int) -> [JSONMember] {
    (0..<Int.random(in: 0...3, using: &numbers)).map { index in
      JSONMember("m\(index)" + text(), value(depth: depth))
    }
  }

  private mutating func value(depth: Int) -> JSON {
    switch Int.random(in: 0...(depth > 0 ? 5 : 3), using: &numbers) {
    case 0: .text(text())
    case 1: .number(pick(["0", "-0", "1.50", "1e400", "12345678901234567890"]))
    case 2: .boolean(pick([true, false]))
    case 3: .null
    case 4: .array((0..<2).map { _ in value(depth: depth - 1) })
    default: .object(members(depth: depth - 1))
    }
  }
}
