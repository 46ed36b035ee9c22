package import Events

/// One number about the record.
package struct Figure: Row, Hashable {
  package enum What: String, CaseIterable, Sendable {
    case kind
    case monthHappened = "month_happened"
    case monthRecorded = "month_recorded"
    case source
  }

  package let what: What
  /// The kind, month or source that is counted.
  package let key: String
  package let number: Int

  package static let columns = ["what", "key", "number"]

  package var json: JSON {
    .object([
      JSONMember("what", .text(what.rawValue)),
      JSONMember("key", .text(key)),
      JSONMember("number", .integer(number)),
    ])
  }
}

/// Counts events by kind, month and source.
package struct FigureTally {
  private var numbers: [Figure.What: [String: Int]] = [:]

  package init() {}

  package mutating func add(_ what: Figure.What, _ key: String, _ number: Int = 1) {
    numbers[what, default: [:]][key, default: 0] += number
  }

  /// The numbers by kind, month and source, in that order, each by key.
  package var figures: [Figure] {
    Figure.What.allCases.flatMap { what in
      (numbers[what] ?? [:]).sorted { $0.key < $1.key }
        .map { Figure(what: what, key: $0.key, number: $0.value) }
    }
  }
}

extension Record {
  /// How many events there are by kind, month and source, in that order, each by key.
  ///
  /// It counts what was not withdrawn and can have begun by the end of `day`, every account of a
  /// happening. A date that does not fix the month counts under its year, or as `undated`.
  package func figures(asOf day: Day) -> [Figure] {
    var tally = FigureTally()
    for fact in facts where !fact.isRetracted && fact.canStand(on: day) {
      tally.add(.kind, fact.kind)
      tally.add(.monthRecorded, fact.event.recorded.day.month)
      if let date = fact.date { tally.add(.monthHappened, date.monthHappened) }
      for source in Set(fact.sources.map(\.source)) { tally.add(.source, source.text) }
    }
    return tally.figures
  }
}

extension EDTF {
  /// Whether what bears this date can have begun by the end of `day`.
  package func canStand(on day: Day) -> Bool { beginning.earliest.map { $0 <= day } ?? true }

  /// The month in which it begins, else the year, else `undated`.
  package var monthHappened: String {
    guard let earliest = beginning.earliest, let latest = beginning.latest else {
      return "undated"
    }
    if earliest.month == latest.month { return earliest.month }
    let year = String(earliest.month.dropLast(3))
    return year == String(latest.month.dropLast(3)) ? year : "undated"
  }
}

extension Day {
  /// `2016-05`, the month of the day.
  fileprivate var month: String { String(description.dropLast(3)) }
}
