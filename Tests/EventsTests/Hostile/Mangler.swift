@testable import Events

/// Changes good text into what nobody should write, the same for the same seed.
struct Mangler {
  private var numbers: SeededNumbers

  init(seed: UInt64) { numbers = SeededNumbers(state: seed) }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &numbers)]
  }

  /// One of `texts` after up to `most` changes, each of them a few bytes.
  mutating func mangled(_ texts: [String], most: Int = 4) -> [UInt8] {
    var bytes = Array(pick(texts).utf8)
    for _ in 0..<Int.random(in: 1...most, using: &numbers) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let start = Int.random(in: 0...bytes.count, using: &numbers)
    let end = min(bytes.count, start + Int.random(in: 0...8, using: &numbers))
    switch Int.random(in: 0..<7, using: &numbers) {
    case 0: if start < bytes.count { bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &numbers) }
    case 1: bytes.removeSubrange(start..<end)
    case 2: bytes.insert(contentsOf: pick(Mangler.pieces).utf8, at: start)
    case 3: bytes.insert(UInt8.random(in: 0...255, using: &numbers), at: start)
    case 4: bytes.replaceSubrange(start..<end, with: pick(Mangler.pieces).utf8)
    case 5: bytes.insert(contentsOf: bytes[start..<end], at: start)
    default: if start > 0, start < bytes.count { bytes.swapAt(start, start - 1) }
    }
  }

  private static let pieces = [
    "\"", "\\", "{", "}", "[", "]", ":", ",", "null", "true", "0", "-1", "9", "1e9", "\\u0000",
    "\\ud800", "\\u", "..", "/", "~", "?", "%", "X", "Y", "E", "S", "P", "T", "-", "W",
    "99999999999999999999", "[[[[[[[[", "é", "e\u{301}", "\u{202E}", "\u{0}", "\n", "\r", " ",
  ]

  static let drafts = [
    #"{"kind":"arrest","date":"2016-05-17","persons":["anna-berg"],"title":"Anna","order":2}"#,
    #"{"id":"s","kind":"sentence","date":"2016-09~","persons":["a"],"title":"Two years","#
      + #""details":{"form":"imprisonment","term":"P2Y","fine":{"amount":1.50,"currency":"EUR"}}}"#,
    #"{"kind":"count","date":"2016","title":"Held","details":{"states":["held"],"#
      + #""count":{"n":1000,"qualifier":"more_than","including":[{"n":55,"of":"journalists"}]}}}"#,
    #"{"kind":"correction","details":{"of":"s","set":{"details":{"term":null}},"reason":"r"}}"#,
    #"{"kind":"x-own","date":"2016","title":"t\u00e9","private":{"w":[1e2,null,true]}}"#,
  ]

  static let dates = [
    "2016", "2016-05", "2016-05-17", "2016-05~", "?2016-05-~17", "201X", "2016-XX-31", "156X-12-25",
    "[..2017-10-07]", "{1960,1961-12..1963}", "[2016-01,2016-03..]", "2016/2017-03", "2016/..",
    "/2017", "Y170000002", "Y-17E7", "1950S2", "2016-21", "2016-05-17T10:15:00Z", "-0044-03-15",
    "2016-05-17T23:59:59+05:30",
  ]

  static let durations = [
    "P5Y", "P1Y6M", "P2W", "P15D", "PT36H", "P1Y2M3W4DT5H6M7S", "P0D", "P999999999Y", "PT1S",
  ]
}
