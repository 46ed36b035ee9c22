import Events

/// Words of the vocabulary as people read them.
enum Brief {
  /// `in_custody` as `in custody`.
  static func words(_ name: String) -> String {
    switch name {
    case "un_release_call": "UN call for release"
    case "wgad_arbitrary": "UN finding of arbitrary detention"
    default: name.replacing("_", with: " ")
    }
  }

  /// A date after the word "since": `Oct 2017 or before`, `about Oct 2016`.
  static func since(_ edtf: String) -> String {
    let date = date(edtf)
    for (prefix, suffix) in [("by ", " or before"), ("from ", " or later")]
    where date.hasPrefix(prefix) {
      return date.dropFirst(prefix.count) + suffix
    }
    return date
  }

  /// A date in few characters, never more exact than it is: `by Oct 2017`, `about Oct 2016`.
  ///
  /// What has no short form stays as written.
  static func date(_ edtf: String) -> String {
    if edtf.hasPrefix("[.."), edtf.hasSuffix("]"),
      let plain = plain(String(edtf.dropFirst(3).dropLast()))
    {
      return "by \(plain)"
    }
    if edtf.hasPrefix("["), edtf.hasSuffix("..]"),
      let plain = plain(String(edtf.dropFirst().dropLast(3)))
    {
      return "from \(plain)"
    }
    if let plain = plain(edtf) { return plain }
    guard let qualifier = edtf.last, let words = plain(String(edtf.dropLast())) else { return edtf }
    return switch qualifier {
    case "~": "about \(words)"
    case "?": "perhaps \(words)"
    case "%": "perhaps about \(words)"
    default: edtf
    }
  }

  /// `2017`, `2017-10` or `2017-10-07` in words.
  private static func plain(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }),
      parts.first?.count == 4
    else { return nil }
    switch parts.count {
    case 1: return text
    case 2:
      guard let month = Int(parts[1]), months.indices.contains(month - 1) else { return nil }
      return "\(months[month - 1]) \(parts[0])"
    case 3:
      guard let month = Int(parts[1]), months.indices.contains(month - 1), let day = Int(parts[2])
      else { return nil }
      return "\(day) \(months[month - 1]) \(parts[0])"
    default: return nil
    }
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `1 person`, `2 persons`.
  static func count(_ n: Int, _ one: String, _ many: String? = nil) -> String {
    "\(n) \(n == 1 ? one : many ?? one + "s")"
  }

  /// A citation in few characters: `letter-1, p. 3, via report-2`.
  static func citation(_ citation: Citation) -> String { citations([citation]) }

  /// Citations in few characters, each source once: `letter-1, p. 3 and p. 5; report-2, p. 7`.
  static func citations(_ citations: [Citation]) -> String {
    var sources: [(source: EntityID, via: EntityID?, places: [String])] = []
    for citation in citations {
      let places = citation.at.map { [$0] } ?? []
      let same = sources.firstIndex { $0.source == citation.source && $0.via == citation.via }
      if let same {
        sources[same].places += places
      } else {
        sources.append((citation.source, citation.via, places))
      }
    }
    return sources.map { source, via, places in
      var text = source.text
      if !places.isEmpty { text += ", " + places.joined(separator: " and ") }
      if let via { text += ", via \(via)" }
      return text
    }.joined(separator: "; ")
  }
}
