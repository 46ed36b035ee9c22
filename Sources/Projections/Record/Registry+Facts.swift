internal import Events

extension Registry {
  /// Everything that `facts` register, with the names of merged ids joined.
  init(_ facts: [Fact], _ identities: Identities) {
    self.init()
    for fact in facts {
      guard let entity = Entity(fact.content) else { continue }
      if fact.isRetracted {
        addWithdrawn(entity.id, sort: entity.sort)
      } else {
        add(entity)
      }
    }
    for merge in identities.merged { self.merge(merge.id, into: merge.into) }
  }
}
