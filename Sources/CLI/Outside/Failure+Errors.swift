import Events

extension Failure {
  /// The same failure as other programs and people see it.
  init(_ error: EventLogError) {
    let status: ExitStatus =
      switch error.category {
      case .noInput: .notFound
      case .refused: .inputRefused
      case .disk: .diskFailed
      case .busy: .tooLate
      case .damaged: .logDamaged
      }
    self.init(status, error.description)
  }
}
