extension DraftFault.Reason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let hint): "is missing" + (hint.map { "; \($0)" } ?? "")
    case .empty: "is empty"
    case .wrongType(let expected): "must be \(expected)"
    case .tooLong(let bytesMax): "is longer than \(bytesMax) bytes"
    case .notOneLine: "must be one line; a longer account goes into text"
    case .controlCharacter: "must not contain control characters"
    case .repeated(let text): "\(quoted(text)) stands twice"
    case .unknownMember(let nearest): "no such member" + suggestion(nearest)
    case .sealed: "is written by annals when it seals the line; leave it out of a draft"
    case .notCorrected(let hint): "cannot be corrected; \(hint)"
    case .unknownKind(let kind, let nearest): unknownKind(kind, nearest)
    case .badOwnKind(let kind):
      "\(quoted(kind)) is no name for a kind of your own: x- and then 1 to 62 of a-z 0-9 -"
    case .notDated(let kind):
      "\(kind) is about the record itself and bears no date; leave it out"
    case .notAnAccount(let kind):
      "\(kind) is about the record itself and is no account of a happening; leave it out"
    case .unknownField(let kind, let nearest, let known): unknownField(kind, nearest, known)
    case .belongsInDetails: "is a field of the kind; write it into details"
    case .belongsBesideDetails: "is a member of every event; write it beside details"
    case .notAChoice(let value, let allowed, let nearest):
      "\(quoted(value)) is none of its choices\(suggestion(nearest)), which are "
        + allowed.joined(separator: ", ")
    case .oneNeeded(let names, let isExclusive):
      "needs \(isExclusive ? "exactly " : "")one of \(names.joined(separator: ", "))"
    case .countWithoutNumber(let qualifier):
      "is missing; only a count with the qualifier some has no n, and this one is \(qualifier)"
    case .numberOfSome: "a count with the qualifier some has no n; leave one of them out"
    case .tooFewIDs: "names fewer than two persons"
    case .badDate(let error): error.description
    case .yearOutOfRange: "the years of the record are 0000 to 9999"
    case .badDuration(let error): error.description
    case .badEventID(let id):
      "\(quoted(id)) is no event id: 1 to 64 of A-Z a-z 0-9 . _ - with a non-digit"
    case .badEntityID(let id): badEntityID(id)
    case .slashOutsidePlace(let id): "\(quoted(id)) has a /, which only ids of places have"
    case .unknownEvent(let id): "no event \(quoted(id)) is recorded before this one"
    case .accountOfItself: "an event is no account of itself"
    case .accountOfAccount(let id):
      "\(quoted(id)) is itself an account of another event; name that event"
    case .accountOfRecord(let id, let kind):
      "\(quoted(id)) is of the kind \(kind), which is about the record itself and has no accounts"
    case .hasAccounts(let ids):
      "this event has accounts itself (\(ids.map(quoted).joined(separator: ", "))); "
        + "rank one of them, or correct their account_of first"
    case .circleOfAfter(let id):
      "\(quoted(id)) is itself after this event, if only through others; correct that first"
    case .circleOfMerges(let id, let into, let merge):
      "\(quoted(into)) is merged into \(quoted(id)) already"
        + (merge.map { ", by \(quoted($0))" } ?? "")
        + "; one of the two merges must be retracted first"
    case .unknownEntity(let id, let expected, let nearest): unknownEntity(id, expected, nearest)
    case .wrongEntity(let id, let expected, let found):
      "\(quoted(id)) is registered as \(found.noun), and this must be "
        + expected.map(\.noun).joined(separator: " or ")
    case .alreadyRegistered(let id, let sort): alreadyRegistered(id, sort)
    }
  }

  private func unknownKind(_ kind: String, _ nearest: [String]) -> String {
    "there is no kind \(quoted(kind))" + suggestion(nearest)
      + "; `annals append --help` lists the kinds, and `x-…` is free for your own"
  }

  private func unknownField(_ kind: String, _ nearest: String?, _ known: [String]) -> String {
    let fields =
      known.isEmpty ? "it takes none" : "its fields are \(known.joined(separator: ", "))"
    return "\(kind) has no such field\(suggestion(nearest)); \(fields)"
  }

  private func badEntityID(_ id: String) -> String {
    "\(quoted(id)) is no id: at most \(EntityID.bytesMax) of a-z 0-9 - (places also /)"
  }

  private func unknownEntity(
    _ id: String,
    _ expected: [EntitySort],
    _ nearest: [String]
  ) -> String {
    let commands = expected.map { "`annals append \($0.rawValue) --id \(id) …`" }
    return "no \(expected.words) \(quoted(id)) is registered\(suggestion(nearest)); "
      + "\(commands.joined(separator: " or ")) registers one"
  }

  private func alreadyRegistered(_ id: String, _ sort: EntitySort) -> String {
    "\(quoted(id)) is registered already, as \(sort.noun); "
      + "a registration is corrected, not repeated"
  }

  private func quoted(_ text: String) -> String { "\"\(text.printable)\"" }

  private func suggestion(_ nearest: String?) -> String {
    suggestion(nearest.map { [$0] } ?? [])
  }

  private func suggestion(_ nearest: [String]) -> String {
    nearest.isEmpty ? "" : " (did you mean \(nearest.joined(separator: ", "))?)"
  }
}
