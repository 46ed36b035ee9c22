import Events
import Foundation
import Projections

/// Finds the ids that somebody means by what they typed.
protocol NameResolving {
  /// The id of something of one of `sorts`.
  ///
  /// What looks like an id and is none stays as it is: the check of the draft says what is near.
  func entity(_ text: String, _ sorts: [EntitySort]) throws -> String

  /// The event called so, or at that position.
  func event(_ text: String) throws -> EventID
}

/// What an append asks of the record: references, and who is meant by a name.
protocol RecordedNames: KnownRecord {
  /// Who is meant by `query`, an id or a name in any script.
  func matches(_ query: String, _ sorts: [EntitySort]) -> NameMatch
  func displayName(of id: EntityID) -> String
  /// The event at `position`; nil if there is none, or its line was withheld.
  func event(at position: Position) -> EventID?
  /// The last line that is known.
  var head: Position { get }
}

extension Record: RecordedNames {
  func matches(_ query: String, _ sorts: [EntitySort]) -> NameMatch {
    registry.matches(query, sorts: Set(sorts))
  }

  func displayName(of id: EntityID) -> String { registry.displayName(of: id) }

  func event(at position: Position) -> EventID? { self[position]?.id }
}

/// Finds ids in the record, and says which one it took for a name.
struct NameResolution<Known: RecordedNames>: NameResolving {
  let known: Known
  /// Ids that the same batch registers.
  var registering: Set<String> = []
  /// Told of every name that was taken for an id.
  var notice: (String) -> Void = { _ in }

  func entity(_ text: String, _ sorts: [EntitySort]) throws -> String {
    if NameResolution.isWrittenAsID(text) || registering.contains(text) { return text }
    // An id stays as it was given, also one that has become a name of another.
    if let id = EntityID(text), let sort = known.sort(of: id), sorts.contains(sort) { return text }
    switch known.matches(text, sorts) {
    case .one(let id):
      notice("\"\(text)\" is \(id) (\(known.displayName(of: id))).")
      return id.text
    case .several(let ids):
      throw Failure(
        .notFound,
        "\"\(text)\" fits several; name one of them by id:\n"
          + ids.map { "  \($0)  \(known.displayName(of: $0))" }.joined(separator: "\n")
          + "\nNothing was written."
      )
    case .none(let nearest):
      // A single word may be meant as an id: then the check of the draft names what is near.
      if EntityID(text) != nil { return text }
      throw TerseValue.Fault(message: unknown(text, sorts, nearest))
    }
  }

  /// Whether nobody would write a name so: `anna-berg`, `kz/atyrau`, `letter-1`.
  private static func isWrittenAsID(_ text: String) -> Bool {
    EntityID(text) != nil
      && text.utf8.contains { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  private func unknown(
    _ text: String,
    _ sorts: [EntitySort],
    _ nearest: [EntityID]
  ) -> String {
    let near = nearest.map { "\($0) (\(known.displayName(of: $0)))" }
    let slug = Slug.suggestion(for: text)
    let commands = sorts.map { sort in
      let name = sort == .source ? "--title" : "--name"
      return "`annals append \(sort.rawValue) --id \(slug) \(name) \"\(text)\"`"
    }
    return "no \(sorts.words) called \"\(text)\" is registered"
      + (near.isEmpty ? "" : "; near: \(near.joined(separator: ", "))")
      + "; \(commands.joined(separator: " or ")) registers one"
  }

  func event(_ text: String) throws -> EventID {
    if let number = Int(text), text.utf8.allSatisfy({ (48...57).contains($0) }) {
      guard let id = known.event(at: Position(number)) else {
        throw TerseValue.Fault(
          message: number >= 1 && number <= known.head.number
            ? "line \(number) was withheld; name its event by id"
            : "there is no line \(number); the record has \(known.head)"
        )
      }
      return id
    }
    guard let id = EventID(text) else {
      throw TerseValue.Fault(message: "\(DraftFault.Reason.badEventID(text))")
    }
    return id
  }
}

/// Ids made of names.
enum Slug {
  /// An id that somebody could register `name` under: `anna-berg` for `Анна Берг`.
  static func suggestion(for name: String) -> String {
    let latin = name.applyingTransform(.toLatin, reverse: false) ?? name
    let bare = latin.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars.filter {
      // Marks and apostrophes belong to the letter before them.
      switch $0.properties.generalCategory {
      case .nonspacingMark, .modifierLetter, .modifierSymbol: false
      default: $0 != "'" && $0 != "’"
      }
    }
    let words = bare.split { !("a"..."z").contains($0) && !("0"..."9").contains($0) }
    let slug = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-").prefix(
      EntityID.bytesMax
    )
    return slug.isEmpty ? "ID" : String(slug)
  }
}
