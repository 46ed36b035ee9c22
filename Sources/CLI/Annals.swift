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
    version: "0.1.0",
    subcommands: [
      InitCommand.self,
      AppendCommand.self,
      ConfirmCommand.self,
      DateCommand.self,
      SchemaCommand.self,
      LogCommand.self,
      VerifyCommand.self,
      StatusCommand.self,
      TimelineCommand.self,
      DemandsCommand.self,
      BordersCommand.self,
      ElectionsCommand.self,
      CountsCommand.self,
      ListCommand.self,
      ShowCommand.self,
      PersonCommand.self,
      CaseCommand.self,
      SearchCommand.self,
      ExportCommand.self,
      DueCommand.self,
      CheckCommand.self,
      StatsCommand.self,
      RebuildCommand.self,
    ]
  )

  static func main() {
    do {
      var command = try parseAsRoot(Arguments.normalised(Array(CommandLine.arguments.dropFirst())))
      try command.run()
    } catch let failure as Failure {
      end(failure)
    } catch let error as EventLogError {
      end(Failure(error))
    } catch let error as SnapshotError {
      end(Failure(error))
    } catch {
      exit(withError: error)
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
