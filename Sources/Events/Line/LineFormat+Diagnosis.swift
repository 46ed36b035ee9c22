extension LineFormat {
  /// The members of the one object on a line, or why there is none.
  static func members(_ line: Span<UInt8>) throws(Damage.Kind) -> [JSONMember] {
    let parsed: JSON
    do {
      parsed = try JSON(parsing: line)
    } catch {
      throw unreadable(line, error)
    }
    guard let members = parsed.members else {
      throw .notJSON(JSONError(.expected("an object"), at: 0))
    }
    return members
  }

  /// What is wrong with a line that does not end in a hash.
  static func unsealed(_ line: Span<UInt8>) -> Damage.Kind {
    do {
      let members = try members(line)
      if line[line.count - 1] == UInt8(ascii: "\r") { return .carriageReturn }
      return members[named: "hash"] == nil ? .unsealed : .hashMisplaced
    } catch {
      return error
    }
  }

  /// Why a line is not JSON, most telling reason first.
  private static func unreadable(_ line: Span<UInt8>, _ error: JSONError) -> Damage.Kind {
    if line.count == 0 { return .blank }
    if let at = line.firstIndex(of: 0) { return .nulBytes(at: at) }
    if line.starts(with: [0xEF, 0xBB, 0xBF]) { return .byteOrderMark }
    do {
      _ = try UTF8Span(validating: line)
    } catch {
      return .invalidUTF8(at: error.byteOffsets.lowerBound)
    }
    for marker in ["<<<<<<< ", "=======", ">>>>>>> ", "||||||| "]
    where line.starts(with: Array(marker.utf8)) {
      return .mergeConflict
    }
    // What is glued was whole before: `7{` is only the beginning of something.
    if error.reason == .secondObject, line[0] == UInt8(ascii: "{") {
      return .glued(at: error.offset)
    }
    return .notJSON(error)
  }
}

extension Span<UInt8> {
  func firstIndex(of byte: UInt8) -> Int? {
    for index in 0..<count where self[index] == byte { return index }
    return nil
  }
}
