internal import Events

/// What the words of a text make where a hyphen, markup or the end of a line breaks one in several.
struct BrokenWords {
  /// Words that may be one, and how it would be written.
  struct Whole {
    let indexes: [Int]
    let text: String
  }

  private let context: WordsInText
  /// Tags and named characters, which are not read: where each ends, by where it begins.
  private var ends: [String.Index: String.Index] = [:]
  private var hidden: [Range<String.Index>] = []

  private static let breaks: Set<Character> = [
    "-", "‐", "‑", "*", "_", "~", "`", "<", "&", "\u{AD}",
  ]
  private static let hyphens: Set<Character> = ["-", "‐", "‑", "\u{AD}", "¬"]
  private static let emphasis: Set<Character> = ["*", "_", "~", "`"]
  private static let piecesMax = 4
  private static let tagMax = 200

  init(_ context: WordsInText) {
    self.context = context
    if context.text.contains(where: BrokenWords.breaks.contains) { findHidden() }
  }

  /// Everything that may be one word.
  var wholes: [Whole] {
    guard context.text.contains(where: BrokenWords.breaks.contains) else { return [] }
    let visible = self.visible
    let joins = zip(visible, visible.dropFirst()).map { isBreak(between: $0, and: $1) }
    return visible.indices.flatMap { start in
      let count = joins[start...].prefix(BrokenWords.piecesMax - 1).prefix { $0 }.count
      return (0..<count).map { more in
        let indexes = Array(visible[start...start + more + 1])
        let text = indexes.map { String(context.text[context.words[$0].range]) }.joined()
        return Whole(indexes: indexes, text: text)
      }
    }
  }

  /// Whether what stands between two words is only what breaks one.
  private func isBreak(between first: Int, and second: Int) -> Bool {
    var gap = ""
    var index = context.words[first].range.upperBound
    let end = context.words[second].range.lowerBound
    if index == end { return false }
    while index < end {
      if let behind = ends[index] {
        index = behind
      } else {
        gap.append(context.text[index])
        index = context.text.index(after: index)
      }
    }
    let marks = gap.filter { !BrokenWords.emphasis.contains($0) }
    if marks.isEmpty { return true }
    guard let hyphen = marks.first, BrokenWords.hyphens.contains(hyphen) else { return false }
    let rest = marks.dropFirst()
    return rest.isEmpty || rest.allSatisfy(\.isWhitespace) && rest.contains(where: \.isNewline)
  }

  /// The words outside tags.
  private var visible: [Int] {
    var tags = hidden[...]
    return context.words.indices.filter { index in
      let start = context.words[index].range.lowerBound
      while let tag = tags.first, tag.upperBound <= start { tags.removeFirst() }
      return tags.first.map { !$0.contains(start) } ?? true
    }
  }

  private mutating func findHidden() {
    let text = context.text
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      let close: Character? = text[index] == "<" ? ">" : text[index] == "&" ? ";" : nil
      if let close, next < text.endIndex, text[next].isLetter || "/!#".contains(text[next]),
        let end = text[next...].prefix(BrokenWords.tagMax).firstIndex(of: close),
        close == ">" || !text[next..<end].contains(where: \.isWhitespace)
      {
        hidden.append(index..<text.index(after: end))
        ends[index] = text.index(after: end)
        index = text.index(after: end)
      } else {
        index = next
      }
    }
  }
}
