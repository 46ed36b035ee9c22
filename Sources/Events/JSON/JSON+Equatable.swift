extension JSON: Equatable {
  package static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.boolean(let a), .boolean(let b)): a == b
    case (.number(let a), .number(let b)): a == b || areEqual(Decimal(a), Decimal(b))
    case (.text(let a), .text(let b)): a.hasSameBytes(as: b)
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): areEqual(a, b)
    default: false
    }
  }

  private static func areEqual(_ left: [JSONMember], _ right: [JSONMember]) -> Bool {
    guard left.count == right.count else { return false }
    let places = MemberPlaces(right)
    return left.allSatisfy { member in
      places[member.name].map { right[$0].value == member.value } ?? false
    }
  }

  private static func areEqual(_ left: Decimal?, _ right: Decimal?) -> Bool {
    guard let left, let right else { return false }
    return left == right
  }
}

/// A number's sign, digits and exponent without padding, so that `1`, `1.0` and `10e-1` are equal.
private struct Decimal: Equatable {
  var isNegative = false
  var digits: [UInt8] = []
  var exponent = 0

  /// Nil if the exponent is beyond counting: such a number equals its own spelling only.
  init?(_ spelling: String) {
    var isFraction = false
    var bytes = Substring(spelling).utf8
    if bytes.first == UInt8(ascii: "-") {
      isNegative = true
      bytes = bytes.dropFirst()
    }
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: ".") {
        isFraction = true
      } else if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
        let written = Substring(bytes)
        guard let power = Int(written.first == "+" ? written.dropFirst() : written),
          (-Decimal.powerMax...Decimal.powerMax).contains(power)
        else { return nil }
        exponent += power
        break
      } else {
        digits.append(byte)
        if isFraction { exponent -= 1 }
      }
    }
    trim()
  }

  /// Far from both ends of Int, so that no count of digits carries an exponent over them.
  private static let powerMax = Int.max / 2

  private mutating func trim() {
    digits = Array(digits.drop { $0 == UInt8(ascii: "0") })
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty {
      exponent = 0
      isNegative = false
    }
  }
}
