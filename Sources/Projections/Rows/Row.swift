package import Events

/// A line of an answer, as every format prints it.
package protocol Row: Sendable {
  /// The names of the members, in the order of their columns.
  static var columns: [String] { get }

  /// The row as an object, its members in the order of the columns.
  var json: JSON { get }
}

extension JSON {
  static func optional(_ id: EntityID?) -> JSON { .optional(id?.text) }
  static func optional(_ id: EventID?) -> JSON { .optional(id?.text) }
  static func optional(_ day: Day?) -> JSON { .optional(day?.description) }
  static func optional(_ date: EDTF?) -> JSON { .optional(date?.verbatim) }
  static func optional(_ number: Int?) -> JSON { number.map(JSON.integer) ?? .null }
  static func optional(_ value: Bool?) -> JSON { value.map(JSON.boolean) ?? .null }
  static func ids(_ ids: some Sequence<EntityID>) -> JSON { .texts(ids.map(\.text)) }
  static func ids(_ ids: [EventID]) -> JSON { .texts(ids.map(\.text)) }
}

extension [Happening] {
  /// In the order of a timeline.
  func inTimelineOrder() -> [Happening] { sorted { $0.precedesInTimeline($1) } }
}

extension Happening {
  /// Whether it can have begun by the end of `day`, but has not certainly.
  func isOnlyPossible(on day: Day) -> Bool {
    hasPossiblyBegun(by: day) && !hasCertainlyBegun(by: day)
  }
}
