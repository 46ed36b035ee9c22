/// Tells what happened to the lines of a damaged log, from their numbers and from the chain
/// together.
///
/// Keeps some 200 bytes a line, so it begins only where a line is not sound.
struct Diagnosis {
  private(set) var damages: [Damage] = []
  private(set) var counts: LogVerification.Counts

  private let evidence: ChainEvidence
  /// The first line that is judged.
  private let start: Int
  /// The line to be judged.
  private var at: Int
  /// The number that is due next.
  private var due: Int
  /// The hash that the due line follows; nil after a line that states none.
  private var hash: LineHash?
  /// The line that states that hash, where no line has borne it out yet: it is withheld, or its
  /// number alone tells where it stands.
  private var unproven: Int?
  /// Withheld lines whose hash the line after them contradicts.
  private var doubted: Set<Int> = []
  /// Sound lines that were met too early, by number.
  private var early: [Int: Int] = [:]
  /// Sound lines further down whose place was above, and which are told of already.
  private var taken: Set<Int> = []
  /// The lines that stand in the chain, in its order.
  private var accepted: [Found] = []
  /// Sound lines that were met out of their place; some are accepted there later.
  private var displaced: [Found] = []

  private var lastSurrounding = -1
  /// The first line below the one that is judged that states a number, as far as was looked.
  private var behind = 0

  /// Begins with the line at `point`, before which all is sound.
  init(
    of log: SettledLog,
    from point: LogPoint,
    counts: LogVerification.Counts
  ) throws(EventLogError) {
    evidence = try ChainEvidence(log)
    self.counts = counts
    start = evidence.lines.firstIndex { $0.offset >= point.offset } ?? evidence.count
    at = start
    due = point.position.number + 1
    hash = point.hash
    if start > 0, evidence.lines[start - 1].claimed?.isWithheld == true { unproven = start - 1 }
  }

  /// The sound lines: those of the chain in its order, then those that have no place in it.
  var soundLines: [SoundLine] {
    let inChain = Set(accepted.map(\.index))
    return (accepted + displaced.filter { !inChain.contains($0.index) }).map { found in
      SoundLine(
        facts: evidence.lines[found.index],
        isTested: found.isTested,
        isDoubted: doubted.contains(found.index)
      )
    }
  }

  /// The withheld line before those that are judged, if the first of them contradicts its hash.
  var doubtedBefore: LineFacts? {
    doubted.contains(start - 1) ? evidence.lines[start - 1] : nil
  }

  /// The first damage of a log at or after `point`, before which all is sound.
  static func first(
    of log: SettledLog,
    from point: LogPoint
  ) throws(EventLogError) -> Damage? {
    var diagnosis = try Diagnosis(of: log, from: point, counts: .init())
    while diagnosis.damages.isEmpty, try diagnosis.judgeNext() {}
    // Whether a line that is out of its place is nothing else is told where it belongs.
    if case .reordered = diagnosis.damages.first?.kind { try diagnosis.finish() }
    return diagnosis.damages.first
  }

  /// Judges every line that is left.
  mutating func finish() throws(EventLogError) {
    while try judgeNext() {}
    damages.sort { ($0.line, $0.offset) < ($1.line, $1.offset) }
  }

  /// Judges one line; false at the end of the log.
  private mutating func judgeNext() throws(EventLogError) -> Bool {
    try judgeEarly()
    while taken.contains(at) {
      reportSurrounding()
      at += 1
    }
    guard at < evidence.count else { return false }
    reportSurrounding()
    switch evidence.lines[at].claim {
    case .failure(let fault): try judge(unreadable: fault)
    case .success(let claim): try judge(claim)
    }
    return true
  }

  /// Judges the lines that were met too early and are due now.
  private mutating func judgeEarly() throws(EventLogError) {
    while let index = early[due] {
      if try evidence.fits(index, due, after: hash) {
        try accept(index)
        continue
      }
      guard let hash, unproven == nil, evidence.claiming(due) == [index],
        let claim = evidence.lines[index].claimed
      else { return }
      // Only the line after it bore it out; the one before it contradicts it.
      let computed = try evidence.computedHash(of: index, after: hash)
      damages.removeAll { damage in
        damage.offset == evidence.lines[index].offset
          && damage.kind == .reordered(position: Position(due))
      }
      displaced.removeAll { $0.index == index }
      report(.altered(stated: claim.hash, computed: computed), index)
      follow(claim.hash)
    }
  }

  private mutating func judge(unreadable fault: Damage.Kind) throws(EventLogError) {
    report(fault, at)
    // A line too many leaves the chain around it whole; otherwise it stands for the due one.
    if try placeOfDue() == nil, try !isDueBehind() {
      due += 1
      hash = nil
    }
    at += 1
  }

  private mutating func judge(_ claim: Claim) throws(EventLogError) {
    guard let fault = try evidence.fault(at, due, after: hash) else {
      try accept(at)
      at += 1
      return
    }
    switch fault {
    case .malformed:
      report(fault, at)
      try accept(at)
      at += 1
    case .misnumbered(let says):
      report(fault, at)
      if let says, evidence.number(of: at + 1) == says + 1 { due = says }
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
      let isCopy = try evidence.bytes(original) == evidence.bytes(at)
      let position = Position(claim.number ?? 0)
      report(
        isCopy
          ? .duplicated(position: position, offset: evidence.lines[original].offset)
          : .inserted(says: claim.number),
        at
      )
      at += 1
    } else if let place = try placeOfDue() {
      try judge(claim, before: place)
    } else if try isInPlace(claim, at: at) {
      try judge(claim, inPlace: fault)
    } else {
      try judgeDisplaced(claim, fault)
    }
  }

  /// Judges a line that stands in its place and does not follow the line before it.
  private mutating func judge(
    _ claim: Claim,
    inPlace fault: Damage.Kind
  ) throws(EventLogError) {
    // A line of another copy of the log may stand under a number that is due.
    if let number = claim.number, try evidence.isTested(at, number) {
      displace(at, number, isTested: true)
      return pass(claim.hash)
    }
    guard let hash else {
      report(fault, at)
      return pass(claim.hash)
    }
    let computed = try evidence.computedHash(of: at, after: hash)
    if let behind = numberBehind(), try evidence.proves(computed, behind, due + 1) {
      // The next line follows what this one's text gives: only the stated hash changed.
      report(.altered(stated: claim.hash, computed: computed), at)
      return pass(computed)
    }
    if let unproven, claim.number == due {
      doubt(unproven)
      report(.unmatched(stated: claim.hash, computed: computed), at)
      displaced.append(Found(index: at, isTested: false))
    } else {
      report(fault.orAltered(claim, computed: computed), at)
    }
    pass(claim.hash)
  }

  /// Judges a line where the due one stands further down, at `place`.
  private mutating func judge(_ claim: Claim, before place: Int) throws(EventLogError) {
    let follows = try evidence.fits(at, due + 1, after: evidence.lines[place].claimed?.hash)
    if follows || evidence.claiming(due + 1) == [at] {
      // What stands here belongs behind the due line, so the due line is the one that moved.
      report(.reordered(position: Position(due)), place)
      taken.insert(place)
      try accept(place)
    } else if let number = claim.number, try evidence.isSound(at, number) {
      displace(at, number, isTested: try evidence.isTested(at, number))
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
    if number > due, try standsBehindGap(claim, number), reportGaps(upTo: number) {
      due = number
      // What it follows is gone: only the line after it, or its number, bears it out.
      hash = nil
      try accept(at)
    } else if try evidence.isSound(at, number) {
      displace(at, number, isTested: try evidence.isTested(at, number))
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
  /// Whether the next line that states a number stands where the due one belongs, so that what
  /// stands before it is a line too many.
  private mutating func isDueBehind() throws(EventLogError) -> Bool {
    guard let behind = numberBehind(), let claim = evidence.lines[behind].claimed else {
      return false
    }
    return try isInPlace(claim, at: behind)
  }

  /// Whether the line's number, the line after it, or its own hash under the due number says that
  /// it stands where it belongs.
  private func isInPlace(_ claim: Claim, at index: Int) throws(EventLogError) -> Bool {
    guard let number = claim.number, number != due else { return true }
    if try evidence.fits(index + 1, due + 1, after: claim.hash) { return true }
    guard let hash else { return false }
    return try evidence.isSound(index, numberedAs: due, after: hash)
  }

  /// Whether lines may be missing before the one that is judged, which is number `number`.
  private mutating func standsBehindGap(
    _ claim: Claim,
    _ number: Int
  ) throws(EventLogError) -> Bool {
    if try evidence.fits(at + 1, number + 1, after: claim.hash) { return true }
    // Nothing bears it out; the numbers go on behind it, or the log ends.
    guard let behind = numberBehind() else { return true }
    return evidence.lines[behind].claimed?.number ?? 0 > number
  }

  /// The next line below that states a number and is not told of yet; nil if there is none.
  private mutating func numberBehind() -> Int? {
    // Of many lines that state none each would look as far.
    behind = max(behind, at + 1)
    while behind < evidence.count, taken.contains(behind) || evidence.number(of: behind) == nil {
      behind += 1
    }
    return behind < evidence.count ? behind : nil
  }

  /// Where below the line that is judged the due one stands.
  private func placeOfDue() throws(EventLogError) -> Int? {
    for index in evidence.claiming(due)
    where index > at && index < evidence.count && !taken.contains(index) {
      if try evidence.fits(index, due, after: hash) { return index }
    }
    return nil
  }

  /// The line above that claims the same number and the same hash.
  private func original(of claim: Claim) -> Int? {
    guard let number = claim.number else { return nil }
    return evidence.claiming(number).first {
      $0 < at && evidence.lines[$0].claimed?.hash == claim.hash
    }
  }

  private mutating func report(_ kind: Damage.Kind, _ index: Int) {
    let line = evidence.lines[index]
    damages.append(
      Damage(kind, line: line.number, offset: line.offset, after: Position(due - 1))
    )
  }

  /// Reports all that stands around the line's object, once.
  private mutating func reportSurrounding() {
    guard at > lastSurrounding else { return }
    lastSurrounding = at
    for surrounding in evidence.lines[at].surrounding { report(surrounding, at) }
  }

  /// Reports the numbers from the due one to that before `number` that stand nowhere; false if all
  /// of them stand somewhere.
  private mutating func reportGaps(upTo number: Int) -> Bool {
    var first = due
    var found = false
    for next in evidence.claimed(in: due..<number) + [number] {
      if next > first {
        report(.missing(first: Position(first), last: Position(next - 1)), at)
        found = true
      }
      first = next + 1
    }
    return found
  }

  /// Goes on after a line that stands in its place.
  private mutating func accept(_ index: Int) throws(EventLogError) {
    guard let claim = evidence.lines[index].claimed else { return }
    accepted.append(Found(index: index, isTested: hash != nil))
    // What its number alone bears out may be anything.
    let isBorneOut = hash == nil ? try evidence.isFollowed(index, due) : true
    if isBorneOut {
      counts.add(hasMore: claim.hasMore, isWithheld: claim.isWithheld)
    }
    due += 1
    unproven = hash == nil || claim.isWithheld ? index : nil
    hash = claim.hash
  }

  /// Takes the line at `index` for one that may be under a wrong hash.
  private mutating func doubt(_ index: Int) {
    guard let claim = evidence.lines[index].claimed, claim.isWithheld else { return }
    doubted.insert(index)
    counts.remove(hasMore: claim.hasMore, isWithheld: true)
  }

  /// Reports a sound line whose place is elsewhere.
  private mutating func displace(_ index: Int, _ number: Int, isTested: Bool) {
    report(.reordered(position: Position(number)), index)
    displaced.append(Found(index: index, isTested: isTested))
  }

  /// Goes on after the due line, which states `hash`.
  private mutating func follow(_ hash: LineHash) {
    due += 1
    self.hash = hash
    unproven = nil
  }

  /// Goes on after the line that is judged; the next one is to follow `hash`.
  private mutating func pass(_ hash: LineHash) {
    follow(hash)
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
  fileprivate func orAltered(_ claim: Claim, computed: LineHash) -> Damage.Kind {
    guard case .outOfSequence = self else { return self }
    return .altered(stated: claim.hash, computed: computed)
  }
}
