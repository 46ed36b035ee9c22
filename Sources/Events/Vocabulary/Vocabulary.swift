/// The kinds of events, and what each one takes; everything that knows kinds derives from it.
package struct Vocabulary: Sendable {
  /// Every kind, in the order of its reference page.
  package let kinds: [Kind]
  private let kindsByName: [String: Kind]
  /// Names by first letter and length, for reading lines fast.
  private let byBucket: [[Named]]

  package init(kinds: [Kind]) {
    self.kinds = kinds
    kindsByName = Dictionary(uniqueKeysWithValues: kinds.map { ($0.name, $0) })
    var buckets = [[Named]](repeating: [], count: 128)
    for kind in kinds {
      guard let first = kind.name.utf8.first else { continue }
      buckets[Vocabulary.bucket(first, kind.name.utf8.count)]
        .append(Named(name: kind.name, section: kind.section))
    }
    byBucket = buckets
  }

  package static let standard = Vocabulary(
    kinds: Kind.liberty + Kind.courts + Kind.treatment + Kind.acts + Kind.publicLife
      + Kind.assertions + Kind.record
  )

  /// What the names of a log's own kinds begin with.
  package static let ownPrefix = "x-"

  /// Whether `kind` is one of a log's own, which takes any fields.
  package static func isOwn(_ kind: String) -> Bool {
    kind.utf8.starts(with: ownPrefix.utf8) && kind.utf8.count > ownPrefix.utf8.count
  }

  /// The kind called `name`; nil for a log's own, and for one that only a newer program knows.
  package subscript(name: String) -> Kind? {
    guard let kind = kindsByName[name], kind.name.hasSameBytes(as: name) else { return nil }
    return kind
  }

  /// The section of the kind called `name`; nil for a kind that is not declared.
  package func section(of name: String) -> Kind.Section? { self[name]?.section }

  /// The kind whose name lies in `range` of these bytes.
  func kind(spelled bytes: Span<UInt8>, _ range: Range<Int>) -> Named? {
    guard let first = range.first else { return nil }
    for named in byBucket[Vocabulary.bucket(bytes[first], range.count)]
    where bytes.hasSameBytes(range, as: named.name.utf8Span.span) {
      return named
    }
    return nil
  }

  /// A kind's name and section: all that a line needs of it when it is read.
  struct Named: Sendable {
    let name: String
    let section: Kind.Section
  }

  private static func bucket(_ first: UInt8, _ count: Int) -> Int {
    (Int(first) &* 7 &+ count) & 127
  }

  package func kinds(in section: Kind.Section) -> [Kind] {
    kinds.filter { $0.section == section }
  }

  /// Whether events of this kind are about the record itself: they bear no date and stand in no
  /// timeline.
  package func isAboutRecord(_ kind: String) -> Bool {
    self[kind]?.section == .record
  }

  /// The known kinds nearest to `name`, nearest first.
  package func nearest(to name: String) -> [String] {
    Spelling.nearest(to: name, in: kinds.map(\.name), limit: 3)
  }
}
