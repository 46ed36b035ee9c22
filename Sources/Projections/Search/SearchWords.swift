internal import Events

/// What somebody searches for: every word must begin a word of what is found, in any script.
struct SearchWords {
  private let words: [String]
  private let register: any NameRegister
  /// For whoever was met of late, which of the words stand in their names.
  private let met = Recent<EntityID, [Bool]>(SearchWords.metMax)
  private static let metMax = 5_000

  init(_ text: String, in register: any NameRegister) {
    words = SearchFolding.tokens(text)
    self.register = register
  }

  /// Whether there is nothing to search for.
  var isEmpty: Bool { words.isEmpty }

  /// Whether every word is found in what `fact` says or in the name of somebody in it.
  func areFound(in fact: Fact) -> Bool {
    let tokens = fact.prose.flatMap(SearchFolding.tokens)
    let ids = fact.subjects
    return words.indices.allSatisfy { index in
      SearchWords.occurs(words[index], in: tokens) || ids.contains { named($0)[index] }
    }
  }

  /// For each word, whether it begins one of the names of a person, organisation or place.
  private func named(_ id: EntityID) -> [Bool] {
    met.value(of: id) {
      guard let entity = register.entity(id), entity.sort.isNamed else {
        return words.map { _ in false }
      }
      let tokens = entity.names.flatMap { SearchFolding.tokens($0.text) }
      return words.map { SearchWords.occurs($0, in: tokens) }
    }
  }

  /// Whether one of the words is found in `text`.
  func isAnyFound(in text: some StringProtocol) -> Bool {
    let tokens = SearchFolding.tokens(String(text))
    return words.contains { SearchWords.occurs($0, in: tokens) }
  }

  private static func occurs(_ word: String, in tokens: [String]) -> Bool {
    tokens.contains { $0.utf8.starts(with: word.utf8) }
  }
}

extension EntitySort {
  /// Whether it has names, and not only a title.
  fileprivate var isNamed: Bool {
    switch self {
    case .person, .organisation, .place: true
    case .source, .caseFile: false
    }
  }
}

extension Fact {
  /// Whoever and whatever it is about, places with those around them.
  fileprivate var subjects: EntityList {
    var ids = content.persons + content.actors.map(\.actor)
    var place = content.place
    while let id = place {
      ids.append(id)
      place = id.parent
    }
    if let own = content.details.entity("id"), Entity(content) != nil { ids.append(own) }
    return ids
  }

  /// Everything that it says in words: title first, then text, quotes, tags and fields.
  package var prose: [String] {
    var prose = [content.title, content.text].compactMap { $0 }
    prose += content.sources.compactMap(\.quote) + content.tags
    let fields = Vocabulary.standard[content.kind]?.fields
    for member in content.details.members {
      guard let fields else {
        prose += member.value.texts
        continue
      }
      guard let field = fields.first(where: { $0.name.hasSameBytes(as: member.name) }) else {
        continue
      }
      prose += member.value.prose(of: field.type)
    }
    return prose
  }
}

extension JSON {
  /// Every text in the value.
  fileprivate var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .array(let values): values.flatMap(\.texts)
    case .object(let members): members.flatMap(\.value.texts)
    case .null, .boolean, .number: []
    }
  }

  /// The free text in the value of a field; choices and ids are none.
  fileprivate func prose(of type: FieldType) -> [String] {
    switch type {
    case .text, .texts, .organisationOrText: texts
    case .list(let type), .tuple(let type, _):
      (array ?? []).flatMap { $0.prose(of: type) }
    case .record(_, let fields):
      (members ?? []).flatMap { member in
        fields.first { $0.name.hasSameBytes(as: member.name) }
          .map { member.value.prose(of: $0.type) } ?? []
      }
    default: []
    }
  }
}
