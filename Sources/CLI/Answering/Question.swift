import Events
import Projections
import Snapshot

/// A question to the record: what was known, and the day about which is asked.
struct Question {
  /// What is known, or as much of it as the question needs.
  let record: Record
  let asOf: Day
  let knownAt: KnownAt
  let log: String
  /// The last line that counts.
  let head: Position
  /// Its hash, where it is known.
  let headHash: LineHash?
  /// The snapshot that was asked, if one was.
  let snapshot: Snapshot?
  /// The names of those whom the record holds only by their histories.
  private var names: [EntityID: String] = [:]
  /// The titles of events that the record does not hold.
  private var titles: [EventID: String] = [:]

  /// A question about everybody: reads as much of the log as counts, and checks each line.
  init(_ logOptions: LogOptions, _ clocks: ClockOptions) throws {
    let place = try LogPlace(logOptions)
    asOf = try clocks.day()
    knownAt = try clocks.limit()
    log = place.log
    snapshot = nil
    let (record, point) = try Question.replay(FileLog(path: place.log), knownAt)
    try Snapshot.compare(place.snapshot, with: FileLog(path: place.log))
    self.record = record
    head = point.position
    headHash = point.hash
  }

  /// A question that is answered from the snapshot: everything recorded counts.
  ///
  /// Nil where it does not. The record then holds nothing but how much of it was withheld.
  init?(ofSnapshot logOptions: LogOptions, _ clocks: ClockOptions) throws {
    guard case .everything = try clocks.limit() else { return nil }
    let place = try LogPlace(logOptions)
    asOf = try clocks.day()
    knownAt = .everything
    log = place.log
    let snapshot = try Views.open(place)
    head = try snapshot.point().position
    headHash = nil
    self.snapshot = snapshot
    record = try snapshot.record(about: [])
  }

  /// A question that is answered from the snapshot, and what `find` finds in it, all at one moment.
  ///
  /// Nil where not everything recorded counts. The record then holds nothing but how much of it was
  /// withheld.
  static func ofSnapshot<Found>(
    _ logOptions: LogOptions,
    _ clocks: ClockOptions,
    find: (Question, Snapshot) throws -> Found
  ) throws -> (Question, Found)? {
    guard case .everything = try clocks.limit() else { return nil }
    let place = try LogPlace(logOptions)
    let day = try clocks.day()
    let snapshot = try Views.open(place)
    return try snapshot.atOneMoment {
      let point = try snapshot.point()
      let question = Question(
        record: try snapshot.record(about: []),
        asOf: day,
        knownAt: .everything,
        log: place.log,
        head: point.position,
        headHash: point.hash,
        snapshot: snapshot
      )
      return (question, try find(question, snapshot))
    }
  }

  /// A question that is answered from the snapshot, with everything that was ever registered, and
  /// what `note` finds at the same moment.
  ///
  /// Nil where not everything recorded counts. The record then holds nothing but how much of it was
  /// withheld.
  static func aboutRegistrations<Noted>(
    _ logOptions: LogOptions,
    _ clocks: ClockOptions,
    note: (Question, StoredRegistrations, Snapshot) throws -> Noted
  ) throws -> (Question, StoredRegistrations, Noted)? {
    let found = try ofSnapshot(logOptions, clocks) { question, snapshot in
      let registrations = try snapshot.registrations()
      return (registrations, try note(question, registrations, snapshot))
    }
    return found.map { question, noted in (question, noted.0, noted.1) }
  }

  /// A question about some people as they were known at a moment; with them, their ids.
  ///
  /// The record holds all about these people, and no more.
  static func about(
    _ names: [String],
    asKnownBy logOptions: LogOptions,
    _ clocks: ClockOptions
  ) throws -> (Question, [EntityID]) {
    let place = try LogPlace(logOptions)
    let limit = try clocks.limit()
    let snapshot = try Views.open(place)
    let registry = try snapshot.registry(knownAt: limit)
    let people = try names.map { name in
      let match = registry.matches(name, sorts: [.person])
      return try chosen(match, name, .person, registry.displayName)
    }
    let record = try snapshot.record(about: people, knownAt: limit)
    let question = Question(
      record: record,
      asOf: try clocks.day(),
      knownAt: limit,
      log: place.log,
      head: try snapshot.lastPosition(knownAt: limit),
      snapshot: snapshot
    )
    return (question, people)
  }

  private init(
    record: Record,
    asOf: Day,
    knownAt: KnownAt,
    log: String,
    head: Position,
    headHash: LineHash? = nil,
    snapshot: Snapshot
  ) {
    self.record = record
    self.asOf = asOf
    self.knownAt = knownAt
    self.log = log
    self.head = head
    self.headHash = headHash
    self.snapshot = snapshot
  }

  /// This question, knowing how whoever it is about is called.
  func naming(_ people: [EntityID]) throws -> Question {
    var question = self
    guard let snapshot else { return self }
    for person in people where question.names[person] == nil {
      question.names[person] = try snapshot.displayName(of: person)
    }
    return question
  }

  /// This question, knowing how everything is called that is shown of `demands`.
  func naming(_ demands: [DemandStanding]) throws -> Question {
    guard let snapshot else { return self }
    let addressees = demands.compactMap(\.demand.of).compactMap(EntityID.init)
    var question = try naming(demands.compactMap(\.person) + addressees)
    for event in Set(demands.map(\.event)) {
      question.titles[event] = try snapshot.title(of: event)
    }
    return question
  }

  /// What the event called `id` says in one line; nil if it has no title.
  func title(of id: EventID) -> String? { titles[id] ?? record[id]?.title }

  /// The name under which views show `id`.
  func name(of id: EntityID) -> String { names[id] ?? record.registry.displayName(of: id) }

  /// A question about one event, by id or position, as the snapshot knows it.
  init(
    aboutEvent event: EventReference,
    _ logOptions: LogOptions,
    _ clocks: ClockOptions
  ) throws {
    guard case .everything = try clocks.limit() else {
      self = try Question(logOptions, clocks)
      return
    }
    let place = try LogPlace(logOptions)
    let snapshot = try Views.open(place)
    guard let found = try event.record(in: snapshot) else {
      // The whole record says what stands there instead, and what is near.
      self = try Question(logOptions, clocks)
      return
    }
    asOf = try clocks.day()
    knownAt = .everything
    log = place.log
    head = try snapshot.point().position
    headHash = nil
    self.snapshot = snapshot
    record = found
  }

  private static func replay(_ log: FileLog, _ limit: KnownAt) throws -> (Record, LogPoint) {
    var cursor = try log.lines(after: .start)
    var replay = Replay(ofBytes: cursor.bytesTotal, upTo: limit)
    if let tail = cursor.tornTail { Notice.warn("\(log.path): \(tail)") }
    var point = cursor.point
    while let line = try cursor.next(), limit.includes(line.line) {
      replay.take(line.line)
      point = cursor.point
    }
    return (replay.record(), point)
  }

  /// Everything that is recorded, also what this question does not count.
  func latest() throws -> Record {
    if case .everything = knownAt, snapshot == nil { return record }
    return try Question.replay(FileLog(path: log), .everything).0
  }

  /// What every answer states of itself: the day, what was known, and how much of it.
  var statement: String {
    var text = "As of \(asOf), knowing \(knownAt.words)"
    switch knownAt {
    case .position(head): break
    case .position: text += " (there are \(head))"
    case .everything, .instant: text += " (\(Brief.count(head.number, "line")))"
    }
    let withheld = record.withheld.count
    if withheld > 0 { text += ", of which \(withheld) withheld" }
    return text + "."
  }

  /// The person whom `text` means; an unclear name lists its candidates.
  func person(_ text: String) throws -> EntityID { try entity(text, .person) }

  /// What `text` means among what is registered as `sort`.
  func entity(_ text: String, _ sort: EntitySort) throws -> EntityID {
    if let snapshot, case .everything = knownAt {
      return try Question.entity(text, sort, in: snapshot)
    }
    let match = record.registry.matches(text, sorts: [sort])
    return try Question.chosen(match, text, sort, record.registry.displayName)
  }

  /// The person whom `text` means, as the snapshot knows them.
  static func person(_ text: String, in snapshot: Snapshot) throws -> EntityID {
    try entity(text, .person, in: snapshot)
  }

  private static func entity(
    _ text: String,
    _ sort: EntitySort,
    in snapshot: Snapshot
  ) throws -> EntityID {
    let match = try snapshot.matches(text, sorts: [sort])
    if case .one(let id) = match { return id }
    let registry = try snapshot.registry()
    return try chosen(match, text, sort, registry.displayName)
  }

  /// The one that a name means; an unclear one lists its candidates.
  static func chosen(
    _ match: NameMatch,
    _ text: String,
    _ sort: EntitySort,
    _ name: (EntityID) -> String
  ) throws(Failure) -> EntityID {
    switch match {
    case .one(let id): return id
    case .several(let ids):
      throw Failure(
        .notFound,
        "\"\(text)\" fits several; name one of them:\n" + Question.list(ids, name)
      )
    case .none(let nearest):
      throw Failure(
        .notFound,
        "no \(sort.rawValue) called \"\(text)\" is registered.\n"
          + (nearest.isEmpty ? "" : "Near it are:\n\(Question.list(nearest, name))\n")
          + "`annals list \(sort.rawValue)` lists what is."
      )
    }
  }
}

extension Question {
  /// Ids and names, one a line.
  private static func list(_ ids: [EntityID], _ name: (EntityID) -> String) -> String {
    var table = TextTable([.init("ID"), .init("NAME", yields: true)])
    for id in ids { table.add([id.text, name(id)]) }
    let width = Outside.current.columns - 2
    return table.lines(width: width).map { "  " + $0 }.joined(separator: "\n")
  }
}

/// An event as somebody names it: by id, or by its position.
enum EventReference {
  case id(EventID)
  case position(Position)

  /// Nil for what can be neither.
  init?(_ text: String) {
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      guard let number = Int(text) else { return nil }
      self = .position(Position(number))
    } else if let id = EventID(text) {
      self = .id(id)
    } else {
      return nil
    }
  }

  /// What the snapshot says of it; nil if no such event is recorded.
  func record(in snapshot: Snapshot) throws -> Record? {
    switch self {
    case .id(let id): return try snapshot.record(event: id)
    case .position(let position):
      return try snapshot.event(at: position).flatMap { try snapshot.record(event: $0) }
    }
  }
}
