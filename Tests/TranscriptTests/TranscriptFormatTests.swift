import Testing

@Suite struct TranscriptFormatTests {
  private static let sample = """
    # Two steps.

    $ printf 'a\\n'
    > # not prose
    a

    \\$ b
    2> c
    2>
    ? 65

    # The second.
    $ true
    \\# d

    # The end.

    """

  @Test func `a transcript is read step by step`() throws {
    let transcript = try Transcript(parsing: TranscriptFormatTests.sample)
    #expect(
      transcript.steps == [
        Transcript.Step(
          prose: ["# Two steps.", ""],
          line: 3,
          command: "printf 'a\\n'\n# not prose",
          expected: Transcript.Outcome(output: ["a", "", "$ b"], errors: ["c", ""], status: 65)
        ),
        Transcript.Step(
          prose: ["", "# The second."],
          line: 13,
          command: "true",
          expected: Transcript.Outcome(output: ["# d"])
        ),
      ]
    )
    #expect(transcript.ending == ["", "# The end."])
  }

  @Test func `a transcript is written as it was read`() throws {
    let transcript = try Transcript(parsing: TranscriptFormatTests.sample)
    #expect(transcript.text == TranscriptFormatTests.sample)
  }

  @Test(arguments: [("a\n$ true\n", 1), ("# Prose.\na\n", 2), ("$ true\n? x\n", 2)])
  func `a line that belongs to nothing is refused`(text: String, line: Int) {
    #expect(throws: TranscriptFault(line: line)) { try Transcript(parsing: text) }
  }

  @Test(arguments: [
    ("abc", "abc", true), ("a[..]c", "abbc", true), ("a[..]c", "ac", true), ("[..]", "", true),
    ("a[..]b[..]c", "a-b-b-c", true), ("[..]b", "abab", true), ("a[..]", "ba", false),
    ("a[..]a", "a", false), ("abc", "abcd", false), ("[..2017]", "[..2017]", true),
    ("é", "e\u{301}", false), ("[..]b[..]", "ac", false),
  ])
  func `any text may stand for a wildcard`(pattern: String, line: String, matches: Bool) {
    #expect(Pattern.matches(pattern, line) == matches)
  }

  @Test(arguments: [
    (["a", "..."], ["a", "b", "c"], true), (["...", "c"], ["a", "c"], true), (["..."], [], true),
    (["...", "b", "...", "d"], ["a", "b", "b", "c", "d"], true), (["a"], ["a", "", ""], true),
    (["a", "..."], ["b"], false), (["...", "b"], ["b", "a"], false), (["a"], ["a", "a"], false),
    ([], ["a"], false), (["a", "b"], ["a"], false), (["", "a"], ["a"], false),
  ])
  func `any lines may stand for dots`(patterns: [String], lines: [String], matches: Bool) {
    #expect(Pattern.matches(patterns, lines) == matches)
  }

  @Test func `a difference shows both sides in order`() {
    let expected = Transcript.Outcome(output: ["a [..]", "b", "c"])
    let actual = Transcript.Outcome(output: ["a 1", "x", "c", "d"], errors: ["e"], status: 1)
    let shown = Pattern.difference(expected, actual)
    #expect(shown == ["  a [..]", "- b", "+ x", "  c", "+ d", "+ 2> e", "+ ? 1"])
  }

  @Test func `dots in a difference take what they can`() {
    let expected = Transcript.Outcome(output: ["a", "...", "d"], errors: ["..."])
    let actual = Transcript.Outcome(output: ["a", "b", "c", "e"], errors: ["f", "g"])
    #expect(Pattern.difference(expected, actual) == ["  a", "  ...", "- d", "  2> ..."])
  }

  @Test func `an update keeps the wildcards that still hold`() {
    let kept = Pattern.keepingWildcards(
      of: ["at [..]", "b", "by [..]"],
      in: ["at 10:15", "c", "of"]
    )
    #expect(kept == ["at [..]", "c", "of"])
  }

  @Test func `a command runs in its own folder and surroundings`() throws {
    let stage = try Stage()
    defer { #expect(throws: Never.self) { try stage.clear() } }
    #expect(
      try stage.run("printf '%s' \"$TZ $LC_ALL $NO_COLOR\"; echo a >&2; exit 3")
        == Transcript.Outcome(
          output: ["UTC C.UTF-8 1", "(no newline at the end)"],
          errors: ["a"],
          status: 3
        )
    )
    #expect(try stage.run("echo ${ANNALS_BY-unset}; ls -A; echo b >c").output == ["unset"])
    #expect(
      try stage.run("cat c; cd /; kill -9 $$")
        == Transcript.Outcome(output: ["b"], status: 137)
    )
    #expect(try stage.run("cat; command -v annals").output.first?.hasSuffix("/bin/annals") == true)
  }
}
