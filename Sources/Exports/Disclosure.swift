internal import Events
internal import Projections

/// What may leave the house: names and ids of people as their registration allows.
///
/// A protected person's names are replaced wherever they stand in free text, their id and the ids
/// of events that speak of them by ones that tell nothing.
struct Disclosure {
  private let record: Record
  private let names: ProtectedNames
  /// Protected ids, and what stands for them.
  private let standIns: [EntityID: String]

  init(of record: Record) {
    self.record = record
    var standIns: [EntityID: String] = [:]
    var protected: [Entity] = []
    for fact in record.facts {
      guard fact.kind == "person", let id = fact.details.entity("id"),
        let entity = record.registry[id], entity.protection != .none
      else { continue }
      standIns[id] = "person-\(fact.position)"
      protected.append(entity)
    }
    self.standIns = standIns
    let others = record.registry.all(.person).filter { $0.protection == .none }
    names = ProtectedNames(protected, beside: protected.isEmpty ? [] : others)
  }

  func name(of id: EntityID) -> String { record.registry.displayName(of: id) }

  func text(_ text: String) -> String { names.replaced(in: text) }

  /// The id of an event; one that would tell a protected name becomes its position.
  func id(of fact: Fact) -> String { id(fact.id, at: fact.position) }

  private func id(_ id: EventID, at position: Position?) -> String {
    guard !standIns.isEmpty else { return id.text }
    let words = id.text.map { $0.isLetter || $0.isNumber ? $0 : " " }
    let plain = String(words)
    guard names.replaced(in: plain) != plain else { return id.text }
    return position.map { "event-\($0)" } ?? "event"
  }

  func source(_ citation: Citation) -> Entry.Source {
    var words = name(of: citation.source)
    if let at = citation.at { words += ", \(at)" }
    if let via = citation.via { words += ", cited by \(name(of: via))" }
    return Entry.Source(words: text(words))
  }

  /// The members of a row as they may be published, and whether that changed any.
  func members(
    of entry: TimelineEntry,
    cutting: Bool
  ) -> (published: [JSONMember], isChanged: Bool) {
    var members = entry.json.members ?? []
    if cutting {
      members.removeAll { $0.name == "details" || $0.name == "text" }
      members = members.map { member in
        member.name == "sources" ? JSONMember("sources", member.value.withoutQuotes) : member
      }
    }
    guard !standIns.isEmpty else { return (members, false) }
    let published = members.map { JSONMember($0.name, replaced($0.value)) }
    return (published, JSON.object(published) != JSON.object(members))
  }

  private func replaced(_ value: JSON) -> JSON {
    switch value {
    case .text(let text): .text(replaced(text))
    case .array(let values): .array(values.map(replaced))
    case .object(let members): .object(members.map { JSONMember($0.name, replaced($0.value)) })
    case .null, .boolean, .number: value
    }
  }

  private func replaced(_ text: String) -> String {
    if let id = EntityID(text), let standIn = standIns[id] { return standIn }
    if let id = EventID(text), let fact = record[id] { return self.id(fact.id, at: fact.position) }
    return self.text(text)
  }
}

extension JSON {
  /// A list of sources without what is quoted from them.
  fileprivate var withoutQuotes: JSON {
    guard let array else { return self }
    return .array(
      array.map { source in
        .object((source.members ?? []).filter { $0.name != "quote" && $0.name != "lang" })
      }
    )
  }
}
