import Events

/// The arguments of `correct`: the event, why, and what of it changes.
struct CorrectArguments {
  private(set) var event: String?
  private(set) var reason: String?
  /// Members and fields that the event shall no longer have.
  private(set) var cleared: [String] = []
  /// A whole merge patch, beside or in place of options.
  private(set) var patch: String?
  private(set) var wantsHelp = false
  /// What is left for the options of the event's kind.
  private(set) var rest: [String] = []

  init(_ arguments: [String]) throws(Failure) {
    var arguments = arguments[...]
    while let argument = arguments.popFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let attached = parts.count > 1 ? String(parts[1]) : nil
      switch String(parts[0]) {
      case "-h", "--help": wantsHelp = true
      case "--reason": reason = try CorrectArguments.value("--reason", attached, &arguments)
      case "--patch": patch = try CorrectArguments.value("--patch", attached, &arguments)
      case "--clear":
        cleared.append(try CorrectArguments.value("--clear", attached, &arguments))
      default:
        if event == nil, !argument.hasPrefix("-") {
          event = argument
        } else {
          rest.append(argument)
        }
      }
    }
  }

  private static func value(
    _ option: String,
    _ attached: String?,
    _ arguments: inout ArraySlice<String>
  ) throws(Failure) -> String {
    if let attached { return attached }
    guard let next = arguments.popFirst() else {
      throw Failure(.wrongUsage, "\(option) needs a value.")
    }
    return next
  }

  /// The merge patch that the options, `--clear` and `--patch` make together.
  func mergePatch(
    _ options: AppendArguments,
    of target: Content,
    resolving: any NameResolving
  ) throws -> (set: JSON, confidential: JSON?, id: String?, by: String?) {
    let given = try OptionDraft.parts(options, of: target.kind, resolving: resolving)
    var members = given.members
    let confidential = members[named: "private"]
    let id = members[named: "id"]?.text
    let by = members[named: "by"]?.text
    members.removeAll { ["private", "by", "id"].contains($0.name) }
    var details = given.details
    for name in cleared {
      let name = name.replacing("-", with: "_")
      if ContentReader.contentNames.contains(name) {
        members.append(JSONMember(name, .null))
      } else {
        try CorrectArguments.check(cleared: name, of: target)
        details.append(JSONMember(name, .null))
      }
    }
    if !details.isEmpty { members.append(JSONMember("details", .object(details))) }
    var set = JSON.object(members)
    if let patch {
      do {
        let written = try JSON(parsing: patch)
        guard written.members != nil else { throw Failure.notAPatch(patch) }
        // Merged by hand: a null in the patch must stay a null.
        set = set.joined(with: written)
      } catch let error as JSONError {
        throw Failure(.wrongUsage, "--patch: \(error).")
      }
    }
    return (set, confidential, id, by)
  }
}

extension CorrectArguments {
  /// Refuses to clear what an event of that kind cannot have, and this one has not.
  private static func check(cleared name: String, of target: Content) throws(Failure) {
    let fields = Vocabulary.standard[target.kind]?.fields.map(\.name) ?? []
    let known = fields + target.details.members.map(\.name)
    if known.contains(where: { $0.hasSameBytes(as: name) }) { return }
    let nearest = Spelling.nearest(to: name, in: ContentReader.contentNames + known)
    throw Failure(
      .wrongUsage,
      "--clear \(name): \(target.kind) has no such field"
        + (nearest.map { "; did you mean \($0)?" } ?? ".") + " Nothing was written."
    )
  }
}

extension Failure {
  fileprivate static func notAPatch(_ text: String) -> Failure {
    Failure(.wrongUsage, "--patch \(text): not a JSON object, such as {\"title\":\"…\"}.")
  }
}

extension JSON {
  /// Both objects in one; where both have a member, objects are joined and else the other's counts.
  fileprivate func joined(with other: JSON) -> JSON {
    guard let mine = members, let theirs = other.members else { return other }
    var result = mine
    for member in theirs {
      if let index = result.firstIndex(where: { $0.name.hasSameBytes(as: member.name) }) {
        result[index].value = result[index].value.joined(with: member.value)
      } else {
        result.append(member)
      }
    }
    return .object(result)
  }
}
