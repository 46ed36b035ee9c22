package import Events

/// A stretch of time that somebody spent in one liberty state.
package struct LibertySpell: Sendable {
  package let liberty: LibertyState
  package let from: SinceDate
  /// When the next state began; nil while this one lasts.
  package internal(set) var to: SinceDate?
  /// The events on which it rests.
  package internal(set) var basis: Basis
}
