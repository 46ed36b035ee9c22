import Events
import Testing

@testable import Exports

/// Somebody of whom nothing may be shown.
struct Withheld {
  private let drafts: String

  /// Registers them under `names`, which are the one or several that they bear.
  init(_ names: String...) {
    let list = names.map { #"{"text":"\#($0)"}"# }.joined(separator: ",")
    drafts =
      #"{"id":"r-1","kind":"person","details":{"id":"q7","names":[\#(list)],"#
      + #""shown_as":"withheld"}}"#
  }

  /// What leaves of `title`.
  func title(_ title: String) throws -> String {
    let event = #"{"id":"e-1","kind":"other","date":"2016","title":"\#(title)"}"#
    return try #require(try SealedRecord("\(drafts)\n\(event)").document().entries.first).title
  }

  /// What leaves of `tag`.
  func tag(_ tag: String) throws -> String {
    let event = #"{"id":"e-1","kind":"other","date":"2016","title":"T","tags":["\#(tag)"]}"#
    let tags = try SealedRecord("\(drafts)\n\(event)").document().entries.first?.members[
      named: "tags"
    ]
    return try #require(tags?.array?.first?.text)
  }

  /// What leaves of `text`, written as in JSON.
  func text(_ text: String) throws -> String {
    let event = #"{"id":"e-1","kind":"other","date":"2016","title":"T","text":"\#(text)"}"#
    let left = try #require(try SealedRecord("\(drafts)\n\(event)").document().first("text"))
    return String(left.dropFirst().dropLast())
  }
}
