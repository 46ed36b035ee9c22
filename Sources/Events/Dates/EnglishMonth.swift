/// The months as English names them.
enum EnglishMonth {
  private static let names = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
  ]

  /// The name of that month, one of 1 to 12.
  static func name(_ month: Int) -> String { names[month - 1] }
}
