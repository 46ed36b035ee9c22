import Events
import Testing

@testable import Projections

/// A record built from drafts as somebody would write them down, one a string.
///
/// A draft is JSON, or shorthand: `ban 2017-03-01 term=P2Y what:=["travel"] place=xy`.
/// Words before `=` name a member of the event or else a field of its kind; `:=` is followed by
/// JSON. The n-th draft is called `eN` unless it says otherwise, and concerns Anna.
struct Story {
  private(set) var lines: [Line] = []

  init(_ drafts: [String] = []) throws {
    for draft in drafts { try append(draft) }
  }

  var record: Record {
    var replay = Replay()
    for line in lines { replay.take(line) }
    return replay.record()
  }

  mutating func append(_ text: String) throws {
    let position = Position(lines.count + 1)
    let json = text.hasPrefix("{") ? text : Story.json(text)
    let draft = try DraftReader().draft(json)
    lines.append(
      .event(
        Event(
          position: position,
          id: try #require(draft.id ?? EventID("e\(position)")),
          recorded: Instant(seconds: 1_700_000_000 + position.number),
          by: draft.by,
          content: draft.content,
          privateDigest: nil,
          hasMore: false,
          salt: ""
        )
      )
    )
  }

  func status(of person: String = "anna", on day: String) throws -> DetentionStatus {
    record.detentionStatus(
      of: try #require(EntityID(person)),
      asOf: try #require(Day(iso: day))
    )
  }

  private static let members = [
    "id", "persons", "actors", "place", "title", "after", "because_of", "order", "certainty",
    "account_of", "sources",
  ]
  private static let registries = ["person", "organisation", "place", "source", "case"]
  private static let undated =
    registries + ["relation", "evidence", "identity", "correction", "retraction", "ranking"]

  /// The JSON of a draft in shorthand.
  static func json(_ shorthand: String) -> String {
    var words = shorthand.split(separator: " ").map(String.init)
    let kind = words.removeFirst()
    var outer = [#""kind":"\#(kind)""#]
    var details: [String] = []
    if !undated.contains(kind) {
      outer.append(#""date":"\#(words.removeFirst())""#)
      if !words.contains(where: { $0.hasPrefix("persons") }) {
        outer.append(#""persons":["anna"]"#)
      }
      outer.append(#""title":"\#(kind)""#)
    }
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      let isRaw = parts[0].hasSuffix(":")
      let name = isRaw ? String(parts[0].dropLast()) : parts[0]
      let member = #""\#(name)":\#(isRaw ? parts[1] : #""\#(parts[1])""#)"#
      let isOuter = members.contains(name) && !(registries.contains(kind) && name == "id")
      if isOuter { outer.append(member) } else { details.append(member) }
    }
    if !details.isEmpty { outer.append(#""details":{\#(details.joined(separator: ","))}"#) }
    return "{\(outer.joined(separator: ","))}"
  }
}
