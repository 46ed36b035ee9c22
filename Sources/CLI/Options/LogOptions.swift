import ArgumentParser

/// Which log a command works on.
struct LogOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The log; else $ANNALS_LOG, else the nearest events.log here or in a folder above.",
      valueName: "path"
    ),
    completion: .file()
  )
  var log: String?

  @Option(
    help: ArgumentHelp("Its snapshot, events.sqlite; else beside the log.", valueName: "path"),
    completion: .file()
  )
  var snapshot: String?
}
