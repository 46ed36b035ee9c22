import Events

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

/// Valid drafts at random, full of protected names and of what readers of documents could trip
/// over.
struct RandomDrafts {
  private var numbers: SeededNumbers

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  /// No word of a protected name, and nothing of a confidential part, may leave.
  static let secrets = [
    "zylphara", "quornov", "зилфара", "dovrenka", "дворенка", "hjelmung", "tregorin", "vashti",
    "olmequist", "secretwitness",
  ]

  private static let registrations = [
    #"{"id":"r1","kind":"person","details":{"id":"zylphara-quornov","shown_as":"initials","#
      + #""names":["#
      + #"{"text":"Zylphara Quornov","kind":"main"},{"text":"Зылфара Куорнов"}]}}"#,
    #"{"id":"r2","kind":"person","details":{"id":"dovrenka-hjelmung","consent":"refused","names":["#
      + #"{"text":"Dovrenka Hjelmung"},{"text":"Дворенка Хьелмунг"}]}}"#,
    #"{"id":"r3","kind":"person","details":{"id":"tregorin","shown_as":"pseudonym","names":["#
      + #"{"text":"Tregorin Vashti"},{"text":"Mira","kind":"alias"}]}}"#,
    #"{"id":"r4","kind":"person","details":{"id":"p-4","shown_as":"withheld","names":["#
      + #"{"text":"Anselm Olmequist"}]}}"#,
    #"{"id":"r5","kind":"person","details":{"id":"boris-berg","names":[{"text":"Boris Berg"}]}}"#,
    #"{"id":"r6","kind":"organisation","details":{"id":"quornov-fund","names":["#
      + #"{"text":"Fund of Zylphara Quornov"}]}}"#,
    #"{"id":"r7","kind":"source","details":{"id":"letter-hjelmung","title":"By D. Hjelmung"}}"#,
  ]

  private static let names = [
    "Zylphara Quornov", "QUORNOV, ZYLPHARA", "Зылфара Куорнов", "zylphara-quornov",
    "ZylpharaQuornov",
    "Zyl\u{AD}phara\u{200D} Quor\u{301}nov", "Z. Quornov", "Куорнова", "Dovrenka\nHjelmung",
    "Дворенка", "Hjelmung's", "Tregorin \"Vashti\"", "tregorin", "Vashti", "Anselm Olmequist",
    "@olmequist", "Dovrenka Boris Berg", "https://x.org/quornov_zylphara?a=1", "`Olmequist`",
  ]
  private static let hostile = [
    "<script>alert(1)</script>", "](javascript:alert(1))", "| a | b |", "\n\n# heading\n", "```\n",
    "=HYPERLINK(\"x\")", "+1", "-2", "@SUM(A1)", "'quoted", "\"\u{301},", "\r\n", "\u{202E}", "1. ",
    "- item", "[^1]: note", "👩‍👩‍👧", "\u{7}", "\u{2028}", "\\", "&lt;", "$x^2$", "{#id}", "    code",
    "***",
    "\t", "'", ",", ";", "王小明", "مُحَمَّد", "<!-- ", "---\n", "\u{FEFF}",
  ]
  private static let dates = [
    "2016", "2016-05", "2016-05-17~", "[..2016-06]", "2016/2017-03", "2019-01-01", "2030-01-01",
    "[2016-05-17,2016-08]", "2015-12-31/..", "201X",
  ]

  mutating func drafts(_ count: Int) -> String {
    (RandomDrafts.registrations + (0..<count).map { event($0) }).joined(separator: "\n")
  }

  private mutating func event(_ number: Int) -> String {
    var members = [
      JSONMember(
        "id",
        .text("\(pick(["e", "quornov", "dovrenkaHjelmung", "arrest-tregorin"]))-\(number)")
      ),
      JSONMember("date", .text(pick(RandomDrafts.dates))),
      JSONMember("title", .text("T " + line())), JSONMember("text", .text(text())),
      JSONMember("persons", .texts(persons())), JSONMember("tags", .texts([text(), text()])),
      JSONMember("actors", .array([actor("quornov-fund"), actor("tregorin")])),
      JSONMember("sources", .array([source()])),
      JSONMember("private", .object([JSONMember("who", .text("secretwitness"))])),
    ]
    let (kind, details) = details()
    members.append(JSONMember("kind", .text(kind)))
    members.append(JSONMember("details", .object(details)))
    return JSON.object(members.filter { $0.name != "private" || number.isMultiple(of: 3) }).written
  }

  private func actor(_ id: String) -> JSON {
    .object([JSONMember("actor", .text(id)), JSONMember("role", .text("other"))])
  }

  private mutating func source() -> JSON {
    .object([
      JSONMember("source", .text("letter-hjelmung")), JSONMember("at", .text(text())),
      JSONMember("quote", .text(text())),
    ])
  }

  private mutating func details() -> (String, [JSONMember]) {
    switch Int.random(in: 0..<4, using: &numbers) {
    case 0:
      let demand = JSON.object([
        JSONMember("id", .text("d")), JSONMember("what", .text("release")),
        JSONMember("text", .text(text())), JSONMember("of", .text(text())),
        JSONMember("for", .texts(persons())),
      ])
      let claim = JSON.object([JSONMember("text", .text(text()))])
      return (
        "declaration",
        [
          JSONMember("form", .text("call")), JSONMember("issuer", .text("quornov-fund")),
          JSONMember("demands", .array([demand])), JSONMember("claims", .array([claim])),
        ]
      )
    case 1:
      return (
        "arrest", [JSONMember("case", .text(text())), JSONMember("circumstances", .text(text()))]
      )
    case 2:
      return (
        "health", [JSONMember("form", .text("condition")), JSONMember("condition", .text(text()))]
      )
    default:
      return ("x-\(pick(["affair", "quornov"]))", [JSONMember("k " + text(), .texts([text()]))])
    }
  }

  private mutating func persons() -> [String] {
    let all = ["zylphara-quornov", "dovrenka-hjelmung", "tregorin", "p-4", "boris-berg"]
    return [pick(all)]
  }

  private mutating func text() -> String {
    (0..<Int.random(in: 1...4, using: &numbers)).map { _ in
      Bool.random(using: &numbers) ? pick(RandomDrafts.names) : pick(RandomDrafts.hostile)
    }.joined(separator: pick([" ", " x ", ".", "-", "/", "\n"]))
  }

  /// A title is one line, without control characters.
  private mutating func line() -> String {
    String(
      String.UnicodeScalarView(
        text().unicodeScalars.map { scalar in
          let isControl = scalar.properties.generalCategory == .control
          return isControl || scalar == "\u{2028}" ? " " : scalar
        }
      )
    )
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices[Int.random(in: choices.indices, using: &numbers)]
  }
}
