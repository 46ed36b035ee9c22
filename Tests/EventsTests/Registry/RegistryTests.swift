import Testing

@testable import Events

/// An id that a test knows to be one.
func entityID(_ text: String) throws -> EntityID { try #require(EntityID(text)) }

/// A registered person with these names, the first of them the main one.
func person(_ id: String, _ names: String..., protected: String? = nil) throws -> Entity {
  let details = protected.map { [JSONMember("shown_as", .text($0))] } ?? []
  return Entity(
    id: try entityID(id),
    sort: .person,
    names: names.enumerated().map { EntityName($1, kind: $0 == 0 ? .main : .alias) },
    details: Details(details)
  )
}

@Suite struct RegistryTests {
  @Test func `what is registered is known, and listed in the order of ids`() throws {
    var registry = Registry()
    registry.add(try person("mara", "Mara Lind"))
    registry.add(try person("anna", "Anna Berg"))
    registry.add(Entity(id: try entityID("court"), sort: .organisation, names: []))
    #expect(registry.all(.person).map(\.id.text) == ["anna", "mara"])
    #expect(registry.all(.organisation).map(\.id.text) == ["court"])
    #expect(registry.knows(try entityID("court")))
    #expect(!registry.knows(try entityID("nobody")))
    #expect(registry[try entityID("nobody")] == nil)
    #expect(registry.displayName(of: try entityID("nobody")) == "nobody")
    #expect(registry.sort(of: try entityID("anna")) == .person)
  }

  @Test func `a withdrawn registration leaves the bare id`() throws {
    var registry = Registry()
    let anna = try entityID("anna")
    registry.add(try person("anna", "Anna Berg"))
    registry.withdraw(anna)
    #expect(registry.knows(anna))
    #expect(registry.isWithdrawn(anna))
    #expect(registry[anna] == nil)
    #expect(registry.displayName(of: anna) == "anna")
    #expect(registry.all(.person).isEmpty)
    #expect(registry.matches("anna") == .one(anna))
    #expect(registry.matches("Anna Berg") == .none(nearest: [anna]))
  }

  @Test func `an id registered anew after a withdrawal has its names, in either order`() throws {
    let anna = try entityID("anna")
    var before = Registry()
    before.addWithdrawn(anna, sort: .person)
    before.add(try person("anna", "Anna Berg"))
    var after = Registry()
    after.add(try person("anna", "Anna Berg"))
    after.addWithdrawn(anna, sort: .person)
    for registry in [before, after] {
      #expect(registry.displayName(of: anna) == "Anna Berg")
      #expect(!registry.isWithdrawn(anna))
    }
  }

  @Test func `places above a registered one are known`() throws {
    var registry = Registry()
    registry.add(Entity(id: try entityID("xy/north/port"), sort: .place, names: []))
    #expect(registry.knows(try entityID("xy/north")))
    #expect(registry.sort(of: try entityID("xy")) == .place)
    #expect(!registry.knows(try entityID("xy/south")))
  }

  @Test func `merged ids share their names, and show those of the one they are merged into`() throws
  {
    var registry = Registry()
    let (a, b, c) = (try entityID("a"), try entityID("b"), try entityID("c"))
    registry.add(try person("a", "Anna Berg"))
    registry.add(try person("b", "Анна Берг", "Anna Berg"))
    registry.add(try person("c", "Anja Berg"))
    registry.merge(a, into: b)
    registry.merge(b, into: c)
    for id in [a, b, c] {
      #expect(registry.canonical(id) == c)
      #expect(registry.namesakes(of: id) == [c, a, b])
      #expect(registry.displayName(of: id) == "Anja Berg")
    }
    #expect(registry[c]?.names.map(\.text) == ["Anja Berg", "Anna Berg", "Анна Берг", "Anna Berg"])
    #expect(registry.isMerged(a) && registry.isMerged(b) && !registry.isMerged(c))
    #expect(registry.matches("Анна Берг") == .one(c))
    #expect(registry.matches("a") == .one(c))
  }

  @Test func `a merge in a circle, or into a second person, changes nothing`() throws {
    var registry = Registry()
    let (a, b, c) = (try entityID("a"), try entityID("b"), try entityID("c"))
    registry.merge(a, into: b)
    registry.merge(b, into: a)
    registry.merge(a, into: c)
    #expect(registry.canonical(a) == b)
    #expect(registry.canonical(b) == b)
    #expect(registry.namesakes(of: c) == [c])
  }

  @Test func `the most protective wish of merged ids holds for all of them`() throws {
    var registry = Registry()
    registry.add(try person("a", "Anna Berg"))
    registry.add(try person("b", "Анна Берг", protected: "withheld"))
    registry.merge(try entityID("b"), into: try entityID("a"))
    for id in ["a", "b"] {
      #expect(registry.displayName(of: try entityID(id)) == "name withheld")
      #expect(registry[try entityID(id)]?.publicNames == [])
    }
  }

  @Test func `only the registration that asks for a pseudonym chooses it`() throws {
    var registry = Registry()
    registry.add(try person("a", "Anna Berg", "Vera", protected: "pseudonym"))
    registry.add(try person("b", "Anja", "Anna Berg"))
    registry.add(try person("c", "Cora Dahl", protected: "pseudonym"))
    registry.add(try person("d", "Cora", "Cora Dahl"))
    registry.merge(try entityID("a"), into: try entityID("b"))
    registry.merge(try entityID("c"), into: try entityID("d"))
    for (id, shown) in [
      ("a", "Vera"), ("b", "Vera"), ("c", "name withheld"), ("d", "name withheld"),
    ] {
      let entity = registry[try entityID(id)]
      #expect(registry.displayName(of: try entityID(id)) == shown)
      #expect(entity?.publicNames.map(\.text) == (shown == "Vera" ? ["Vera"] : []))
    }
  }
}
