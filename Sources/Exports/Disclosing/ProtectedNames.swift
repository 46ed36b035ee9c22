internal import Events

/// Finds the names of protected people in free text, in any script, and replaces them.
///
/// A whole name becomes what stands for the person; whatever could as well mean somebody else
/// becomes `[…]`: a part of a name, a name with initials, a name that several people bear. So no
/// sentence ever says of one person what was said of another. The whole names of people who are not
/// protected stay.
///
/// It knows words as search does: across Cyrillic and Latin, without case, marks and look-alikes.
/// It knows the commonest endings of Cyrillic names, parts of a name that are written as one word,
/// parts inside hashtags, addresses, tags and words with capitals inside, and words that
/// hyphens, markup or the end of a line break. A part that can also
/// be a common word, which is one of two letters or a particle, is hidden where it is written as a
/// name. It does not know other inflected, shortened or misspelt forms, names inside other long
/// words, nicknames that were not registered, and what only describes a person: whoever hands a
/// document on must read it.
struct ProtectedNames {
  /// A protected person's names, and what stands for them.
  struct Person {
    /// Names that may not be shown.
    let names: [EntityName]
    let ids: [EntityID]
    /// What is shown in the place of a whole name.
    let shown: String
  }

  /// What stands for what is not certainly the name of one person.
  static let mark = "[…]"

  private var forms: NameForms
  private var parts = NameParts()
  /// Words of ids that are no words of names: looked for in labels and ids only.
  private var idWords: Set<String> = []
  private let isIdle: Bool

  /// `others` are the names of people who are not protected, and of other things.
  init(_ people: [Person], beside others: KeptNames) {
    forms = NameForms(beside: others)
    isIdle = people.isEmpty
    guard !isIdle else { return }
    for person in people {
      let fathers = person.names.filter { $0.kind == .patronymic }
        .map { SearchFolding.words(in: $0.text).map(\.token) }
      for name in person.names {
        let words = SearchFolding.words(in: name.text)
        if name.kind != .patronymic {
          forms.hide(words.map(\.token), fathers: fathers, showing: person.shown)
          for part in UnspacedName(words).parts { forms.hide(part: part) }
        }
        parts.add(words, of: name.text)
      }
      for id in person.ids {
        let tokens = SearchFolding.words(in: id.text).map(\.token)
        if forms.shown(for: tokens) != person.shown {
          forms.hide(tokens, fathers: [], showing: ProtectedNames.mark)
        }
        if tokens.count == 1 {
          idWords.formUnion(tokens)
        } else {
          parts.addJoined(tokens.joined())
        }
      }
    }
    // What stands for a person can be a name like any other.
    for person in people { forms.keep(SearchFolding.words(in: person.shown).map(\.token)) }
  }

  /// `text` with every protected name replaced.
  func replaced(in text: String) -> String { replaced(in: text, isLabel: false) }

  /// The same for a tag or another label, in which a word can also be an id.
  func replaced(inLabel text: String) -> String { replaced(in: text, isLabel: true) }

  /// Whether an id tells a protected name; the words of `own`, names that may be shown, tell none.
  func areTold(by id: String, besides own: [String] = []) -> Bool {
    if isIdle { return false }
    let ownTokens = Set(own.flatMap { SearchFolding.words(in: $0).map(\.token) })
    let tokens = SearchFolding.words(in: id).map(\.token)
    let spans = forms.spans(in: tokens, joinedBy: { _ in true }, isHidden: { _ in false })
    if spans.contains(where: \.hides) { return true }
    let foreign = tokens.filter { !ownTokens.contains($0) }
    return foreign.contains { idWords.contains($0) || parts.isTold(byIDWord: $0) }
      || parts.isTold(byIDWord: foreign.joined())
  }

  /// What somebody searched for, without the words that begin a protected one.
  func replaced(inQuery text: String) -> String {
    if isIdle { return text }
    let words = SearchFolding.words(in: text)
    let hidden = words.indices.filter {
      parts.areBegun(by: words[$0].token) || idWords.contains(words[$0].token)
    }
    return Replacement(text, words, hidden.map { ($0..<$0 + 1, ProtectedNames.mark) }).result
  }

  private func replaced(in text: String, isLabel: Bool) -> String {
    if isIdle { return text }
    let context = WordsInText(text, isLabel: isLabel)
    let words = context.words
    var pieces: [(Range<Int>, String)] = []
    var next = 0
    var hidden = words.indices.map { index in
      parts.contain(index, in: context) || isLabel && idWords.contains(words[index].token)
    }
    for whole in BrokenWords(context).wholes where parts.contain(broken: whole.text) {
      for index in whole.indexes { hidden[index] = true }
    }
    let spans = forms.spans(
      in: words.map(\.token),
      joinedBy: { Replacement.isNameGap(context.gap(after: $0)) },
      isHidden: { hidden[$0] }
    )
    func takeParts(upTo end: Int) {
      for index in next..<max(next, end) where hidden[index] {
        pieces.append((parts.withInitials(index, in: context), ProtectedNames.mark))
      }
    }
    for span in spans where !context.cutsKatakana(span.range) {
      takeParts(upTo: span.range.lowerBound)
      if let shown = span.shown { pieces.append((span.range, shown)) }
      next = span.range.upperBound
    }
    takeParts(upTo: words.count)
    let escaped = EscapedAddress.all(in: context).filter { address in
      replaced(in: address.plain, isLabel: true) != address.plain
    }
    if !escaped.isEmpty {
      pieces.removeAll { piece in escaped.contains { $0.words.overlaps(piece.0) } }
      pieces += escaped.map { ($0.words, ProtectedNames.mark) }
      pieces.sort { $0.0.lowerBound < $1.0.lowerBound }
    }
    return Replacement(text, words, pieces).result
  }
}
