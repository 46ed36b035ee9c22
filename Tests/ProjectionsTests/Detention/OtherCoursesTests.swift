import Events
import Testing

@testable import Projections

/// What is folded no further than it makes a difference leads where folding everything leads.
@Suite struct OtherCoursesTests {
  /// Short histories are folded to their end; in long ones, folds are compared on the way.
  static let cases = (1...60).map { (seed: UInt64($0), count: $0 % 3 == 0 ? 400 : 25) }

  private static let acts = [
    "arrest", "arrest case=bridge", "administrative-arrest term=P15D", "remand", "remand case=well",
    "house-arrest", "commitment", "bail", "transfer to=xy/colony", "release", "release",
    "release basis=discharged", "release basis=parole", "release basis=amnesty case=bridge",
    "disappearance stage=abducted", "disappearance stage=located found=in_custody",
    "departure form=left", "departure form=returned", "charge stage=opened case=well",
    "charge stage=dropped case=bridge", "verdict outcome=convicted case=bridge",
    "verdict outcome=acquitted", "sentence form=imprisonment term=P1Y",
    "sentence form=imprisonment term=P1Y in_absentia:=true case=well",
    "sentence form=suspended term=P1Y", "sentence form=suspended term=P2Y case=bridge",
    "sentence form=restriction REPLACES", "sentence form=fine", "appeal outcome=quashed OF",
    "appeal outcome=reduced term=P6M OF", "appeal outcome=remitted OF", "clemency form=amnesty",
    "clemency form=suspension_revoked", "status liberty=in_custody", "status liberty=at_liberty",
    "status liberty=imprisoned since=SINCE", "health form=condition", "trial stage=hearing",
  ]

  /// Random events between 2010 and 2016, most on an exact day, with earlier ones referred to.
  private static func history(_ seed: UInt64, _ count: Int) throws -> PersonHistory {
    var numbers = SeededNumbers(seed: seed)
    let isOrdered = seed % 4 == 1
    let drafts = (0..<count).map { number in
      let act = acts[Int.random(in: acts.indices, using: &numbers)].split(separator: " ")
      let earlier = "x\(Int.random(in: max(0, number - 30)...number, using: &numbers))"
      var words = act.dropFirst().map { word -> String in
        switch word {
        case "OF": "of=\(earlier)"
        case "REPLACES": #"replaces:=["\#(earlier)"]"#
        case "since=SINCE": "since=20\(Int.random(in: 10...13, using: &numbers))-02"
        default: String(word)
        }
      }
      if isOrdered, number % 3 == 0 { words.append("order:=\(number % 7)") }
      let head = "\(act[0]) \(date(&numbers)) id=x\(number)"
      return ([head] + words).joined(separator: " ")
    }
    return try Story(drafts).record.history(of: #require(EntityID("anna")))
  }

  private static func date(_ numbers: inout SeededNumbers) -> String {
    let day = Day(number: 14_610 + Int.random(in: 0..<2500, using: &numbers))
    let text = day.description
    switch Int.random(in: 0..<12, using: &numbers) {
    case 0: return String(text.prefix(4))
    case 1: return String(text.prefix(7))
    case 2: return "[..\(text)]"
    case 3: return "\(text)/\(day.adding(days: 200))"
    case 4: return "[\(text)..\(day.adding(days: 300))]"
    default: return text
    }
  }

  private static func settled(
    _ history: PersonHistory,
    by day: Day
  ) -> (order: SettledOrder, possible: [Occasion]) {
    let occasions = history.occasions
    let certain = occasions.filter { $0.hasCertainlyBegun(by: day) }
    let possible = occasions.filter {
      !$0.hasCertainlyBegun(by: day) && $0.hasPossiblyBegun(by: day)
    }
    return (SettledOrder(PersonOrder.sorted(certain)), possible)
  }

  @Test(arguments: cases)
  func `an event that is added leaves the others as sorting all of them would`(
    seed: UInt64,
    count: Int
  ) throws {
    let history = try OtherCoursesTests.history(seed, count)
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<4 {
      let day = Day(number: 14_610 + Int.random(in: 200..<2600, using: &numbers))
      let (order, possible) = OtherCoursesTests.settled(history, by: day)
      for occasion in possible {
        let change = order.adding(occasion)
        let changed =
          order.occasions[..<change.start] + change.part + order.occasions[change.end...]
        let sorted = PersonOrder.sorted(order.occasions + [occasion])
        #expect(changed.elementsEqual(sorted) { $0.isSame(as: $1) }, "\(occasion.happening.id)")
      }
    }
  }

  @Test(arguments: cases)
  func `each possible event leads where folding everything leads`(seed: UInt64, count: Int) throws {
    let history = try OtherCoursesTests.history(seed, count)
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<4 {
      let day = Day(number: 14_610 + Int.random(in: 200..<2600, using: &numbers))
      let (order, possible) = OtherCoursesTests.settled(history, by: day)
      let liberty = CustodyFold(history).folding(order.occasions).liberty.liberty
      var courses = OtherCourses(of: history, order, endingIn: liberty)
      for occasion in possible {
        let sorted = PersonOrder.sorted(order.occasions + [occasion])
        let expected = CustodyFold(history).folding(sorted).liberty.liberty
        #expect(courses.states(adding: [occasion]) == [expected], "\(occasion.happening.id)")
      }
      let all = Set(
        possible.map {
          CustodyFold(history).folding(PersonOrder.sorted(order.occasions + [$0])).liberty.liberty
        }
      )
      #expect(courses.states(adding: possible) == all)
    }
  }

  /// Possible events that change nothing for hundreds of others, and the end all the same.
  static let lateEffects:
    [(name: String, drafts: [String], end: LibertyState, other: LibertyState)] =
      [
        (
          "a case that was opened makes it unclear which one an amnesty is about",
          [
            "sentence 2010-01-02 form=imprisonment term=P1Y in_absentia:=true case=a",
            "sentence 2010-01-03 form=suspended term=P9Y in_absentia:=true case=c id=c",
            "appeal 2010-01-04 outcome=upheld of=c case=c",
            "charge [2010-02-01..2014-01-01] stage=opened case=b",
            "clemency 2012-01-01 form=amnesty",
            "disappearance 2012-02-01 stage=located found=in_custody",
          ],
          .inCustody, .imprisoned
        ),
        (
          "a verdict can be appealed",
          [
            "sentence 2010-01-02 form=imprisonment term=P1Y in_absentia:=true case=a",
            "verdict [2010-02-01..2014-01-01] outcome=convicted case=a id=judged",
            "appeal 2012-01-01 outcome=quashed of=judged",
            "disappearance 2012-02-01 stage=located found=in_custody",
          ],
          .imprisoned, .inCustody
        ),
      ]

  @Test(arguments: lateEffects)
  func `what differs only in what later events make of it differs`(
    name: String,
    drafts: [String],
    end: LibertyState,
    other: LibertyState
  ) throws {
    let between = (0..<400).map { "health \(Day(number: 14_700 + $0)) form=condition" }
    // Somebody at large waits for the custody of a sentence in absentia.
    let story = ["departure 2010-01-01 form=left"] + drafts + between
    let history = try Story(story).record.history(of: #require(EntityID("anna")))
    let day = try #require(Day(iso: "2013-01-01"))
    let (order, possible) = OtherCoursesTests.settled(history, by: day)
    let liberty = CustodyFold(history).folding(order.occasions).liberty.liberty
    #expect(liberty == end, "\(name)")
    var courses = OtherCourses(of: history, order, endingIn: liberty)
    #expect(courses.states(adding: possible) == [other], "\(name)")
  }

  @Test func `long histories are not folded to their end for every event`() throws {
    let history = try OtherCoursesTests.history(3, 2000)
    let day = try #require(Day(iso: "2015-06-01"))
    let (order, possible) = OtherCoursesTests.settled(history, by: day)
    let liberty = CustodyFold(history).folding(order.occasions).liberty.liberty
    var courses = OtherCourses(of: history, order, endingIn: liberty)
    _ = courses.states(adding: possible)
    #expect(possible.count > 20)
    #expect(courses.coveredCount < possible.count * order.occasions.count * 2 / 3)
  }
}
