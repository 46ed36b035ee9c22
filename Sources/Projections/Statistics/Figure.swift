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

extension Record {
  /// How many events there are by kind, month and source, in that order, each by key.
  ///
  /// It counts what was not withdrawn and can have begun by the end of `day`, every account of a
  /// happening. A date that does not fix the month counts under its year, or as `undated`.
  package func figures(asOf day: Day) -> [Figure] {
    var numbers: [Figure.What: [String: Int]] = [:]
    for fact in facts where !fact.isRetracted && fact.canStand(on: day) {
      numbers[.kind, default: [:]][fact.kind, default: 0] += 1
      numbers[.monthRecorded, default: [:]][fact.event.recorded.day.month, default: 0] += 1
      if let date = fact.date {
        numbers[.monthHappened, default: [:]][date.beginning.month, default: 0] += 1
      }
      for source in Set(fact.sources.map(\.source)) {
        numbers[.source, default: [:]][source.text, default: 0] += 1
      }
    }
    return Figure.What.allCases.flatMap { what in
      (numbers[what] ?? [:]).sorted { $0.key < $1.key }
        .map { Figure(what: what, key: $0.key, number: $0.value) }
    }
  }
}

extension Day {
  /// `2016-05`, the month of the day.
  fileprivate var month: String { String(description.dropLast(3)) }
}

extension DayBounds {
  /// The month in which it lies, else the year, else `undated`.
  fileprivate var month: String {
    guard let earliest, let latest else { return "undated" }
    if earliest.month == latest.month { return earliest.month }
    let year = String(earliest.month.dropLast(3))
    return year == String(latest.month.dropLast(3)) ? year : "undated"
  }
}
