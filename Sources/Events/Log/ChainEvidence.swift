/// The lines of a damaged log, and what they say for and against each other.
struct ChainEvidence {
  /// Those before the end of the log, then those of a torn tail, which only bear others out.
  let lines: [LineFacts]
  /// How many stand before the end of the log.
  let count: Int
  private let source: any ByteSource
  /// Where each number is claimed.
  private let claims: [Int: [Int]]

  init(_ log: SettledLog) throws(EventLogError) {
    source = log.source
    let tail = log.end.tornTail
    let end = tail.map { $0.offset + $0.byteCount } ?? log.end.offset
    lines = try LineFacts.all(in: source, to: end)
    count = lines.firstIndex { $0.offset >= log.end.offset } ?? lines.count
    var claims: [Int: [Int]] = [:]
    for (index, line) in lines.enumerated() {
      if let number = line.claimed?.number { claims[number, default: []].append(index) }
    }
    self.claims = claims
  }

  /// The lines that say that they are `number`, in the order of the file.
  func claiming(_ number: Int) -> [Int] { claims[number] ?? [] }

  /// The numbers in `range` that some line claims, in their order.
  func claimed(in range: Range<Int>) -> [Int] {
    // Whoever changed a number may have made it any.
    if range.count > claims.count { return claims.keys.filter(range.contains).sorted() }
    return range.filter { claims[$0] != nil }
  }

  /// The number that the line at `index` claims, if there is such a line.
  func number(of index: Int) -> Int? {
    index < lines.count ? lines[index].claimed?.number : nil
  }

  func bytes(_ index: Int) throws(EventLogError) -> [UInt8] {
    try source.read(lines[index].range)
  }

  /// The hash that the text of the line at `index` gives after `hash`.
  func computedHash(of index: Int, after hash: LineHash) throws(EventLogError) -> LineHash {
    let bytes = try bytes(index)
    let body = bytes.span.extracting(first: bytes.count - LineFormat.sealBytes)
    return LineHash.of(body: body, after: hash)
  }

  /// Why the line at `index` cannot be number `number` after `hash`; nil if it can.
  ///
  /// Where no hash is known the number decides, as it does for a withheld line.
  func fault(
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
  ///
  /// Of a withheld line this is its number alone.
  func fits(_ index: Int, _ number: Int, after hash: LineHash?) throws(EventLogError) -> Bool {
    guard let hash, self.number(of: index) == number else { return false }
    switch try fault(index, number, after: hash) {
    case nil, .malformed: return true
    default: return false
    }
  }

  /// Whether the line at `index` proves, as number `number`, that the line before it states `hash`.
  ///
  /// A withheld line proves nothing: its own hash cannot be computed again.
  func proves(_ hash: LineHash?, _ index: Int, _ number: Int) throws(EventLogError) -> Bool {
    try fits(index, number, after: hash) && lines[index].claimed?.isWithheld == false
  }

  /// Whether the line would be sound after `hash` if it stated `number`, so that nothing else in it
  /// changed.
  func isSound(
    _ index: Int,
    numberedAs number: Int,
    after hash: LineHash
  ) throws(EventLogError) -> Bool {
    guard let claim = lines[index].claimed, let says = claim.number else { return false }
    let body = try bytes(index).dropLast(LineFormat.sealBytes)
    let head = Array("{\"n\":\(says),".utf8)
    guard body.starts(with: head) else { return false }
    let right = Array("{\"n\":\(number),".utf8) + body.dropFirst(head.count)
    return LineHash.of(body: right.span, after: hash) == claim.hash
  }

  /// Whether a line before it, wherever that stands, bears out all that the line says.
  func isTested(_ index: Int, _ number: Int) throws(EventLogError) -> Bool {
    if number == 1, try fits(index, 1, after: .start) { return true }
    for before in claiming(number - 1)
    where try fits(index, number, after: lines[before].claimed?.hash) {
      return true
    }
    return false
  }

  /// Whether a line before or after it, wherever that stands, bears the line out.
  func isSound(_ index: Int, _ number: Int) throws(EventLogError) -> Bool {
    if try isTested(index, number) { return true }
    let hash = lines[index].claimed?.hash
    // The line after it bears out the hash, and thereby the text only where nobody else states it.
    let isAlone = claiming(number).allSatisfy { other in
      other == index || lines[other].claimed?.hash != hash
    }
    guard isAlone else { return false }
    return try isFollowed(index, number) || fillsGap(index, number)
  }

  /// Whether a line, wherever that stands, proves the hash that the line states.
  func isFollowed(_ index: Int, _ number: Int) throws(EventLogError) -> Bool {
    let hash = lines[index].claimed?.hash
    for after in claiming(number + 1) where try proves(hash, after, number + 1) {
      return true
    }
    return false
  }

  /// Whether nobody but the line at `index` claims its number, which lies within the log, and
  /// nothing is left of the line before it, which could tell.
  private func fillsGap(_ index: Int, _ number: Int) -> Bool {
    number > 1 && claiming(number) == [index] && claiming(number - 1).isEmpty
      && !claiming(number + 1).isEmpty
  }
}

extension LineFacts {
  /// What the line says of itself, if it says anything.
  var claimed: Claim? {
    // Why it says nothing is reported where the line is judged.
    try? claim.get()
  }
}
