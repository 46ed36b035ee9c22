/// Holds what events refer to against the record.
package struct ReferenceCheck<Known: References> {
  private let known: Known
  private let vocabulary: Vocabulary

  package init(against known: Known, vocabulary: Vocabulary = .standard) {
    self.known = known
    self.vocabulary = vocabulary
  }

  /// What a draft refers to in vain; also that what it registers is registered already.
  package func faults(in draft: Draft) -> [DraftFault] {
    faults(in: draft.content, id: draft.id, isNew: true)
  }

  /// What a recorded event would refer to in vain, once `content` is what a correction made of it.
  package func faults(inCorrected content: Content, of id: EventID) -> [DraftFault] {
    faults(in: content, id: id, isNew: false)
  }

  private func faults(in content: Content, id: EventID?, isNew: Bool) -> [DraftFault] {
    var faults: [DraftFault] = []
    vocabulary.forEachReference(in: content) { target, path in
      if let reason = reason(against: target, id: id, isNew: isNew) {
        faults.append(DraftFault(path.description, reason))
      }
    }
    return faults
  }

  private func reason(
    against target: Reference.Target,
    id: EventID?,
    isNew: Bool
  ) -> DraftFault.Reason? {
    switch target {
    case .event(let event): unknown(event, to: id)
    case .happening(let event):
      event == id ? .accountOfItself : unknown(event, to: id) ?? noHappening(event)
    case .entity(let entity, let sorts): wrong(entity, sorts)
    case .perhapsOrganisation(let entity):
      known.sort(of: entity) == nil ? nil : wrong(entity, [.organisation])
    case .registration(let entity):
      isNew ? known.sort(of: entity).map { .alreadyRegistered(entity.text, as: $0) } : nil
    }
  }

  private func unknown(_ event: EventID, to id: EventID?) -> DraftFault.Reason? {
    event == id || known.outline(of: event) == nil ? .unknownEvent(event.text) : nil
  }

  private func noHappening(_ event: EventID) -> DraftFault.Reason? {
    guard let outline = known.outline(of: event) else { return nil }
    if outline.isAccount { return .accountOfAccount(event.text) }
    guard let kind = outline.kind, vocabulary.isAboutRecord(kind) else { return nil }
    return .accountOfRecord(event.text, kind: kind)
  }

  private func wrong(_ entity: EntityID, _ sorts: [EntitySort]) -> DraftFault.Reason? {
    if let found = known.sort(of: entity) {
      return sorts.contains(found)
        ? nil : .wrongEntity(entity.text, expected: sorts, found: found)
    }
    let nearest = known.nearest(to: entity.text, among: sorts)
    return .unknownEntity(entity.text, expected: sorts, nearest: nearest)
  }
}
