import Events
import Projections
import Testing

/// A record written tersely, without a log: one line an event.
///
/// A line is `ID KIND [DATE|-] [PERSON,PERSON|-] [{details}] [+ {other members}]`. Dated events get
/// a title from their id. A line `@MOMENT` says when the lines after it were recorded, and a line
/// `withheld` is one whose content was.
struct Chronicle {
  private(set) var lines: [Line] = []
  /// When the next line is recorded; unless it is said, a minute after the one before.
  private var moment: Instant?

  /// Reads `text` and refuses what the vocabulary refuses, unless `isLax`.
  init(_ text: String, isLax: Bool = false) throws {
    for line in text.split(separator: "\n") {
      if line.hasPrefix("@") {
        let said: Instant = try #require(Instant(iso: String(line.dropFirst())))
        moment = said
      } else if line == "withheld" {
        appendWithheld()
      } else {
        try append(String(line), isLax: isLax)
      }
    }
  }

  var record: Record { record(knownAt: .everything) }

  /// What the record said when no more than this counted.
  func record(knownAt limit: KnownAt) -> Record {
    var replay = Replay()
    for line in lines.prefix(while: limit.includes) { replay.take(line) }
    return replay.record()
  }

  /// A line whose content was withheld.
  mutating func appendWithheld() {
    lines.append(.withheld(position: Position(lines.count + 1), hasMore: false))
  }

  mutating func append(_ line: String, isLax: Bool = false) throws {
    let json = JSON.object(try Chronicle.members(of: line))
    let content =
      isLax
      ? ContentReader(json.members ?? [], envelope: ["id"]).content
      : try DraftReader().draft(json).content
    let id = try #require(json["id"]?.text.flatMap(EventID.init))
    let position = Position(lines.count + 1)
    lines.append(
      .event(
        Event(
          position: position,
          id: id,
          recorded: moment ?? Instant(seconds: 1_500_000_000 + 60 * position.number),
          by: "desk",
          content: content,
          privateDigest: nil,
          hasMore: false,
          salt: "AAAAAAAAAAAAAAAAAAAAAA"
        )
      )
    )
  }

  /// A line as a draft.
  static func draft(_ line: String) throws -> Draft {
    try DraftReader().draft(JSON.object(members(of: line)))
  }

  private static func members(of line: String) throws -> [JSONMember] {
    let parts = line.split(separator: " + {", maxSplits: 1)
    let head = parts[0].prefix { $0 != "{" }
    let words = head.split(separator: " ").map(String.init)
    var members = [JSONMember("id", .text(words[0])), JSONMember("kind", .text(words[1]))]
    if words.count > 2, words[2] != "-" {
      members.append(JSONMember("date", .text(words[2])))
      members.append(JSONMember("title", .text("Title of \(words[0])")))
    }
    if words.count > 3, words[3] != "-" {
      members.append(JSONMember("persons", .texts(words[3].split(separator: ",").map(String.init))))
    }
    if head.endIndex < parts[0].endIndex {
      members.append(JSONMember("details", try JSON(parsing: String(parts[0][head.endIndex...]))))
    }
    if parts.count > 1 {
      for member in try JSON(parsing: "{" + parts[1]).members ?? [] {
        members.removeAll { $0.name == member.name }
        members.append(member)
      }
    }
    return members
  }
}

func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

func eventID(_ text: String) throws -> EventID { try #require(EventID(text)) }

func entityID(_ text: String) throws -> EntityID { try #require(EntityID(text)) }

extension [EventID] {
  var texts: [String] { map(\.text) }
}

extension Row {
  /// The row as written, only these members of it.
  func written(_ names: String...) -> String {
    JSON.object((json.members ?? []).filter { names.contains($0.name) }).written
  }
}
