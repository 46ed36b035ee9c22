import ArgumentParser
import Events

/// `annals schema`: what a draft may hold.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "The JSON Schema of drafts.",
    discussion: """
      What `annals append --jsonl` takes, for editors and other programs. What a schema cannot \
      say, such as whether a person is registered, `annals append --dry-run` finds out.

      EXAMPLE
        annals schema > draft.schema.json
      """
  )

  func run() throws {
    var printer = Printer()
    printer.line(DraftSchema.json.indented)
    try printer.finish()
  }
}
