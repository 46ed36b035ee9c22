/// Why a text is not a date: the text, and what is wrong with it.
package enum EDTFError: Error, Hashable, Sendable, CustomStringConvertible {
  case empty
  case tooLong(bytes: Int)
  case refused(text: String, EDTFFault)

  /// The error of a fault found in these bytes.
  init(_ fault: EDTFFault, in bytes: Span<UInt8>) {
    if bytes.isEmpty {
      self = .empty
    } else if bytes.count > EDTF.bytesMax {
      self = .tooLong(bytes: bytes.count)
    } else {
      self = .refused(text: String(repairing: bytes), fault)
    }
  }

  package var description: String {
    switch self {
    case .empty: "an empty date; write \(EDTFFault.examples)"
    case .tooLong(let bytes): "a date of \(bytes) bytes; at most \(EDTF.bytesMax) are read"
    case .refused(let text, let fault): "\(text.printable): \(fault.prose(about: text))"
    }
  }
}
