import Events
import Projections
import Testing

/// Many events of one person: two minutes are far more than any of these takes, and far less than
/// it would if every event looked at every other.
@Suite(.serialized, .timeLimit(.minutes(2))) struct StatusSpeedTests {
  private static let acts = [
    "arrest DATE", "release DATE", "status DATE liberty=imprisoned",
    "sentence DATE form=imprisonment term=P1Y", "health DATE form=condition", "bail DATE",
  ]

  private static func event(_ number: Int, on date: String) -> String {
    acts[number % acts.count].split(separator: " ").map { $0 == "DATE" ? date : String($0) }
      .joined(separator: " ")
  }

  /// What is recorded, by name; asked about as of the last day of 2071.
  static let crowds: [(name: String, draft: @Sendable (Int) -> String, count: Int)] = [
    ("distinct days", { event($0, on: Day(number: 16_801 + $0).description) }, 20_000),
    ("one year", { event($0, on: "2016") }, 3_000),
    ("one year, in the order of the recorder", { event($0, on: "2016") + " order:=\($0)" }, 3_000),
    (
      "one year, each after the one before",
      { $0 == 0 ? event($0, on: "2016") : event($0, on: "2016") + #" after:=["e\#($0)"]"# }, 3_000
    ),
    (
      "one state, confirmed each day from another source",
      {
        "status \(Day(number: 16_801 + $0)) liberty=imprisoned sources:="
          + #"[{"source":"s-\#($0)"}]"#
      }, 4_000
    ),
    (
      "assertions that reach back",
      { "status \(Day(number: 16_801 + $0)) liberty=in_custody since=2015-01-01" }, 4_000
    ),
    (
      "arrested and released within each day",
      { ($0 % 2 == 0 ? "arrest " : "release ") + Day(number: 16_801 + $0 / 2).description }, 4_000
    ),
    ("releases without an arrest", { "release \(Day(number: 16_801 + $0))" }, 4_000),
    (
      "a ban renewed each day",
      { "ban \(Day(number: 16_801 + $0)) " + #"what:=["travel"] term=P99Y"# }, 4_000
    ),
  ]

  @Test(arguments: crowds) func `many events of one person are folded in time`(
    name: String,
    draft: @escaping @Sendable (Int) -> String,
    count: Int
  ) throws {
    let record = try Story((0..<count).map(draft)).record
    let anna = try #require(EntityID("anna"))
    let status = record.detentionStatus(of: anna, asOf: try #require(Day(iso: "2071-12-31")))
    #expect(status.hasValue, "\(name)")
  }
}
