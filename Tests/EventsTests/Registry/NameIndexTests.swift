import Testing

@testable import Events

@Suite struct NameIndexTests {
  /// Invented people, some of them easily confused.
  private static func registry() throws -> Registry {
    var registry = Registry()
    let people = [
      try person("mukhtar-lind", "Mukhtar Lind", "Мухтар Линд"),
      try person("mukhtar-holm", "Мухтар Холм"),
      try person("anna-matayeva", "Anna Matayeva"),
      try person("oleg-matayev", "Олег Матаев"),
      try person("igor-matayev", "Igor Matayev"),
      try person("zhanbolat-berg", "Жанболат Берг"),
      try person("ivan-strom", "Ivan Strom"),
      try person("ivan-nikolaevich-strom", "Ivan Nikolaevich Strom"),
      try person("vera-dal", "Vera Sergeyevna Dal"),
      try person("rita-alm", "Rita Alm"),
      try person("rita", "Rita Oak"),
      try person("lena", "Lena"),
      try person("lena-fors", "Елена Форс", "Лена Форс"),
      try person("wang", "王小明"),
    ]
    for entity in people { registry.add(entity) }
    registry.add(
      Entity(
        id: try entityID("egor-vik"),
        sort: .person,
        names: [
          EntityName("Egor Vik", kind: .main), EntityName("Петрович", kind: .patronymic),
        ]
      )
    )
    registry.add(
      Entity(id: try entityID("dal"), sort: .organisation, names: [EntityName("Vera Dal Centre")])
    )
    return registry
  }

  @Test(
    arguments: [
      ("mukhtar-lind", "mukhtar-lind"), (" Mukhtar Lind ", "mukhtar-lind"),
      ("МУХТАР ЛИНД", "mukhtar-lind"), ("Lind Mukhtar", "mukhtar-lind"),
      ("\u{41C}ukhtar Lind", "mukhtar-lind"), ("Muhtar Lind", "mukhtar-lind"),
      ("Mukhtar Kholm", "mukhtar-holm"), ("Lind", "mukhtar-lind"), ("Oleg Mataev", "oleg-matayev"),
      ("Janbolat Berg", "zhanbolat-berg"), ("Жанболат", "zhanbolat-berg"),
      ("Ivan Strom", "ivan-strom"), ("Strom Иван Николаевич", "ivan-nikolaevich-strom"),
      ("Nikolayevich Ivan", "ivan-nikolaevich-strom"), ("Vera Dal", "vera-dal"),
      ("Rita Pavlovna Alm", "rita-alm"), ("Alm Rita Pavel uly", "rita-alm"),
      ("Egor Petrovich Vik", "egor-vik"), ("Vik Egor", "egor-vik"), ("Egor Petrovich", "egor-vik"),
      ("R. Alm", "rita-alm"), ("Ж. Берг", "zhanbolat-berg"), ("rita", "rita"),
      ("王小明", "wang"), ("Лена Форс", "lena-fors"), ("Yelena Fors", "lena-fors"),
    ].filter { $0.1 != "?" }
  )
  func `a name that fits one person is that person`(query: String, id: String) throws {
    let match = try NameIndexTests.registry().matches(query, sorts: [.person])
    #expect(match == .one(try entityID(id)))
  }

  @Test(arguments: [
    ("Mukhtar", ["mukhtar-holm", "mukhtar-lind"]), ("Мухтар", ["mukhtar-holm", "mukhtar-lind"]),
    ("Matayev", ["igor-matayev", "oleg-matayev"]), ("матаев", ["igor-matayev", "oleg-matayev"]),
    ("Rita", ["rita", "rita-alm"]), ("Lena", ["lena", "lena-fors"]),
    ("Strom", ["ivan-nikolaevich-strom", "ivan-strom"]),
    ("I. Strom", ["ivan-nikolaevich-strom", "ivan-strom"]),
  ])
  func `a name that fits several people names them all`(query: String, ids: [String]) throws {
    let match = try NameIndexTests.registry().matches(query, sorts: [.person])
    #expect(match == .several(try ids.map(entityID)))
  }

  @Test(arguments: [
    ("Mukhtar Lund", ["mukhtar-lind", "mukhtar-holm"]),
    ("Zhanbolat Borg", ["zhanbolat-berg"]),
    ("Egor Sergeevich Vik", ["egor-vik"]),
    ("Rita Solveig Alm", ["rita-alm"]),
    ("Ivan Ivan", ["ivan-strom", "ivan-nikolaevich-strom"]),
    ("zhanbolatberg", ["zhanbolat-berg"]), ("zhambolat-berg", ["zhanbolat-berg"]),
    ("Xqzt Wfgh", []), ("—", []), ("", []),
  ])
  func `a name that fits nobody suggests, and resolves nothing`(
    query: String,
    nearest: [String]
  ) throws {
    let match = try NameIndexTests.registry().matches(query, sorts: [.person])
    #expect(match == .none(nearest: try nearest.map(entityID)))
  }

  @Test func `only the sorts asked for are found`() throws {
    let registry = try NameIndexTests.registry()
    #expect(registry.matches("dal", sorts: [.organisation]) == .one(try entityID("dal")))
    #expect(registry.matches("dal", sorts: [.person]) == .one(try entityID("vera-dal")))
    #expect(registry.matches("Vera Dal Centre", sorts: [.person]) != .one(try entityID("dal")))
  }

  @Test func `suggestions are as many as asked for, nearest first`() throws {
    let registry = try NameIndexTests.registry()
    let nearest = registry.nearest(to: "ivan-stromm", sorts: [.person])
    #expect(nearest == [try entityID("ivan-strom"), try entityID("ivan-nikolaevich-strom")])
    #expect(registry.nearest(to: "ivan-stromm", limit: 1) == [try entityID("ivan-strom")])
    #expect(registry.nearest(to: "ivan-stromm", sorts: [.place]).isEmpty)
  }

  @Test
  func
    `a long name of something is found by its beginning word alone only if nothing is called so`()
    throws
  {
    var registry = Registry()
    for (id, name) in [("xy/port", "Northport"), ("xy/port/court", "Northport Court")] {
      registry.add(Entity(id: try entityID(id), sort: .place, names: [EntityName(name)]))
    }
    #expect(registry.matches("Northport") == .one(try entityID("xy/port")))
    #expect(registry.matches("court") == .one(try entityID("xy/port/court")))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a full registered name always finds its person`(seed: UInt64) throws {
    var random = SeededNames(state: seed)
    var registry = Registry()
    var names: [(id: EntityID, name: String)] = []
    for number in 0..<60 {
      let id = try entityID("p-\(number)")
      let name = random.name()
      registry.add(Entity(id: id, sort: .person, names: [EntityName(name)]))
      names.append((id, name))
    }
    let index = NameIndex(registry, sorts: [.person])
    for (id, name) in names {
      let shuffled = name.split(separator: " ").shuffled(using: &random).joined(separator: " ")
      for query in [name, name.uppercased(), shuffled] {
        switch index.matches(query) {
        case .one(let found): #expect(found == id, "\(query)")
        case .several(let found): #expect(found.contains(id), "\(query)")
        case .none: Issue.record("\(query) finds nobody")
        }
      }
    }
  }
}

/// Names that a seed repeats, of few words, so that many are shared.
private struct SeededNames: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let mixed = (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ (mixed >> 33)
  }

  mutating func name() -> String {
    let words = [
      "Anna", "Анна", "Мухтар", "Mukhtar", "Олег", "Ilse-Marie", "O'Dal", "Сергеевич", "Берг",
      "Berg", "Löwe", "王小明", "Жәнібек", "\u{41C}ara", "محمد", "გიორგი", "X", "Щ",
    ]
    let count = Int.random(in: 1...4, using: &self)
    return (0..<count).map { _ in words.randomElement(using: &self) ?? "A" }
      .joined(separator: " ")
  }
}
