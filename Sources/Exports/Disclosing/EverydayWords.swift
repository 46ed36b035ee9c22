internal import Events

/// Words that are a name to one and an everyday word to another, as search folds them.
enum EverydayWords {
  /// Words inside names that are common words or stand in many names.
  static let particles: Set<String> = leading.union(trailing).union(never)

  /// Particles before a name, which can also be one, such as Van, Dos and Bin.
  private static let leading = folded([
    "van", "von", "der", "den", "del", "dos", "las", "los", "ibn", "bin", "bint",
  ])

  /// Particles behind a father's name.
  private static let trailing = folded(["uly", "kyzy", "ogly", "oglu", "uulu"])

  private static let never = folded(["the", "and"])

  /// Whether a particle written with a capital can be a name.
  static func canBeName(_ particle: String) -> Bool { leading.contains(particle) }

  /// Words as short as short names with which sentences begin in English, Russian and Kazakh; by
  /// their letters, since other sounds of the same word are a name.
  private static let openers = Set(
    [
      "am", "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is", "it", "me", "my",
      "no",
      "of", "on", "or", "she", "so", "to", "up", "us", "we",
      "во", "вы", "да", "до", "ей", "за", "из", "им", "их", "ко", "мы", "на", "не", "ни", "но",
      "ну",
      "об", "он", "от", "по", "со", "та", "те", "то", "ты", "ал", "ол", "бұ",
    ].map(NameFolding.exactKey)
  )

  /// Whether many sentences begin with `word`, as it is written.
  static func opensSentences(_ word: Substring) -> Bool {
    openers.contains(NameFolding.exactKey(String(word)))
  }

  /// Words that follow whoever a sentence is about.
  static let predicates = folded([
    "and", "are", "can", "could", "did", "does", "had", "has", "is", "may", "must", "said", "says",
    "was", "were", "who", "whose", "will", "would",
    "арестован", "арестована", "был", "была", "задержан", "задержана", "и", "осужден",
    "осуждена",
  ])

  /// What calls for somebody, before their name and written as one with it.
  static let calls = folded([
    "free", "freedomfor", "help", "iam", "istandwith", "jesuis", "justice", "justicefor",
    "prayfor", "release", "remember", "save", "standwith", "support", "weare",
    "свобода", "свободу", "спасите", "ямы",
  ])

  private static func folded(_ words: [String]) -> Set<String> {
    Set(words.flatMap(SearchFolding.tokens))
  }
}
