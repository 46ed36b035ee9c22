internal import Dispatch
internal import Synchronization

/// A piece of the log that is read on another core, before somebody asks for it.
final class PieceAhead: Sendable {
  /// The byte of the log at which it begins.
  let start: Int
  /// Guards what the other thread leaves there; nil until it has.
  private let result = Mutex<Result<LinePiece, EventLogError>?>(nil)
  private let isRead = DispatchSemaphore(value: 0)

  /// Begins to read `range`, and to find the events in it.
  init(of source: any ByteSource, _ range: Range<Int>) {
    start = range.lowerBound
    DispatchQueue.global().async { [self] in
      let read = Result { () throws(EventLogError) in
        LinePiece(events: try source.read(range))
      }
      result.withLock { $0 = read }
      isRead.signal()
    }
  }

  /// The piece, once it is read.
  func piece() throws(EventLogError) -> LinePiece {
    isRead.wait()
    // For whoever asks again.
    isRead.signal()
    guard let read = result.withLock({ $0 }) else {
      preconditionFailure("what was waited for is there")
    }
    return try read.get()
  }
}
