/// Reads drafts, and says everything that is wrong with one that cannot be recorded.
///
/// It knows the vocabulary, not the record: whether what a draft refers to exists is for
/// `ReferenceCheck`.
package struct DraftReader: Sendable {
  package let vocabulary: Vocabulary

  package init(vocabulary: Vocabulary = .standard) {
    self.vocabulary = vocabulary
  }

  /// The longest line that is read: 1 MiB.
  package static let lineBytesMax = 1_048_576

  /// The members of a draft beside its content.
  package static let envelopeNames = ["id", "by", "private"]

  /// The members that annals writes when it seals a line.
  package static let sealedNames = ["n", "recorded", "more", "salt", "hash", "withheld"]

  private static let allEnvelopeNames = Set(envelopeNames + sealedNames)

  /// The draft on one line, without its newline.
  package func draft(_ line: Span<UInt8>) throws(DraftRefusal) -> Draft {
    if line.count > DraftReader.lineBytesMax {
      throw .lineTooLong(bytesMax: DraftReader.lineBytesMax)
    }
    let json: JSON
    do {
      json = try JSON(parsing: line)
    } catch {
      throw .notJSON(error)
    }
    return try draft(json)
  }

  package func draft(_ line: String) throws(DraftRefusal) -> Draft {
    let bytes = Array(line.utf8)
    return try draft(bytes.span)
  }

  package func draft(_ json: JSON) throws(DraftRefusal) -> Draft {
    guard let members = json.members else { throw .notAnObject }
    let reader = ContentReader(members, envelope: DraftReader.allEnvelopeNames)
    var envelope = EnvelopeReader()
    for member in reader.envelope { envelope.read(member) }
    let check = ContentCheck(reader.content, vocabulary)
    let faults = envelope.faults + reader.faults.map(check.located) + check.faults
    if !faults.isEmpty { throw .faults(faults) }
    return Draft(
      id: envelope.id,
      by: envelope.by,
      content: reader.content.withoutEmptyText,
      confidential: envelope.confidential
    )
  }

  /// The content that these members make, none of them of the envelope.
  package func content(_ members: [JSONMember]) throws(DraftRefusal) -> Content {
    try draft(.object(members)).content
  }

  /// What the vocabulary finds wrong with content that was read before, such as a recorded line's.
  package func faults(in content: Content) -> [DraftFault] {
    ContentCheck(content, vocabulary).faults
  }
}

extension Content {
  /// An empty account is none.
  fileprivate var withoutEmptyText: Content {
    guard text?.isEmpty == true else { return self }
    var content = self
    content.text = nil
    return content
  }
}

/// Reads the members of a draft that are not content.
private struct EnvelopeReader {
  private(set) var id: EventID?
  private(set) var by: String?
  private(set) var confidential: JSON?
  private(set) var faults: [DraftFault] = []

  mutating func read(_ member: JSONMember) {
    switch member.name {
    case "id": readID(member.value)
    case "by": readBy(member.value)
    case "private": readConfidential(member.value)
    default: faults.append(DraftFault(member.name, .sealed))
    }
  }

  private mutating func readID(_ value: JSON) {
    guard let text = value.text else {
      return faults.append(DraftFault("id", .wrongType(expected: "text")))
    }
    id = EventID(text)
    if id == nil { faults.append(DraftFault("id", .badEventID(text))) }
  }

  private mutating func readBy(_ value: JSON) {
    guard let text = value.text else {
      return faults.append(DraftFault("by", .wrongType(expected: "text")))
    }
    if let reason = Recorder.fault(in: text) {
      faults.append(DraftFault("by", reason))
    } else {
      by = text
    }
  }

  private mutating func readConfidential(_ value: JSON) {
    guard let members = value.members else {
      return faults.append(DraftFault("private", .wrongType(expected: "an object")))
    }
    if members[named: "salt"] != nil { faults.append(DraftFault("private.salt", .sealed)) }
    if !members.isEmpty { confidential = value }
  }
}

/// The code of somebody who records.
package enum Recorder {
  package static let bytesMax = 64

  /// Why `code` cannot stand in `by`: it is 1 to 64 bytes without control characters.
  package static func fault(in code: String) -> DraftFault.Reason? {
    if code.isEmpty { return .empty }
    if code.utf8.count > bytesMax { return .tooLong(bytesMax: bytesMax) }
    let hasControl = code.unicodeScalars.contains { $0.properties.generalCategory == .control }
    return hasControl ? .controlCharacter : nil
  }
}
