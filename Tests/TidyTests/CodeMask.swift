/// Blanks comments and the text of literals out of Swift source, so that rules look at code alone.
///
/// Every byte keeps its place: what is blanked becomes a space, the inside of a backticked name
/// `x`. Code inside an interpolation stays. A bare `/regex/` is not recognised: write `#/regex/#`.
struct CodeMask {
  /// What encloses the byte at hand.
  private enum Frame: Equatable {
    case code(openParens: Int)
    case literal(hashes: Int, isMultiline: Bool)
  }

  /// The source with everything but code blanked.
  private(set) var code: [UInt8]
  /// The source with everything but comments blanked.
  private(set) var comments: [UInt8]
  private let source: [UInt8]
  private var frames = [Frame.code(openParens: 0)]
  private var index = 0

  init(_ text: String) {
    source = Array(text.utf8)
    code = source.map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
    comments = code
    while index < source.count { step() }
  }

  private mutating func step() {
    switch frames.last {
    case .literal(let hashes, let isMultiline):
      stepInLiteral(hashes: hashes, isMultiline: isMultiline)
    default: stepInCode()
    }
  }

  private mutating func stepInCode() {
    if isNext("//") {
      while index < source.count, source[index] != UInt8(ascii: "\n") { takeComment() }
    } else if isNext("/*") {
      takeBlockComment()
    } else if isNext("`") {
      takeBacktickedName()
    } else if let opening = literalOpening {
      if opening.isRegex {
        skipRegex()
      } else {
        index += opening.length
        frames.append(.literal(hashes: opening.hashes, isMultiline: opening.isMultiline))
      }
    } else {
      countParens()
    }
  }

  private mutating func countParens() {
    if case .code(let open) = frames.last {
      if isNext("(") {
        frames[frames.count - 1] = .code(openParens: open + 1)
      } else if isNext(")") {
        if open == 0, frames.count > 1 {
          frames.removeLast()
          index += 1
          return
        }
        frames[frames.count - 1] = .code(openParens: max(0, open - 1))
      }
    }
    code[index] = source[index]
    index += 1
  }

  private mutating func stepInLiteral(hashes: Int, isMultiline: Bool) {
    let guardText = String(repeating: "#", count: hashes)
    let closing = (isMultiline ? "\"\"\"" : "\"") + guardText
    if isNext("\\" + guardText + "(") {
      index += hashes + 2
      frames.append(.code(openParens: 0))
    } else if isNext("\\" + guardText) {
      index += hashes + 2
    } else if isNext(closing) {
      index += closing.utf8.count
      frames.removeLast()
    } else {
      // A one-line literal cannot run on: the source is broken, or this scanner misread it.
      if !isMultiline, source[index] == UInt8(ascii: "\n") { frames.removeLast() }
      index += 1
    }
  }

  private mutating func takeComment() {
    comments[index] = source[index]
    index += 1
  }

  private mutating func takeBlockComment() {
    var depth = 0
    repeat {
      if isNext("/*") {
        depth += 1
        takeComment()
      } else if isNext("*/") {
        depth -= 1
        takeComment()
      }
      takeComment()
    } while depth > 0 && index < source.count
  }

  private mutating func takeBacktickedName() {
    code[index] = source[index]
    index += 1
    while index < source.count, !isNext("`"), !isNext("\n") {
      code[index] = UInt8(ascii: "x")
      index += 1
    }
    guard index < source.count else { return }
    code[index] = source[index]
    index += 1
  }

  private mutating func skipRegex() {
    index += 2
    while index < source.count, !isNext("/#") { index += 1 }
    index += 2
  }

  private struct Opening {
    var hashes: Int
    var isMultiline = false
    var isRegex = false

    var length: Int { hashes + (isMultiline ? 3 : 1) }
  }

  /// The literal that opens at the byte at hand, if one does.
  private var literalOpening: Opening? {
    var hashes = 0
    while index + hashes < source.count, source[index + hashes] == UInt8(ascii: "#") { hashes += 1 }
    if isNext("\"\"\"", after: hashes) { return Opening(hashes: hashes, isMultiline: true) }
    if isNext("\"", after: hashes) { return Opening(hashes: hashes) }
    return hashes == 1 && isNext("/", after: 1) ? Opening(hashes: 1, isRegex: true) : nil
  }

  private func isNext(_ text: String, after offset: Int = 0) -> Bool {
    source[min(index + offset, source.count)...].starts(with: text.utf8)
  }
}
