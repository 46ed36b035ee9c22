package import Events

/// A measure at a border, from when it was set until it ended.
///
/// It is one measure while the two places, in either order, the direction and the measure are the
/// same. Set anew after its end, it is another.
package struct BorderMeasure: Row {
  /// The event that set or last changed it; the one that lifted it, where nothing else is known.
  package private(set) var event: EventID
  package private(set) var between: [EntityID]
  package let direction: String?
  package private(set) var by: EntityID?
  package let measure: String
  package fileprivate(set) var isInForce = false
  /// The date on which it was set, as written; nil where that is not recorded.
  package let since: String?
  /// Its last day, or the date on which it was lifted, as written.
  package private(set) var until: String?
  /// Whether what can have happened by the day that is asked about, but not certainly, would change
  /// whether it is in force.
  package fileprivate(set) var isPossible = false
  /// Every event that made it what it is.
  package private(set) var basis: [EventID]
  /// The last day on which it can be in force, if it ends by itself.
  private var lastDay: Day?
  fileprivate private(set) var isLifted = false

  fileprivate init(setBy step: Happening) {
    event = step.id
    between = step.details.entities("between")
    direction = step.details.text("direction")
    by = step.details.entity("by")
    measure = step.details.text("measure") ?? ""
    since = step.date.verbatim
    basis = [step.id]
    (until, lastDay) = step.statedEnd
  }

  /// A measure of which only the end is recorded.
  fileprivate init(onlyLiftedBy step: Happening) {
    event = step.id
    between = step.details.entities("between")
    direction = step.details.text("direction")
    by = step.details.entity("by")
    measure = step.details.text("measure") ?? ""
    since = nil
    basis = [step.id]
    until = step.date.verbatim
    isLifted = true
  }

  /// Whether only its end is recorded.
  package var isOnlyLifted: Bool { since == nil }

  /// A change without an end of its own leaves the end that was stated before; set anew, it has
  /// none.
  fileprivate mutating func change(by step: Happening) {
    event = step.id
    between = step.details.entities("between")
    by = step.details.entity("by") ?? by
    basis.append(step.id)
    let end = step.statedEnd
    if end.text != nil || step.details.choice("stage") == "imposed" {
      (until, lastDay) = end
    }
  }

  fileprivate mutating func lift(by step: Happening) {
    isLifted = true
    until = step.date.verbatim
    basis.append(step.id)
  }

  /// Whether it has neither been lifted nor ended by itself before `day`.
  fileprivate func stands(on day: Day?) -> Bool {
    guard !isLifted else { return false }
    guard let lastDay, let day else { return true }
    return day <= lastDay
  }

  package static let columns = [
    "event", "between", "direction", "by", "measure", "in_force", "since", "until", "possible",
    "basis",
  ]

  package var json: JSON {
    .object([
      JSONMember("event", .text(event.text)),
      JSONMember("between", .ids(between)),
      JSONMember("direction", .optional(direction)),
      JSONMember("by", .optional(by)),
      JSONMember("measure", .text(measure)),
      JSONMember("in_force", .boolean(isInForce)),
      JSONMember("since", .optional(since)),
      JSONMember("until", .optional(until)),
      JSONMember("possible", .boolean(isPossible)),
      JSONMember("basis", .ids(basis)),
    ])
  }
}

extension Record {
  /// Every border measure that had begun by the end of `day`, in the order of their beginnings.
  ///
  /// Whether one is in force follows from what has certainly happened; it is marked as possible
  /// where what has only possibly happened would make a difference.
  package func borderMeasures(asOf day: Day) -> [BorderMeasure] {
    var histories: [BorderIdentity: BorderHistory] = [:]
    var order: [BorderIdentity] = []
    let steps = happenings.filter { $0.kind == "border-measure" && $0.hasPossiblyBegun(by: day) }
    for step in steps.inTimelineOrder() {
      guard let identity = BorderIdentity(step) else { continue }
      if histories[identity] == nil { order.append(identity) }
      histories[identity, default: BorderHistory()].take(step, asOf: day)
    }
    return order.flatMap { histories[$0]?.measures(on: day) ?? [] }
  }
}

/// What makes two events speak of one measure; texts are compared byte by byte.
private struct BorderIdentity: Hashable {
  private let places: Set<EntityID>
  private let direction: [UInt8]?
  private let measure: [UInt8]

  init?(_ happening: Happening) {
    let between = happening.details.entities("between")
    guard between.count == 2, let measure = happening.details.text("measure") else { return nil }
    places = Set(between)
    direction = happening.details.text("direction").map { Array($0.utf8) }
    self.measure = Array(measure.utf8)
  }
}

/// One measure through time; set anew after its end it has several rows.
private struct BorderHistory {
  private var rows: [BorderMeasure] = []
  private var possibleSteps: [Happening] = []

  mutating func take(_ step: Happening, asOf day: Day) {
    guard let stage = step.details.choice("stage") else { return }
    guard step.hasCertainlyBegun(by: day) else { return possibleSteps.append(step) }
    let last = rows.count - 1
    let isStanding = rows.last?.stands(on: step.beginning.earliest) ?? false
    switch (stage, isStanding) {
    case ("lifted", true): rows[last].lift(by: step)
    case ("lifted", false): if rows.isEmpty { rows.append(BorderMeasure(onlyLiftedBy: step)) }
    case (_, true): rows[last].change(by: step)
    case (_, false): rows.append(BorderMeasure(setBy: step))
    }
  }

  /// The rows as they stand on `day`.
  func measures(on day: Day) -> [BorderMeasure] {
    var rows = rows
    for index in rows.indices { rows[index].isInForce = rows[index].stands(on: day) }
    let isInForce = rows.last?.isInForce ?? false
    for step in possibleSteps {
      if step.details.choice("stage") == "lifted" {
        if isInForce { rows[rows.count - 1].isPossible = true }
      } else if !isInForce {
        if let last = rows.last, last.isPossible {
          rows[rows.count - 1].change(by: step)
        } else {
          rows.append(BorderMeasure(setBy: step))
          rows[rows.count - 1].isPossible = true
        }
      }
    }
    return rows
  }
}

extension Happening {
  /// The last day that it states for what it sets: `until`, else the end of its own date if it
  /// lasts.
  fileprivate var statedEnd: (text: String?, lastDay: Day?) {
    if let until = fact.details.date("until") { return (until.verbatim, until.end.latest) }
    // A set says on which days, not from when to when.
    guard date.isInterval, date.beginning != date.end else { return (nil, nil) }
    let written = date.verbatim.utf8.split(separator: UInt8(ascii: "/")).last
    return date.end.latest == nil ? (nil, nil) : (written.map { String($0) ?? "" }, date.end.latest)
  }
}
