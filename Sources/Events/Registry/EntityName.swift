/// One of the names of something registered, as its recorder wrote it.
package struct EntityName: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case main, alias, transliteration, patronymic
    case asWritten = "as_written"
  }

  package let text: String
  /// The language, such as `kk`.
  package let lang: String?
  /// The script, such as `Cyrl`.
  package let script: String?
  /// Nil where the recorder did not say.
  package let kind: Kind?

  package init(_ text: String, lang: String? = nil, script: String? = nil, kind: Kind? = nil) {
    self.text = text
    self.lang = lang
    self.script = script
    self.kind = kind
  }

  /// Reads `{text, lang, script, kind}`; nil without a text that shows anything.
  package init?(_ json: JSON) {
    guard let text = json["text"]?.text, NameFolding.hasExactKey(text) else { return nil }
    self.init(
      text,
      lang: json["lang"]?.text,
      script: json["script"]?.text,
      kind: json["kind"]?.text.flatMap(Kind.init(rawValue:))
    )
  }

  /// Whether a reader takes both for one name, in whatever script and order of words.
  package func isSame(as other: EntityName) -> Bool {
    words == other.words
  }

  private var words: [Substring] { NameFolding.soundKey(text).split(separator: " ").sorted() }
}
