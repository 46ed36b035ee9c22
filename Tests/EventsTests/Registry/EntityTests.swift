import Testing

@testable import Events

@Suite struct EntityTests {
  private func registration(_ kind: String, _ details: String, title: String? = nil) throws
    -> Entity?
  {
    var content = Content(kind: kind)
    content.details = Details(try JSON(parsing: details).members ?? [])
    content.title = title
    return Entity(content)
  }

  @Test func `a registration becomes an entity with its names`() throws {
    let entity = try registration(
      "person",
      #"""
      {"id":"anna-berg","names":[
        {"text":"А. Берг","lang":"ru","script":"Cyrl","kind":"as_written"},
        {"text":"Anna Berg","kind":"main"},{"text":"Olegovna","kind":"patronymic"},
        {"text":" "},{"lang":"ru"}],"group":false}
      """#
    )
    #expect(entity?.id.text == "anna-berg")
    #expect(entity?.sort == .person)
    #expect(
      entity?.names == [
        EntityName("А. Берг", lang: "ru", script: "Cyrl", kind: .asWritten),
        EntityName("Anna Berg", kind: .main),
        EntityName("Olegovna", kind: .patronymic),
      ]
    )
    #expect(entity?.displayName == "Anna Berg")
    #expect(entity?.isGroup == false)
  }

  @Test(arguments: [
    ("arrest", #"{"id":"anna-berg"}"#), ("person", #"{"names":[]}"#),
    ("person", #"{"id":"Anna"}"#), ("person", #"{"id":"xy/anna"}"#), ("person", #"{"id":7}"#),
  ])
  func `what registers nothing is no entity`(kind: String, details: String) throws {
    #expect(try registration(kind, details) == nil)
  }

  @Test(arguments: [
    (#"[{"text":"First"},{"text":"Main","kind":"main"}]"#, "Main"),
    (#"[{"text":"Olegovna","kind":"patronymic"},{"text":"First","kind":"alias"}]"#, "First"),
    (#"[{"text":"Olegovna","kind":"patronymic"}]"#, "Olegovna"),
    ("[]", "anna"),
  ])
  func `the main name is shown, else the first, else the id`(names: String, shown: String) throws {
    let entity = try registration("person", #"{"id":"anna","names":\#(names)}"#)
    #expect(entity?.displayName == shown)
  }

  @Test(arguments: [
    ("", "Mara Berg"),
    (#","shown_as":"name""#, "Mara Berg"),
    (#","shown_as":"unspecified","consent":"unspecified""#, "Mara Berg"),
    (#","shown_as":"initials""#, "M. B."),
    (#","shown_as":"pseudonym""#, "Lena"),
    (#","shown_as":"withheld""#, "name withheld"),
    (#","shown_as":"scrambled""#, "name withheld"),
    (#","shown_as":1"#, "name withheld"),
    (#","consent":"given""#, "Mara Berg"),
    (#","consent":"public_already""#, "Mara Berg"),
    (#","consent":"given","shown_as":"initials""#, "M. B."),
    (#","consent":"unknown""#, "M. B."),
    (#","consent":"unknown","shown_as":"name""#, "Mara Berg"),
    (#","consent":"unknown","shown_as":"withheld""#, "name withheld"),
    (#","consent":"refused""#, "name withheld"),
    (#","consent":"refused","shown_as":"name""#, "name withheld"),
    (#","consent":"refused","shown_as":"initials""#, "name withheld"),
    (#","consent":"refused","shown_as":"pseudonym""#, "Lena"),
    (#","consent":"withdrawn""#, "name withheld"),
    (#","consent":null"#, "name withheld"),
  ])
  func `a name is shown as the registration allows`(fields: String, shown: String) throws {
    let names = #"[{"text":"Mara Berg","kind":"main"},{"text":"Lena","kind":"alias"}]"#
    let entity = try registration("person", #"{"id":"p-1","names":\#(names)\#(fields)}"#)
    #expect(entity?.displayName == shown)
    let isLeaking = entity?.publicNames.contains { $0.text == "Mara Berg" }
    #expect(isLeaking == (shown == "Mara Berg"))
  }

  @Test(arguments: [
    (
      #"{"id":"p-1","shown_as":"pseudonym","names":[{"text":"Mara","kind":"main"}]}"#,
      "name withheld"
    ),
    (
      #"{"id":"p-1","shown_as":"pseudonym","names":[{"text":"Mara Berg"},"#
        + #"{"text":"БЕРГ Мара","kind":"alias"}]}"#, "name withheld"
    ),
    (#"{"id":"p-1","shown_as":"initials","names":[]}"#, "name withheld"),
  ])
  func `without an alias or a name nothing is made up`(details: String, shown: String) throws {
    #expect(try registration("person", details)?.displayName == shown)
  }

  @Test func `a source and a case are called by their titles`() throws {
    let source = try registration("source", #"{"id":"letter-1","title":"Letter of 3 May"}"#)
    #expect(source?.displayName == "Letter of 3 May")
    #expect(source?.isConsulted == true)
    let cited = try registration("source", #"{"id":"s","title":"T","consulted":false}"#)
    #expect(cited?.isConsulted == false)
    let harbour = try registration("case", #"{"id":"harbour"}"#, title: "The harbour rally")
    #expect(harbour?.displayName == "The harbour rally")
    #expect(try registration("case", #"{"id":"harbour"}"#)?.displayName == "harbour")
  }

  @Test func `a place has coordinates only if they are on the globe`() throws {
    let place = try registration(
      "place",
      #"{"id":"xy/northport","names":[{"text":"Northport"}],"lat":59.5,"lon":-1.25,"#
        + #""precision":"near"}"#
    )
    #expect(
      place?.coordinates == Coordinates(latitude: 59.5, longitude: -1.25, precision: "near")
    )
    #expect(try registration("place", #"{"id":"x","lat":91,"lon":0}"#)?.coordinates == nil)
    #expect(try registration("place", #"{"id":"x","lat":1}"#)?.coordinates == nil)
  }
}
