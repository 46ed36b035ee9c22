import Events
import Snapshot

extension Failure {
  /// The same failure as other programs and people see it.
  init(_ error: EventLogError) {
    self.init(Failure.status(error.category), error.description)
  }

  init(_ error: SnapshotError) {
    self.init(Failure.status(error.category), error.description)
  }

  private static func status(_ category: EventLogError.Category) -> ExitStatus {
    switch category {
    case .noInput: .notFound
    case .refused: .inputRefused
    case .disk: .diskFailed
    case .busy: .tooLate
    case .damaged: .logDamaged
    }
  }
}
