/// Why a text is not a duration.
package enum CalendarDurationError: Error, Hashable, Sendable, CustomStringConvertible {
  case notADuration(String)
  case noUnits(String)
  case order(String)
  case fraction(String)
  case numberTooLong(String)
  case tooLong(bytes: Int)

  /// The longest text that is read.
  static let bytesMax = 128

  package var description: String {
    switch self {
    case .notADuration(let text):
      "\(text.printable): not a duration; write P5Y, P1Y6M, P2W, P15D or PT36H"
    case .noUnits(let text):
      "\(text.printable): a duration without units; write P5Y, P1Y6M, P2W, P15D or PT36H"
    case .order(let text):
      "\(text.printable): units stand once, in the order Y M W D, then after T: H M S"
    case .fraction(let text):
      "\(text.printable): whole numbers only; write P6M, not P0.5Y"
    case .numberTooLong(let text):
      "\(text.printable): a number of a duration has at most nine digits"
    case .tooLong(let bytes):
      "a duration of \(bytes) bytes; at most \(CalendarDurationError.bytesMax) are read"
    }
  }
}
