import Events
import Projections

/// The differences of records written tersely, one a line:
/// `sort subject what: before -> after [events]`.
///
/// Whole rows of events and demands stand as their id in angle brackets.
enum DifferenceLines {
  /// What `more` changes in the answers of `text` about one day.
  static func recorded(_ text: String, then more: String, asOf iso: String) throws -> [String] {
    let whole = text + "\n" + more
    return lines(
      try Chronicle(text).record,
      try day(iso),
      try Chronicle(whole).record,
      try day(iso)
    )
  }

  /// What time changes in the answers of `text` from one day to another.
  static func passed(_ text: String, from first: String, to last: String) throws -> [String] {
    let record = try Chronicle(text).record
    return lines(record, try day(first), record, try day(last))
  }

  private static func lines(
    _ before: Record,
    _ first: Day,
    _ after: Record,
    _ last: Day
  ) -> [String] {
    RecordDifference(before: before, asOf: first, after: after, asOf: last).rows.map { row in
      let change = "\(row.what): \(value(row.before)) -> \(value(row.after))"
      let events = row.events.texts.joined(separator: ",")
      return "\(row.subject.sort.rawValue) \(row.subject.id) \(change) [\(events)]"
    }
  }

  private static func value(_ json: JSON) -> String {
    guard let id = json["id"]?.text ?? json["event"]?.text else { return json.written }
    return "<\(id)>"
  }
}
