import Foundation

/// Standard input, output and error, as somebody else left them.
enum StandardStreams {
  /// Puts something that refuses every use where a stream was closed.
  ///
  /// A file that is opened gets the lowest free number. Were that the number of standard error, the
  /// log could be opened under it, and the next message would be written into the log.
  static func hold() throws(Failure) {
    for stream in [Outside.Stream.input, .output, .error] where isClosed(stream) {
      // Open the wrong way round, so that use still fails, and is still noticed.
      let way = stream == .input ? O_WRONLY : O_RDONLY
      // SAFETY: open reads the path, which is lent with its closing NUL, during the call only.
      let number = unsafe open("/dev/null", way)
      guard number == stream.rawValue else {
        throw Failure(.diskFailed, "standard streams are closed, and /dev/null cannot be opened.")
      }
    }
  }

  private static func isClosed(_ stream: Outside.Stream) -> Bool {
    fcntl(stream.rawValue, F_GETFD) == -1
  }
}
