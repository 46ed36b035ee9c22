import ArgumentParser
import Events
import Exports
import Projections

/// Which part of the timeline is asked for.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only what concerns this person (repeatable).", valueName: "name"),
    completion: .custom(Completions.persons)
  )
  var person: [String] = []

  @Option(
    help: "Only events of this kind (repeatable).",
    completion: .custom(Completions.kinds)
  )
  var kind: [String] = []

  @Option(
    help: "Only what happened at this place or inside it (repeatable).",
    completion: .custom(Completions.places)
  )
  var place: [String] = []

  @Option(
    help: "Only what this source says (repeatable).",
    completion: .custom(Completions.sources)
  )
  var source: [String] = []

  @Option(help: "Only events with this tag (repeatable).")
  var tag: [String] = []

  @Option(
    help: "Only events of this case (repeatable).",
    completion: .custom(Completions.cases)
  )
  var `case`: [String] = []

  @Option(help: "Only events in which every word occurs, in any script.")
  var text: String?

  @Option(
    help: ArgumentHelp("Only what can have happened on this day or later.", valueName: "day")
  )
  var since: String?

  @Option(
    help: ArgumentHelp("Only what can have happened on this day or earlier.", valueName: "day")
  )
  var until: String?

  @Option(
    help: "Only events that are confirmed, reported, believed or disputed (repeatable).",
    completion: .list(Certainty.allCases.map(\.rawValue))
  )
  var certainty: [String] = []

  func filter(for question: Question) throws -> TimelineFilter {
    var filter = TimelineFilter()
    filter.persons = Set(try person.map { try question.person($0) })
    filter.kinds = Set(try kind.map { try known($0) })
    filter.places = try place.map { try question.entity($0, .place) }
    filter.sources = Set(try source.map { try question.entity($0, .source) })
    filter.tags = tag
    filter.cases = `case`
    if let text, SearchFolding.tokens(text).isEmpty {
      throw Failure(.wrongUsage, "--text \(Shown.line(text)): there is no word to look for.")
    }
    filter.text = text
    filter.since = try since.map { try day($0, "--since") }
    filter.until = try until.map { try day($0, "--until") }
    filter.certainties = Set(try certainty.map { try known(certainty: $0) })
    return filter
  }

  /// The conditions of `filter`, which was made of these options, for the head of a document.
  ///
  /// Whoever and whatever is registered stands by id, since the name that was asked for may not
  /// leave.
  func conditions(of filter: TimelineFilter) -> [Condition] {
    let conditions = [
      Condition("person", filter.persons.sorted().map(Condition.Value.entity)),
      Condition("kind", kind.map(Condition.Value.word)),
      Condition("place", filter.places.map(Condition.Value.entity)),
      Condition("source", filter.sources.sorted().map(Condition.Value.entity)),
    ]
    let labels =
      filter.tags.map { Condition("tag", [.label($0)]) }
      + [Condition("case", filter.cases.map(Condition.Value.label))]
    let rest = [
      Condition("text", filter.text.map { [.query($0)] } ?? []),
      Condition("since", filter.since.map { [.word($0.description)] } ?? []),
      Condition("until", filter.until.map { [.word($0.description)] } ?? []),
      Condition("certainty", certainty.map(Condition.Value.word)),
    ]
    return (conditions + labels + rest).filter { !$0.values.isEmpty }
  }

  private func known(_ kind: String) throws(Failure) -> String {
    if Vocabulary.standard[kind] != nil || Vocabulary.isOwn(kind) { return kind }
    let nearest = Vocabulary.standard.nearest(to: kind)
    throw Failure(
      .wrongUsage,
      "--kind \(kind): there is no such kind"
        + (nearest.isEmpty ? "." : "; did you mean \(nearest.joined(separator: ", "))?")
        + " `annals append --help` lists the kinds."
    )
  }

  private func known(certainty: String) throws(Failure) -> Certainty {
    if let certainty = Certainty(rawValue: certainty) { return certainty }
    throw Failure(
      .wrongUsage,
      "--certainty \(certainty): one of "
        + Certainty.allCases.map(\.rawValue).joined(separator: ", ") + "."
    )
  }

  private func day(_ text: String, _ option: String) throws(Failure) -> Day {
    guard let day = Day(iso: text) else { throw ClockOptions.badDay(text, option: option) }
    return day
  }
}
