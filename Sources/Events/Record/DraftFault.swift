/// Why a draft cannot be recorded, and which of its members is to blame.
package struct DraftFault: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Reason: Hashable, Sendable {
    case missing(hint: String?)
    case unknownMember(nearest: String?)
    case unknownKind(String, nearest: [String])
    case unknownField(kind: String, nearest: String?, known: [String])
    case wrongType(expected: String)
    case notAChoice(String, allowed: [String], nearest: String?)
    case badDate(EDTFError)
    case badDuration(CalendarDurationError)
    case badEventID(String)
    case badEntityID(String)
    case unknownEvent(String)
    case unknownEntity(String, expected: String, nearest: [String])
    case wrongEntity(String, expected: String, found: String)
    case alreadyRegistered(String, as: String)
    case tooLong(bytesMax: Int)
    /// A rule of the vocabulary that involves several members.
    case rule(String)
  }

  /// The member, such as `details.form` or `sources[0].source`.
  package let path: String
  package let reason: Reason

  package init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  package var description: String { "\(path): \(prose)" }

  private var prose: String {
    switch reason {
    case .missing(let hint): "is missing" + (hint.map { "; \($0)" } ?? "")
    case .unknownMember(let nearest): "no such member" + DraftFault.suggestion(nearest)
    case .unknownKind(let kind, let nearest):
      "there is no kind \"\(kind)\"" + DraftFault.suggestion(nearest)
        + "; `annals append --help` lists the kinds, and `x-…` is free for your own"
    case .unknownField(let kind, let nearest, let known):
      "\(kind) has no such field" + DraftFault.suggestion(nearest)
        + "; its fields are \(known.joined(separator: ", "))"
    case .wrongType(let expected): "must be \(expected)"
    case .notAChoice(let value, let allowed, let nearest):
      "\"\(value)\" is none of its choices" + DraftFault.suggestion(nearest)
        + ": \(allowed.joined(separator: ", "))"
    case .badDate(let error): error.description
    case .badDuration(let error): error.description
    case .badEventID(let id):
      "\"\(id)\" is no event id: 1 to 64 of A-Z a-z 0-9 . _ - with a non-digit"
    case .badEntityID(let id):
      "\"\(id)\" is no id: lower-case letters a-z, digits and - (places also /)"
    case .unknownEvent(let id): "no event \"\(id)\" is recorded before this one"
    case .unknownEntity(let id, let expected, let nearest):
      "no \(expected) \"\(id)\" is registered" + DraftFault.suggestion(nearest)
        + "; `annals append \(expected) --id \(id) …` registers one"
    case .wrongEntity(let id, let expected, let found):
      "\"\(id)\" is a \(found), and this must be a \(expected)"
    case .alreadyRegistered(let id, let kind):
      "\"\(id)\" is registered already, as a \(kind); a registration is corrected, not repeated"
    case .tooLong(let bytesMax): "is longer than \(bytesMax) bytes"
    case .rule(let text): text
    }
  }

  private static func suggestion(_ nearest: String?) -> String {
    suggestion(nearest.map { [$0] } ?? [])
  }

  private static func suggestion(_ nearest: [String]) -> String {
    nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: ", "))?"
  }
}
