/// Folds text to the tokens of the full-text index.
///
/// The same folding serves indexing and asking, so that a search matches in any script.
package enum SearchFolding {
  /// One token for each word of `text`, in order: its sound key.
  ///
  /// Chinese and Japanese are written without spaces, so each of their characters is a word. The
  /// `'s` of an English genitive is no part of the word.
  package static func tokens(_ text: String) -> [String] {
    NameWords.folded(withoutGenitives(text))
      .flatMap(splitIdeographs)
      .map { NameFolding.string(SoundSkeleton.of($0)) }
  }

  private static func withoutGenitives(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: NameWords.isApostrophe) else { return text }
    let scalars = Array(text.unicodeScalars)
    var kept: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      let isGenitive =
        NameWords.isApostrophe(scalars[index])
        && endsWord(scalars[..<index]) && index + 1 < scalars.count
        && (scalars[index + 1] == "s" || scalars[index + 1] == "S")
        && (index + 2 == scalars.count || !NameWords.isPartOfWord(scalars[index + 2]))
      if !isGenitive { kept.append(scalars[index]) }
      index += isGenitive ? 2 : 1
    }
    return NameFolding.string(kept)
  }

  /// Whether the last scalar but for marks is part of a word.
  private static func endsWord(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.last { !LetterFolding.isMark($0) }.map(NameWords.isPartOfWord) ?? false
  }

  private static func splitIdeographs(_ word: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    guard word.contains(where: isUnspaced) else { return [word] }
    var words: [[Unicode.Scalar]] = []
    var isOpen = false
    for scalar in word {
      let isAlone = isUnspaced(scalar)
      if isOpen && !isAlone {
        words[words.count - 1].append(scalar)
      } else {
        words.append([scalar])
      }
      isOpen = !isAlone
    }
    return words
  }

  static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x3000 else { return false }
    return scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value)
      || (0xFF66...0xFF9D).contains(scalar.value)
  }
}
