/// Makes valid EDTF texts of every level by chance.
struct EDTFMaker {
  var chance: SeededGenerator

  init(seed: UInt64) {
    chance = SeededGenerator(seed: seed)
  }

  mutating func text() -> String {
    switch roll(6) {
    case 0: "\(year())-\(two(1...12))-\(two(1...28))T\(time())"
    case 1: interval()
    case 2: set()
    default: date()
    }
  }

  private mutating func date() -> String {
    switch roll(5) {
    case 0: longYear() + qualifier()
    case 1: sign() + year() + "S\(1 + roll(4))" + qualifier()
    default: qualifier() + sign() + dateFrom(year())
    }
  }

  private mutating func dateFrom(_ year: String) -> String {
    let year = masked(year) + qualifier()
    switch roll(4) {
    case 0: return year
    case 1: return year + "-\(roll(2) == 0 ? two(1...12) : "XX")" + qualifier()
    case 2: return year + "-\(two(21...41))" + qualifier()
    default: return year + "-\(qualifier())\(month())-\(qualifier())\(day())" + qualifier()
    }
  }

  private mutating func interval() -> String {
    let (first, last) = orderedYears()
    switch roll(6) {
    case 0: return dateFrom(first) + "/.."
    case 1: return dateFrom(first) + "/"
    case 2: return "../" + dateFrom(last)
    case 3: return "/" + dateFrom(last)
    default: return dateFrom(first) + "/" + dateFrom(last)
    }
  }

  private mutating func set() -> String {
    var members = (0...roll(3)).map { _ in
      let (first, last) = orderedYears()
      return roll(3) == 0 ? "\(dateFrom(first))..\(dateFrom(last))" : date()
    }
    if roll(3) == 0 { members.insert(".." + date(), at: 0) }
    if roll(3) == 0 { members.append(date() + "..") }
    let list = members.joined(separator: ",")
    return roll(2) == 0 ? "[\(list)]" : "{\(list)}"
  }

  /// Two years so far apart that no mask of their last two digits can reverse them.
  private mutating func orderedYears() -> (String, String) {
    let first = 1_000 + roll(7_000)
    return (String(first), String(first + 200 + roll(700)))
  }

  private mutating func year() -> String {
    String(1_000 + roll(8_000))
  }

  private mutating func longYear() -> String {
    switch roll(2) {
    case 0: "Y\(sign())\(10_000 + roll(999_990_000))"
    default: "Y\(sign())\(1 + roll(99))E\(roll(8))"
    }
  }

  private mutating func masked(_ year: String) -> String {
    switch roll(6) {
    case 0: String(year.dropLast()) + "X"
    case 1: String(year.dropLast(2)) + "XX"
    default: year
    }
  }

  private mutating func month() -> String {
    let masks = ["XX", "0X", "1X", "X1"]
    return roll(4) == 0 ? masks[roll(masks.count)] : two(1...12)
  }

  private mutating func day() -> String {
    let masks = ["XX", "0X", "1X", "2X", "X7"]
    return roll(4) == 0 ? masks[roll(masks.count)] : two(1...28)
  }

  private mutating func time() -> String {
    let zones = ["", "Z", "+05", "-03:30"]
    return "\(two(0...23)):\(two(0...59)):\(two(0...59))\(zones[roll(zones.count)])"
  }

  private mutating func qualifier() -> String {
    roll(4) == 0 ? ["~", "?", "%"][roll(3)] : ""
  }

  private mutating func sign() -> String {
    roll(8) == 0 ? "-" : ""
  }

  private mutating func two(_ range: ClosedRange<Int>) -> String {
    let number = Int.random(in: range, using: &chance)
    return number < 10 ? "0\(number)" : "\(number)"
  }

  private mutating func roll(_ sides: Int) -> Int {
    Int.random(in: 0..<sides, using: &chance)
  }
}
