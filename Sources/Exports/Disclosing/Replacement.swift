internal import Events

/// A text in which some words give way to others.
struct Replacement {
  private(set) var result = ""

  /// Puts each piece in the place of its words; marks side by side become one.
  init(_ text: String, _ words: [LocatedWord], _ pieces: [(words: Range<Int>, text: String)]) {
    var result = String.UnicodeScalarView()
    let scalars = text.unicodeScalars
    var copied = scalars.startIndex
    var isAfterMark = false
    for piece in pieces {
      let start = words[piece.words.lowerBound].range.lowerBound
      let end = words[piece.words.upperBound - 1].range.upperBound
      // Initials can be taken by the word before and by the word after them.
      guard end > copied else { continue }
      let isMark = piece.text == ProtectedNames.mark
      let gap = scalars[copied..<max(start, copied)]
      if !(isAfterMark && isMark && gap.allSatisfy(\.properties.isWhitespace)) {
        result.append(contentsOf: gap)
        result.append(contentsOf: piece.text.unicodeScalars)
      }
      copied = end
      isAfterMark = isMark
    }
    result.append(contentsOf: scalars[copied...])
    self.result = String(result)
  }

  /// Whether what stands between two words can stand inside a name.
  static func isNameGap(_ gap: Substring) -> Bool {
    gap.allSatisfy { $0.isWhitespace || "-‐‑–,_・･·".contains($0) }
  }
}
