import Foundation
import Synchronization

/// The input that is being executed, where a crash and a watchdog still find it.
enum InFlight {
  private static let bytesMax = 1 << 17

  // SAFETY: allocated once and never freed; one thread writes, and who reads it then ends the
  // program.
  private nonisolated(unsafe) static let bytes = UnsafeMutablePointer<UInt8>.allocate(
    capacity: bytesMax
  )
  private static let count = Atomic<Int>(0)
  /// The number of the execution, from 1; 0 between two targets.
  private static let number = Atomic<Int>(0)

  static func begin(_ input: [UInt8], number: Int) {
    let count = min(input.count, bytesMax)
    // SAFETY: no more bytes are copied than either has.
    unsafe input.withUnsafeBufferPointer { input in
      if let start = input.baseAddress { unsafe bytes.update(from: start, count: count) }
    }
    self.count.store(count, ordering: .relaxed)
    self.number.store(number + 1, ordering: .releasing)
  }

  static func end() { number.store(0, ordering: .releasing) }

  /// Names the input of an execution after which something did not hold.
  static func tellOfViolation() { tell("violation") }

  /// Lets whatever ends the program abruptly name its input.
  static func tellOfCrashes() {
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
      // The handler allocates nothing, and the default action follows it.
      _ = Foundation.signal(signal) { number in
        InFlight.tell("crash")
        _ = Foundation.signal(number, SIG_DFL)
        raise(number)
      }
    }
  }

  /// Ends the program if one execution takes more than `seconds` of processor time.
  static func watch(seconds: Double) {
    Thread.detachNewThread {
      var seen = 0
      var since = Usage.processorSeconds
      while true {
        Thread.sleep(forTimeInterval: 0.1)
        let number = number.load(ordering: .acquiring)
        if number != seen || number == 0 {
          seen = number
          since = Usage.processorSeconds
        } else if Usage.processorSeconds - since > seconds {
          tell("hang")
          exit(1)
        }
      }
    }
  }

  /// Writes the input to standard error in hexadecimal digits, without allocating.
  private static func tell(_ what: StaticString) {
    write(what)
    write(" of this input; repeat it with --replay and these digits:\n")
    for index in 0..<count.load(ordering: .relaxed) {
      // SAFETY: `count` bytes were written.
      let byte = unsafe bytes[index]
      put(digit(byte >> 4))
      put(digit(byte & 15))
    }
    write("\n")
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private static func put(_ byte: UInt8) {
    var byte = byte
    // SAFETY: one byte is lent for the call.
    _ = unsafe Foundation.write(STDERR_FILENO, &byte, 1)
  }

  private static func write(_ text: StaticString) {
    // SAFETY: a static text lives as long as the program.
    _ = unsafe Foundation.write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  }
}

/// What the program has used so far.
enum Usage {
  static var processorSeconds: Double {
    let usage = usage
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    return Double(seconds) + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
  }

  static var peakMebibytes: Int { usage.ru_maxrss / 1024 }

  private static var usage: rusage {
    var usage = rusage()
    // SAFETY: the call fills the structure that is lent to it.
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage
  }
}
