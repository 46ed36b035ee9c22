/// Reduces a folded word to the sounds in which its Cyrillic form and its romanisations agree.
///
/// Sounds that romanisations write with several letters have a letter of the phonetic alphabet:
/// `ʃ` sh, `ʒ` zh, dzh and j, `ʧ` ch, `ɕ` shch, `ʦ` ts, `ɦ` kh and h. The rest is ASCII, without
/// c, h, j, q, w, x and y. Consonants are never merged further, vowels never dropped, and double
/// letters stay: names that differ to the ear must differ here.
struct SoundSkeleton {
  private var sounds: [Unicode.Scalar] = []

  /// The sounds of one word of `NameWords.folded`.
  static func of(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var skeleton = SoundSkeleton()
    let letters = CyrillicSound.romanised(word)
    skeleton.sounds.reserveCapacity(letters.count)
    skeleton.read(letters)
    // A word of signs alone, such as a lone soft sign, would vanish.
    return skeleton.sounds.isEmpty ? word : skeleton.sounds
  }

  private mutating func read(_ letters: [Unicode.Scalar]) {
    var latin = LatinSound(letters)
    while let sound = latin.next() {
      push(sound.first)
      if let second = sound.second { push(second) }
    }
  }

  /// Adds a sound, and merges it with those before it until nothing more merges.
  private mutating func push(_ sound: Unicode.Scalar) {
    let last = sounds.last
    switch sound {
    case "i" where last == "i": return
    case "s" where last == "t": replaceLast(with: "ʦ")
    case "ʧ" where last == "t": replaceLast(with: "ʧ")
    case "ʧ" where last == "ʃ" || last == "s": replaceLast(with: "ɕ")
    case "ʒ" where last == "d": replaceLast(with: "ʒ")
    case "e" where last == "i": pushE()
    case "v" where last == "e" && ends(SoundSkeleton.glidingE): pushV()
    case "r" where last == "e" && ends(SoundSkeleton.alexande):
      // Aleksandr is Alexander.
      replaceLast(with: "r")
    default: sounds.append(sound)
    }
  }

  private mutating func replaceLast(with sound: Unicode.Scalar) {
    sounds.removeLast()
    push(sound)
  }

  /// Drops the glide of `ye` at the start of a word and after a vowel: Yevgeny, Bokayev.
  private mutating func pushE() {
    if sounds.count == 1 || SoundSkeleton.isVowel(sounds[sounds.count - 2]) {
      sounds.removeLast()
    }
    sounds.append("e")
  }

  /// Drops the glide of a final `-iev-`: Grigoriev, Grigoryev and Grigorev are one name.
  private mutating func pushV() {
    sounds.removeLast(2)
    sounds.append("e")
    sounds.append("v")
  }

  private func ends(_ suffix: [Unicode.Scalar]) -> Bool {
    let start = sounds.count - suffix.count
    return start >= 0 && suffix.indices.allSatisfy { sounds[start + $0] == suffix[$0] }
  }

  private static let glidingE: [Unicode.Scalar] = ["i", "e"]
  private static let alexande: [Unicode.Scalar] = ["k", "s", "a", "n", "d", "e"]

  static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a", "e", "i", "o", "u": true
    default: false
    }
  }
}
