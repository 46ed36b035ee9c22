import Events
import Projections
import Testing

@testable import Exports

/// Names that stand inside longer words, or are written as one.
@Suite struct NameInsideWordTests {
  @Test(arguments: [
    ("We shout #FreeQuillfeather", "We shout #[…]"), ("#JusticeForZoya now", "#[…] now"),
    ("see https://x.org/freequillfeather", "see https://x.org/[…]"),
    ("by @freequillfeather_2", "by @[…]_2"), ("to savequillfeather@x.org", "to […]@x.org"),
    ("FreeQuillfeather", "[…]"), ("x.org/?q=justiceforzoya&p=1", "x.org/?q=[…]&p=1"),
    ("www.quillfeatherfund.org", "www.[…].org"), ("#свободуQuillfeather", "#[…]"),
    ("x.org/%5Aoya%20%51uillfeather/a", "x.org/%[…]/a"), ("x.org/Zo%79a", "x.org/[…]"),
    ("x.org/%D0%97%D0%BE%D1%8F?a=%41", "x.org/%[…]?a=%41"), ("50% and 20%", "50% and 20%"),
    ("Quillfeatherian", "Quillfeatherian"), ("#Freedom", "#Freedom"),
  ])
  func `a part of a name inside a hashtag, an address or a compound is hidden`(
    title: String,
    published: String
  ) throws {
    #expect(try Withheld("Zoya Quillfeather").title(title) == published)
  }

  @Test(arguments: [
    ("#СвободуБергу", "#[…]"), ("#свободуивановой", "#[…]"), ("#свобода", "#свобода"),
    ("Айсберги", "Айсберги"), ("#ЯМыИванова", "#[…]"),
  ])
  func `a Cyrillic name is found in compounds with its endings`(
    title: String,
    published: String
  ) throws {
    #expect(try Withheld("Ольга Берг", "Ольга Иванова").title(title) == published)
  }

  @Test(arguments: [
    ("FreeQuillfeather", "[…]"), ("freequillfeather", "[…]"), ("JusticeForZoya", "[…]"),
    ("free-quillfeather", "free-[…]"), ("harbour", "harbour"),
  ])
  func `a part of a name inside a tag is hidden`(tag: String, published: String) throws {
    #expect(try Withheld("Zoya Quillfeather").tag(tag) == published)
  }

  @Test(arguments: [
    ("#FreeKim", "#[…]"), ("#KimIsFree", "#[…]"), ("#freekim", "#[…]"), ("#skiing", "#skiing"),
    ("#SaveLi", "#[…]"), ("#saveli", "#[…]"), ("#LiveLiterally", "#LiveLiterally"),
  ])
  func `short names are found where capitals or a call set them apart`(
    title: String,
    published: String
  ) throws {
    #expect(try Withheld("Kim Li").title(title) == published)
  }

  @Test(arguments: [
    ("Samir Al-Masri", "Almasri", "[…]"), ("Samir Al-Masri", "AlMasri", "[…]"),
    ("Samir Al-Masri", "ALMASRI is held", "[…] is held"),
    ("Самир Аль-Масри", "письмо Альмасри", "письмо […]"),
    ("Abdul Rahman Haddad", "Abdulrahman", "[…]"), ("Qian Xiao Long", "Xiaolong", "[…]"),
    ("Pak Jong-su", "Jongsu", "[…]"), ("Anna-Lena Vogt", "Annalena", "[…]"),
    ("Chun-Jie Wu", "Chunjie", "[…]"), ("Qian Xi An", "in Xian", "in […]"),
    ("Samir Al-Masri", "Alma", "Alma"),
  ])
  func `parts that are written as one are hidden`(
    name: String,
    title: String,
    published: String
  ) throws {
    #expect(try Withheld(name).title(title) == published)
  }

  @Test func `parts that are written as one are told by ids`() throws {
    let names = ProtectedNames(
      [ProtectedNames.Person(names: [.init("Samir Al-Masri")], ids: [], shown: "X")],
      beside: KeptNames(NamesInMemory()) { _ in nil }
    )
    #expect(names.areTold(by: "almasri-1"))
    #expect(names.replaced(inQuery: "FreeMasri almasri") == "[…]")
  }
}
