import ArgumentParser
import Events
import Foundation
import Snapshot

/// The command `annals`.
@main
struct Annals: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annals",
    abstract: "A dated, sourced record of what happened to people, and answers from it.",
    usage: "annals [--log PATH] [--snapshot PATH] COMMAND …",
    discussion: """
      The record is one file, events.log: the one that --log names, else $ANNALS_LOG, else the \
      nearest events.log here or in a folder above. Its snapshot, events.sqlite, lies beside it \
      unless --snapshot says otherwise. $ANNALS_BY is the code of whoever records, unless --by \
      states one.

      Answers go to standard output, warnings and progress to standard error. They speak of today \
      unless --as-of names a day, and of everything recorded unless --known-at sets a limit. \
      NO_COLOR turns colour off.

      EXIT STATUS
         0  done, also where the answer is empty
        64  wrong usage
        65  the input was refused
        66  no such log, event, person or case; or a name that fits several
        70  a fault of annals itself
        74  the disk failed
        75  somebody else was first: the log is locked, has grown, or the id is taken
        76  the log is damaged

      EXAMPLES
        annals init
        annals status --held --as-of 2017-10-31
        annals --log archive/events.log person "Anna Berg"
      """,
    version: "0.1.0",
    groupedSubcommands: groups
  )

  private static let groups = [
    CommandGroup(
      name: "Recording",
      subcommands: [
        InitCommand.self, AppendCommand.self, ConfirmCommand.self, CorrectCommand.self,
        RetractCommand.self, DateCommand.self, SchemaCommand.self,
      ]
    ),
    CommandGroup(
      name: "People",
      subcommands: [
        StatusCommand.self, PersonCommand.self, CaseCommand.self, DueCommand.self,
      ]
    ),
    CommandGroup(
      name: "Events",
      subcommands: [
        TimelineCommand.self, SearchCommand.self, ShowCommand.self, DemandsCommand.self,
        BordersCommand.self, ElectionsCommand.self, ExportCommand.self,
      ]
    ),
    CommandGroup(
      name: "Overview",
      subcommands: [
        CountsCommand.self, ListCommand.self, StatsCommand.self, DiffCommand.self,
        LogCommand.self,
      ]
    ),
    CommandGroup(
      name: "Upkeep",
      subcommands: [
        CheckCommand.self, VerifyCommand.self, SalvageCommand.self, RebuildCommand.self,
      ]
    ),
  ]

  static func main() {
    do {
      try StandardStreams.hold()
      var command = try parseAsRoot(Arguments.normalised(ProgramArguments.all()))
      try command.run()
    } catch let failure as Failure {
      end(failure)
    } catch let error as EventLogError {
      end(Failure(error))
    } catch let error as SnapshotError {
      end(Failure(error))
    } catch {
      if exitCode(for: error).isSuccess { answer(fullMessage(for: error)) }
      exit(withError: error)
    }
  }

  /// Prints what --help and --version ask for, as every other answer is printed.
  private static func answer(_ text: String) -> Never {
    var printer = Printer()
    printer.line(text)
    do {
      try printer.finish()
      Foundation.exit(ExitStatus.done.rawValue)
    } catch {
      end(error)
    }
  }

  private static func end(_ failure: Failure) -> Never {
    Notice.print("annals: " + Shown.text(failure.message))
    Foundation.exit(failure.status.rawValue)
  }
}

/// The arguments as the commands take them.
enum Arguments {
  private static let global = ["--log", "--snapshot"]

  /// Moves options for every command that stand before the command's name to its end of the line.
  static func normalised(_ arguments: [String]) -> [String] {
    var moved: [String] = []
    var rest = arguments[...]
    while let first = rest.first, let option = global.first(where: { matches(first, $0) }) {
      let takesNext = first == option && rest.count > 1
      moved += rest.prefix(takesNext ? 2 : 1)
      rest = rest.dropFirst(takesNext ? 2 : 1)
    }
    guard let command = rest.first, !moved.isEmpty else { return arguments }
    return [command] + moved + rest.dropFirst()
  }

  private static func matches(_ argument: String, _ option: String) -> Bool {
    argument == option || argument.hasPrefix(option + "=")
  }
}
