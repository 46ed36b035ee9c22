extension String {
  /// The text of these bytes, with U+FFFD for what is not UTF-8.
  init(repairing bytes: Span<UInt8>) {
    do throws(UTF8.ValidationError) {
      self.init(copying: try UTF8Span(validating: bytes))
    } catch {
      self.init(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
    }
  }

  /// The text with control and format characters spelled out, safe to show on a terminal.
  var printable: String {
    var shown = ""
    for scalar in unicodeScalars {
      if scalar.isPrintable {
        shown.unicodeScalars.append(scalar)
      } else {
        shown += "<\(scalar.codePoint)>"
      }
    }
    return shown
  }
}

extension Unicode.Scalar {
  /// The scalar in quotes, with its code point unless it is plain ASCII.
  var quoted: String {
    if !isPrintable { return codePoint }
    return isASCII ? "'\(self)'" : "'\(self)' (\(codePoint))"
  }

  /// The code point as `U+0041`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}
