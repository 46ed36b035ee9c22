internal import Events
internal import Projections

/// The whole names, of several words each, of who and what is not protected.
struct KeptNames {
  /// Whose name it is that stays.
  enum Use {
    case person, thing
  }

  private let names: any NamesByWords
  private let use: (EntityID) -> Use?
  private let met = Recent<[String], Use?>(KeptNames.metMax)
  private static let metMax = 4_000

  /// `use` says of whoever or whatever bears a name whether it stays, and as what.
  init(_ names: any NamesByWords, use: @escaping (EntityID) -> Use?) {
    self.names = names
    self.use = use
  }

  /// How many words the names have in which `word` stands; it can name others, too.
  func lengths(of word: String) -> [Int] { names.lengths(of: word) }

  /// Whose name these words are; of a person and of something else, that of the person.
  ///
  /// People are named in every usual order, other things as they were registered.
  func use(of words: [String]) -> Use? {
    met.value(of: words) {
      var isThing = false
      for name in names.names(of: words) {
        let uses = name.bearers.compactMap(use)
        if uses.contains(.person), NameForms.orders(of: name.words).contains(words) {
          return .person
        }
        if uses.contains(.thing), name.words == words { isThing = true }
      }
      return isThing ? .thing : nil
    }
  }
}
