import Foundation

/// Questions to whoever sits at the terminal, and their answers.
struct Conversation {
  /// The next line typed; nil at the end of the input (Ctrl-D).
  let read: () -> String?
  let write: (String) -> Void

  /// The terminal, where standard input and standard error are one; nil elsewhere.
  init?(_ outside: Outside) {
    guard outside.isTerminal(.input), outside.isTerminal(.error) else { return nil }
    self.init(read: { readLine() }, write: { Notice.write($0) })
  }

  init(read: @escaping () -> String?, write: @escaping (String) -> Void) {
    self.read = read
    self.write = write
  }

  func say(_ text: String = "") { write(Shown.text(text) + "\n") }

  /// What is answered to `prompt`, without blanks at its ends; asked again while it is no text.
  func ask(_ prompt: String) throws(Failure) -> String {
    while true {
      write(Shown.text(prompt))
      guard let answer = read() else {
        write("\n")
        throw Conversation.ended
      }
      let text = answer.trimmed
      if text.unicodeScalars.contains("\u{FFFD}") {
        say("  This is not valid text; type it again.")
      } else if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
        say("  This holds control characters; type it again.")
      } else {
        return text
      }
    }
  }

  /// Whether `question` is answered with yes; asked again until it is yes or no.
  func agrees(_ question: String) throws(Failure) -> Bool {
    while true {
      switch try ask("\(question) [y/n] ").lowercased() {
      case "y", "yes": return true
      case "n", "no": return false
      default: say("  Answer y or n.")
      }
    }
  }

  static let ended = Failure(.wrongUsage, "stopped before the end; nothing was written.")
}
