/// Finds the known word that somebody probably meant.
package enum Spelling {
  /// The nearest of `known`, if it is near enough to be worth naming.
  package static func nearest(to word: String, in known: some Sequence<String>) -> String? {
    nearest(to: word, in: known, limit: 1).first
  }

  /// The nearest of `known`, nearest first; only those near enough to be worth naming.
  package static func nearest(
    to word: String,
    in known: some Sequence<String>,
    limit: Int
  ) -> [String] {
    let wanted = Array(word.lowercased().unicodeScalars)
    let distanceMax = min(max(2, wanted.count / 3), wanted.count - 1)
    return
      known
      .compactMap { known -> (word: String, distance: Int)? in
        let letters = Array(known.lowercased().unicodeScalars)
        // Two words differ by no less than their lengths do: a long one is not compared at all.
        guard abs(letters.count - wanted.count) <= distanceMax else { return nil }
        return (word: known, distance: distance(wanted, letters))
      }
      .filter { $0.distance <= distanceMax }
      .sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }
      .prefix(limit)
      .map(\.word)
  }

  /// The Damerau-Levenshtein distance in its optimal string alignment form.
  package static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        let change = a[i - 1] == b[j - 1] ? 0 : 1
        var best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, beforeLast[j - 2] + 1)
        }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
