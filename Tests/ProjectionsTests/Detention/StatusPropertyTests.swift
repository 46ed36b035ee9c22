import Events
import Testing

@testable import Projections

@Suite struct StatusPropertyTests {
  private static let seeds: [UInt64] = Array(1...40)

  /// Kinds that lead somewhere, with fields that make them.
  private static let acts = [
    "arrest", "administrative-arrest DATE term=P15D", "internment", "remand",
    "remand DATE term=P2M",
    "house-arrest", "commitment", "bail", "transfer DATE to=xy/colony", "release",
    "release DATE basis=discharged", "release DATE basis=parole", "release DATE basis=term_served",
    "disappearance DATE stage=abducted", "disappearance DATE stage=located found=in_custody",
    "departure DATE form=left", "departure DATE form=returned", "departure DATE form=extradited",
    "charge DATE stage=brought", "charge DATE stage=dropped case=bridge",
    "verdict DATE outcome=acquitted", "verdict DATE outcome=convicted case=bridge",
    "sentence DATE form=imprisonment term=P1Y", "sentence DATE form=suspended term=P1Y",
    "sentence DATE form=life in_absentia:=true", "sentence DATE form=fine case=bridge",
    "appeal DATE outcome=quashed", "appeal DATE outcome=reduced term=P6M",
    "clemency DATE form=amnesty", "clemency DATE form=suspension_revoked",
    "status DATE liberty=in_custody", "status DATE liberty=imprisoned",
    "status DATE liberty=at_liberty", "health DATE form=condition",
    #"ban DATE what:=["travel"] term=P1M"#, "wanted DATE stage=listed list=interpol_red",
    "recognition DATE list=memorial stage=listed",
  ]

  private static func draft(_ id: String, _ date: String, _ numbers: inout SeededNumbers) -> String
  {
    let act = acts[Int.random(in: acts.indices, using: &numbers)]
    let dated = act.contains("DATE") ? act : act + " DATE"
    var words = dated.split(separator: " ").map { $0 == "DATE" ? date : String($0) }
    words.append("id=\(id)")
    return words.joined(separator: " ")
  }

  /// The n-th day from 1 January 2016 on.
  private static func date(_ number: Int) -> String { Day(number: 16_801 + number).description }

  private static func row(_ drafts: [String], asOf number: Int) throws -> String {
    try Story(drafts).status(on: date(number)).json(name: "Anna").written
  }

  /// Events of one person on distinct days, at random.
  private static func drafts(_ seed: UInt64, count: Int = 12) -> [String] {
    var numbers = SeededNumbers(seed: seed)
    let days = Array((0..<400).shuffled(using: &numbers).prefix(count))
    return days.enumerated().map { draft("a\($0)", date($1), &numbers) }
  }

  @Test(arguments: seeds)
  func `the order in which exact and distinct days were recorded changes nothing`(
    seed: UInt64
  ) throws {
    let drafts = StatusPropertyTests.drafts(seed)
    var numbers = SeededNumbers(seed: seed &+ 1_000)
    let asOf = Int.random(in: 0..<800, using: &numbers)
    let row = try StatusPropertyTests.row(drafts, asOf: asOf)
    for _ in 0..<3 {
      let shuffled = drafts.shuffled(using: &numbers)
      #expect(try StatusPropertyTests.row(shuffled, asOf: asOf) == row)
    }
  }

  @Test(arguments: seeds)
  func `what begins after the day asked about changes nothing`(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let partial = ["2016-03", "2016-07", "2016", "2016-02-10/2016-12", "[..2016-04]"]
    let vague = partial.enumerated().map {
      StatusPropertyTests.draft("v\($0)", $1, &numbers)
    }
    let before = StatusPropertyTests.drafts(seed) + vague
    let asOf = 400
    let later = (0..<8).map {
      StatusPropertyTests.draft("l\($0)", StatusPropertyTests.date(asOf + 1 + $0), &numbers)
    }
    #expect(
      try StatusPropertyTests.row(before + later, asOf: asOf)
        == StatusPropertyTests.row(before, asOf: asOf)
    )
  }

  @Test(arguments: seeds)
  func `an event about another person changes nothing`(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let drafts = StatusPropertyTests.drafts(seed)
    let row = try StatusPropertyTests.row(drafts, asOf: 300)
    let other = StatusPropertyTests.draft("b", StatusPropertyTests.date(200), &numbers)
    let place = Int.random(in: 0...drafts.count, using: &numbers)
    let more = drafts[..<place] + [other + #" persons:=["boris"]"#] + drafts[place...]
    #expect(try StatusPropertyTests.row(Array(more), asOf: 300) == row)
  }

  @Test(arguments: seeds)
  func `retracting an event restores the status`(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let drafts = StatusPropertyTests.drafts(seed)
    let row = try StatusPropertyTests.row(drafts, asOf: 300)
    let day = Int.random(in: 0..<400, using: &numbers)
    let wrong = StatusPropertyTests.draft("wrong", StatusPropertyTests.date(day), &numbers)
    let more = drafts + [wrong, "retraction of=wrong reason=wrong"]
    #expect(try StatusPropertyTests.row(more, asOf: 300) == row)
  }

  /// What the `after` of events says beside their days.
  enum Binding: CaseIterable {
    case nothing, theSame, another
  }

  /// A long life with vague days.
  private static func life(
    _ seed: UInt64,
    count: Int,
    days: Int,
    _ binding: Binding
  ) throws -> Record {
    var numbers = SeededNumbers(seed: seed)
    let places = (0..<count).map { _ in Int.random(in: 0..<days, using: &numbers) }
    return try Story(
      (0..<count).map { number in
        let date = date(places[number])
        let (year, month) = (date.prefix(4), date.prefix(7))
        let vague = ["\(month)", "\(year)", "[..\(date)]", "\(month)/\(date)"]
        let isVague = Int.random(in: 0..<10, using: &numbers) == 0
        let spelling = isVague ? vague.randomElement(using: &numbers) : nil
        let order = Int.random(in: -40..<8, using: &numbers)
        let draft =
          draft("a\(number)", spelling ?? date, &numbers) + (order < 0 ? "" : " order:=\(order)")
        let other = Int.random(in: 0...number, using: &numbers)
        guard binding != .nothing, other % 3 == 0, other < number,
          binding == .another || places[other] + 31 < places[number]
        else { return draft }
        return draft + #" after:=["a\#(other)"]"#
      }
    ).record
  }

  @Test(
    arguments: [(1, 60, 400), (2, 400, 900), (3, 800, 500)],
    Binding.allCases
  )
  func `the spells of a history say of every day what the status of that day says`(
    life: (seed: UInt64, count: Int, days: Int),
    binding: Binding
  ) throws {
    let record = try StatusPropertyTests.life(
      life.seed,
      count: life.count,
      days: life.days,
      binding
    )
    let anna = try #require(EntityID("anna"))
    let days = (0..<60).map { Day(number: 16_801 + $0 * (life.days + 400) / 60) }
    let statuses = days.map { record.detentionStatus(of: anna, asOf: $0) }
    var numbers = days.map { HeldNumber(day: $0) }
    record.history(of: anna).count(in: &numbers)
    for (number, status) in zip(numbers, statuses) {
      var wanted = HeldNumber(day: number.day)
      wanted.count(status)
      #expect(number == wanted)
    }
    // What is too long a tale is not told of every day.
    guard let spells = record.history(of: anna).asOfSpells() else {
      #expect(life.count > 100)
      return
    }
    #expect(spells.count > life.count / 10)
    for (day, status) in zip(days, statuses) {
      let spell = spells.last { $0.from <= day }
      #expect(spell?.to.map { day < $0 } ?? true, "\(day)")
      #expect((spell?.liberty ?? .unknown) == status.liberty, "\(day)")
      #expect(spell?.since?.text == status.since, "\(day)")
      #expect(spell?.isConfirmed(on: day) ?? status.isCurrent == status.isCurrent, "\(day)")
    }
  }

  /// Few states are kept, so that most are dropped again.
  @Test(arguments: [(1, 60), (2, 300), (3, 900)], Binding.allCases)
  func `a sweep leads where folding from the beginning leads`(
    life: (seed: UInt64, count: Int),
    binding: Binding
  ) throws {
    let record = try StatusPropertyTests.life(
      life.seed,
      count: life.count,
      days: 1_200,
      binding
    )
    let history = record.history(of: try #require(EntityID("anna")))
    let occasions = history.occasions
    var sweep = LibertySweep(history, checkpointsMax: 16, reach: 4)
    for number in stride(from: 0, to: 1_600, by: life.count / 20) {
      let day = Day(number: 16_801 + number)
      sweep.advance(to: day)
      let certain = PersonOrder.sorted(occasions.filter { $0.hasCertainlyBegun(by: day) })
      let fold = CustodyFold(history).folding(certain).liberty
      #expect(sweep.liberty.liberty == fold.liberty, "\(day)")
      #expect(sweep.liberty.spells.last?.from == fold.spells.last?.from, "\(day)")
      #expect(sweep.liberty.currency == fold.currency, "\(day)")
      #expect(sweep.liberty.basisIDs.sorted() == fold.basisIDs.sorted(), "\(day)")
    }
  }

  /// Every other day an arrest, and every fifteenth something that began nobody knows when, which
  /// stands near the beginning and leads nowhere: folding all again each time would be too long.
  @Test func `a long life is told of every day where what is new leads nowhere`() throws {
    let drafts = (0..<1_500).flatMap { number in
      let date = StatusPropertyTests.date(number)
      let change = "\(number.isMultiple(of: 2) ? "arrest" : "release") \(date)"
      return number.isMultiple(of: 15) ? [change, "health [..\(date)] form=condition"] : [change]
    }
    let anna = try #require(EntityID("anna"))
    let history = try Story(drafts).record.history(of: anna)
    let spells = try #require(history.asOfSpells())
    #expect(spells.map(\.from) == (0..<1_500).map { Day(number: 16_801 + $0) })
    let states = spells.map(\.liberty)
    #expect(states == states.indices.map { $0.isMultiple(of: 2) ? .policeCustody : .atLiberty })
    // The states that are kept are those to which what stands before their places leads.
    var sweep = LibertySweep(history)
    while let day = sweep.nextDay { sweep.advance(to: day) }
    for checkpoint in sweep.checkpoints.suffix(64) where checkpoint.count % 3 == 0 {
      let before = sweep.order.occasions.prefix(checkpoint.count)
      let isSame = CustodyFold(history).folding(before).isSame(as: checkpoint.fold)
      #expect(isSame, "\(checkpoint.count)")
    }
  }

  /// The arrest can have been the first thing of March, and was not after June.
  @Test func `what is said to come after something later stands where its days say`() throws {
    let record = try Story([
      #"arrest 2016-03 id=x after:=["y"]"#, "release 2016-03-10",
      "charge 2016-06-01 stage=brought id=y",
    ]).record
    let anna = try #require(EntityID("anna"))
    let spells = try #require(record.history(of: anna).asOfSpells())
    #expect(spells.map(\.liberty) == [.atLiberty])
    for spell in spells {
      #expect(record.detentionStatus(of: anna, asOf: spell.from).liberty == spell.liberty)
    }
  }
}
