/// A number of people as a source gives it.
package struct Count: Sendable {
  package enum Qualifier: String, CaseIterable, Sendable {
    case exact
    case atLeast = "at_least"
    case moreThan = "more_than"
    case about
    case atMost = "at_most"
    case some
  }

  /// Nil where the source says only "some".
  package var n: Int?
  package var qualifier: Qualifier
  /// What is counted, such as `members` or `countries`.
  package var unit: String?
  package var of: String?
  /// What happened to this part, if it went further than the whole.
  package var state: String?
  package var including: [Count]
  /// As written, with every member.
  package var written: JSON

  package init?(_ json: JSON) {
    guard json.members != nil else { return nil }
    let stated = json["qualifier"]?.text
    guard let qualifier = stated.map(Qualifier.init(rawValue:)) ?? .exact else { return nil }
    self.n = json["n"]?.integer
    self.qualifier = qualifier
    self.unit = json["unit"]?.text
    self.of = json["of"]?.text
    self.state = json["state"]?.text
    self.including = (json["including"]?.array ?? []).compactMap(Count.init)
    self.written = json
  }

  /// The number in words: `more than 1000, including 55 journalists`.
  package var words: String {
    var words = Count.number(n, qualifier)
    for part in [unit, of.map { "of \($0)" }, state].compactMap({ $0 }) { words += " \(part)" }
    guard !including.isEmpty else { return words }
    return words + ", including " + including.map(\.words).joined(separator: ", ")
  }

  private static func number(_ n: Int?, _ qualifier: Qualifier) -> String {
    guard let n else { return "some" }
    return switch qualifier {
    case .exact: "\(n)"
    case .atLeast: "at least \(n)"
    case .moreThan: "more than \(n)"
    case .about: "about \(n)"
    case .atMost: "at most \(n)"
    case .some: "some"
    }
  }
}
