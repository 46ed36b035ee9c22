import Testing

@testable import Events

@Suite struct DraftSchemaTests {
  @Test func `the committed schema is the one that the vocabulary generates`() throws {
    let generated = DraftSchema.json.indented + "\n"
    let committed = try CommittedFile("docs/draft.schema.json").text(orRegenerating: generated)
    #expect(committed == generated, "run ANNALS_REGENERATE=1 swift test --filter DraftSchema")
  }

  @Test(arguments: Vocabulary.standard.kinds)
  func `every kind has a definition and a condition that leads to it`(kind: Kind) {
    let schema = DraftSchema.json
    let name = "kind-\(kind.name)"
    #expect(schema["$defs"]?[name]?["description"] == .text(kind.meaning))
    let conditions = schema["allOf"]?.array ?? []
    let leading = conditions.filter { $0["then"]?["$ref"]?.text == "#/$defs/\(name)" }
    #expect(leading.count == 1)
    #expect(leading.first?["if"]?["properties"]?["kind"]?["const"] == .text(kind.name))
  }

  @Test func `every reference leads to a definition`() {
    let schema = DraftSchema.json
    var found = 0
    func visit(_ value: JSON) {
      for item in value.array ?? [] { visit(item) }
      for member in value.members ?? [] {
        if member.name == "$ref", let text = member.value.text {
          let name = String(text.dropFirst("#/$defs/".count))
          #expect(schema["$defs"]?[name] != nil, "\(text)")
          found += 1
        }
        visit(member.value)
      }
    }
    visit(schema)
    #expect(found > 100)
  }

  @Test func `the committed samples hold every field of every kind`() throws {
    let samples = Vocabulary.standard.kinds.flatMap { kind in
      [SampleDetails.required(of: kind), SampleDetails.all(of: kind)].map { details in
        SampleDetails.draft(of: kind, details: details).written + "\n"
      }
    }
    let generated = samples.joined()
    let committed = try CommittedFile("Tests/Schema/samples.jsonl")
      .text(orRegenerating: generated)
    #expect(committed == generated, "run ANNALS_REGENERATE=1 swift test --filter DraftSchema")
  }

  @Test(arguments: ["taken", "refused"])
  func `the reader judges as the schema does`(name: String) throws {
    let lines = try CommittedFile("Tests/Schema/\(name).jsonl").lines
    #expect(lines.count > 10)
    for line in lines {
      let isTaken: Bool
      do throws(DraftRefusal) {
        _ = try DraftReader().draft(line)
        isTaken = true
      } catch {
        isTaken = false
      }
      #expect(isTaken == (name == "taken"), "\(line)")
    }
  }
}
