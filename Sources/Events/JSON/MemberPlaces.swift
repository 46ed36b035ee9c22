/// Where the members of an object stand, by name, compared byte by byte.
///
/// Few members are looked through one by one, which is fast; many are hashed, so that an object of
/// a hundred thousand members costs no more than its bytes.
struct MemberPlaces {
  private static let fewMax = 16

  private var names: [String] = []
  private var hashed: [[UInt8]: Int] = [:]

  init() {}

  init(_ members: [JSONMember]) {
    for member in members { append(member.name) }
  }

  /// The place of the member called `name`; nil if there is none.
  subscript(name: String) -> Int? {
    if hashed.isEmpty { return names.firstIndex { $0.hasSameBytes(as: name) } }
    return hashed[Array(name.utf8)]
  }

  /// Adds a name that is not there yet, at the end.
  mutating func append(_ name: String) {
    names.append(name)
    if !hashed.isEmpty {
      hashed[Array(name.utf8)] = names.count - 1
    } else if names.count > MemberPlaces.fewMax {
      for (place, name) in names.enumerated() { hashed[Array(name.utf8)] = place }
    }
  }
}
