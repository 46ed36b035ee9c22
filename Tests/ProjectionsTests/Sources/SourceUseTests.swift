import Events
import Projections
import Testing

@Suite struct SourceUseTests {
  @Test func `a source tells how much of the record rests on it`() throws {
    let rows = try Chronicle(
      """
      s1 source {"id":"letter","title":"A letter","form":"letter","reliability":"reliable"}
      s2 source {"id":"report","title":"A report","consulted":false}
      s3 source {"id":"unused","title":"Never cited"}
      a arrest 2016-05-17 anna + {"sources":[{"source":"letter","at":"p. 1"},\
      {"source":"letter","at":"p. 2"},{"source":"report","via":"letter"}]}
      b release 2017-05-17 anna + {"sources":[{"source":"report","via":"letter"},\
      {"source":"report","at":"p. 9"}]}
      c death 2021-05-17 anna + {"sources":[{"source":"letter"}]}
      d arrest 2015-05-17 anna + {"sources":[{"source":"lost"}]}
      e arrest 2015-05-17 anna + {"sources":[{"source":"letter"}]}
      r retraction {"of":"e","reason":"r"}
      """
    ).record.sources(asOf: try day("2020-01-01"))
    #expect(
      rows.map(\.json.written) == [
        #"{"source":"letter","title":"A letter","form":"letter","reliability":"reliable","#
          + #""consulted":true,"facts":1,"only_via":0,"read_for":2,"first":4,"last":5}"#,
        #"{"source":"lost","title":null,"form":null,"reliability":null,"#
          + #""consulted":null,"facts":1,"only_via":0,"read_for":0,"first":7,"last":7}"#,
        #"{"source":"report","title":"A report","form":null,"reliability":null,"#
          + #""consulted":false,"facts":2,"only_via":1,"read_for":0,"first":4,"last":5}"#,
        #"{"source":"unused","title":"Never cited","form":null,"reliability":null,"#
          + #""consulted":true,"facts":0,"only_via":0,"read_for":0,"first":null,"last":null}"#,
      ]
    )
  }
}
