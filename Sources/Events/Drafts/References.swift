/// What is known of the record so far, as far as references need it.
package protocol References {
  /// What `id` is registered as; nil if it is not registered.
  func sort(of id: EntityID) -> EntitySort?

  /// What is known of a recorded event; nil if no event bears this id.
  func outline(of event: EventID) -> EventOutline?

  /// Registered ids near to `id` that are of one of `sorts`, nearest first; at most three.
  func nearest(to id: String, among sorts: [EntitySort]) -> [String]
}

/// What a reference needs to know of the event it names.
package struct EventOutline: Hashable, Sendable {
  /// Nil if the line was withheld: its id stays taken, its content is gone.
  package var kind: String?
  /// Whether it is itself an account of another event.
  package var isAccount: Bool

  package init(kind: String?, isAccount: Bool) {
    self.kind = kind
    self.isAccount = isAccount
  }

  package init(_ content: Content) {
    kind = content.kind
    isAccount = content.accountOf != nil
  }
}

extension References {
  /// The kind of a recorded event; nil if none bears this id, or if its line was withheld.
  package func kind(of event: EventID) -> String? { outline(of: event)?.kind }
}

/// The record before a batch, and the drafts of the batch that came before the one at hand.
package struct BatchReferences<Record: References>: References {
  private let record: Record
  private var sorts: [EntityID: EntitySort] = [:]
  private var outlines: [EventID: EventOutline] = [:]

  package init(over record: Record) {
    self.record = record
  }

  /// Lets the drafts that follow refer to this one, and to what it registers.
  package mutating func take(_ draft: Draft) { take(draft.content, id: draft.id) }

  /// Lets the drafts that follow refer to `content` as `id`, and to what it registers.
  package mutating func take(_ content: Content, id: EventID?) {
    if let id { outlines[id] = EventOutline(content) }
    if let (id, sort) = content.registration { sorts[id] = sort }
  }

  package func sort(of id: EntityID) -> EntitySort? { sorts[id] ?? record.sort(of: id) }

  package func outline(of event: EventID) -> EventOutline? {
    outlines[event] ?? record.outline(of: event)
  }

  package func nearest(to id: String, among sorts: [EntitySort]) -> [String] {
    let own = self.sorts.lazy.filter { sorts.contains($0.value) }.map(\.key.text)
    let near = Spelling.nearest(to: id, in: own, limit: 3) + record.nearest(to: id, among: sorts)
    return Array(near.prefix(3))
  }
}

extension Content {
  /// What the event registers, if it does.
  package var registration: (id: EntityID, sort: EntitySort)? {
    guard let sort = EntitySort(rawValue: kind), let id = details.entity("id") else { return nil }
    return (id, sort)
  }
}
