/// A word of a text, folded as search folds it, and where it stands.
package struct LocatedWord: Sendable {
  /// The same that `SearchFolding.tokens` gives for it.
  package let token: String
  /// Without the `'s` of an English genitive; with the marks on its last letter.
  package let range: Range<String.Index>
}

extension SearchFolding {
  /// The words of `text` in order, each with its place.
  package static func words(in text: String) -> [LocatedWord] {
    var scan = WordScan(text)
    scan.run()
    return scan.words
  }

  /// Walks a text and cuts it where `NameWords` and the ideographs do.
  private struct WordScan {
    private let scalars: String.UnicodeScalarView
    private(set) var words: [LocatedWord] = []
    private var open: Range<String.Index>?

    init(_ text: String) {
      scalars = text.unicodeScalars
    }

    mutating func run() {
      var index = scalars.startIndex
      while index < scalars.endIndex {
        let next = scalars.index(after: index)
        take(scalars[index], index..<next)
        index = next
      }
      close()
    }

    private mutating func take(_ scalar: Unicode.Scalar, _ place: Range<String.Index>) {
      if NameWords.isApostrophe(scalar) { return }
      if NameWords.isPartOfWord(scalar) {
        open = (open?.lowerBound ?? place.lowerBound)..<place.upperBound
      } else if LetterFolding.isMark(scalar) {
        open = open.map { $0.lowerBound..<place.upperBound }
      } else {
        close()
      }
    }

    private mutating func close() {
      guard let range = open else { return }
      open = nil
      let tokens = SearchFolding.tokens(String(scalars[range]))
      let ranges = tokens.count == 1 ? [range] : split(range.lowerBound..<end(of: range))
      if ranges.count == tokens.count {
        for (token, range) in zip(tokens, ranges) where !token.isEmpty {
          words.append(LocatedWord(token: token, range: range.lowerBound..<end(of: range)))
        }
      } else if !tokens.isEmpty {
        words.append(LocatedWord(token: tokens.joined(), range: range))
      }
    }

    /// Each ideograph apart, and what stands between them.
    private func split(_ range: Range<String.Index>) -> [Range<String.Index>] {
      var ranges: [Range<String.Index>] = []
      var isOpen = false
      for index in scalars.indices[range] where NameWords.isPartOfWord(scalars[index]) {
        let next = scalars.index(after: index)
        if ComposedLetters.isVoicing(scalars[index]), let last = ranges.last {
          ranges[ranges.count - 1] = last.lowerBound..<next
          continue
        }
        let isAlone = SearchFolding.isUnspaced(scalars[index])
        if isOpen, !isAlone, let last = ranges.last {
          ranges[ranges.count - 1] = last.lowerBound..<next
        } else {
          ranges.append(index..<next)
        }
        isOpen = !isAlone
      }
      return ranges
    }

    /// Where the word ends before its genitive `'s`, if it has one.
    private func end(of range: Range<String.Index>) -> String.Index {
      let word = scalars[range]
      guard let letter = word.lastIndex(where: NameWords.isPartOfWord),
        scalars[letter] == "s" || scalars[letter] == "S",
        let before = word[..<letter].lastIndex(where: { _ in true }),
        NameWords.isApostrophe(scalars[before]), before > range.lowerBound
      else { return range.upperBound }
      return before
    }
  }
}
