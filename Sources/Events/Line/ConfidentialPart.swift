/// The confidential part of an event, as it is kept apart from the log.
package struct ConfidentialPart: Sendable {
  /// What stands in the log instead of it.
  package let digest: LineHash
  /// Its line in the file of confidential parts, without newline.
  package let line: [UInt8]

  /// Salts `object`, so that no guess at it can be confirmed by its digest.
  ///
  /// A salt that it bears already is kept: a copy of a recorded part has the recorded digest.
  init(_ object: JSON, salt: @autoclosure () -> Salt) throws(DraftFault) {
    guard let given = object.members else {
      throw DraftFault("private", .wrongType(expected: "an object"))
    }
    var members = given.filter { !$0.name.hasSameBytes(as: "salt") }
    if let stated = given[named: "salt"] {
      guard let salt = stated.text.flatMap(Salt.init) else {
        throw DraftFault(
          "private.salt",
          .wrongType(expected: "a salt that annals wrote; call a member of your own otherwise")
        )
      }
      members.append(JSONMember("salt", .text(salt.text)))
    } else {
      members.append(JSONMember("salt", .text(salt().text)))
    }
    var written: [UInt8] = []
    JSON.object(members).write(to: &written)
    digest = ConfidentialPart.digest(of: written.span)
    line = Array("{\"digest\":\"\(digest)\",\"private\":".utf8) + written + [UInt8(ascii: "}")]
  }

  /// SHA-256 of `annals private`, a newline, and the object's bytes as written.
  package static func digest(of object: Span<UInt8>) -> LineHash {
    LineHash(sha256: Array("annals private\n".utf8).span, object)
  }

  /// The object kept under `digest` in a line of the file; nil if the line is another's.
  ///
  /// A line whose object does not match its digest is nobody's.
  static func object(in line: Span<UInt8>, under digest: LineHash) -> JSON? {
    let head = Array("{\"digest\":\"\(digest)\",\"private\":".utf8)
    guard line.count > head.count, line[line.count - 1] == UInt8(ascii: "}") else { return nil }
    for index in head.indices where line[index] != head[index] { return nil }
    let object = line.extracting(head.count..<(line.count - 1))
    guard ConfidentialPart.digest(of: object) == digest else { return nil }
    // Its digest is right, so it is what was written; what cannot be read was never ours.
    return try? JSON(parsing: object)
  }

  /// The object kept under `digest` among the lines of the file.
  static func object(inLines bytes: [UInt8], under digest: LineHash) -> JSON? {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      if let object = object(in: Array(line).span, under: digest) { return object }
    }
    return nil
  }
}
