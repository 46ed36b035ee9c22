/// Tells what happened to the lines of a damaged log, from their numbers and from the chain
/// together.
///
/// Keeps some 200 bytes a line, so it begins only where a line is not sound.
struct Diagnosis {
  private(set) var damages: [Damage] = []
  private(set) var counts: LogVerification.Counts

  private let log: SettledLog
  private let lines: [LineFacts]
  /// Where each number is claimed.
  private let claims: [Int: [Int]]
  /// The line to be judged.
  private var at: Int
  /// The number that is due next.
  private var due: Int
  /// The hash that the due line follows; nil after a line that states none.
  private var hash: LineHash?
  /// Sound lines that were met too early, by number.
  private var early: [Int: Int] = [:]
  /// Sound lines further down whose place was above, and which are told of already.
  private var taken: Set<Int> = []
  /// The lines that stand in the chain, in its order.
  private var accepted: [Found] = []
  /// Sound lines that were met out of their place; some are accepted there later.
  private var displaced: [Found] = []

  private var lastSurrounding = -1

  /// Begins with the line at `point`, before which all is sound.
  init(
    of log: SettledLog,
    from point: LogPoint,
    counts: LogVerification.Counts
  ) throws(EventLogError) {
    let lines = try LineFacts.all(in: log.source, to: log.end.offset)
    self.log = log
    self.lines = lines
    self.counts = counts
    var claims: [Int: [Int]] = [:]
    for (index, line) in lines.enumerated() {
      if let number = line.claimed?.number { claims[number, default: []].append(index) }
    }
    self.claims = claims
    at = lines.firstIndex { $0.offset >= point.offset } ?? lines.count
    due = point.position.number + 1
    hash = point.hash
  }

  /// The sound lines: those of the chain in its order, then those that have no place in it.
  var soundLines: [SoundLine] {
    let inChain = Set(accepted.map(\.index))
    return (accepted + displaced.filter { !inChain.contains($0.index) }).map { found in
      SoundLine(facts: lines[found.index], isTested: found.isTested)
    }
  }

  /// The first damage of a log at or after `point`, before which all is sound.
  static func first(
    of log: SettledLog,
    from point: LogPoint
  ) throws(EventLogError) -> Damage? {
    var diagnosis = try Diagnosis(of: log, from: point, counts: .init())
    while diagnosis.damages.isEmpty, try diagnosis.judgeNext() {}
    return diagnosis.damages.first
  }

  /// Judges every line that is left.
  mutating func finish() throws(EventLogError) {
    while try judgeNext() {}
    damages.sort { ($0.line, $0.offset) < ($1.line, $1.offset) }
  }

  /// Judges one line; false at the end of the log.
  private mutating func judgeNext() throws(EventLogError) -> Bool {
    while let index = early[due], try fits(index, due, after: hash) { accept(index) }
    while taken.contains(at) {
      reportSurrounding()
      at += 1
    }
    guard at < lines.count else { return false }
    reportSurrounding()
    switch lines[at].claim {
    case .failure(let fault): try judge(unreadable: fault)
    case .success(let claim): try judge(claim)
    }
    return true
  }

  private mutating func judge(unreadable fault: Damage.Kind) throws(EventLogError) {
    report(fault, at)
    // A line too many leaves the chain around it whole; otherwise it stands for the due one.
    if try placeOfDue() == nil {
      due += 1
      hash = nil
    }
    at += 1
  }

  private mutating func judge(_ claim: Claim) throws(EventLogError) {
    guard let fault = try faultInChain(at, due, after: hash) else {
      accept(at)
      at += 1
      return
    }
    switch fault {
    case .malformed:
      report(fault, at)
      accept(at)
      at += 1
    case .misnumbered(let says):
      report(fault, at)
      if let says, number(of: at + 1) == says + 1 { due = says }
      pass(claim.hash)
    default:
      try judge(claim, unchained: fault)
    }
  }

  /// Judges a line that does not follow the line before it.
  private mutating func judge(
    _ claim: Claim,
    unchained fault: Damage.Kind
  ) throws(EventLogError) {
    if let original = original(of: claim) {
      let isCopy = try bytes(original) == bytes(at)
      let position = Position(claim.number ?? 0)
      report(
        isCopy
          ? .duplicated(position: position, offset: lines[original].offset)
          : .inserted(says: claim.number),
        at
      )
      at += 1
    } else if let place = try placeOfDue() {
      try judge(claim, before: place)
    } else if try isInPlace(claim) {
      // A line of another copy of the log may stand under a number that is due.
      if let number = claim.number, try isTested(at, number) {
        displace(at, number, isTested: true)
      } else {
        let computed = try computedHash()
        report(fault.orAltered(claim, computed: computed), at)
        // Where the next line follows what this one's text gives, only the stated hash changed.
        if let computed, try fits(at + 1, due + 1, after: computed) { return pass(computed) }
      }
      pass(claim.hash)
    } else {
      try judgeDisplaced(claim, fault)
    }
  }

  /// Judges a line where the due one stands further down, at `place`.
  private mutating func judge(_ claim: Claim, before place: Int) throws(EventLogError) {
    if try fits(at, due + 1, after: lines[place].claimed?.hash) {
      // What stands here follows the due line, so the due line is the one that moved.
      report(.reordered(position: Position(due)), place)
      taken.insert(place)
      accept(place)
    } else if let number = claim.number, try isSound(at, number) {
      displace(at, number, isTested: try isTested(at, number))
      early[number] = at
      at += 1
    } else {
      report(.inserted(says: claim.number), at)
      at += 1
    }
  }

  /// Judges a line that bears another number than the due one, which stands nowhere.
  private mutating func judgeDisplaced(
    _ claim: Claim,
    _ fault: Damage.Kind
  ) throws(EventLogError) {
    guard let number = claim.number else { return pass(claim.hash) }
    if number > due, try fits(at + 1, number + 1, after: claim.hash), reportGaps(upTo: number) {
      due = number
      // What it follows is gone; only the line after it bears it out.
      hash = nil
      accept(at)
    } else if try isSound(at, number) {
      displace(at, number, isTested: try isTested(at, number))
      early[number] = at
    } else {
      report(.outOfSequence(says: number), at)
      return pass(claim.hash)
    }
    at += 1
  }
}

// What the judgements rest on.
extension Diagnosis {
  /// Whether the line's number, or the line after it, says that it stands where it belongs.
  private func isInPlace(_ claim: Claim) throws(EventLogError) -> Bool {
    guard let number = claim.number, number != due else { return true }
    return try fits(at + 1, due + 1, after: claim.hash)
  }

  /// Why the line at `index` cannot be number `number` after `hash`; nil if it can.
  ///
  /// Where no hash is known the number decides, as it does for a withheld line.
  private func faultInChain(
    _ index: Int,
    _ number: Int,
    after hash: LineHash?
  ) throws(EventLogError) -> Damage.Kind? {
    guard let claim = lines[index].claimed else { return .unsealed }
    guard let hash else {
      return claim.number == number ? nil : .outOfSequence(says: claim.number)
    }
    let point = LogPoint(
      position: Position(number - 1),
      offset: lines[index].offset,
      hash: hash,
      recorded: nil
    )
    let bytes = try bytes(index)
    do {
      _ = try LineFormat.read(bytes, after: point)
      return nil
    } catch {
      return error.kind
    }
  }

  /// Whether the line at `index` is number `number` after a known hash.
  private func fits(
    _ index: Int,
    _ number: Int,
    after hash: LineHash?
  ) throws(EventLogError) -> Bool {
    guard let hash, self.number(of: index) == number else { return false }
    switch try faultInChain(index, number, after: hash) {
    case nil, .malformed: return true
    default: return false
    }
  }

  /// Where below the line that is judged the due one stands.
  private func placeOfDue() throws(EventLogError) -> Int? {
    for index in claims[due] ?? [] where index > at && !taken.contains(index) {
      if try fits(index, due, after: hash) { return index }
    }
    return nil
  }

  /// Whether a line before it, wherever that stands, bears out all that the line says.
  private func isTested(_ index: Int, _ number: Int) throws(EventLogError) -> Bool {
    if number == 1, try fits(index, 1, after: .start) { return true }
    for before in claims[number - 1] ?? []
    where try fits(index, number, after: lines[before].claimed?.hash) {
      return true
    }
    return false
  }

  /// Whether a line before or after it, wherever that stands, bears the line out.
  private func isSound(_ index: Int, _ number: Int) throws(EventLogError) -> Bool {
    if try isTested(index, number) { return true }
    let hash = lines[index].claimed?.hash
    // The line after it bears out the hash, and thereby the text only where nobody else states it.
    let isAlone = claims[number]?.allSatisfy { $0 == index || lines[$0].claimed?.hash != hash }
    for after in claims[number + 1] ?? [] where isAlone == true {
      if try fits(after, number + 1, after: hash) { return true }
    }
    return false
  }

  /// The line above that claims the same number and the same hash.
  private func original(of claim: Claim) -> Int? {
    guard let number = claim.number else { return nil }
    return claims[number]?.first { $0 < at && lines[$0].claimed?.hash == claim.hash }
  }

  private func number(of index: Int) -> Int? {
    index < lines.count ? lines[index].claimed?.number : nil
  }

  private func bytes(_ index: Int) throws(EventLogError) -> [UInt8] {
    try log.source.read(lines[index].range)
  }

  private func computedHash() throws(EventLogError) -> LineHash? {
    guard let hash else { return nil }
    let bytes = try bytes(at)
    let body = bytes.span.extracting(first: bytes.count - LineFormat.sealBytes)
    return LineHash.of(body: body, after: hash)
  }

  private mutating func report(_ kind: Damage.Kind, _ index: Int) {
    let line = lines[index]
    damages.append(
      Damage(kind, line: line.number, offset: line.offset, after: Position(due - 1))
    )
  }

  /// Reports all that stands around the line's object, once.
  private mutating func reportSurrounding() {
    guard at > lastSurrounding else { return }
    lastSurrounding = at
    for surrounding in lines[at].surrounding { report(surrounding, at) }
  }

  /// Reports the numbers from the due one to that before `number` that stand nowhere; false if all
  /// of them stand somewhere.
  private mutating func reportGaps(upTo number: Int) -> Bool {
    let present = claims.keys.filter { $0 >= due && $0 < number }.sorted()
    var first = due
    var found = false
    for next in present + [number] {
      if next > first {
        report(.missing(first: Position(first), last: Position(next - 1)), at)
        found = true
      }
      first = next + 1
    }
    return found
  }

  /// Goes on after a line that stands in its place.
  private mutating func accept(_ index: Int) {
    guard let claim = lines[index].claimed else { return }
    accepted.append(Found(index: index, isTested: hash != nil))
    counts.add(hasMore: claim.hasMore, isWithheld: claim.isWithheld)
    due += 1
    hash = claim.hash
  }

  /// Reports a sound line whose place is elsewhere.
  private mutating func displace(_ index: Int, _ number: Int, isTested: Bool) {
    report(.reordered(position: Position(number)), index)
    displaced.append(Found(index: index, isTested: isTested))
  }

  /// Goes on after the line that is judged; the next one is to follow `hash`.
  private mutating func pass(_ hash: LineHash) {
    due += 1
    self.hash = hash
    at += 1
  }
}

extension Diagnosis {
  /// A sound line, by its place among the lines.
  private struct Found {
    var index: Int
    var isTested: Bool
  }
}

extension Damage.Kind {
  /// A line in its place whose number does not fit either is altered, like any other.
  fileprivate func orAltered(_ claim: Claim, computed: LineHash?) -> Damage.Kind {
    guard case .outOfSequence = self, let computed else { return self }
    return .altered(stated: claim.hash, computed: computed)
  }
}

extension LineFacts {
  /// What the line says of itself, if it says anything.
  var claimed: Claim? {
    // Why it says nothing is reported where the line is judged.
    try? claim.get()
  }
}
