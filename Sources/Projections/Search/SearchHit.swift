package import Events

/// An event in which everything that was searched for occurs.
package struct SearchHit: Row {
  package let position: Position
  package let id: EventID
  package let kind: String
  package let date: EDTF?
  /// The title; for a registration the name under which views show it.
  package let title: String?
  /// The words around the first occurrence.
  package let snippet: String

  package static let columns = ["position", "id", "kind", "date", "title", "snippet"]

  package var json: JSON {
    .object([
      JSONMember("position", .integer(position.number)),
      JSONMember("id", .text(id.text)),
      JSONMember("kind", .text(kind)),
      JSONMember("date", .optional(date)),
      JSONMember("title", .optional(title)),
      JSONMember("snippet", .text(snippet)),
    ])
  }
}

extension Record {
  /// The events that can have begun by the end of `day` and in which every word of `text` begins a
  /// word, those with a hit in the title first, then in the order of the log.
  ///
  /// Only what was not withdrawn is searched. Walks the whole record.
  package func search(_ text: String, asOf day: Day) -> [SearchHit] {
    let words = SearchWords(text, in: ReplayedRegister(self))
    guard !words.isEmpty else { return [] }
    let found = facts.filter { fact in
      !fact.isRetracted && canStand(fact, on: day) && words.areFound(in: fact)
    }
    let inTitle = found.filter { $0.title.map { words.isAnyFound(in: $0) } ?? false }
    let others = found.filter { !($0.title.map { words.isAnyFound(in: $0) } ?? false) }
    return (inTitle + others).map { hit($0, words) }
  }

  private func hit(_ fact: Fact, _ words: SearchWords) -> SearchHit {
    let entity = Entity(fact.content)
    let name = entity.map { registry.displayName(of: $0.id) }
    // Recorders find people by their real names, on their own terminal; but the hit itself shows of
    // a protected person's registration, and of what amends it, no more than other views do.
    let isProtected = isAboutProtected(fact)
    let prose = isProtected ? [] : fact.prose
    let place = prose.first { words.isAnyFound(in: $0) } ?? prose.first ?? ""
    return SearchHit(
      position: fact.position,
      id: fact.id,
      kind: fact.kind,
      date: fact.date,
      title: isProtected ? name : fact.title ?? name,
      snippet: words.snippet(of: place)
    )
  }
}

extension Record {
  /// Whether `fact` registers somebody who is protected, says who they are, or amends what does.
  private func isAboutProtected(_ fact: Fact) -> Bool {
    var fact = fact
    while true {
      if let entity = Entity(fact.content) {
        // Of a withdrawn registration what it asked for still counts.
        return entity.protection > .none || registry.isProtected(entity.id)
      }
      if fact.kind == "identity" {
        let ids = fact.details.entities("ids") + [fact.details.entity("into")].compactMap { $0 }
        return ids.contains(where: registry.isProtected)
      }
      // What is of the record itself points at earlier lines only.
      guard fact.section == .record, let of = fact.details.event("of") else { return false }
      // A line that was withheld can have registered somebody.
      guard let target = self[of] else { return !withheld.isEmpty }
      guard target.position < fact.position else { return false }
      fact = target
    }
  }
}

extension Fact {
  /// Whether its own date can have begun by the end of `day`; what bears none always has.
  func canStand(on day: Day) -> Bool {
    content.date?.canStand(on: day) ?? true
  }
}

extension Record {
  /// Whether it can have begun by the end of `day`, also as raised by what it came after.
  private func canStand(_ fact: Fact, on day: Day) -> Bool {
    fact.date == nil || beginnings.of(fact).earliest.map { $0 <= day } ?? true
  }
}

extension SearchWords {
  private static let wordsBefore = 6
  private static let wordsMax = 18

  /// Some words around the first occurrence in `text`.
  func snippet(of text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    let hit = words.firstIndex { isAnyFound(in: $0) } ?? 0
    let first = max(0, hit - SearchWords.wordsBefore)
    let last = min(words.count, first + SearchWords.wordsMax)
    let middle = words[first..<last].joined(separator: " ")
    return (first > 0 ? "… " : "") + middle + (last < words.count ? " …" : "")
  }
}
