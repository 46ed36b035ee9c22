import Events
import Projections

/// One change in words, without its events.
struct DifferenceWords {
  private let row: Difference
  /// The name that views show for an id.
  private let name: (String) -> String

  init(_ row: Difference, name: @escaping (String) -> String) {
    self.row = row
    self.name = name
  }

  var text: String {
    switch (row.subject.sort, row.what) {
    case (.demand, _): "\(row.what): \(demand)"
    case (_, "no longer confirmed"), (_, "confirmed again"), (_, "added"), (_, "withdrawn"):
      row.what
    case (_, "registered"): cameOrWent("registered as", "registration withdrawn:")
    case (_, "merged_into"): merge
    case (_, "split"): cameOrWent("said to be another than", "no longer said to be another than")
    case (_, "restriction"), (_, "recognition"), (_, "anomaly"): item
    case (_, "preferred"): "told by \(value(row.after)) instead of \(value(row.before))"
    case (_, "differs"): differences
    case (_, "when"): when
    default: "\(label): \(value(row.before)) → \(value(row.after))"
    }
  }

  // MARK: Whole items

  private func cameOrWent(_ came: String, _ went: String) -> String {
    row.after.isNull ? "\(went) \(value(row.before))" : "\(came) \(value(row.after))"
  }

  private var merge: String {
    switch (row.before.text, row.after.text) {
    case (nil, let new?): "merged into \(name(new)) (\(new))"
    case (let old?, nil): "no longer merged into \(name(old)) (\(old))"
    case (let old, let new):
      "merged into \(name(new ?? "")) (\(new ?? "")) instead of \(name(old ?? "")) (\(old ?? ""))"
    }
  }

  private var item: String {
    if row.before.isNull { return "new \(row.what): \(words(row.after))" }
    if row.after.isNull { return "\(row.what) gone: \(words(row.before))" }
    return "\(row.what): \(words(row.before)) → \(words(row.after))"
  }

  /// A restriction, recognition or anomaly.
  private func words(_ item: JSON) -> String {
    if row.what == "anomaly" {
      return "\(item["kind"]?.text ?? ""): \(item["text"]?.text ?? "")"
    }
    var text = Brief.words(item["what"]?.text ?? "")
    if let by = item["by"]?.text { text += " by \(name(by))" }
    if let since = item["since"]?.text { text += ", since \(Brief.since(since))" }
    if let until = item["until"]?.text { text += ", until \(Brief.date(until))" }
    return text
  }

  private var demand: String {
    let demand = row.after.isNull ? row.before : row.after
    var text = Brief.words(demand["what"]?.text ?? "")
    if let person = demand["for"]?.text { text += " for \(name(person))" }
    if let detail = demand["text"]?.text { text += ": \(detail)" }
    if let of = demand["of"]?.text { text += " (of \(name(of)))" }
    return text
  }

  /// In what other accounts differ from the preferred one, and on whose word.
  private var differences: String {
    guard let accounts = row.after.array, !accounts.isEmpty else {
      return "no other account differs any more"
    }
    let parts = accounts.map { account in
      let members = (account["in"]?.array ?? []).compactMap(\.text).map(DifferenceWords.label)
      let sources = (account["sources"]?.array ?? []).compactMap(\.text)
      let word = sources.isEmpty ? "" : " (\(sources.joined(separator: ", ")))"
      let how = members.isEmpty ? "agrees" : "differs in \(members.joined(separator: ", "))"
      return "\(account["event"]?.text ?? "") \(how)\(word)"
    }
    return "other accounts: \(parts.joined(separator: "; "))"
  }

  private var when: String {
    switch row.after.text {
    case "certain": "has happened by then"
    case "possible": "may have happened by then"
    default: "lies ahead of then"
    }
  }

  // MARK: Values

  private var label: String {
    switch (row.subject.sort, row.what) {
    case (.numbers, "held"): "held, confirmed or not"
    case (.numbers, "not_current"): "last known held, not confirmed since"
    case (.count, "not_current"): "derived, not confirmed"
    case (.count, "possible"): "possibly more"
    case (.person, "current"): "confirmed"
    case (.person, "last_evidence"): "last heard"
    case (.person, "expected_end"): "due out"
    case (.event, "accounts"): "other accounts"
    default: DifferenceWords.label(row.what)
    }
  }

  /// `details.counted_from` as `counted from`.
  private static func label(_ member: String) -> String {
    let field = member.hasPrefix("details.") ? String(member.dropFirst("details.".count)) : member
    return Brief.words(field)
  }

  private static let dates: Set<String> = ["since", "held_since", "date", "until", "last_evidence"]
  private static let states: Set<String> = ["liberty", "process", "possibly"]

  private func value(_ json: JSON) -> String {
    switch json {
    case .null: return "none"
    case .boolean(let value): return value ? "yes" : "no"
    case .number(let number): return number
    case .text(let text):
      if DifferenceWords.dates.contains(row.what) { return Brief.date(text) }
      if DifferenceWords.states.contains(row.what) { return Brief.words(text) }
      return row.what == "place" ? name(text) : text
    case .array(let values):
      return values.isEmpty ? "none" : values.map(value).joined(separator: ", ")
    case .object: return row.what == "expected_end" ? end(json) : json.written
    }
  }

  private func end(_ json: JSON) -> String {
    let last = json["latest"]?.text ?? ""
    let first = json["earliest"]?.text
    var text = first.map { $0 == last ? last : "\($0)–\(last)" } ?? "by \(last)"
    if json["estimated"]?.boolean == true { text += " (estimated)" }
    return text
  }
}

extension JSON {
  fileprivate var isNull: Bool {
    if case .null = self { true } else { false }
  }
}
