/// The arguments that the program was started with.
///
/// Swift asks /proc for them, and takes a program that cannot read that for one without arguments:
/// a batch that was to be appended would be answered with the help, and a success.
enum ProgramArguments {
  /// What stands behind the program's name.
  static func all() throws(Failure) -> [String] {
    guard !CommandLine.arguments.isEmpty else {
      throw Failure(.diskFailed, "the arguments cannot be read. Nothing was done. Mount /proc.")
    }
    return Array(CommandLine.arguments.dropFirst())
  }
}
