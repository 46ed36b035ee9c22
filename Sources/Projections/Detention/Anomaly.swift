package import Events

/// Something in the record that does not fit together, and the events that show it.
package struct Anomaly: Sendable, Hashable {
  package enum Level: String, Sendable {
    case anomaly
    /// Worth knowing, and never a reason to fail.
    case note
  }

  package enum Kind: String, Sendable {
    case changedAfterDeath = "liberty changed after death"
    case releaseOfFree = "release from at_liberty, abroad or in_hiding"
    case arrestWhileHeld = "arrest while held"
    case custodyNotConfirmed = "custody not confirmed"
    case releaseNotConfirmed = "release ordered, not confirmed"
    case termsOverlap = "terms that overlap without replaces"
    case termPassed = "term passed, no release recorded"
    case claimedEndDiffers = "claimed end differs"
    case assertedDiffers = "asserted differs from derived"
    case orderUndecidable = "order undecidable"

    package var level: Level { self == .arrestWhileHeld ? .note : .anomaly }
  }

  package let kind: Kind
  package let text: String
  package let events: [EventID]

  package var level: Level { kind.level }
}
