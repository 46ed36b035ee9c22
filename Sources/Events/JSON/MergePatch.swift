extension JSON {
  /// This value after a JSON merge patch (RFC 7396): null removes a member, an object goes deeper,
  /// everything else replaces, lists whole.
  ///
  /// Members that stay keep their order; new ones come last.
  package func merging(_ patch: JSON) -> JSON {
    guard case .object(let changes) = patch else { return patch }
    var members = self.members ?? []
    let places = MemberPlaces(members)
    var removed: Set<Int> = []
    for change in changes {
      switch (places[change.name], change.value) {
      case (let place?, .null): removed.insert(place)
      case (let place?, let value): members[place].value = members[place].value.merging(value)
      case (nil, .null): break
      case (nil, let value): members.append(JSONMember(change.name, JSON.null.merging(value)))
      }
    }
    if removed.isEmpty { return .object(members) }
    return .object(members.indices.filter { !removed.contains($0) }.map { members[$0] })
  }
}
