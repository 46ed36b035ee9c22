import Glibc
import Synchronization

@testable import Events

/// A disk on which chosen calls fail.
final class FailingDisk: Sendable {
  enum Fault: Sendable {
    case error(Int32)
    /// A write that writes half of what it should.
    case half
  }

  private let faults: [Int: Fault]
  private let count = Mutex(0)

  /// Faults by the number of the call, from 1: writes, syncs and truncations counted together.
  init(_ faults: [Int: Fault]) {
    self.faults = faults
  }

  var callCount: Int { count.withLock { $0 } }

  private func nextFault() -> Fault? {
    faults[
      count.withLock { count in
        count += 1
        return count
      }
    ]
  }

  var calls: DiskCalls {
    let real = DiskCalls.real
    return DiskCalls(
      write: { descriptor, bytes, offset in
        switch self.nextFault() {
        case nil: return real.write(descriptor, bytes, offset)
        case .half: return real.write(descriptor, bytes.extracting(first: bytes.count / 2), offset)
        case .error(let number):
          errno = number
          return -1
        }
      },
      sync: { descriptor in
        guard case .error(let number) = self.nextFault() else { return real.sync(descriptor) }
        errno = number
        return -1
      },
      truncate: { descriptor, count in
        guard case .error(let number) = self.nextFault() else {
          return real.truncate(descriptor, count)
        }
        errno = number
        return -1
      }
    )
  }
}
