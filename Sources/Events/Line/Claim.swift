/// What a sealed line says of itself, unchecked.
struct Claim: Hashable {
  /// Nil if it does not say which line it is.
  var number: Int?
  var hash: LineHash
  var hasMore: Bool
  var isWithheld: Bool
  var recorded: Instant?
}

extension LineFormat {
  /// What a line says of itself, or why it says nothing: it is no object sealed in its place.
  static func claim(_ bytes: [UInt8]) throws(Damage.Kind) -> Claim {
    guard bytes.count <= lineBytesMax else { throw .tooLong(bytes: bytes.count) }
    guard let hash = sealed(bytes.span) else { throw unsealed(bytes.span) }
    if let line = withheldLine(bytes, hash: hash) {
      return Claim(
        number: line.position.number,
        hash: hash,
        hasMore: line.hasMore,
        isWithheld: true
      )
    }
    let members = try members(bytes.span)
    return Claim(
      number: number(members),
      hash: hash,
      hasMore: members[named: "more"] != nil,
      isWithheld: false,
      recorded: members[named: "recorded"]?.text.flatMap(Instant.init(iso:))
    )
  }
}
