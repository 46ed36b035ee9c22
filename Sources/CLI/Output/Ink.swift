/// Emphasis where a terminal shows colour; elsewhere the text as it is.
struct Ink {
  let isOn: Bool

  /// For standard output.
  static let output = Ink(isOn: Outside.current.usesColour(on: .output))

  /// What others stand under.
  func heading(_ text: String) -> String { wrapped(text, "1") }

  /// What does not fit together, or is not sure.
  func alarm(_ text: String) -> String { wrapped(text, "31") }

  private func wrapped(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
