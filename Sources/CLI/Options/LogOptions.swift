import ArgumentParser

/// Which log a command works on.
struct LogOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The log.",
      discussion: "Else $ANNALS_LOG, else the nearest events.log here or in a parent folder.",
      valueName: "path"
    ),
    completion: .file()
  )
  var log: String?

  @Option(
    help: ArgumentHelp("The snapshot; else beside the log.", valueName: "path"),
    completion: .file()
  )
  var snapshot: String?
}
