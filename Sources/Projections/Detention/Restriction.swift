package import Events

/// Something that a person may not do, or that hangs over them.
package struct Restriction: Sendable {
  package let what: String
  package let since: SinceDate
  /// The day to the end of which it is in force, as EDTF; nil if none is known.
  package let until: String?
  package let basis: [EventID]
  /// Its last day; nil if none is known.
  let lastDay: Day?
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

  mutating func take(_ happening: Happening) {
    let details = happening.details
    switch happening.kind {
    case "ban":
      for what in details.texts("what") {
        set(Key(what: what, notice: ""), happening, lifted: details.choice("stage") == "lifted")
      }
    case "wanted":
      let list = details.choice("list")
      guard let stage = details.choice("stage") else { return }
      want(list, happening, lifted: stage == "delisted")
    case "extradition":
      switch details.choice("stage") {
      case "requested", "granted":
        set(Key(what: "extradition_pending", notice: ""), happening, lifted: false)
      case "refused", "executed":
        set(Key(what: "extradition_pending", notice: ""), happening, lifted: true)
      default: return
      }
    case "designation":
      guard let label = details.text("as") else { return }
      set(Key(what: label, notice: ""), happening, lifted: details.choice("stage") == "lifted")
    default: return
    }
  }

  private mutating func want(_ list: String?, _ happening: Happening, lifted: Bool) {
    let isInterpol = list?.hasPrefix("interpol") == true
    let what = isInterpol ? "interpol" : "wanted"
    // Interpol taking a name off its list, without saying which, leaves no notice.
    if lifted, list == "interpol" {
      for key in order where key.what == "interpol" { entries[key] = nil }
    }
    set(Key(what: what, notice: list ?? ""), happening, lifted: lifted)
  }

  private mutating func set(_ key: Key, _ happening: Happening, lifted: Bool) {
    order.removeAll { $0 == key && (lifted || entries[key] == nil) }
    guard !lifted else {
      entries[key] = nil
      return
    }
    let last = lastDay(of: happening)
    let previous = entries[key]
    entries[key] = Restriction(
      what: key.what,
      since: previous?.since ?? SinceDate(beginning: happening),
      until: last.text,
      basis: (previous?.basis ?? []) + [happening.id],
      lastDay: last.day
    )
    if !order.contains(key) { order.append(key) }
  }

  /// The stated last day, or that of the term counted from the event's date.
  private func lastDay(of happening: Happening) -> (text: String?, day: Day?) {
    if let until = happening.details.date("until") { return (until.verbatim, until.end.latest) }
    guard let term = happening.details.duration("term"), let latest = happening.beginning.latest
    else { return (nil, nil) }
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
