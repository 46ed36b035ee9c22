package import Events

/// What a document states of itself, so that it can be checked and repeated.
package struct Heading: Sendable {
  package var title: String
  package var asOf: Day
  /// What was known, in words: `everything recorded`.
  package var knownAt: String
  /// The conditions that its events meet, in words.
  package var filters: [String]
  /// The last line of the log that was taken in, and its hash.
  package var position: Position
  package var headHash: LineHash
  /// How many lines were withheld from the log.
  package var withheld: Int

  package init(
    title: String,
    asOf: Day,
    knownAt: String,
    filters: [String],
    position: Position,
    headHash: LineHash,
    withheld: Int
  ) {
    self.title = title
    self.asOf = asOf
    self.knownAt = knownAt
    self.filters = filters
    self.position = position
    self.headHash = headHash
    self.withheld = withheld
  }
}
