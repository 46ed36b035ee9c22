import ArgumentParser

/// In which form rows are printed.
enum RowFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, jsonl, csv
}

struct FormatOptions: ParsableArguments {
  @Option(help: "Rows as text, json (one array; one object where one is asked for), jsonl or csv.")
  var format: RowFormat = .text
}
