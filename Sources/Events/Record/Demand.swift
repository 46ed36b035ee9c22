/// What somebody is asked to do, and for whom.
package struct Demand: Sendable {
  package var id: String?
  /// `release`, `compensation`, `medical_care` and so on; `unspecified` where nothing is stated.
  package var what: String
  package var text: String?
  /// Who is to act.
  package var of: String?
  package var persons: EntityList

  package init(id: String?, what: String, text: String?, of: String?, persons: EntityList) {
    self.id = id
    self.what = what
    self.text = text
    self.of = of
    self.persons = persons
  }

  package init?(_ json: JSON) {
    guard json.members != nil else { return nil }
    self.id = json["id"]?.text
    self.what = json["what"]?.text ?? FieldType.unspecified
    self.text = json["text"]?.text
    self.of = json["of"]?.text
    self.persons = EntityList(
      (json["for"]?.array ?? []).compactMap(\.text).compactMap(EntityID.init)
    )
  }
}
