import Events

/// The arguments of `append`, sorted by what they give; the kind decides which ones there are.
struct AppendArguments {
  /// An option and the value that it was given.
  struct Given: Hashable {
    let option: AppendOption
    /// `true` or `false` for a switch.
    let value: String
  }

  private(set) var kind: String?
  private(set) var given: [Given] = []
  /// Who records, where `--by` stands before the kind.
  private(set) var recorder: String?
  private(set) var draftFile: String?
  private(set) var log: String?
  private(set) var snapshot: String?
  private(set) var expected: Position?
  private(set) var isDryRun = false
  private(set) var wantsHelp = false

  private var rest: ArraySlice<String>
  private var options: KindOptions?

  init(_ arguments: [String]) throws(Failure) {
    rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "-h" || argument == "--help" {
        wantsHelp = true
      } else if argument.hasPrefix("--"), argument.utf8.count > 2 {
        try take(option: argument)
      } else {
        try take(plain: argument)
      }
    }
    if !wantsHelp { try checkTogether() }
  }

  private mutating func take(plain argument: String) throws(Failure) {
    if let kind {
      throw AppendArguments.misuse(
        "unexpected \"\(argument)\" after the kind \(kind).\n"
          + "Options begin with --, and a value with blanks stands in quotes."
      )
    }
    guard Vocabulary.standard[argument] != nil || Vocabulary.isOwn(argument) else {
      throw AppendArguments.unknown(kind: argument)
    }
    kind = argument
    options = KindOptions(argument)
  }

  private mutating func take(option argument: String) throws(Failure) {
    let parts = argument.dropFirst(2).split(
      separator: "=",
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    let name = String(parts[0])
    let attached = parts.count > 1 ? String(parts[1]) : nil
    if let option = options?[name] {
      try take(option, name, attached)
    } else if try takeRunOption(name, attached) {
      return
    } else if let (option, value) = switched(off: name), attached == nil {
      try add(Given(option: option, value: value))
    } else {
      throw unknown(option: name)
    }
  }

  private mutating func take(
    _ option: AppendOption,
    _ name: String,
    _ attached: String?
  ) throws(Failure) {
    guard option.arity == .switchable else {
      let value = try value(of: name, attached)
      return try add(Given(option: option, value: value))
    }
    let value = attached ?? "true"
    guard value == "true" || value == "false" else {
      throw AppendArguments.misuse(
        "--\(name)=\(value): this is true or false; write --\(name) or --no-\(name)."
      )
    }
    try add(Given(option: option, value: value))
  }

  /// The switch that `--no-…` turns off.
  private func switched(off name: String) -> (AppendOption, String)? {
    guard name.hasPrefix("no-"), let option = options?[String(name.dropFirst(3))],
      option.arity == .switchable
    else { return nil }
    return (option, "false")
  }

  private mutating func add(_ new: Given) throws(Failure) {
    if new.option.arity != .repeatable, given.contains(where: { $0.option == new.option }) {
      throw AppendArguments.misuse("\(new.option.spelling) stands twice; it takes one value.")
    }
    given.append(new)
  }

  /// Takes an option that says how to record, rather than what; false if there is none such.
  private mutating func takeRunOption(
    _ name: String,
    _ attached: String?
  ) throws(Failure) -> Bool {
    switch name {
    case "dry-run" where attached == nil: isDryRun = true
    case "jsonl": draftFile = try value(of: name, attached)
    case "log": log = try value(of: name, attached)
    case "snapshot": snapshot = try value(of: name, attached)
    case "by" where kind == nil: recorder = try value(of: name, attached)
    case "expect-position": expected = try position(value(of: name, attached))
    default: return false
    }
    return true
  }

  private func position(_ text: String) throws(Failure) -> Position {
    guard let number = Int(text), number >= 0, text.utf8.allSatisfy({ (48...57).contains($0) })
    else {
      throw AppendArguments.misuse(
        "--expect-position \(text): not a position. Write the number of the last line, such as 212."
      )
    }
    return Position(number)
  }

  private mutating func value(of name: String, _ attached: String?) throws(Failure) -> String {
    if let attached { return attached }
    guard let next = rest.first, !next.hasPrefix("--") else {
      throw AppendArguments.misuse(
        "--\(name) needs a value. One that begins with -- is written --\(name)=VALUE."
      )
    }
    rest.removeFirst()
    return next
  }

  private func checkTogether() throws(Failure) {
    guard draftFile != nil else { return }
    if let kind {
      throw AppendArguments.misuse(
        "--jsonl reads whole drafts, each with its kind; leave \(kind) out."
      )
    }
  }
}

// MARK: What is answered to questions

extension AppendArguments {
  /// The registration of something under `id`, by name or title.
  init(registering id: String, _ name: String, as sort: EntitySort) throws(Failure) {
    let option = sort == .source || sort == .caseFile ? "--title" : "--name"
    try self.init([sort.rawValue, "--id=\(id)", "\(option)=\(name)"])
  }

  /// The id that these register, if they do.
  var registeredID: String? {
    given.first { $0.option.field?.type == .newID }?.value
  }

  /// Whether `option` was given a value.
  func gives(_ option: AppendOption) -> Bool { given.contains { $0.option == option } }

  mutating func give(_ option: AppendOption, _ value: String) {
    given.append(Given(option: option, value: value))
  }

  mutating func choose(kind: String) throws(Failure) { try take(plain: kind) }
}

// MARK: What to say

extension AppendArguments {
  /// Options that say how to record, rather than what.
  static let runOptions = [
    "jsonl", "dry-run", "expect-position", "log", "snapshot", "by", "help",
  ]

  static func misuse(_ message: String) -> Failure { Failure(.wrongUsage, message) }

  static func unknown(kind: String) -> Failure {
    let nearest = Vocabulary.standard.nearest(to: kind)
    let hint = nearest.isEmpty ? "" : " Did you mean \(nearest.joined(separator: ", "))?"
    return misuse(
      "there is no kind \"\(kind)\".\(hint)\n"
        + "`annals append --help` lists the kinds; one of your own begins with x-."
    )
  }

  private func unknown(option name: String) -> Failure {
    guard let kind, let options else {
      let nearest = Spelling.nearest(to: name, in: AppendArguments.runOptions)
      return AppendArguments.misuse(
        "--\(name) stands before the kind\(nearest.map { "; did you mean --\($0)?" } ?? ".")\n"
          + "Name the kind first, such as `annals append arrest --date 2016-05-17 …`."
      )
    }
    if Vocabulary.standard.isAboutRecord(kind), ["date", "account-of"].contains(name) {
      return AppendArguments.misuse(
        "\(kind) is about the record itself and takes no --\(name).\n"
          + "`annals append \(kind) --help` lists its options."
      )
    }
    let known = options.all.flatMap(\.names) + AppendArguments.runOptions
    let nearest = Spelling.nearest(to: name, in: known).map { " Did you mean --\($0)?" } ?? ""
    let next =
      Vocabulary.isOwn(kind)
      ? "A kind of your own takes its fields as --set \(name)=JSON."
      : "`annals append \(kind) --help` lists its options."
    return AppendArguments.misuse("\(kind) has no option --\(name).\(nearest)\n\(next)")
  }
}
