/// A function, initialiser, subscript or computed property with a body.
struct Function: Equatable {
  let name: String
  /// The line of its declaration.
  let line: Int
  /// From the line of its declaration to that of its closing brace.
  let length: Int
}

extension SourceFile {
  /// Every function in the file, nested ones too, found by counting brackets.
  var functions: [Function] {
    let bytes = Array(code.utf8)
    let head = #/(?:^|[\s{};])(func\s+[^\s(<]+|(?:init|subscript|deinit)(?=[?(<\s{])|var\s+\w+)/#
    return code.matches(of: head).compactMap { match in
      let declaration = match.output.1
      let start = code[..<declaration.startIndex].utf8.count
      let isProperty = declaration.hasPrefix("var")
      guard
        let opening = SourceFile.opening(
          in: bytes,
          after: start + declaration.utf8.count,
          isProperty: isProperty
        ),
        let closing = SourceFile.closing(in: bytes, of: opening)
      else { return nil }
      let newline = UInt8(ascii: "\n")
      return Function(
        name: String(declaration.split(whereSeparator: \.isWhitespace).last ?? declaration),
        line: 1 + bytes[..<start].count { $0 == newline },
        length: 1 + bytes[start...closing].count { $0 == newline }
      )
    }
  }

  /// The brace that opens the body; nil for a requirement of a protocol or a stored property.
  private static func opening(in bytes: [UInt8], after start: Int, isProperty: Bool) -> Int? {
    var depth = 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "{") where depth == 0: return index
      case UInt8(ascii: "}") where depth == 0, UInt8(ascii: ";") where depth == 0: return nil
      case UInt8(ascii: "=") where depth == 0 && isProperty: return nil
      case UInt8(ascii: "\n") where depth == 0:
        if isProperty || startsDeclaration(bytes[(index + 1)...]) { return nil }
      default: break
      }
      if depth < 0 { return nil }
      index += 1
    }
    return nil
  }

  private static func closing(in bytes: [UInt8], of opening: Int) -> Int? {
    var depth = 0
    for index in opening..<bytes.count {
      if bytes[index] == UInt8(ascii: "{") { depth += 1 }
      if bytes[index] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// Whether the next line begins another declaration, so that the one before it had no body.
  private static func startsDeclaration(_ rest: ArraySlice<UInt8>) -> Bool {
    let line = rest.prefix { $0 != UInt8(ascii: "\n") }
    let word = String(decoding: line, as: UTF8.self).drop { $0 == " " }
    if word.hasPrefix("@") { return true }
    return [
      "func", "var", "let", "init", "subscript", "static", "mutating", "package", "private",
      "public", "internal", "fileprivate", "associatedtype", "case", "typealias", "struct", "enum",
      "class", "protocol", "extension", "nonisolated",
    ].contains { word.hasPrefix($0 + " ") || word.hasPrefix($0 + "(") }
  }
}
