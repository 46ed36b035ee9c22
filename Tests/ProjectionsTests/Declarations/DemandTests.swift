import Events
import Projections
import Testing

@Suite struct DemandTests {
  private func rows(_ text: String, asOf iso: String = "2020-01-01") throws -> [DemandStanding] {
    try Chronicle(text).record.demands(asOf: try day(iso))
  }

  private static let call = """
    call declaration 2016-05~ anna,bert {"form":"call","demands":[\
    {"id":"free","what":"release","text":"free them","of":"government"},\
    {"id":"heal","what":"medical_care","for":["bert"]}]}
    """

  @Test func `a demand stands for each person, its own or the event's`() throws {
    let rows = try rows(DemandTests.call)
    #expect(
      rows.map(\.json.written) == [
        #"{"event":"call","id":"free","what":"release","text":"free them","of":"government","#
          + #""for":"anna","open":true,"since":"2016-05~","possibly_met":null,"closed_by":null}"#,
        #"{"event":"call","id":"free","what":"release","text":"free them","of":"government","#
          + #""for":"bert","open":true,"since":"2016-05~","possibly_met":null,"closed_by":null}"#,
        #"{"event":"call","id":"heal","what":"medical_care","text":null,"of":null,"#
          + #""for":"bert","open":true,"since":"2016-05~","possibly_met":null,"closed_by":null}"#,
      ]
    )
  }

  @Test func `a demand for nobody stands once, also without an id or a subject`() throws {
    let rows = try rows(
      #"d decision 2016 {"body":"court","demands":[{"text":"change the law"}]}"#
    )
    #expect(
      rows.map(\.json.written) == [
        #"{"event":"d","id":null,"what":"unspecified","text":"change the law","of":null,"#
          + #""for":null,"open":true,"since":"2016","possibly_met":null,"closed_by":null}"#
      ]
    )
  }

  @Test func `people merged into one carry a demand once`() throws {
    let rows = try rows(
      """
      a person {"id":"anna","names":[{"text":"Anna"}]}
      b person {"id":"bert","names":[{"text":"Bert"}]}
      i identity {"stage":"merged","ids":["bert"],"into":"anna"}
      \(DemandTests.call)
      """
    )
    #expect(rows.map { $0.person?.text } == ["anna", "anna"])
  }

  @Test(arguments: [
    // Of all persons and demands; of one; of one demand; of nobody concerned.
    (#"c compliance 2017 {"of":"call","stage":"complied"}"#, ["c", "c", "c"]),
    (#"c compliance 2017 bert {"of":"call","stage":"complied"}"#, [nil, "c", "c"]),
    (#"c compliance 2017 {"of":"call","demand":"free","stage":"complied"}"#, ["c", "c", nil]),
    (#"c compliance 2017 cora {"of":"call","stage":"complied"}"#, [nil, nil, nil]),
    (#"c compliance 2017 {"of":"call","stage":"partly"}"#, [nil, nil, nil]),
    (#"c compliance 2017 {"of":"call","stage":"not_complied"}"#, [nil, nil, nil]),
    (#"c compliance 2017 {"of":"call","stage":"unspecified"}"#, [nil, nil, nil]),
    // Possible only, on the day that is asked about.
    (#"c compliance 2020 {"of":"call","stage":"complied"}"#, [nil, nil, nil]),
  ])
  func `only compliance closes a demand`(report: String, closedBy: [String?]) throws {
    let rows = try rows("\(DemandTests.call)\n\(report)")
    #expect(rows.map { $0.closedBy?.text } == closedBy)
    #expect(rows.map(\.isOpen) == closedBy.map { $0 == nil })
  }

  @Test(arguments: [
    (["2017 complied", "2018 not_complied"], nil),
    (["2018 complied", "2017 not_complied"], "c0"),
    (["2017 complied", "2018 not_complied", "2019 complied"], "c2"),
    (["2017 complied", "2018 partly"], "c0"),
    (["2017 complied", "2018 complied"], "c0"),
  ])
  func `reports count in the order of their dates`(reports: [String], closedBy: String?) throws {
    let lines = reports.enumerated().map { index, report in
      let words = report.split(separator: " ")
      return #"c\#(index) compliance \#(words[0]) {"of":"call","stage":"\#(words[1])"}"#
    }
    let rows = try rows(([DemandTests.call] + lines).joined(separator: "\n"))
    #expect(rows.first?.closedBy?.text == closedBy)
  }

  @Test(arguments: [
    ("r release 2017-01-01 anna", "r"),
    // It can have come after the demand.
    ("r release 2016 anna", "r"), ("r release 2016-05-31 anna", "r"),
    ("r release 2016-04-30 anna", nil), ("r release 2020 anna", nil),
    ("r release 2017-01-01 bert", nil),
    ("r release 2018-01-01 anna\nq release 2017-01-01 anna", "q"),
  ])
  func `a release is shown beside a demand for it, and leaves it open`(
    releases: String,
    met: String?
  ) throws {
    let row = try #require(try rows("\(DemandTests.call)\n\(releases)").first)
    #expect(row.possiblyMet?.text == met)
    #expect(row.isOpen)
  }

  @Test func `a release meets no other demand`() throws {
    let rows = try rows("\(DemandTests.call)\nr release 2017-01-01 bert")
    #expect(rows.map { $0.possiblyMet?.text } == [nil, "r", nil])
  }

  @Test(arguments: [("2016-05-30", 0), ("2016-05-31", 3)])
  func `a demand stands once it has certainly been made`(iso: String, number: Int) throws {
    #expect(try rows(DemandTests.call, asOf: iso).count == number)
  }

  @Test func `compliance with a withdrawn account loses its effect`() throws {
    let rows = try rows(
      """
      \(DemandTests.call)
      two declaration 2016-05 anna {"form":"call"} + {"account_of":"call"}
      c compliance 2017 {"of":"two","stage":"complied"}
      r retraction {"of":"two","reason":"a mistake"}
      """
    )
    #expect(rows.map { $0.closedBy?.text } == [nil, nil, nil])
  }

  @Test func `compliance may name any account of what makes the demand`() throws {
    let rows = try rows(
      """
      \(DemandTests.call)
      two declaration 2016-05 anna {"form":"call"} + {"account_of":"call"}
      c compliance 2017 {"of":"two","stage":"complied"}
      """
    )
    #expect(rows.map { $0.closedBy?.text } == ["c", "c", "c"])
  }

  @Test func `declarations tell who asks what for whom`() throws {
    let rows = try Chronicle(
      """
      call declaration 2016 anna {"form":"call","issuer":"ngo","stance":["demands"],\
      "signatories":[{"n":25,"unit":"members"}],"claims":[{"text":"it is so"}]}
      views decision 2015-03-01 {"body":"committee","form":"views","finding":"violation"}
      """
    ).record.declarations(asOf: try day("2016-06-01"))
    #expect(
      rows.map(\.json.written) == [
        #"{"event":"views","kind":"decision","date":"2015-03-01","title":"Title of views","#
          + #""form":"views","issuer":"committee","actors":[],"number":null,"stance":[],"#
          + #""finding":"violation","persons":[],"signatories":[],"demands":[],"claims":[],"#
          + #""about":[],"possible":false}"#,
        #"{"event":"call","kind":"declaration","date":"2016","title":"Title of call","#
          + #""form":"call","issuer":"ngo","actors":[],"number":null,"stance":["demands"],"#
          + #""finding":null,"persons":["anna"],"#
          + #""signatories":[{"n":25,"unit":"members"}],"demands":[],"#
          + #""claims":[{"text":"it is so"}],"about":[],"possible":true}"#,
      ]
    )
  }
}
