import Testing

@testable import Events

/// Letters in forms that mean no other letter.
@Suite struct CompatibilityFormsTests {
  @Test(arguments: [
    ("𝐀𝐧𝐧𝐚 𝐁𝐞𝐫𝐠", "Anna Berg"), ("𝒜𝓃𝓃𝒶 ℬℯ𝓇ℊ", "Anna Berg"), ("𝔸𝕟𝕟𝕒 𝔅𝔢𝔯𝔤", "Anna Berg"),
    ("ⒶⓃⓃⒶ ⓑⓔⓡⓖ", "Anna Berg"), ("🅐🅝🅝🅐 🄱🄴🅁🄶", "Anna Berg"), ("⒜⒩⒩⒜", "Anna"),
    ("ᴀɴɴᴀ ʙᴇʀɢ", "Anna Berg"), ("Qᴜɪʟʟꜰᴇᴀᴛʜᴇʀ", "Quillfeather"), ("ᴬⁿⁿᵃ", "Anna"),
    ("Ａｎｎａ", "Anna"), ("Ａnna𝟐𝟎", "Anna20"), ("𝚨𝛉𝛆𝛎𝛂", "Αθενα"),
    ("ﻣﺤﻤﺪ ﺍﻟﻨﺠﺎﺭ", "محمد النجار"), ("ﻻﻣﻊ", "لامع"), ("ﻋﺒﺪﷲ", "عبدالله"), ("ﻷﺣﻤﺪ", "لأحمد"),
    ("ﾔﾏﾀﾞ ﾀﾛｳ", "ヤマダ タロウ"), ("ﾊﾟｰｸ", "パーク"), ("\u{30AB}\u{3099}", "ガ"),
    ("\u{1100}\u{1175}\u{11B7}\u{110E}\u{1165}\u{11AF}\u{1109}\u{116E}", "김철수"),
    ("\u{FB20}\u{FB2A}", "עש"),
  ])
  func `another form of the same letters is the same word`(form: String, plain: String) {
    #expect(SearchFolding.tokens(form) == SearchFolding.tokens(plain))
    #expect(NameFolding.exactKey(form) == NameFolding.exactKey(plain))
    #expect(SearchFolding.words(in: form).map(\.token) == SearchFolding.tokens(plain))
  }

  @Test(arguments: ["ʃʒʧɕʦɦʔ", "☂ ♥ ©", "あア", "가", "ق"])
  func `what is no other form stays`(text: String) {
    for scalar in text.unicodeScalars { #expect(CompatibilityForms.letters(scalar) == nil) }
  }

  @Test(arguments: [
    ("Cox", ["сох"]), ("Рау", ["pay", "ραυ"]), ("Hank", ["ηανκ"]), ("Anna", ["αννα"]),
    ("Pak", ["рак", "ρακ"]),
    ("Анна", ["ahha", "αηηα"]), ("Berta", []), ("A1", []),
  ])
  func `a word has look-alikes in other scripts`(word: String, expected: [String]) {
    #expect(NameFolding.lookAlikes(of: word) == expected)
  }
}
