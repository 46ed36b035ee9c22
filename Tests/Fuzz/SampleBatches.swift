import Events

/// A small log of several batches, as annals writes it.
struct SampleBatches {
  private(set) var lines: [LogLine] = []
  /// The points before each line.
  private(set) var points: [LogPoint] = []
  private(set) var bytes: [UInt8] = []
  /// The bytes up to the end of each batch.
  private(set) var ends: Set<Int> = [0]

  /// Batches of one, two, three lines and so on, of these drafts, appended to `beginning`.
  init(of drafts: [Draft], after beginning: [UInt8] = []) throws {
    let log = MemoryLog(beginning)
    var rest = drafts[...]
    var size = 1
    while !rest.isEmpty {
      let writer = try log.writer(timeoutMilliseconds: 0)
      _ = try writer.append(Array(rest.prefix(size)), sealing: .fixed)
      writer.close()
      rest = rest.dropFirst(size)
      size = size % 3 + 1
      ends.insert(log.bytes.count)
    }
    bytes = log.bytes
    var cursor = try log.lines(after: .start)
    points.append(cursor.point)
    while let line = try cursor.next() {
      lines.append(line)
      points.append(cursor.point)
    }
  }

  /// Of the first drafts of the corpus, each with an id of its own.
  static func of(_ corpus: Corpus, count: Int) throws -> SampleBatches {
    try SampleBatches(of: drafts(corpus.lines("drafts.jsonl").prefix(count), named: "e"))
  }

  /// Another copy, which grew in its own way after the second batch.
  func copy(grownBy corpus: Corpus, count: Int) throws -> SampleBatches {
    let beginning = bytes.prefix(ends.sorted()[2])
    let drafts = try SampleBatches.drafts(corpus.lines("drafts.jsonl").suffix(count), named: "o")
    return try SampleBatches(of: drafts, after: Array(beginning))
  }

  private static func drafts(_ lines: ArraySlice<[UInt8]>, named name: String) throws -> [Draft] {
    try lines.enumerated().map { index, line in
      var draft = try DraftReader().draft(line.span)
      draft.id = EventID("\(name)-\(index)")
      return draft
    }
  }
}
