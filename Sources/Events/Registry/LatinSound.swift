/// Reads the letters of a romanised word as sounds.
///
/// Only c, h, j, q, w, x, y and the letters joined with them are read; sounds stand for themselves.
struct LatinSound {
  private let letters: [Unicode.Scalar]
  private var index = 0

  init(_ letters: [Unicode.Scalar]) {
    self.letters = letters
  }

  /// The sounds of the next letter or group of letters; nil at the end of the word.
  mutating func next() -> [Unicode.Scalar]? {
    guard index < letters.count else { return nil }
    for group in LatinSound.groups where stands(group.letters) {
      index += group.letters.count
      return group.sounds
    }
    defer { index += 1 }
    switch letters[index] {
    case "c": return [isHardConsonant(index + 1) ? "k" : "ʦ"]
    case "h": return ["ɦ"]
    case "q": return ["k"]
    case "w": return ["v"]
    case "x": return ["k", "s"]
    case "y": return [soundOfY()]
    case "j": return [soundOfJ()]
    default: return [letters[index]]
    }
  }

  /// A `y` is an `i`, but joined with `o` after a consonant it is the ё of Fyodor, which is Fedor.
  private mutating func soundOfY() -> Unicode.Scalar {
    guard isConsonant(index - 1), isLetter("o", index + 1) else { return "i" }
    index += 1
    return "e"
  }

  /// A `j` is the ж of Janbolat or the glide of Julia, Bokajev, Tatjana and Sejtkazy.
  private mutating func soundOfJ() -> Unicode.Scalar {
    guard isVowel(index + 1) else { return "i" }
    if index == 0 { return hasGlideAtStart ? "i" : "ʒ" }
    if isLetter("d", index - 1) || endsInJan { return "ʒ" }
    return soundOfY()
  }

  /// Given names of Europe, in which a `j` at the start is a glide; elsewhere it is a ж.
  private var hasGlideAtStart: Bool {
    LatinSound.glideNames.contains { letters.starts(with: $0) }
  }

  /// Whether this `j` begins the ending of Nurjan and Aijan, which a glide would make Demyan's.
  private var endsInJan: Bool {
    index + 3 == letters.count && isLetter("a", index + 1) && isLetter("n", index + 2)
      && (isConsonant(index - 1) || isLetter("i", index - 1) || isLetter("y", index - 1))
  }

  private func stands(_ spelling: [Unicode.Scalar]) -> Bool {
    letters[index...].starts(with: spelling)
  }

  private func isLetter(_ letter: Unicode.Scalar, _ place: Int) -> Bool {
    letters.indices.contains(place) && letters[place] == letter
  }

  private func isVowel(_ place: Int) -> Bool {
    letters.indices.contains(place)
      && (SoundSkeleton.isVowel(letters[place]) || letters[place] == "y")
  }

  private func isConsonant(_ place: Int) -> Bool {
    letters.indices.contains(place) && !isVowel(place)
  }

  /// Whether a `c` before it is a k, as in Clara and Victor.
  private func isHardConsonant(_ place: Int) -> Bool {
    isConsonant(place) && letters[place].isASCII && letters[place] != "j" && letters[place] != "h"
  }

  private static let groups: [(letters: [Unicode.Scalar], sounds: [Unicode.Scalar])] = [
    (["t", "s", "c", "h"], ["ʧ"]), (["t", "s", "h"], ["t", "ʃ"]), (["s", "h"], ["ʃ"]),
    (["z", "h"], ["ʒ"]), (["c", "h"], ["ʧ"]), (["c", "z"], ["ʧ"]), (["c", "k"], ["k"]),
    (["k", "h"], ["ɦ"]), (["g", "h"], ["g"]), (["p", "h"], ["f"]),
  ]

  private static let glideNames: [[Unicode.Scalar]] = [
    "jakov", "jarosl", "jegor", "jekat", "jelen", "jelis", "jeliz", "jevg", "juli", "juri", "jury",
  ].map { Array($0.unicodeScalars) }
}
