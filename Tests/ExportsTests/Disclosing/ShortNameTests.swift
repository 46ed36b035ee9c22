import Testing

/// Names that can also be common words.
@Suite struct ShortNameTests {
  @Test(arguments: [
    ("Li is arrested", "[…] is arrested"), ("In court. Li spoke", "In court. […] spoke"),
    ("«Li»", "«[…]»"), ("Li: a hero", "[…]: a hero"), ("Ли арестован", "[…] арестован"),
    ("На суде", "На суде"), ("На арестована", "[…] арестована"),
    ("Free! Na walks", "Free! […] walks"),
    ("a li", "a li"), ("we like Linz", "we like Linz"), ("узнать ли", "узнать ли"),
  ])
  func `a name of two letters is hidden wherever it is written as a name`(
    title: String,
    published: String
  ) throws {
    #expect(try Withheld("Li Na").title(title) == published)
  }

  @Test(arguments: [
    ("An activist is arrested", "An activist is arrested"),
    ("No trial yet. An appeal", "No trial yet. An appeal"),
    ("An is arrested", "[…] is arrested"),
    ("No trial. An, 31, is held", "No trial. […], 31, is held"),
    ("The trial of An", "The trial of […]"), ("An", "[…]"), ("«An»", "«[…]»"),
    ("An and Do are held", "[…] and […] are held"), ("Do you know?", "Do you know?"),
    ("An's trial", "[…]'s trial"), ("An (31)", "[…] (31)"),
  ])
  func `a name that begins many sentences is hidden where what follows makes it a name`(
    title: String,
    published: String
  ) throws {
    #expect(try Withheld("Do An").title(title) == published)
  }

  @Test(arguments: [
    ("Дос", "Дос арестован", "[…] арестован"), ("Дос", "Dos is held", "[…] is held"),
    ("Bin", "Bin is held", "[…] is held"), ("Bin", "in the bin", "in the bin"),
    ("bin", "On Monday Bin came", "On Monday […] came"),
    ("Kees Van Dyck", "Van is held", "[…] is held"), ("Kees Van Dyck", "a van", "a van"),
    ("José Dos Santos", "Dos Santos, Dos", "[…], […]"),
    ("Kees van Dyck", "Van Gogh and van Dyck", "Van Gogh and van […]"),
    ("The Quillfeather", "The trial of The Quill", "The trial of The Quill"),
    ("Serik Bolat uly", "Kanat Uly", "Kanat Uly"),
  ])
  func `a particle is hidden where it is the name, or written as one`(
    name: String,
    title: String,
    published: String
  ) throws {
    #expect(try Withheld(name).title(title) == published)
  }
}
