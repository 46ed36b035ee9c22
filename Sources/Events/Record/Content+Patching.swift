extension Content {
  /// What a correction makes of this content; a result that is no valid draft is refused.
  ///
  /// The patch speaks of the draft form without `id`, `by`, `private`, and without the id that a
  /// registration gives. No correction makes an event of the record itself of another, or the
  /// reverse.
  package func patched(
    by patch: JSON,
    reader: DraftReader = DraftReader()
  ) throws(DraftRefusal) -> Content {
    guard let changes = patch.members else {
      throw .faults([DraftFault("details.set", .wrongType(expected: "an object"))])
    }
    var faults: [DraftFault] = []
    for change in changes {
      guard let reason = DraftFault.Reason.ofPatching(change.name) else { continue }
      faults.append(DraftFault(change.name, reason))
    }
    if registration != nil, patch["details"]?["id"] != nil {
      faults.append(DraftFault("details.id", .notCorrected(hint: "an id stays as registered")))
    }
    if let kind = patch["kind"]?.text, crosses(to: kind, reader.vocabulary) {
      let hint = "an event of the record itself becomes no other, nor the reverse; retract it"
      faults.append(DraftFault("kind", .notCorrected(hint: hint)))
    }
    if !faults.isEmpty { throw .faults(faults) }
    return try reader.content(members(afterPatch: changes))
  }

  /// What a recorded correction makes of this content, whoever accepted it.
  ///
  /// Nothing is refused: what no correction may touch is left as it is, and what this program
  /// cannot read is kept unread.
  package func patchedAsRecorded(
    by patch: JSON,
    vocabulary: Vocabulary = .standard
  ) -> Content {
    var changes = (patch.members ?? []).filter { DraftFault.Reason.ofPatching($0.name) == nil }
    if let kind = patch["kind"], crosses(to: kind, vocabulary) {
      changes.removeAll { $0.name == "kind" }
    }
    // Without details that can be read there would be no id.
    if registration != nil, let details = patch["details"], details.members == nil,
      details != .null
    {
      changes.removeAll { $0.name == "details" }
    }
    return ContentReader(members(afterPatch: changes), envelope: []).content
  }

  /// Whether `kind` lies on the other side of the line between the world and the record itself, or
  /// registers something else.
  private func crosses(to kind: String, _ vocabulary: Vocabulary) -> Bool {
    !kind.hasSameBytes(as: self.kind)
      && (vocabulary.isAboutRecord(kind) || vocabulary.isAboutRecord(self.kind))
  }

  /// The same of a kind as a patch states it: what is no text is no kind of the record itself.
  private func crosses(to kind: JSON, _ vocabulary: Vocabulary) -> Bool {
    kind.text.map { crosses(to: $0, vocabulary) } ?? vocabulary.isAboutRecord(self.kind)
  }

  private func members(afterPatch changes: [JSONMember]) -> [JSONMember] {
    guard let (id, _) = registration else {
      return JSON.object(members).merging(.object(changes)).members ?? []
    }
    var content = self
    content.details.members.removeAll { $0.name == "id" }
    var patched = JSON.object(content.members).merging(.object(changes)).members ?? []
    let idMember = JSONMember("id", .text(id.text))
    if let place = patched.firstIndex(where: { $0.name == "details" }) {
      guard let details = patched[place].value.members else { return patched }
      patched[place].value = .object([idMember] + details.filter { $0.name != "id" })
    } else {
      patched.append(JSONMember("details", .object([idMember])))
    }
    return patched
  }
}
