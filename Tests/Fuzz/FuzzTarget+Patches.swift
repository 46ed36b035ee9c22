import Events

extension FuzzTarget {
  /// Merge patches: the value on the first line, the patch on the second.
  ///
  /// Held against the rule as RFC 7396 writes it down, and against itself.
  static func patches(_ corpus: Corpus) throws -> FuzzTarget {
    let patches = try corpus.lines("patches.txt")
    let values = try corpus.lines("drafts.jsonl") + corpus.lines("json.txt")
    let seeds = patches.indices.map { index in
      values[index % values.count] + [UInt8(ascii: "\n")] + patches[index]
    }
    return FuzzTarget(
      "patches",
      seeds,
      reshape: { put(into: &$0, &$1, values) },
      execute: check
    )
  }

  private static func check(_ input: [UInt8]) throws(Violation) -> Int {
    let parts = input.split(
      separator: UInt8(ascii: "\n"),
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    guard parts.count == 2, let value = try? JSON(parsing: Array(parts[0]).span),
      let patch = try? JSON(parsing: Array(parts[1]).span)
    else { return 0 }
    let merged = value.merging(patch)
    try require(merged == value.mergedAsWrittenDown(patch), "not what RFC 7396 says")
    try require(merged.merging(patch) == merged, "patching twice is not patching once")
    return try 1 + checkCorrection(of: value, by: patch) + 4 * merged.course
  }

  /// Mostly a whole value and a whole patch: a change of bytes seldom leaves both readable.
  private static func put(
    into input: inout [UInt8],
    _ chance: inout Chance,
    _ values: [[UInt8]]
  ) {
    guard chance.roll(4) > 0 else { return }
    let isWritten = chance.roll(2) == 0
    let value = isWritten ? chance.pick(values) : Array(RandomJSON.value(&chance).written.utf8)
    input = value + [UInt8(ascii: "\n")] + Array(RandomJSON.object(&chance).written.utf8)
  }

  private static func checkCorrection(of value: JSON, by patch: JSON) throws(Violation) -> Int {
    let reader = DraftReader()
    guard let content = try? reader.draft(value).content else { return 0 }
    let recorded = content.patchedAsRecorded(by: patch)
    let written = JSON.object(recorded.members)
    let again = content.patchedAsRecorded(by: patch)
    try require(JSON.object(again.members) == written, "a correction has two results")
    try require(recorded.registration?.id == content.registration?.id, "a registered id changed")
    let corrected: Content
    do {
      corrected = try content.patched(by: patch)
    } catch {
      try require(!error.description.isEmpty, "a refusal without words")
      return 1
    }
    try require(reader.faults(in: corrected).isEmpty, "a correction left faults")
    try require(corrected.isSameContent(as: recorded), "what is recorded reads otherwise")
    return 2
  }
}

extension JSON {
  /// The procedure of RFC 7396, section 2, word for word.
  fileprivate func mergedAsWrittenDown(_ patch: JSON) -> JSON {
    guard case .object(let changes) = patch else { return patch }
    var target: [(name: [UInt8], value: JSON)] = (members ?? []).map {
      (Array($0.name.utf8), $0.value)
    }
    for change in changes {
      let name = Array(change.name.utf8)
      let place = target.firstIndex { $0.name == name }
      if change.value == .null {
        if let place { target.remove(at: place) }
      } else {
        let old = place.map { target[$0].value } ?? .null
        let new = old.mergedAsWrittenDown(change.value)
        if let place { target[place].value = new } else { target.append((name, new)) }
      }
    }
    return .object(target.map { JSONMember(String(decoding: $0.name, as: UTF8.self), $0.value) })
  }
}
