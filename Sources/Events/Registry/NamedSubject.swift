/// Somebody or something with its names folded for lookups.
struct NamedSubject: Sendable {
  let id: EntityID
  let isPerson: Bool
  /// The words of every full name, as exact keys in order of spelling.
  let exactForms: [[String]]
  /// The same as sound keys.
  let soundForms: [[String]]
  /// Every word of every name, as sound keys.
  let parts: Set<String>
  /// The words that name a father.
  private let patronymics: Set<String>
  /// The words of the id, as sound keys: for suggestions only.
  let idForm: [String]
  /// Every full name and the id, as sounds without spaces: for suggestions only.
  let joinedForms: [[Unicode.Scalar]]

  init(id: EntityID, isPerson: Bool, names: [EntityName]) {
    self.id = id
    self.isPerson = isPerson
    let fathers = names.filter { $0.kind == .patronymic }.map { NameWords.folded($0.text) }
    let full = names.filter { $0.kind != .patronymic }.map { NameWords.folded($0.text) }
    // A patronymic registered apart belongs between the words of every full name.
    let forms = full + full.flatMap { name in fathers.map { name + $0 } }
    exactForms = forms.map { $0.map(NameFolding.string).sorted() }
    soundForms = forms.map(NamedSubject.sounds)
    let fathersSounds = fathers.flatMap(NamedSubject.sounds)
    parts = Set(soundForms.joined()).union(fathersSounds)
    patronymics = parts.filter(Patronymic.isLikely).union(fathersSounds)
    let idWords = NameWords.folded(id.text)
    idForm = NamedSubject.sounds(idWords)
    joinedForms = (forms + [idWords]).map { $0.flatMap(SoundSkeleton.of) }
  }

  /// Whether all of `words` are parts of this name, or add only a patronymic to a whole name.
  func bears(_ words: [String]) -> Bool {
    if words.count == 1 { return parts.contains(words[0]) }
    return hasParts(words) || soundForms.contains { adds(words, to: $0) }
  }

  /// The same, where words of one letter stand for the parts that begin with it.
  func bearsInitials(_ words: [String]) -> Bool {
    let whole = words.filter { $0.unicodeScalars.count > 1 }
    guard !whole.isEmpty else { return false }
    return soundForms.contains { form in
      guard var rest = NamedSubject.difference(form, whole) else { return false }
      for initial in words where initial.unicodeScalars.count == 1 {
        guard let index = rest.firstIndex(where: { $0.hasPrefix(initial) }) else { return false }
        rest.remove(at: index)
      }
      return true
    }
  }

  private func hasParts(_ words: [String]) -> Bool {
    // Somebody asked about by one word twice must bear it twice in one name.
    let isEachOnce = Set(words).count == words.count
    if isEachOnce { return parts.isSuperset(of: words) }
    return soundForms.contains { NamedSubject.difference($0, words) != nil }
  }

  /// Whether `words` are the whole name `form` and a patronymic that contradicts none registered.
  private func adds(_ words: [String], to form: [String]) -> Bool {
    guard isPerson, form.count > 1, let extra = NamedSubject.difference(words, form),
      Patronymic.areLikely(extra)
    else { return false }
    let registered = patronymics.subtracting(form)
    return registered.isEmpty || !registered.isDisjoint(with: extra)
  }

  /// `all` without `some`, each as often as it stands there; nil if not all of `some` are in it.
  private static func difference(_ all: [String], _ some: [String]) -> [String]? {
    var rest = all
    for word in some {
      guard let index = rest.firstIndex(of: word) else { return nil }
      rest.remove(at: index)
    }
    return rest
  }

  private static func sounds(_ words: [[Unicode.Scalar]]) -> [String] {
    words.map { NameFolding.string(SoundSkeleton.of($0)) }.sorted()
  }
}

/// Tells a father's name by its ending, in sound keys.
enum Patronymic {
  private static let endings = ["oviʧ", "eviʧ", "iniʧ", "ovna", "evna", "iʧna"]
  /// Kazakh, Kyrgyz and Azerbaijani ones, which also stand as words of their own.
  private static let markers = ["uli", "kizi", "ogli", "oglu", "uulu"]

  static func isLikely(_ word: String) -> Bool {
    word == "iliʧ" || (endings + markers).contains { word.hasSuffix($0) && word != $0 }
  }

  /// Whether `words` are nothing but patronymics; a marker of its own makes one of another word.
  static func areLikely(_ words: [String]) -> Bool {
    let others = words.filter { !isLikely($0) }
    let standingMarkers = others.filter(markers.contains).count
    return !words.isEmpty && others.count - standingMarkers <= standingMarkers
  }
}
