/// A line's place in the log, counted from 1; 0 is the place before the first line.
package struct Position: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let number: Int

  package init(_ number: Int) {
    self.number = number
  }

  package static let start = Position(0)
  package var next: Position { Position(number + 1) }
  package var description: String { String(number) }

  package static func < (left: Position, right: Position) -> Bool { left.number < right.number }
}
