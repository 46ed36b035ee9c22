/// What a line says of itself, unchecked.
struct Claim {
  var position: Position
  var hash: LineHash
  var hasMore: Bool
  var isWithheld: Bool
  var recorded: Instant?
}

extension LineFormat {
  /// What a line says of itself; nil unless it is one object with a number, sealed in its place.
  static func claim(_ bytes: [UInt8]) -> Claim? {
    guard let hash = sealed(bytes.span) else { return nil }
    if let line = withheldLine(bytes, hash: hash) {
      return Claim(
        position: line.position,
        hash: hash,
        hasMore: line.hasMore,
        isWithheld: true
      )
    }
    // Why it cannot be read does not matter here: whoever reads the line itself is told.
    guard let members = try? members(bytes.span), let number = members[named: "n"]?.integer else {
      return nil
    }
    return Claim(
      position: Position(number),
      hash: hash,
      hasMore: members[named: "more"] != nil,
      isWithheld: false,
      recorded: members[named: "recorded"]?.text.flatMap(Instant.init(iso:))
    )
  }
}
