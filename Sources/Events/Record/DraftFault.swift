/// Why a draft cannot be recorded, and which of its members is to blame.
package struct DraftFault: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Reason: Hashable, Sendable {
    case missing(hint: String?)
    case empty
    case wrongType(expected: String)
    case tooLong(bytesMax: Int)
    case notOneLine
    case controlCharacter
    case repeated(String)
    case unknownMember(nearest: String?)
    /// A member that only annals writes, when it seals a line.
    case sealed
    /// A member that a correction cannot change.
    case notCorrected(hint: String)

    case unknownKind(String, nearest: [String])
    case badOwnKind(String)
    case notDated(kind: String)
    case notAnAccount(kind: String)
    case unknownField(kind: String, nearest: String?, known: [String])
    /// A field of the kind that stands beside `details`.
    case belongsInDetails
    /// A member of every event that stands in `details`.
    case belongsBesideDetails
    case notAChoice(String, allowed: [String], nearest: String?)
    case oneNeeded([String], isExclusive: Bool)
    case countWithoutNumber(qualifier: String)
    case numberOfSome
    case tooFewIDs

    case badDate(EDTFError)
    case yearOutOfRange
    case badDuration(CalendarDurationError)
    case badEventID(String)
    case badEntityID(String)
    case slashOutsidePlace(String)

    case unknownEvent(String)
    case accountOfItself
    case accountOfAccount(String)
    case accountOfRecord(String, kind: String)
    /// An event that others are accounts of cannot itself become an account.
    case hasAccounts([String])
    /// An event that this one is to be after is after it already.
    case circleOfAfter(String)
    /// A person into whom somebody is to be merged is already that same one.
    case circleOfMerges(String, into: String, by: String?)
    case unknownEntity(String, expected: [EntitySort], nearest: [String])
    case wrongEntity(String, expected: [EntitySort], found: EntitySort)
    case alreadyRegistered(String, as: EntitySort)
  }

  /// The member, such as `details.form` or `sources[0].source`.
  package let path: String
  package let reason: Reason

  package init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  package var description: String { "\(path.printable): \(reason)" }
}

/// Why bytes are not a draft that can be recorded: all that is wrong with it.
package enum DraftRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  case notJSON(JSONError)
  case notAnObject
  case lineTooLong(bytesMax: Int)
  case faults([DraftFault])

  /// What is wrong, one fault a line.
  package var description: String {
    switch self {
    case .notJSON(let error): error.description
    case .notAnObject: "a draft is a JSON object, such as {\"kind\":\"arrest\",…}"
    case .lineTooLong(let bytesMax): "the draft is longer than \(bytesMax) bytes"
    case .faults(let faults): faults.map(\.description).joined(separator: "\n")
    }
  }
}
