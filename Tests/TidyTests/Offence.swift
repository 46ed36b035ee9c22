import Testing

/// A place where a file breaks a house rule.
struct Offence: CustomStringConvertible {
  let path: String
  let line: Int
  let what: String

  var description: String { "\(path):\(line): \(what)" }
}

/// Fails the test with every offence, one a line.
func expectNone(
  _ offences: [Offence],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard !offences.isEmpty else { return }
  let list = offences.map(\.description).joined(separator: "\n")
  Issue.record(Comment(rawValue: list), sourceLocation: sourceLocation)
}
