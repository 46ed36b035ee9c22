/// Details without the lines in which they lie, of which those that are spelled alike share their
/// place in memory: much that happens to somebody happens again.
package struct DetailsApart {
  private var known: [[UInt8]: Details] = [:]
  private static let countMax = 4_096

  package init() {}

  /// The same fields, without their line.
  package mutating func details(_ details: Details) -> Details {
    guard let bytes = details.writtenBytes else { return details }
    if let known = known[bytes] { return known }
    let (piece, object) = LinePiece.apart(bytes)
    let apart = Details(object, in: piece)
    if known.count == DetailsApart.countMax { known = [:] }
    known[bytes] = apart
    return apart
  }
}
