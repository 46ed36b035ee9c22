import Foundation
import Synchronization

/// Notices Ctrl-C while long work goes on, so that it can stop without leaving anything behind.
struct Interrupt {
  private static let flag = Atomic<Bool>(false)
  private let before: sig_t?

  init() {
    Interrupt.flag.store(false, ordering: .relaxed)
    // The handler only stores into an atomic, which signal handlers may do.
    before = signal(SIGINT) { _ in Interrupt.flag.store(true, ordering: .relaxed) }
  }

  var hasCome: Bool { Interrupt.flag.load(ordering: .relaxed) }

  /// Gives Ctrl-C its former meaning back.
  func end() {
    _ = signal(SIGINT, before)
  }

  /// Lets Ctrl-C end a program that would go on for ever, as a success.
  static func endsProgram() {
    // The handler only calls _exit, which signal handlers may do.
    _ = signal(SIGINT) { _ in _exit(0) }
  }
}
