import Events
import Testing

@testable import Projections

/// What is recorded, the day that is asked about, and what must be answered.
struct Scenario: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let drafts: [String]
  let day: String
  let person: String
  let expected: [(key: String, value: String)]

  /// `answer` is `key value; key value`; anomalies are none and nothing else is possible unless it
  /// says so.
  init(
    _ sentence: String,
    _ drafts: [String],
    on day: String,
    of person: String = "anna",
    _ answer: String
  ) {
    testDescription = sentence
    self.drafts = drafts
    self.day = day
    self.person = person
    var expected = answer.split(separator: "; ").map { part in
      let words = part.split(separator: " ", maxSplits: 1)
      return (key: String(words[0]), value: words.count > 1 ? String(words[1]) : "")
    }
    for key in ["anomalies", "possibly"] where !expected.contains(where: { $0.key == key }) {
      expected.append((key, "-"))
    }
    self.expected = expected
  }

  /// Compares every stated value, and names all that differ in one go.
  func check() throws {
    let status = try Story(drafts).status(of: person, on: day)
    let row = StatusRow(status)
    for (key, value) in expected {
      let found = row[key]
      #expect(found == value, "\(testDescription): \(key) on \(day)")
    }
  }
}

/// A status as JSON shows it, its values in shorthand.
private struct StatusRow {
  let json: JSON

  init(_ status: DetentionStatus) { json = status.json(name: "Anna") }

  subscript(key: String) -> String {
    switch key {
    case "end": end
    case "anomalies": list("anomalies") { StatusRow.text($0["kind"]) }
    case "restrictions":
      list("restrictions") {
        let days = "\(StatusRow.text($0["since"]))..\(StatusRow.text($0["until"]))"
        return "\(StatusRow.text($0["what"])) \(days)"
      }
    case "recognition":
      list("recognition") {
        "\(StatusRow.text($0["what"])) \(StatusRow.text($0["by"])) \(StatusRow.text($0["since"]))"
      }
    case "restricted":
      list("restrictions") { StatusRow.text($0["what"]) }
    case "possibly", "basis", "sources": list(key, StatusRow.text)
    default: StatusRow.text(json[key])
    }
  }

  private var end: String {
    guard let end = json["expected_end"], end["latest"] != nil else { return "-" }
    let isEstimated = end["estimated"]?.boolean ?? false
    let days = "\(StatusRow.text(end["earliest"]))..\(StatusRow.text(end["latest"]))"
    return isEstimated ? days + " estimated" : days
  }

  private func list(_ key: String, _ each: (JSON) -> String) -> String {
    guard let items = json[key]?.array else { return "no list" }
    return items.isEmpty ? "-" : items.map(each).sorted().joined(separator: " + ")
  }

  private static func text(_ value: JSON?) -> String {
    switch value {
    case nil: "no member"
    case .null: "-"
    case .boolean(let value): String(value)
    case let value?: value.text ?? "\(value)"
    }
  }
}
