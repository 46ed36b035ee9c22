internal import Events

extension Record {
  /// Words of mixed script in the names that an event registers; of a protected person the names
  /// are not shown.
  func nameFindings(_ fact: Fact) -> [Finding] {
    guard let entity = Entity(fact.content) else { return [] }
    let isProtected = registry.isProtected(entity.id)
    return entity.names.flatMap { name in
      NameFolding.mixedScriptWords(in: name.text).map { word in
        Finding(
          name.kind == .asWritten ? .note : .anomaly,
          "a word of mixed script in a name",
          isProtected
            ? "\(entity.id): a name has a word with letters of several scripts"
            : "\(entity.id): the letters of \"\(word)\" are of several scripts",
          in: fact
        )
      }
    }
  }

  /// Pairs of persons whose names nearly match, unless they were said to be different people.
  var similarNames: [Finding] {
    let split = Set(identities.splits.map { Set($0.map { identities.canonical($0) }) })
    let people = registry.all(.person).filter { !$0.isGroup && !registry.isMerged($0.id) }
    let registrations = Dictionary(
      facts.filter { $0.kind == "person" && !$0.isRetracted }
        .compactMap { fact in fact.details.entity("id").map { ($0, fact) } },
      uniquingKeysWith: { first, _ in first }
    )
    return NearNames(people).pairs.compactMap { a, b, why in
      guard !split.contains([a, b]) else { return nil }
      let facts = [a, b].compactMap { registrations[$0] }
      return Finding(
        .suggestion,
        "names that nearly match",
        "\(label(a)) and \(label(b)) may be one person, since \(why.words): "
          + "record an identity, merged or split",
        events: facts.map(\.id),
        line: facts.map(\.position.number).max()
      )
    }
  }

  private func label(_ person: EntityID) -> String {
    "\(person) (\(registry.displayName(of: person)))"
  }
}
