import Events
import Projections
import Testing

@testable import Exports

@Suite struct ProtectedNamesTests {
  private static func person(
    _ names: [(String, EntityName.Kind)],
    id: String,
    shown: String
  ) throws -> ProtectedNames.Person {
    ProtectedNames.Person(
      names: names.map { EntityName($0.0, kind: $0.1) },
      ids: [try #require(EntityID(id))],
      shown: shown
    )
  }

  /// Names of people who are not protected, and of other things.
  private static func others(keeping: [String], naming: [String]) throws -> KeptNames {
    let person = try #require(EntityID("person"))
    let thing = try #require(EntityID("thing"))
    var names = NamesInMemory()
    for name in keeping { names.add(name, of: person) }
    for name in naming { names.add(name, of: thing) }
    return KeptNames(names) { $0 == person ? .person : .thing }
  }

  /// Anna Berg by initials; Виктор Ли and Lin Wei, of whom nothing may be shown.
  private static func names(
    keeping: [String] = ["Boris Berg", "Anna Berg Holm"],
    naming: [String] = ["Berg Publishing House", "Friends of Anna Berg"]
  ) throws -> ProtectedNames {
    ProtectedNames(
      [
        try person(
          [("Анна Берг", .main), ("Олеговна", .patronymic)],
          id: "anna-berg",
          shown: "A. B."
        ),
        try person([("Виктор Ли", .main)], id: "vli", shown: "name withheld"),
        try person([("王小明", .main)], id: "w-1", shown: "name withheld"),
        try person([("Мара Ivanova", .main)], id: "mara-ivanova", shown: "Lena"),
        try person([("Мара Иванова", .main)], id: "mara-2", shown: "M. I."),
      ],
      beside: try others(keeping: keeping, naming: naming)
    )
  }

  @Test(arguments: [
    ("Anna Berg is arrested", "A. B. is arrested"),
    ("Berg, Anna: arrested", "A. B.: arrested"),
    ("Анна Берг и ANNA BERG", "A. B. и A. B."),
    ("А́нна Бе́рг's trial", "A. B.'s trial"),
    ("An\u{AD}na\u{A0}B\u{200B}erg", "A. B."),
    ("Анна Олеговна Берг, Берг Анна Олеговна", "A. B., A. B."),
    ("anna-berg", "A. B."), ("see anna_berg.", "see A. B.."),
    ("*Anna* **Berg**", "*[…]* **[…]**"), ("Anna\nBerg", "A. B."),
    ("Виктор Ли", "name withheld"), ("Lee Viktor", "Lee […]"), ("Li, Viktor", "name withheld"),
    ("王小明被捕", "name withheld被捕"), ("小明在家", "[…]在家"),
  ])
  func `a whole name becomes what stands for the person`(text: String, published: String) throws {
    #expect(try ProtectedNamesTests.names().replaced(in: text) == published)
  }

  @Test(arguments: [
    ("Berg was not at home", "[…] was not at home"),
    ("A. Berg and Berg A. O.", "[…] and […]."),
    ("А. О. Берг", "[…]"), ("V. Berg", "[…]"), ("C. Berg", "C. […]"),
    ("Анны Берг, Анне Бергу, о Бергом", "[…], […], о […]"),
    ("Bergs Brief", "[…] Brief"), ("письмо Виктору", "письмо […]"), ("Виктория", "[…]"),
    ("викториями", "викториями"),
    ("Олеговна", "[…]"), ("Anna Olegovna", "[…]"),
    ("Mara Ivanova", "[…]"),
    ("#FreeAnnaBerg @annaberg x.org/bergannaX", "#[…] @[…] x.org/[…]"),
    ("Berg2016", "[…]"),
    ("дом Ли", "дом […]"), ("узнать ли? Ли", "узнать ли? […]"),
    ("Anna; Berg Publishing House", "[…]; Berg Publishing House"),
    ("Friends of Anna Berg", "Friends of A. B."),
    ("Boris Anna Berg", "Boris A. B."), ("Anna Boris Berg", "[…] Boris Berg"),
  ])
  func `what could mean somebody else is marked, not named`(
    text: String,
    published: String
  ) throws {
    #expect(try ProtectedNamesTests.names().replaced(in: text) == published)
  }

  @Test(arguments: [
    "Boris Berg", "Berg Boris", "Борис Берг", "Anna Berg Holm", "An example of annals",
    "Bergen and Lima", "", "...", "Hannah", "the van", "M. I. and A. B.",
  ])
  func `other people and words stay`(text: String) throws {
    #expect(try ProtectedNamesTests.names().replaced(in: text) == text)
  }

  @Test func `the name of a protected and of another person is nobody's`() throws {
    let names = try ProtectedNamesTests.names(keeping: ["Berg Anna"])
    #expect(names.replaced(in: "Anna Berg is freed") == "[…] is freed")
  }

  @Test func `an unprotected name that only holds a protected one does not stand`() throws {
    let names = try ProtectedNamesTests.names(keeping: ["The wife of Anna Berg"])
    #expect(names.replaced(in: "The wife of Anna Berg") == "The wife of A. B.")
  }

  @Test(arguments: [
    ("anna-berg-arrest", true), ("arrest-annaberg", true), ("AnnaBerg2016", true),
    ("berg.1", true), ("vli-1", true), ("li-1", true), ("savannah", true), ("arrest-1", false),
    ("0192f1c2-7a31-7c8e-9d55-0f6e3b1c2d4a", false), ("boris-berg", true), ("vlissingen", false),
  ])
  func `an id tells a name also as a piece of it`(id: String, isTold: Bool) throws {
    #expect(try ProtectedNamesTests.names().areTold(by: id) == isTold)
  }

  @Test func `an id made of a public name tells nobody's`() throws {
    let names = try ProtectedNamesTests.names()
    #expect(!names.areTold(by: "boris-berg", besides: ["Boris Berg"]))
    #expect(names.areTold(by: "boris-anna-berg", besides: ["Boris Berg"]))
  }

  @Test(arguments: [
    ("vli", "[…]"), ("vli rally", "[…] rally"), ("li", "[…]"), ("vlissingen", "vlissingen"),
  ])
  func `in a label also ids and short names are names`(text: String, published: String) throws {
    let names = try ProtectedNamesTests.names()
    #expect(names.replaced(inLabel: text) == published)
    #expect(names.replaced(in: text) == text)
  }

  @Test(arguments: [
    ("berg rally", "[…] rally"), ("ber", "[…]"), ("а b", "[…]"), ("trial", "trial"),
  ])
  func `a query does not tell the beginning of a name`(text: String, published: String) throws {
    #expect(try ProtectedNamesTests.names().replaced(inQuery: text) == published)
  }

  @Test func `where nobody is protected nothing changes`() throws {
    let others = try ProtectedNamesTests.others(keeping: ["Anna Berg"], naming: [])
    let names = ProtectedNames([], beside: others)
    #expect(names.replaced(in: "Anna  Berg\r\n") == "Anna  Berg\r\n")
    #expect(!names.areTold(by: "anna-berg"))
    #expect(names.replaced(inQuery: "anna") == "anna")
  }
}
