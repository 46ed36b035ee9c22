import Events
import Projections

/// The fields of an event's kind as people read them.
struct FieldText {
  let registry: Registry

  /// The field with its label; a list of more than words has a row for each item.
  func rows(_ name: String, _ value: JSON, of field: Field?) -> [(String, String)] {
    var label = name
    if case .list(.record)? = field?.type, let option = field.map(AppendOption.init) {
      label = option.names[0]
    }
    if case .newID? = field?.type { label = "registers" }
    label = label.replacing("_", with: " ")
    return texts(value, field?.type).map { (label, $0) }
  }

  private func texts(_ value: JSON, _ type: FieldType?) -> [String] {
    switch type {
    case .list(let item), .tuple(let item, _):
      let items = value.array ?? [value]
      let isRecord = items.contains { $0.members != nil }
      let texts = items.map { text($0, item) }
      return isRecord ? texts : [texts.joined(separator: "; ")]
    default:
      return [text(value, type)]
    }
  }

  private func text(_ value: JSON, _ type: FieldType?) -> String {
    switch (type, value) {
    case (.entity, .text(let id)), (.organisationOrText, .text(let id)): named(id)
    case (.choice, .text(let word)): word
    case (.count, .object): Count(value)?.words ?? value.written
    case (.record(_, let fields), .object(let members)): record(members, fields)
    case (_, .array(let values)): values.map { text($0, nil) }.joined(separator: "; ")
    case (_, .object): value.written
    case (_, .text(let text)): text
    case (_, .number(let spelling)): spelling
    case (_, .boolean(let isTrue)): isTrue ? "yes" : "no"
    case (_, .null): ""
    }
  }

  /// What it says first, what else it states in brackets: `release all (id free-all, of pace)`.
  private func record(_ members: [JSONMember], _ fields: [Field]) -> String {
    let text = members[named: "text"]?.text
    let others = members.filter { text == nil || !$0.name.hasSameBytes(as: "text") }.map { member in
      let field = fields.first { $0.name.hasSameBytes(as: member.name) }
      let words = texts(member.value, field?.type).joined(separator: "; ")
      return member.name.replacing("_", with: " ") + " " + words
    }
    guard let text else { return others.joined(separator: ", ") }
    return others.isEmpty ? text : "\(text) (\(others.joined(separator: ", ")))"
  }

  /// Somebody or something registered, by name and id; any other text as it is.
  func named(_ id: String) -> String {
    guard let entity = EntityID(id), registry.knows(entity) else { return id }
    let name = registry.displayName(of: entity)
    return name.hasSameBytes(as: id) ? id : "\(name) (\(id))"
  }
}
