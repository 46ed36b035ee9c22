/// Something that takes any bytes, and what must hold whatever they are.
struct FuzzTarget {
  let name: String
  /// Inputs to begin with.
  let seeds: [[UInt8]]
  /// Changes an input as only this target needs it, beside the changes of bytes.
  var reshape: ((inout [UInt8], inout Chance) -> Void)?
  /// Takes one input; the same result stands for the same course of things.
  let execute: ([UInt8]) throws(Violation) -> Int

  init(
    _ name: String,
    _ seeds: [[UInt8]],
    reshape: ((inout [UInt8], inout Chance) -> Void)? = nil,
    execute: @escaping ([UInt8]) throws(Violation) -> Int
  ) {
    self.name = name
    self.seeds = seeds
    self.reshape = reshape
    self.execute = execute
  }
}

/// Something that must hold and does not.
struct Violation: Error {
  let what: String

  init(_ what: String) {
    self.what = what
  }
}

/// Fails unless `condition` holds; `what` says what must.
func require(_ condition: Bool, _ what: @autoclosure () -> String) throws(Violation) {
  if !condition { throw Violation(what()) }
}

/// The value that must be there.
func required<Value>(
  _ what: @autoclosure () -> String,
  _ body: () throws -> Value
) throws(Violation) -> Value {
  do {
    return try body()
  } catch {
    throw Violation("\(what()): \(error)")
  }
}
