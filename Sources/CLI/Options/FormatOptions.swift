import ArgumentParser

/// In which form rows are printed.
enum RowFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, jsonl, csv
}

struct FormatOptions: ParsableArguments {
  @Option(help: "Rows as text, as json (one array), jsonl (one object a line) or csv.")
  var format: RowFormat = .text
}
