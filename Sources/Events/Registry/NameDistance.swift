/// How far a lookup is from a name, for suggestions: the nearest has the fewest strange words, then
/// slips, then words that the lookup left out.
struct NameDistance: Comparable {
  let strangeWords: Int
  let slips: Int
  let wordsLeftOut: Int

  static func < (left: NameDistance, right: NameDistance) -> Bool {
    (left.strangeWords, left.slips, left.wordsLeftOut)
      < (right.strangeWords, right.slips, right.wordsLeftOut)
  }
}

extension NameQuery {
  /// The distance to the nearest name or the id of `subject`; nil if nothing is near.
  func distance(to subject: NamedSubject) -> NameDistance? {
    let byWord = (subject.soundForms + [subject.idForm]).compactMap { distance(word: $0) }
    // Without spaces, for words written together or apart.
    let asWhole = subject.joinedForms.compactMap { form in
      slipsBetween(joined, form).map { NameDistance(strangeWords: 0, slips: $0, wordsLeftOut: 0) }
    }
    return (byWord + asWhole).min()
  }

  /// Words compared one by one, in any order; at least half of those asked for must be near.
  private func distance(word form: [String]) -> NameDistance? {
    var rest = form.map { Array($0.unicodeScalars) }
    var strange = 0
    var slips = 0
    for word in sounds {
      let letters = Array(word.unicodeScalars)
      let near = rest.indices
        .compactMap { index in slipsBetween(letters, rest[index]).map { (index, $0) } }
        .min { $0.1 < $1.1 }
      if let near {
        rest.remove(at: near.0)
        slips += near.1
      } else {
        strange += 1
      }
    }
    guard strange <= sounds.count / 2 else { return nil }
    return NameDistance(strangeWords: strange, slips: slips, wordsLeftOut: rest.count)
  }

  /// The number of slips between two spellings, if it is small for their length.
  private func slipsBetween(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int? {
    let slipsMax = min(a.count, b.count) < 3 ? 0 : max(1, min(a.count, b.count) / 3)
    guard abs(a.count - b.count) <= slipsMax else { return nil }
    let slips = Spelling.distance(a, b)
    return slips <= slipsMax ? slips : nil
  }
}
