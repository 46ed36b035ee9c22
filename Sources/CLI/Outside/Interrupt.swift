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
}
