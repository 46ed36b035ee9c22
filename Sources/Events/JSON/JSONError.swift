/// Why bytes are not one JSON value, and at which byte.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Reason: Hashable, Sendable {
    case unexpectedEnd
    case expected(String)
    case trailing
    /// A second object on the same line.
    case secondObject
    case badNumber
    case badEscape
    case loneSurrogate
    case nul
    case controlCharacter(UInt8)
    case invalidUTF8
    case duplicateMember(String)
    /// The same inside the confidential part, whose names are as confidential as all of it.
    case duplicateConfidentialMember
    case tooDeep(limit: Int)
  }

  package let reason: Reason
  /// Bytes before the fault; a column counts from 1.
  package let offset: Int

  package init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  package var description: String {
    "\(prose) at byte \(offset + 1)"
  }

  private var prose: String {
    switch reason {
    case .unexpectedEnd: "the JSON ends too early"
    case .expected(let what): "not JSON: expected \(what)"
    case .trailing: "there is text after the JSON value"
    case .secondObject: "there are two objects on one line"
    case .badNumber: "not a JSON number"
    case .badEscape: "not a JSON escape"
    case .loneSurrogate: "half of a surrogate pair stands alone"
    case .nul: "the character U+0000 is not allowed"
    case .controlCharacter(let byte):
      "the control character 0x\(byte < 16 ? "0" : "")\(String(byte, radix: 16)) must be escaped"
    case .invalidUTF8: "the text is not valid UTF-8"
    case .duplicateMember(let name): "the member \"\(name)\" stands twice"
    case .duplicateConfidentialMember: "a member of the confidential part stands twice"
    case .tooDeep(let limit): "values are nested more than \(limit) deep"
    }
  }
}
