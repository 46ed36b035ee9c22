import Testing

@testable import Exports

/// Names in other letters, in writing without spaces, and broken over lines and marks.
@Suite struct OtherWritingTests {
  @Test(arguments: [
    ("Anna Berg", "𝐀𝐧𝐧𝐚 𝐁𝐞𝐫𝐠 spoke", "name withheld spoke"), ("Anna Berg", "ⒶⓃⓃⒶ", "[…]"),
    ("Anna Berg", "ᴀɴɴᴀ ʙᴇʀɢ", "name withheld"), ("Zoya Quillfeather", "Qᴜillfeather", "[…]"),
    ("Ann Cox", "Сох и СОХ", "[…] и […]"), ("Ann Cox", "лес сох", "лес сох"),
    ("Роза Рау", "Pay is held", "[…] is held"), ("Роза Рау", "the pay", "the pay"),
    ("محمد النجار", "ﻣﺤﻤﺪ ﺍﻟﻨﺠﺎﺭ", "name withheld"), ("محمد النجار", "ﺍﻟﻨﺠﺎﺭ", "[…]"),
    ("ヤマダ タロウ", "ﾔﾏﾀﾞ ﾀﾛｳさん", "name withheldさん"),
    ("김철수", "\u{1100}\u{1175}\u{11B7}\u{110E}\u{1165}\u{11AF}\u{1109}\u{116E}가", "[…]"),
  ])
  func `a name in other forms of its letters is hidden`(
    name: String,
    title: String,
    published: String
  ) throws {
    #expect(try Withheld(name).title(title) == published)
  }

  @Test(arguments: [
    ("山田 太郎", "山田さん逮捕", "[…]さん逮捕"), ("山田 太郎", "太郎さん", "[…]さん"),
    ("山田 太郎", "山田太郎逮捕", "name withheld逮捕"), ("山田太郎", "山田さん", "[…]さん"),
    ("山田太郎", "太郎さん", "[…]さん"), ("ヤマダ タロウ", "ヤマダさん", "[…]さん"),
    ("ヤマダ タロウ", "ヤマダ・タロウ", "name withheld"), ("ヤマダ タロウ", "タロウ逮捕", "[…]逮捕"),
    ("ヤマダ カナ", "カナダ", "カナダ"), ("ヤマダ カナ", "カナさん", "[…]さん"),
    ("林 太郎", "林さん逮捕", "[…]逮捕"), ("林 太郎", "林業", "林業"), ("王小明", "王某被捕", "[…]被捕"),
    ("王小明", "国王", "国王"), ("欧阳 娜娜", "欧阳被捕", "[…]被捕"), ("山田 みき", "飲みきる", "飲みきる"),
    ("山田 さくら", "さくらさん", "[…]さん"),
  ])
  func `parts of names in writing without spaces are hidden`(
    name: String,
    title: String,
    published: String
  ) throws {
    #expect(try Withheld(name).title(title) == published)
  }

  @Test func `the whole name of somebody else stays where a part of it is hidden`() throws {
    let drafts = """
      {"id":"r-1","kind":"person","details":{"id":"q7","names":[{"text":"山田 太郎"}],\
      "shown_as":"withheld"}}
      {"id":"r-2","kind":"person","details":{"id":"h1","names":[{"text":"山田 花子"}]}}
      {"id":"e-1","kind":"other","date":"2016","title":"山田花子と山田さんと山田太郎"}
      """
    let title = try SealedRecord(drafts).document().entries.first?.title
    #expect(title == "山田花子と[…]さんとname withheld")
  }

  @Test(arguments: [
    ("Quill-\\nfeather is held", "[…]-\\n[…] is held"), ("Quill‑feather", "[…]‑[…]"),
    ("Quill<br>feather", "[…]<br>[…]"), ("Quill<br />\\nfeather", "Quill<br />\\nfeather"),
    ("Qu<b class='x'>ill</b>feather", "[…]<b class='x'>[…]</b>[…]"), ("Zo**ya**", "[…]**[…]**"),
    ("Zo**ya** and well-known", "[…]**[…]** and well-known"), ("Zo ya", "Zo ya"),
    ("Quill&shy;feather", "[…]&shy;[…]"), ("Quill\u{AD}feather", "[…]"),
  ])
  func `a name broken by marks or at the end of a line is hidden`(
    text: String,
    published: String
  ) throws {
    #expect(try Withheld("Zoya Quillfeather").text(text) == published)
  }
}
