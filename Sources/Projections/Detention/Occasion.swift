internal import Events

/// A place in the order of a person's events: an event, or the beginning that an assertion states.
struct Occasion: Sendable {
  enum Part: Sendable {
    case event
    /// The days from `since` on, which a `status` fills where nothing else is known.
    case asserted(since: EDTF)
  }

  let happening: Happening
  let isEvent: Bool
  let course: NaturalCourse
  let bounds: DayBounds

  init(_ happening: Happening) {
    self.happening = happening
    isEvent = true
    bounds = happening.beginning
    course = NaturalCourse(of: happening)
  }

  /// The beginning that a `status` states beside its own date; nil if it states none before it.
  init?(statedBy happening: Happening) {
    guard happening.section == .assertions, happening.kind == "status",
      happening.details.choice("liberty") != nil, let since = happening.statedSince
    else { return nil }
    if let start = since.beginning.earliest, let end = happening.beginning.latest, start > end {
      return nil
    }
    self.happening = happening
    isEvent = false
    // Whatever their days leave open, it does not come after the assertion itself.
    bounds = since.beginning.notAfter(happening.beginning)
    course = .other
  }

  var part: Part {
    // Many occasions lie in memory at once, and few of them state a beginning.
    guard !isEvent, let since = happening.statedSince else { return .event }
    return .asserted(since: since)
  }

  func isSame(as other: Occasion) -> Bool {
    isEvent == other.isEvent && happening.position == other.happening.position
  }

  /// Open beginnings lie before every day, open ends after.
  var earliest: Int { bounds.earliest?.number ?? Int.min }
  var latest: Int { bounds.latest?.number ?? Int.max }

  func hasCertainlyBegun(by day: Day) -> Bool { bounds.latest.map { $0 <= day } ?? false }
  func hasPossiblyBegun(by day: Day) -> Bool { bounds.earliest.map { $0 <= day } ?? true }

  /// Whether it can lead to another state of liberty, or bear on what does.
  var canMove: Bool { happening.canMove }

  /// Whether the two can have happened in either order, as far as their days say.
  func overlaps(_ other: Occasion) -> Bool {
    latest >= other.earliest && other.latest >= earliest
  }
}

extension DayBounds {
  /// These days, as far as they can come before or with `other`.
  fileprivate func notAfter(_ other: DayBounds) -> DayBounds {
    DayBounds(
      earliest: earliest.flatMap { own in other.earliest.map { min(own, $0) } },
      latest: latest.map { own in other.latest.map { min(own, $0) } ?? own } ?? other.latest
    )
  }
}

extension Happening {
  /// Since when a `status` says that somebody is where it says.
  fileprivate var statedSince: EDTF? { fact.details.date("since") }
}

/// The order in which things usually happen to a person, where days do not tell.
enum NaturalCourse: UInt8, Comparable, Sendable {
  case taking, custodyOrder, charge, trial, verdict, sentence, appeal, clemency, other, release
  case departure, death

  init(of happening: Happening) {
    self =
      switch happening.kind {
      case "arrest", "mass-arrest", "administrative-arrest", "internment": .taking
      case "remand", "house-arrest", "bail", "commitment": .custodyOrder
      case "charge": .charge
      case "trial": .trial
      case "verdict": .verdict
      case "sentence": .sentence
      case "appeal": .appeal
      case "clemency": .clemency
      case "release": .release
      case "disappearance": NaturalCourse(ofDisappearance: happening.details.choice("stage"))
      case "departure": .departure
      case "death": .death
      default: .other
      }
  }

  private init(ofDisappearance stage: String?) {
    switch stage {
    case "disappeared", "abducted": self = .taking
    case "located": self = .release
    default: self = .other
    }
  }

  static func < (left: NaturalCourse, right: NaturalCourse) -> Bool {
    left.rawValue < right.rawValue
  }
}
