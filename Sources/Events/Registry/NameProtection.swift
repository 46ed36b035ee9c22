/// How much of a person's name a view may show, least protective first.
package enum NameProtection: Int, Comparable, Sendable {
  case none, initials, pseudonym, withheld

  /// What `shown_as` and `consent` of a registration allow together.
  ///
  /// A refused consent withholds the name whatever `shown_as` says, except that a pseudonym chosen
  /// for the person stands. A consent stated to be `unknown` shows initials until `shown_as`
  /// decides. A value that this program does not know withholds: a newer one may have added
  /// protection.
  init(_ details: Details) {
    let shown = NameProtection(shownAs: details["shown_as"])
    let consent = details["consent"].map { $0.text ?? "" } ?? "unspecified"
    self =
      switch consent {
      case "given", "public_already", "unspecified": shown ?? .none
      case "unknown": shown ?? .initials
      default: shown == .pseudonym ? .pseudonym : .withheld
      }
  }

  private init?(shownAs value: JSON?) {
    guard let value else { return nil }
    switch value.text {
    case "unspecified": return nil
    case "name": self = .none
    case "initials": self = .initials
    case "pseudonym": self = .pseudonym
    default: self = .withheld
    }
  }

  package static func < (left: NameProtection, right: NameProtection) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension Entity {
  /// What stands for a name that may not be shown.
  package static let withheldName = "name withheld"

  /// The name under which views show this.
  package var displayName: String { displayName(under: protection) }

  /// The names that views may show; lookups know all of `names`.
  package var publicNames: [EntityName] { publicNames(under: protection) }

  /// The name under which views would show this, were it protected like that.
  package func displayName(under protection: NameProtection) -> String {
    switch protection {
    case .none: mainName?.text ?? id.text
    case .initials:
      mainName.map { NameFolding.initials(of: $0.text) }.flatMap { $0.isEmpty ? nil : $0 }
        ?? Entity.withheldName
    case .pseudonym: pseudonym?.text ?? Entity.withheldName
    case .withheld: Entity.withheldName
    }
  }

  /// The names that views might show, were they protected like that.
  package func publicNames(under protection: NameProtection) -> [EntityName] {
    switch protection {
    case .none: names
    case .initials, .withheld: []
    case .pseudonym: pseudonym.map { [$0] } ?? []
    }
  }

  /// The name that was chosen to stand for the person's own: the first alias of a registration that
  /// asks for a pseudonym.
  ///
  /// An alias of another registration was never chosen for that, and one that is also given as any
  /// other name is no pseudonym.
  private var pseudonym: EntityName? {
    guard protection == .pseudonym else { return nil }
    return names.prefix(strictNamesCount).first { name in
      name.kind == .alias && !names.contains { $0.kind != .alias && $0.isSame(as: name) }
    }
  }

  private var mainName: EntityName? {
    names.first { $0.kind == .main } ?? names.first { $0.kind != .patronymic } ?? names.first
  }
}

extension Registry {
  /// Whether the name of whoever is registered as `id`, or was, may not be shown as it is.
  package func isProtected(_ id: EntityID) -> Bool {
    namesakes(of: id).contains { (self[$0]?.protection ?? .none) > .none }
  }
}
