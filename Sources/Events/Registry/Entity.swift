/// A registered person, organisation, place, source or case.
package struct Entity: Sendable {
  package let id: EntityID
  package let sort: EntitySort
  /// In the order of the registration; the title of a source or case is its only name.
  package internal(set) var names: [EntityName]
  /// The fields of the registration, as corrected.
  package let details: Details
  /// How the name may be shown; where ids are merged, the most protective wish of any.
  package internal(set) var protection: NameProtection
  /// How many of the first names are of registrations that are protected as far as that.
  var strictNamesCount: Int

  package init(id: EntityID, sort: EntitySort, names: [EntityName], details: Details = Details()) {
    self.id = id
    self.sort = sort
    self.names = names
    self.details = details
    self.protection = sort == .person ? NameProtection(details) : .none
    strictNamesCount = names.count
  }

  /// A registration of which only the names are asked for, and how they may be shown.
  package init(id: EntityID, sort: EntitySort, names: [EntityName], protection: NameProtection) {
    self.id = id
    self.sort = sort
    self.names = names
    details = Details()
    self.protection = protection
    strictNamesCount = names.count
  }

  /// What an event registers; nil for other kinds, and where the id cannot be read.
  package init?(_ content: Content) {
    guard let sort = EntitySort(rawValue: content.kind) else { return nil }
    guard let id = content.details.entity("id") else { return nil }
    guard !id.isHierarchical || sort == .place else { return nil }
    var names = (content.details["names"]?.array ?? []).compactMap(EntityName.init)
    if sort == .source || sort == .caseFile,
      let title = content.details.text("title") ?? content.title
    {
      names.insert(EntityName(title, kind: .main), at: 0)
    }
    self.init(id: id, sort: sort, names: names, details: content.details)
  }
}

// What projections read; each is nil or false where the registration is silent.
extension Entity {
  /// Whether this stands for several people, who have no liberty of their own.
  package var isGroup: Bool { details.boolean("group") ?? false }

  /// How many people a group is.
  package var size: Count? { details.count("size") }

  /// What kind of organisation, place or source it is.
  package var form: String? { details.choice("form") }

  /// Whether somebody read the source; false where it is known only through another one.
  package var isConsulted: Bool { details.boolean("consulted") ?? true }

  package var reliability: String? { details.choice("reliability") }

  /// Who wrote the source.
  package var author: String? { details.text("author") }

  /// Who published the source.
  package var publisher: String? { details.text("publisher") }
  package var published: EDTF? { details.date("published") }
  package var url: String? { details.text("url") }

  /// The country of an organisation.
  package var country: EntityID? { details.entity("country") }

  /// Where a place is.
  package var coordinates: Coordinates? {
    guard let latitude = details.number("lat"), let longitude = details.number("lon"),
      (-90...90).contains(latitude), (-180...180).contains(longitude)
    else { return nil }
    return Coordinates(
      latitude: latitude,
      longitude: longitude,
      precision: details.choice("precision")
    )
  }
}

/// A point on the globe in degrees, and how near the place is to it.
package struct Coordinates: Hashable, Sendable {
  package let latitude: Double
  package let longitude: Double
  /// `exact`, `near` or `region`.
  package let precision: String?

  package init(latitude: Double, longitude: Double, precision: String?) {
    self.latitude = latitude
    self.longitude = longitude
    self.precision = precision
  }
}
