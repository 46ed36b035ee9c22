import Testing

@testable import CLI

@Suite struct OutputTests {
  private static let table: TextTable = {
    var table = TextTable([.init("ID"), .init("NAME", yields: true), .init("ALSO", yields: true)])
    table.add(["anna-berg", "Anna Maria Berg", ""])
    table.add(["boris-hill", "Boris Hill", ""])
    return table
  }()

  @Test(arguments: [
    (27, ["ID          NAME", "anna-berg   Anna Maria Berg", "boris-hill  Boris Hill"]),
    (
      22,
      [
        "ID          NAME", "anna-berg   Anna Maria", "            Berg", "boris-hill  Boris Hill",
      ]
    ),
    // Text beside a label keeps twenty columns, however narrow the terminal is.
    (16, ["anna-berg", "  NAME  Anna Maria Berg", "boris-hill", "  NAME  Boris Hill"]),
  ])
  func `a table leaves out empty columns, and nothing else`(width: Int, lines: [String]) {
    #expect(OutputTests.table.lines(width: width) == lines)
  }

  @Test(arguments: [
    ("[..2017-10]", "by Oct 2017", "Oct 2017 or before"),
    ("[2017-10-07..]", "from 7 Oct 2017", "7 Oct 2017 or later"),
    ("2016-10~", "about Oct 2016", "about Oct 2016"), ("2016", "2016", "2016"),
    ("2016-05-17?", "perhaps 17 May 2016", "perhaps 17 May 2016"),
    ("2016/2017-03", "2016/2017-03", "2016/2017-03"),
  ])
  func `a date reads alone and after since`(edtf: String, alone: String, since: String) {
    #expect(Brief.date(edtf) == alone)
    #expect(Brief.since(edtf) == since)
  }

  @Test func `colour is left out where it is off`() {
    #expect(Ink(isOn: false).heading("Held") == "Held")
    #expect(Ink(isOn: true).heading("Held") == "\u{1B}[1mHeld\u{1B}[0m")
    #expect(Ink(isOn: true).alarm("dead") == "\u{1B}[31mdead\u{1B}[0m")
    #expect(Ink(isOn: true).alarm("") == "")
  }

  @Test(arguments: [
    (["append"], 2, "", "arrest"), (["append", "sentence"], 3, "--", "--term"),
    (["append", "sentence", "--form"], 4, "", "imprisonment"),
    (["append", "sentence", "--term", "P2Y"], 5, "--", "--dry-run"),
  ])
  func `append offers kinds, then options, then their values`(
    words: [String],
    index: Int,
    prefix: String,
    offered: String
  ) {
    #expect(Completions.append(["annals"] + words + [prefix], index, prefix).contains(offered))
  }
}
