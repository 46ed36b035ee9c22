internal import Dispatch
internal import Synchronization

/// A piece of the log that is read on another core, before somebody asks for it.
final class PieceAhead: Sendable {
  private enum State {
    /// Nobody has begun to read.
    case waiting
    case begun
    case read(Result<LinePiece, EventLogError>)
  }

  /// Its bytes in the log.
  let range: Range<Int>
  private let source: any ByteSource
  /// Guards how far the reading is.
  private let state = Mutex(State.waiting)
  private let isRead = DispatchSemaphore(value: 0)

  /// Begins to read `range`, and to find the events in it.
  init(of source: any ByteSource, _ range: Range<Int>) {
    self.source = source
    self.range = range
    DispatchQueue.global().async { [self] in
      if begin() { read() }
    }
  }

  /// The piece, once it is read.
  func piece() throws(EventLogError) -> LinePiece {
    // No thread may be free, or none to be had: then whoever asks reads.
    if begin() { read() }
    isRead.wait()
    // For whoever asks again.
    isRead.signal()
    guard case .read(let result) = state.withLock({ $0 }) else {
      preconditionFailure("what was waited for is read")
    }
    return try result.get()
  }

  /// Whether the caller is the first, and has to read.
  private func begin() -> Bool {
    state.withLock { state in
      guard case .waiting = state else { return false }
      state = .begun
      return true
    }
  }

  private func read() {
    let result = Result { () throws(EventLogError) in LinePiece(events: try source.read(range)) }
    state.withLock { $0 = .read(result) }
    isRead.signal()
  }
}
