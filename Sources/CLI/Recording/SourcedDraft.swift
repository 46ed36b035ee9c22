import Events

/// A draft and where it comes from, so that messages can say where.
struct SourcedDraft {
  enum Origin {
    /// Such as `facts.jsonl:12`.
    case line(String)
    case options(KindOptions)
    /// Made by a command other than `append`.
    case command
  }

  var draft: Draft
  let origin: Origin

  /// `message`, each line of it after the origin.
  func located(_ message: String) -> String {
    guard case .line(let origin) = origin else { return message }
    return message.split(separator: "\n").map { "\(origin): \($0)" }.joined(separator: "\n")
  }

  /// What is wrong with the draft, in the words of whoever gave it.
  func message(of fault: DraftFault) -> String {
    switch origin {
    case .line, .command: located(fault.description)
    case .options(let options): OptionNames(options).message(of: fault)
    }
  }
}

/// Names the option that gave a part of a draft.
struct OptionNames {
  private let options: KindOptions

  init(_ options: KindOptions) {
    self.options = options
  }

  func messages(of refusal: DraftRefusal) -> [String] {
    guard case .faults(let faults) = refusal else { return [refusal.description] }
    return faults.map(message)
  }

  func message(of fault: DraftFault) -> String {
    if fault.path == "details" { return "\(options.kind): \(fault.reason)" }
    guard let option = options.option(at: fault.path) else { return fault.description }
    let part = OptionNames.part(fault.path, of: option)
    return "\(option.spelling)\(part.map { " (\($0))" } ?? ""): \(fault.reason)"
  }

  /// What the path says beyond the option: the member of an object, such as a demand's `what`.
  private static func part(_ path: String, of option: AppendOption) -> String? {
    guard let field = option.field else { return nil }
    let rest = path.dropFirst("details.\(field.name)".count)
    return rest.contains(".") ? "\(field.name)\(rest)" : nil
  }
}
