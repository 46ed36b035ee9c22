extension EDTF {
  /// The date in short English that never says more than the date does: `about May 2016`.
  ///
  /// Read anew from the text, since dates are explained seldom and folded often.
  package var words: String {
    do throws(EDTFFault) {
      return try EDTFSyntax(reading: verbatim.utf8Span.span).words(of: verbatim)
    } catch {
      preconditionFailure("\(verbatim) was read before")
    }
  }
}

extension EDTFSyntax {
  fileprivate func words(of verbatim: String) -> String {
    switch self {
    case .date(let date): date.words
    case .moment(let date): "\(date.words) at \(EDTFSyntax.clock(of: verbatim))"
    case .interval(let first, let last): EDTFSyntax.interval(first, last)
    case .set(let set): set.words
    }
  }

  /// The time of a moment: `10:15:00`, then its zone as written.
  private static func clock(of verbatim: String) -> String {
    let time = verbatim.dropFirst("2016-05-17T".count)
    let zone = time.dropFirst("10:15:00".count)
    if zone.isEmpty { return String(time) }
    return "\(time.dropLast(zone.count)) (\(zone == "Z" ? "UTC" : String(zone)))"
  }

  private static func interval(_ first: IntervalEnd, _ last: IntervalEnd) -> String {
    switch (first, last) {
    case (.date(let first), .date(let last)):
      // "Possibly 1984 to 2004" would call the whole interval possible.
      guard first.isPlain, last.isPlain else {
        return "beginning \(first.words), ending \(last.words)"
      }
      return "\(first.words) to \(last.words)"
    case (.date(let first), .open): return "\(first.start), still open"
    case (.date(let first), _): return "\(first.start), end unknown"
    case (.open, .date(let last)): return "\(last.stop), beginning open"
    case (_, .date(let last)): return "\(last.stop), beginning unknown"
    default: preconditionFailure("an interval has a dated end")
    }
  }
}

extension WrittenDate {
  fileprivate var start: String { isNamed ? "from \(words)" : "beginning \(words)" }
  fileprivate var stop: String { isNamed ? "until \(words)" : "ending \(words)" }
}

extension DateSet {
  fileprivate var words: String {
    if kind == .oneOf, members.count == 1, let limit = members[0].limit { return limit }
    let phrases = members.map { $0.words(in: kind) }
    return (kind == .oneOf ? "one of: " : "all of: ") + phrases.joined(separator: ", ")
  }
}

extension DateSet.Member {
  /// The words for an only member that is open on one side.
  fileprivate var limit: String? {
    switch self {
    case .upTo(let date) where date.isNamed: "\(date.preposition) or before \(date.words)"
    case .onFrom(let date) where date.isNamed: "\(date.preposition) or after \(date.words)"
    default: nil
    }
  }

  fileprivate func words(in kind: DateSet.Kind) -> String {
    let join = kind == .oneOf ? "or" : "and"
    return switch self {
    case .date(let date): date.words
    case .between(let first, let last): "\(first.words) to \(last.words)"
    case .upTo(let date): "\(date.words) \(join) earlier"
    case .onFrom(let date): "\(date.words) \(join) later"
    }
  }
}

extension WrittenDate {
  fileprivate var preposition: String { day == nil ? "in" : "on" }
}
