/// Reads the letters of a romanised word as sounds.
///
/// Only c, h, j, q, w, x, y and the letters joined with them are read; sounds stand for themselves.
struct LatinSound {
  private let letters: [Unicode.Scalar]
  private var index = 0

  init(_ letters: [Unicode.Scalar]) {
    self.letters = letters
  }

  /// The sound of the next letter or group of letters; nil at the end of the word.
  mutating func next() -> Sound? {
    guard index < letters.count else { return nil }
    let letter = letters[index]
    switch letter {
    case "c", "g", "k", "p", "s", "t", "z":
      for group in LatinSound.groups where group.letters[0] == letter && stands(group.letters) {
        index += group.letters.count
        return group.sound
      }
    default: break
    }
    defer { index += 1 }
    return switch letter {
    case "c": Sound(isHardConsonant(index + 1) ? "k" : "ʦ")
    case "h": Sound("ɦ")
    case "q": Sound("k")
    case "w": Sound("v")
    case "x": Sound("k", "s")
    case "y": Sound(soundOfY())
    case "j": Sound(soundOfJ())
    default: Sound(letter)
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
    guard letters.count - index >= spelling.count else { return false }
    return spelling.indices.allSatisfy { letters[index + $0] == spelling[$0] }
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

  private static let groups: [(letters: [Unicode.Scalar], sound: Sound)] = [
    (["t", "s", "c", "h"], Sound("ʧ")), (["t", "s", "h"], Sound("t", "ʃ")),
    (["s", "h"], Sound("ʃ")), (["z", "h"], Sound("ʒ")), (["c", "h"], Sound("ʧ")),
    (["c", "z"], Sound("ʧ")), (["c", "k"], Sound("k")), (["k", "h"], Sound("ɦ")),
    (["g", "h"], Sound("g")), (["p", "h"], Sound("f")),
  ]

  private static let glideNames: [[Unicode.Scalar]] = [
    "jakov", "jarosl", "jegor", "jekat", "jelen", "jelis", "jeliz", "jevg", "juli", "juri", "jury",
  ].map { Array($0.unicodeScalars) }
}
