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
    private let text: String
    private(set) var words: [LocatedWord] = []
    private var open: Range<String.Index>?
    /// The last apostrophe in the open word, and how many letters follow it.
    private var apostrophe: (index: String.Index, lettersAfter: Int)?

    init(_ text: String) {
      self.text = text
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
      if NameWords.isApostrophe(scalar) {
        if open != nil { apostrophe = (place.lowerBound, 0) }
      } else if SearchFolding.isUnspaced(scalar), NameWords.isPartOfWord(scalar) {
        close()
        open = place
        close()
      } else if NameWords.isPartOfWord(scalar) {
        open = (open?.lowerBound ?? place.lowerBound)..<place.upperBound
        apostrophe?.lettersAfter += 1
      } else if LetterFolding.isMark(scalar) {
        open = open.map { $0.lowerBound..<place.upperBound }
      } else {
        close()
      }
    }

    private mutating func close() {
      defer {
        open = nil
        apostrophe = nil
      }
      guard let range = open else { return }
      let word = range.lowerBound..<(genitive(of: range) ?? range.upperBound)
      let token = SearchFolding.tokens(String(scalars[word])).joined()
      if !token.isEmpty { words.append(LocatedWord(token: token, range: word)) }
    }

    /// Where the `'s` begins with which the word ends.
    private func genitive(of range: Range<String.Index>) -> String.Index? {
      guard let apostrophe, apostrophe.lettersAfter == 1, apostrophe.index > range.lowerBound,
        let last = scalars[apostrophe.index..<range.upperBound].last(where: { !LetterFolding.isMark($0) }),
        last == "s" || last == "S"
      else { return nil }
      return apostrophe.index
    }
  }
}
