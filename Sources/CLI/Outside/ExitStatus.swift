/// How a command ended, as other programs see it.
enum ExitStatus: Int32 {
  case done = 0
  case wrongUsage = 64
  case inputRefused = 65
  /// No such log, event or person.
  case notFound = 66
  /// A bug of ours.
  case bug = 70
  case diskFailed = 74
  /// Somebody else was first: a lock, an expected position, a taken id.
  case tooLate = 75
  case logDamaged = 76
}

/// Why a command ends early: a status, and a message that says where, what, and what next.
struct Failure: Error, CustomStringConvertible {
  let status: ExitStatus
  let message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  var description: String { message }
}
