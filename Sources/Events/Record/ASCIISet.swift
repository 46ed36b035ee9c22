/// Some characters of ASCII, asked for without a branch: ids are looked at for every line.
struct ASCIISet {
  /// One for each of them, zero for every other byte.
  private var members = [UInt8](repeating: 0, count: 256)

  static let digits = ASCIISet("0123456789")
  static let upperCase = ASCIISet("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  static let lowerCase = ASCIISet("abcdefghijklmnopqrstuvwxyz")

  init(_ characters: String) {
    for byte in characters.utf8 { members[Int(byte)] = 1 }
  }

  static func + (left: ASCIISet, right: ASCIISet) -> ASCIISet {
    var sum = left
    for index in sum.members.indices { sum.members[index] |= right.members[index] }
    return sum
  }

  func contains(all text: Span<UInt8>) -> Bool {
    let members = members
    var isAll: UInt8 = 1
    for index in text.indices { isAll &= members[Int(text[index])] }
    return isAll == 1
  }
}
