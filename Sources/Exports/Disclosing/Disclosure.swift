internal import Events
internal import Projections

/// What may leave the house: names and ids of people as their registration allows.
///
/// A protected person's names are replaced wherever they stand in free text; their id, and every
/// other id that tells their name, by one that tells nothing: `person-3` for whoever line 3
/// registers, `event-212` for the event of line 212.
struct Disclosure {
  private let record: any NameRegister
  private let people: ProtectedPeople
  private let names: ProtectedNames

  /// `latest` holds everything that is recorded, also after the moment that is asked about; nil if
  /// `record` does.
  init(of record: any NameRegister, latest: (any NameRegister)?) {
    self.record = record
    let people = ProtectedPeople(of: record, latest: latest)
    self.people = people
    guard !people.people.isEmpty else {
      names = ProtectedNames([], beside: KeptNames(NamesInMemory()) { _ in nil })
      return
    }
    let others = KeptNames(record.names) { id in
      switch record.entity(id)?.sort {
      case .person: people[id] == nil ? .person : nil
      case .organisation, .place: .thing
      case .source, .caseFile, nil: nil
      }
    }
    names = ProtectedNames(
      people.people.map { ProtectedNames.Person(names: $0.names, ids: $0.ids, shown: $0.shown) },
      beside: others
    )
  }

  /// Whether nobody is protected, so that everything may leave as it is.
  var isIdle: Bool { people.people.isEmpty }

  /// The name under which a document shows `id`.
  func name(of id: EntityID) -> String {
    if let person = people[id] { return person.shown }
    guard !isIdle else { return record.displayName(of: id) }
    guard record.entity(id) != nil else { return self.id(of: id) }
    return text(record.displayName(of: id))
  }

  func text(_ text: String) -> String { names.replaced(in: text) }

  /// A tag or the name of a case.
  func label(_ text: String) -> String {
    guard !isIdle else { return text }
    if let id = EntityID(text), record.firstRegistration(of: id) != nil { return self.id(of: id) }
    return names.replaced(inLabel: text)
  }

  /// What somebody searched for.
  func query(_ text: String) -> String { names.replaced(inQuery: text) }

  func id(of id: EntityID) -> String {
    guard !isIdle else { return id.text }
    if let person = people[id] { return person.standIn }
    let entity = record.entity(id)
    let own = entity?.sort == .person ? entity?.names.map(\.text) : nil
    guard names.areTold(by: id.text, besides: own ?? []) else { return id.text }
    let sort = record.sort(of: id)?.rawValue ?? "somebody"
    // A place without a registration of its own has no line.
    let standIn = record.firstRegistration(of: id).map { "\(sort)-\($0)" } ?? "\(sort)-x"
    return free(standIn) { EntityID($0).flatMap(record.sort) != nil }
  }

  /// The id of the event called `id`, which stands at `position`.
  func id(of id: EventID, at position: Position) -> String {
    guard names.areTold(by: id.text) else { return id.text }
    return free("event-\(position)") { EventID($0).flatMap(record.place) != nil }
  }

  /// What stands for the event called `text`; nil if there is none.
  private func event(called text: String) -> String? {
    guard let id = EventID(text), let position = record.place(of: id) else { return nil }
    return self.id(of: id, at: position)
  }

  /// An id that means nothing else in this record.
  private func free(_ standIn: String, isTaken: (String) -> Bool) -> String {
    var standIn = standIn
    while isTaken(standIn) { standIn += "-x" }
    return standIn
  }

  /// The id in `text`, or a text in which no protected name stands.
  func id(in text: String) -> String {
    guard !isIdle else { return text }
    if let id = EntityID(text), people[id] != nil || record.sort(of: id) != nil {
      return self.id(of: id)
    }
    if let event = event(called: text) { return event }
    return names.areTold(by: text) ? ProtectedNames.mark : text
  }

  /// Any text, of which nobody says what it means.
  private func anything(_ text: String) -> String {
    if let id = EntityID(text), people[id] != nil || record.firstRegistration(of: id) != nil {
      return self.id(of: id)
    }
    if let event = event(called: text) { return event }
    return names.replaced(inLabel: text)
  }

  /// The value of a member of an event, as it may be published.
  func published(_ member: JSONMember, kind: String) -> JSON {
    guard !isIdle else { return member.value }
    let fields = Vocabulary.standard[kind]?.fields ?? []
    switch member.name {
    case "details": return self.fields(member.value, fields)
    case "persons", "actors", "place", "sources", "account_of", "after", "because_of", "accounts":
      return members(member.value, Disclosure.linkMembers)
    case "differs": return members(member.value, Disclosure.differenceMembers)
    case "title", "text": return texts(member.value, self.text)
    case "tags": return texts(member.value, label)
    default: return isPlain(member) ? member.value : unknown(member.value)
    }
  }

  private static let linkMembers: [Field] = [
    Field("actor", .personOrOrganisation, ""), Field("role", .choice(Role.words), ""),
    Field("source", .source, ""), Field("via", .source, ""), Field("at", .text, ""),
    Field("quote", .text, ""), Field("lang", .text, ""),
  ]

  private static let differenceMembers: [Field] = [
    Field("event", .ref, ""), Field("in", .texts, ""), Field("sources", .list(.source), ""),
  ]

  /// Whether a value is of its own sort, and so tells nobody's name.
  private func isPlain(_ member: JSONMember) -> Bool {
    switch (member.name, member.value) {
    case ("kind", .text(let kind)): Vocabulary.standard[kind] != nil
    case ("date", .text(let date)), ("for", .text(let date)): isDate(date)
    case ("certainty", .text(let word)): Certainty(rawValue: word) != nil
    case ("n", .number), ("position", .number), ("order", .number), ("recorded", .text),
      ("earliest", _), ("latest", _), ("possible", _), ("planned", _):
      true
    default: false
    }
  }
}

extension Disclosure {
  /// A list of ids, or of objects with these members.
  private func members(_ value: JSON, _ fields: [Field]) -> JSON {
    switch value {
    case .text(let text): .text(id(in: text))
    case .array(let values): .array(values.map { members($0, fields) })
    case .object: self.fields(value, fields)
    case .null, .boolean, .number: value
    }
  }

  private func texts(_ value: JSON, _ change: (String) -> String) -> JSON {
    switch value {
    case .text(let text): .text(change(text))
    case .array(let values): .array(values.map { texts($0, change) })
    case .object, .null, .boolean, .number: unknown(value)
    }
  }

  /// An object whose members these fields declare; what none declares is taken as text.
  private func fields(_ value: JSON, _ fields: [Field]) -> JSON {
    guard let members = value.members else { return unknown(value) }
    var published: [JSONMember] = []
    for member in members {
      if let field = fields.first(where: { $0.name.hasSameBytes(as: member.name) }) {
        published.append(JSONMember(member.name, typed(member.value, field)))
      } else {
        published.append(named(member, beside: published))
      }
    }
    return .object(published)
  }

  private func typed(_ value: JSON, _ field: Field) -> JSON {
    if field.name == "case" { return texts(value, label) }
    return typed(value, field.type)
  }

  private func typed(_ value: JSON, _ type: FieldType) -> JSON {
    switch (type, value) {
    case (.text, _), (.texts, _): return texts(value, text)
    case (.choice(let words), .text(let word)) where words.contains(word): return value
    case (.date, .text(let date)) where isDate(date): return value
    case (.duration, .text), (.number, .number), (.boolean, .boolean): return checked(value, type)
    case (.ref, .text(let id)), (.entity, .text(let id)): return .text(self.id(in: id))
    case (.list(let type), .array(let values)), (.tuple(let type, _), .array(let values)):
      return .array(values.map { typed($0, type) })
    case (.record(_, let fields), .object): return self.fields(value, fields)
    case (.count, .object): return fields(value, Disclosure.countFields)
    default: return unknown(value)
    }
  }

  private static let countFields: [Field] = {
    let qualifiers = Count.Qualifier.allCases.map(\.rawValue)
    let plain = [
      Field("n", .anyNumber, ""), Field("qualifier", .choice(qualifiers), ""),
      Field("unit", .text, ""), Field("of", .text, ""), Field("state", .text, ""),
    ]
    return plain + [Field("including", .list(.count), "")]
  }()

  private func checked(_ value: JSON, _ type: FieldType) -> JSON {
    guard type == .duration, let text = value.text else { return value }
    do {
      _ = try CalendarDuration(parsing: text)
      return value
    } catch {
      return unknown(value)
    }
  }

  private func isDate(_ text: String) -> Bool {
    do {
      _ = try EDTF(parsing: text)
      return true
    } catch {
      return false
    }
  }

  /// A value of which nobody says what it means; also the names of its members are text.
  private func unknown(_ value: JSON) -> JSON {
    switch value {
    case .text(let text): return .text(anything(text))
    case .array(let values): return .array(values.map(unknown))
    case .object(let members):
      return .object(members.reduce(into: []) { $0.append(named($1, beside: $0)) })
    case .null, .boolean, .number: return value
    }
  }

  /// A member under a name that tells nothing, and that no other bears.
  private func named(_ member: JSONMember, beside others: [JSONMember]) -> JSONMember {
    var name = names.replaced(inLabel: member.name)
    while others[named: name] != nil { name += "-x" }
    return JSONMember(name, unknown(member.value))
  }
}
