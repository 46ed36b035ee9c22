package import Events

/// Something that a person may not do, or that hangs over them.
package struct Restriction: Sendable {
  package let what: String
  /// Since when it is in force, as EDTF.
  package let since: String
  /// The day to the end of which it is in force, as EDTF; nil if none is known.
  package internal(set) var until: String?
  package internal(set) var basis: [EventID]
  /// Its last day; nil if none is known, or if it is kept for other days.
  var lastDay: Day?
}

/// Folds a person's events into the restrictions in force.
struct RestrictionFold {
  private struct Key: Hashable {
    let what: String
    /// Which notice: each of them must be lifted.
    let notice: String
  }

  private var entries: [Key: Restriction] = [:]
  private var order: [Key] = []

  /// What is in force on `day`, in the order in which it began.
  func inForce(on day: Day) -> [Restriction] {
    var result: [Restriction] = []
    for key in order {
      guard let entry = entries[key], entry.lastDay.map({ day <= $0 }) ?? true else { continue }
      if let same = result.firstIndex(where: { $0.what == entry.what }) {
        result[same] = result[same].joined(with: entry)
      } else {
        result.append(entry)
      }
    }
    return result
  }

  /// The days after which something is no longer in force.
  var lastDays: [Day] { entries.values.compactMap(\.lastDay) }

  mutating func take(_ happening: Happening) {
    let details = happening.details
    let stage = details.text("stage")
    switch happening.kind {
    case "ban":
      for what in details.texts("what") {
        set(Key(what: what, notice: ""), happening, Change(stage, absent: .imposed))
      }
    case "wanted":
      let list = details.choice("list")
      let what = list?.hasPrefix("interpol") == true ? "interpol" : "wanted"
      // A delisting that does not say from which list leaves no notice of its sort.
      let isWhole = list == nil || list == "interpol"
      set(Key(what: what, notice: list ?? ""), happening, Change(stage), lifts: isWhole)
    case "extradition":
      let state = details.text("to")
      // Whoever was handed over is out of reach of every other request.
      let isWhole = state == nil || stage == "executed"
      set(
        Key(what: "extradition_pending", notice: state ?? ""),
        happening,
        Change(stage),
        lifts: isWhole
      )
    case "designation":
      guard let label = details.text("as") else { return }
      set(Key(what: label, notice: ""), happening, Change(stage, absent: .imposed))
    default: return
    }
  }

  private enum Change {
    case imposed, lifted

    /// What a stage does; nil if the source does not say.
    init?(_ stage: String?, absent: Change? = nil) {
      switch stage {
      case nil:
        guard let absent else { return nil }
        self = absent
      case "imposed", "listed", "requested", "granted": self = .imposed
      case "lifted", "delisted", "refused", "executed": self = .lifted
      default: return nil
      }
    }
  }

  /// Imposes or lifts; `lifts` says whether lifting one notice lifts all of its sort.
  private mutating func set(
    _ key: Key,
    _ happening: Happening,
    _ change: Change?,
    lifts isWhole: Bool = false
  ) {
    switch change {
    case nil: return
    case .lifted:
      let gone = order.filter { other in
        // A request that names no state is taken for the one that is answered.
        let isUnnamedRequest = other.what == "extradition_pending" && other.notice.isEmpty
        return other.what == key.what && (isWhole || isUnnamedRequest || other == key)
      }
      for key in gone { entries[key] = nil }
      order.removeAll { gone.contains($0) }
    case .imposed: impose(key, happening)
    }
  }

  private mutating func impose(_ key: Key, _ happening: Happening) {
    let last = lastDay(of: happening)
    guard let before = entries[key], isUnbroken(before, by: happening) else {
      order.removeAll { $0 == key }
      order.append(key)
      entries[key] = Restriction(
        what: key.what,
        since: SinceDate(beginning: happening).text,
        until: last.text,
        basis: [happening.id],
        lastDay: last.day
      )
      return
    }
    entries[key]?.basis.append(happening.id)
    // The one that ends later counts: nothing says that it was shortened.
    guard let former = before.lastDay, last.day.map({ $0 > former }) ?? true else { return }
    entries[key]?.until = last.text
    entries[key]?.lastDay = last.day
  }

  /// Whether what was in force certainly still was when `happening` began.
  private func isUnbroken(_ before: Restriction, by happening: Happening) -> Bool {
    guard let last = before.lastDay, let begun = happening.beginning.latest else { return true }
    return last.adding(days: 1) >= begun
  }

  /// The stated last day, that of the term counted from the event's date, or that of its interval.
  private func lastDay(of happening: Happening) -> (text: String?, day: Day?) {
    if let until = happening.details.date("until") { return (until.verbatim, until.end.latest) }
    guard let term = happening.details.duration("term") else {
      guard happening.date.isInterval, let last = happening.end.latest else { return (nil, nil) }
      return (last.description, last)
    }
    guard let latest = happening.beginning.latest else { return (nil, nil) }
    let last = term.added(to: latest)
    guard let earliest = happening.beginning.earliest else { return ("[..\(last)]", last) }
    let first = term.added(to: earliest)
    return (first == last ? last.description : "[\(first)..\(last)]", last)
  }
}

extension Restriction {
  fileprivate func joined(with other: Restriction) -> Restriction {
    let isLonger = (lastDay?.number ?? Int.max) >= (other.lastDay?.number ?? Int.max)
    return Restriction(
      what: what,
      since: since,
      until: isLonger ? until : other.until,
      basis: basis + other.basis,
      lastDay: isLonger ? lastDay : other.lastDay
    )
  }
}
