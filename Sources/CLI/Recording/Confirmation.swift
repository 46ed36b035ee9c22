import Events
import Projections

/// That a source says of people that they are still in their state.
struct Confirmation {
  let persons: [String]
  let source: String
  let locator: String?
  let date: String
  /// The state that the source names; nil for the one that follows from the record.
  let state: String?
  let title: String?
  let certainty: String?
  let today: Day

  /// One `status` event for each person.
  ///
  /// `notice` is told of every name that was taken for an id.
  func drafts(
    in known: Record,
    by recorder: String?,
    notice: @escaping (String) -> Void = { _ in }
  ) throws -> [SourcedDraft] {
    let names = NameResolution(known: known, notice: notice)
    let day = try day()
    let citation = try citation(names)
    var drafts: [SourcedDraft] = []
    var faults: [String] = []
    var ids: [String] = []
    for person in persons {
      let id = try resolved("PERSON", person, .person, names)
      if ids.contains(id) {
        faults.append("\(id): this person is named twice")
        continue
      }
      ids.append(id)
      guard let entity = EntityID(id), known.sort(of: entity) == .person else {
        faults.append(unregistered(id, in: known))
        continue
      }
      do {
        let liberty = try state ?? derived(of: entity, on: day, in: known)
        drafts.append(try draft(of: entity, liberty, on: day, citation, known, recorder))
      } catch let refusal as DraftRefusal {
        // The date, the title and the state were given once for all.
        throw Recording.refusal(Confirmation.messages(of: refusal))
      } catch let failure as Failure {
        faults.append(failure.message)
      }
    }
    if !faults.isEmpty { throw Recording.refusal(faults) }
    return drafts
  }

  private static func messages(of refusal: DraftRefusal) -> [String] {
    OptionNames(KindOptions("status")).messages(of: refusal).map {
      $0.hasPrefix("--liberty:") ? "--state:" + $0.dropFirst("--liberty:".count) : $0
    }
  }

  /// The source, as `--source` and `--at` say together.
  private func citation(_ names: NameResolution<Record>) throws -> JSON {
    if let locator {
      let id = try resolved("--source", source, .source, names)
      return .object([JSONMember("source", .text(id)), JSONMember("at", .text(locator))])
    }
    do {
      return try TerseValue(resolving: names).citation(source)
    } catch let fault as TerseValue.Fault {
      throw Recording.refusal(["--source: \(fault.message)"])
    }
  }

  private func resolved(
    _ option: String,
    _ text: String,
    _ sort: EntitySort,
    _ names: NameResolution<Record>
  ) throws -> String {
    do {
      return try names.entity(text, [sort])
    } catch let fault as TerseValue.Fault {
      throw Recording.refusal(["\(option): \(fault.message)"])
    }
  }

  /// The last day that the date can mean, on which the record is asked.
  private func day() throws -> Day {
    do {
      let parsed = try EDTF(parsing: date)
      if let first = parsed.beginning.earliest, first > today {
        throw Recording.refusal(["--date: \(date) lies ahead; evidence is of a day that has come"])
      }
      if let day = parsed.beginning.latest ?? parsed.end.latest { return day }
      throw Recording.refusal(["--date: \(date) has no end; say of which day the source speaks"])
    } catch let error as EDTFError {
      throw Recording.refusal(["--date: \(error)"])
    }
  }

  private func unregistered(_ id: String, in known: Record) -> String {
    let nearest = known.nearest(to: id, among: [.person])
    return DraftFault(
      "PERSON",
      .unknownEntity(id, expected: [.person], nearest: nearest)
    ).description
  }

  /// The state of `person` on `day`, if it is one that evidence can confirm.
  private func derived(of person: EntityID, on day: Day, in known: Record) throws -> String {
    let status = known.detentionStatus(of: person, asOf: day)
    let name = known.displayName(of: person)
    if status.isGroup {
      throw Failure(.inputRefused, "\(person): \(name) is a group, which has no state of its own")
    }
    if status.liberty == .unknown {
      throw Failure(
        .inputRefused,
        "\(person): on \(day) nothing is recorded of where \(name) is; say what the source says "
          + "with --state"
      )
    }
    guard status.liberty.isHeld || status.liberty.isCountedApart else {
      throw Failure(
        .inputRefused,
        "\(person): on \(day) \(name) is \(Brief.words(status.liberty.rawValue)), not held; say "
          + "what the source says with --state, or record what happened since"
      )
    }
    return status.liberty.rawValue
  }

  private func draft(
    of person: EntityID,
    _ liberty: String,
    on day: Day,
    _ citation: JSON,
    _ known: Record,
    _ recorder: String?
  ) throws -> SourcedDraft {
    var members: [JSONMember] = []
    members.add("by", recorder.map(JSON.text))
    members.add("kind", "status")
    members.add("date", .text(date))
    members.add("persons", [person.text])
    // Of another state than the record leads to, nobody says that it lasts.
    let isSame =
      state == nil || known.detentionStatus(of: person, asOf: day).liberty.rawValue == liberty
    let words = (isSame ? "still " : "") + Brief.words(liberty)
    members.add("title", .text(title ?? "\(known.displayName(of: person)): \(words)"))
    members.add("details", .object([JSONMember("liberty", .text(liberty))]))
    members.add("sources", .array([citation]))
    members.add("certainty", certainty.map(JSON.text))
    let draft = try DraftReader().draft(.object(members))
    return SourcedDraft(draft: draft, origin: .options(KindOptions("status")))
  }
}

/// What a confirmation changes in the status of people.
struct ConfirmationPreview {
  let lines: [String]

  init(_ drafts: [Draft], in known: Record, asOf day: Day) {
    let after = known.adding(drafts)
    lines = drafts.compactMap(\.persons.first).map { person in
      let before = known.detentionStatus(of: person, asOf: day)
      let then = after.detentionStatus(of: person, asOf: day)
      let changes = [
        ConfirmationPreview.change("state", before.liberty.words, then.liberty.words),
        ConfirmationPreview.change("current", before.currency, then.currency),
        ConfirmationPreview.change("last evidence", before.evidence, then.evidence),
      ]
      return "\(known.displayName(of: person)), as of \(day): \(changes.joined(separator: "; "))"
    }
  }

  private static func change(_ what: String, _ before: String, _ after: String) -> String {
    before == after ? "\(what) \(before)" : "\(what) \(before) → \(after)"
  }
}

extension LibertyState {
  fileprivate var words: String { Brief.words(rawValue) }
}

extension DetentionStatus {
  fileprivate var currency: String { isCurrent ? "yes" : "no" }
  fileprivate var evidence: String { lastEvidence?.description ?? "none" }
}
