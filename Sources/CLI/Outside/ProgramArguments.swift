/// The arguments that the program was started with.
///
/// Swift asks /proc for them, and takes a program that cannot read that for one without arguments:
/// a batch that was to be appended would be answered with the help, and a success.
enum ProgramArguments {
  /// What stands behind the program's name.
  static func all() throws(Failure) -> [String] {
    let known = CommandLine.arguments.isEmpty ? handedOver : CommandLine.arguments
    guard !known.isEmpty else {
      throw Failure(.bug, "the arguments cannot be read. Nothing was done. Is /proc mounted?")
    }
    return Array(known.dropFirst())
  }

  /// The arguments as the C library handed them over, the program's name first.
  static var handedOver: [String] {
    // SAFETY: the C library keeps the texts, each closed by a NUL, until the program ends; String
    // copies them.
    let (count, texts) = unsafe (Int(count), texts)
    guard let texts = unsafe texts else { return [] }
    return (0..<count).compactMap { unsafe texts[$0].map { unsafe String(cString: $0) } }
  }

  private typealias Texts = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  // SAFETY: written before the program begins, while there is one thread, and never again.
  nonisolated(unsafe) private static var count: CInt = 0
  // SAFETY: as above.
  nonisolated(unsafe) private static var texts: Texts?

  /// Keeps them; the C library calls it before the program begins.
  @section(".init_array") @used
  private static let keep: @convention(c) (CInt, Texts?) -> Void = { count, texts in
    // SAFETY: there is no other thread yet.
    unsafe ProgramArguments.count = count
    unsafe ProgramArguments.texts = texts
  }
}
