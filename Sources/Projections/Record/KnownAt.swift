package import Events

/// How much of the record counts: what had been recorded by a moment, corrections included.
package enum KnownAt: Hashable, Sendable {
  case everything
  /// The first so many lines.
  case position(Position)
  /// What had been recorded by this moment.
  case instant(Instant)

  /// Whether a line counts; after the first that does not, none does.
  ///
  /// A withheld line does not tell when it was recorded. It counts with the lines before it, so
  /// that no answer conceals that something was withheld.
  package func includes(_ line: Line) -> Bool {
    switch (self, line) {
    case (.everything, _): true
    case (.position(let last), _): line.position <= last
    case (.instant(let last), .event(let event)): event.recorded <= last
    case (.instant, .withheld): true
    }
  }
}
