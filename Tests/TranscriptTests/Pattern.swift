/// Matching of what was printed against what was expected.
enum Pattern {
  /// Whether `line` reads as `pattern`, in which `[..]` stands for any text.
  static func matches(_ pattern: String, _ line: String) -> Bool {
    let parts = pattern.split(separator: "[..]", omittingEmptySubsequences: false)
      .map { Array($0.utf8) }
    let bytes = Array(line.utf8)
    guard let first = parts.first, parts.count > 1, let last = parts.last else {
      return Array(pattern.utf8) == bytes
    }
    guard bytes.starts(with: first) else { return false }
    var rest = bytes.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() {
      while !rest.starts(with: part) {
        if rest.popFirst() == nil { return false }
      }
      rest = rest.dropFirst(part.count)
    }
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }

  /// Whether `lines` read as `patterns`, in which a line `...` stands for any lines.
  ///
  /// Blank lines at the end of either are not compared.
  static func matches(_ patterns: [String], _ lines: [String]) -> Bool {
    let patterns = trimmed(patterns)
    let lines = trimmed(lines)
    // reached[n] says whether the patterns so far can read as the first n lines.
    var reached = [true] + lines.map { _ in false }
    for pattern in patterns {
      if pattern == "..." {
        let first = reached.firstIndex(of: true) ?? reached.count
        for index in reached.indices { reached[index] = index >= first }
      } else {
        for index in lines.indices.reversed() {
          reached[index + 1] = reached[index] && matches(pattern, lines[index])
        }
        reached[0] = false
      }
    }
    return reached.last == true
  }

  static func matches(_ expected: Transcript.Outcome, _ actual: Transcript.Outcome) -> Bool {
    expected.status == actual.status && matches(expected.output, actual.output)
      && matches(expected.errors, actual.errors)
  }

  /// The two outcomes line by line: `-` was expected, `+` was printed.
  static func difference(
    _ expected: Transcript.Outcome,
    _ actual: Transcript.Outcome
  ) -> [String] {
    let parts = [\Transcript.Outcome.outputLines, \.errorLines, \.statusLines]
    return parts.flatMap { difference(expected[keyPath: $0], actual[keyPath: $0]) }
  }

  /// The shortest way from `expected` to `actual`, found from their ends.
  private static func difference(_ expected: [String], _ actual: [String]) -> [String] {
    let row = [Int](repeating: 0, count: actual.count + 1)
    var costs = [[Int]](repeating: row, count: expected.count + 1)
    for left in expected.indices.reversed() { costs[left][actual.count] = expected.count - left }
    for right in actual.indices.reversed() { costs[expected.count][right] = actual.count - right }
    for left in expected.indices.reversed() {
      for right in actual.indices.reversed() {
        let changed = 1 + min(costs[left + 1][right], costs[left][right + 1])
        costs[left][right] =
          isAny(expected[left])
          ? min(costs[left + 1][right], costs[left][right + 1])
          : matches(expected[left], actual[right]) ? costs[left + 1][right + 1] : changed
      }
    }
    var shown: [String] = []
    var (left, right) = (0, 0)
    while left < expected.count || right < actual.count {
      if left < expected.count, isAny(expected[left]) {
        while right < actual.count, costs[left][right] == costs[left][right + 1] { right += 1 }
        shown.append("  " + expected[left])
        left += 1
      } else if left < expected.count, right < actual.count,
        matches(expected[left], actual[right])
      {
        shown.append("  " + expected[left])
        (left, right) = (left + 1, right + 1)
      } else if left < expected.count,
        right == actual.count || costs[left + 1][right] <= costs[left][right + 1]
      {
        shown.append("- " + expected[left])
        left += 1
      } else {
        shown.append("+ " + actual[right])
        right += 1
      }
    }
    return shown
  }

  private static func isAny(_ line: String) -> Bool { line == "..." || line == "2> ..." }

  /// What was printed, with the wildcards of `expected` kept where they still read as it.
  static func keepingWildcards(
    of expected: [String],
    in actual: [String]
  ) -> [String] {
    var wild = expected.filter { $0.contains("[..]") }
    return actual.map { line in
      guard let index = wild.firstIndex(where: { matches($0, line) }) else { return line }
      return wild.remove(at: index)
    }
  }

  private static func trimmed(_ lines: [String]) -> ArraySlice<String> {
    lines.prefix((lines.lastIndex { !$0.isEmpty } ?? -1) + 1)
  }
}
