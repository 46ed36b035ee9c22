internal import Events

/// Finds the names of protected people in free text, in any script, and replaces them.
struct ProtectedNames {
  private struct Name {
    let tokens: [String]
    /// What stands for it; nil for the name of somebody who is not protected.
    let standIn: String?
  }

  /// Whole names, longest first.
  private let names: [Name]
  /// Single parts of protected names.
  private let parts: Set<String>
  private static let partLengthMin = 3

  /// What stands for a part of a protected name that is not their whole name.
  static let mark = "[…]"

  init(_ protected: [Entity], beside others: [Entity]) {
    var names: [Name] = []
    var parts: Set<String> = []
    for entity in protected {
      for name in entity.names where !entity.publicNames.contains(name) {
        let tokens = SearchFolding.tokens(name.text)
        guard !tokens.isEmpty else { continue }
        names.append(Name(tokens: tokens, standIn: entity.displayName))
        if tokens.count > 1 {
          names.append(Name(tokens: tokens.reversed(), standIn: entity.displayName))
        }
        parts.formUnion(tokens.filter { $0.count >= ProtectedNames.partLengthMin })
      }
    }
    for name in others.flatMap(\.names) {
      let tokens = SearchFolding.tokens(name.text)
      if tokens.count > 1 { names.append(Name(tokens: tokens, standIn: nil)) }
    }
    self.names = names.sorted { $0.tokens.count > $1.tokens.count }
    self.parts = parts
  }

  /// `text` with every protected name replaced.
  func replaced(in text: String) -> String {
    guard !parts.isEmpty || !names.isEmpty else { return text }
    let words = Words(of: text)
    var result = ""
    var index = 0
    var copied = text.startIndex
    while index < words.ranges.count {
      guard let (length, standIn) = match(words.tokens, at: index) else {
        index += 1
        continue
      }
      if let standIn {
        result += text[copied..<words.ranges[index].lowerBound] + standIn
        copied = words.ranges[index + length - 1].upperBound
      }
      index += length
    }
    return result + text[copied...]
  }

  /// The whole name that begins at `index`, else a part of a protected one.
  private func match(_ tokens: [String], at index: Int) -> (length: Int, standIn: String?)? {
    for name in names where tokens[index...].starts(with: name.tokens) {
      return (name.tokens.count, name.standIn)
    }
    return parts.contains(tokens[index]) ? (1, ProtectedNames.mark) : nil
  }

  /// The words of a text with their places in it.
  private struct Words {
    private(set) var ranges: [Range<String.Index>] = []
    private(set) var tokens: [String] = []

    init(of text: String) {
      var start: String.Index?
      for index in text.indices {
        let character = text[index]
        let isPart = character.isLetter || character.isNumber || "'’ʼ`".contains(character)
        if isPart, start == nil { start = index }
        if !isPart, let from = start {
          add(text, from..<index)
          start = nil
        }
      }
      if let from = start { add(text, from..<text.endIndex) }
    }

    private mutating func add(_ text: String, _ range: Range<String.Index>) {
      ranges.append(range)
      tokens.append(SearchFolding.tokens(String(text[range])).joined())
    }
  }
}
