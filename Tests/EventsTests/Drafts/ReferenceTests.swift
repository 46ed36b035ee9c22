import Testing

@testable import Events

@Suite struct ReferenceTests {
  @Test func `references are listed in the order of the line, with their places`() throws {
    let draft = try DraftReader().draft(
      """
      {"kind":"declaration","date":"2017","title":"T","persons":["a","b"],\
      "actors":[{"actor":"c","role":"court"}],"place":"d/e","details":{"form":"call",\
      "issuer":"f","demands":[{"what":"release"},{"what":"release","for":["g","h"]}],\
      "claims":[{"text":"C","about":["e-1","e-2"]}],"about":["e-3"]},\
      "sources":[{"source":"i","via":"j"}],"account_of":"e-4","after":["e-5"],\
      "because_of":["e-6"]}
      """
    )
    let found = Vocabulary.standard.references(in: draft.content).map { reference in
      "\(reference.path) \(reference.entity?.text ?? reference.event?.text ?? "")"
    }
    #expect(
      found == [
        "persons[0] a", "persons[1] b", "actors[0].actor c", "place d/e", "details.issuer f",
        "details.demands[1].for[0] g", "details.demands[1].for[1] h",
        "details.claims[0].about[0] e-1", "details.claims[0].about[1] e-2",
        "details.about[0] e-3", "sources[0].source i", "sources[0].via j", "account_of e-4",
        "after[0] e-5", "because_of[0] e-6",
      ]
    )
  }

  @Test(arguments: [
    (#""kind":"closure","details":{"target":"herald","form":"closed"}"#, "perhapsOrganisation"),
    (#""kind":"person","details":{"id":"anna"}"#, "registration"),
    (#""kind":"relation","details":{"to":"anna"}"#, "entity"),
    (#""kind":"retraction","details":{"of":"e"}"#, "event"),
    (#""kind":"other","account_of":"e""#, "happening"),
  ])
  func `a reference says what it expects`(members: String, expected: String) throws {
    let json = try JSON(parsing: "{\(members)}")
    let content = ContentReader(json.members ?? [], envelope: []).content
    let targets = Vocabulary.standard.references(in: content).map(\.target)
    #expect(targets.count == 1)
    let found = targets.first.map { target in
      switch target {
      case .event: "event"
      case .happening: "happening"
      case .entity: "entity"
      case .perhapsOrganisation: "perhapsOrganisation"
      case .registration: "registration"
      }
    }
    #expect(found == expected)
  }

  @Test(arguments: Vocabulary.standard.kinds)
  func `every field that takes an id is listed`(kind: Kind) throws {
    let details = SampleDetails.all(of: kind)
    let draft = try DraftReader().draft(SampleDetails.draft(of: kind, details: details))
    let listed = Set(
      Vocabulary.standard.references(in: draft.content).compactMap { reference in
        reference.path.field
      }
    )
    let expected = kind.fields.filter { field in
      let isExcluded = kind.oneOf.contains {
        $0.isExclusive && $0.fields.dropFirst().contains(field.name)
      }
      return !isExcluded && names(field.type)
    }
    #expect(listed == Set(expected.map(\.name)))
  }

  /// Whether a value of this type, as the samples have it, names something.
  private func names(_ type: FieldType) -> Bool {
    switch type {
    case .ref, .entity, .newID: true
    case .list(let item), .tuple(let item, _): names(item)
    case .record(_, let fields): fields.contains { names($0.type) }
    case .organisationOrText, .text, .texts, .choice, .date, .duration, .number, .boolean,
      .sha256, .count, .mergePatch:
      false
    }
  }
}
