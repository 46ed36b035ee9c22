import Events
import Projections
import Testing

@Suite struct ElectionTests {
  @Test func `each stage of an election is a row, in the order of time`() throws {
    let rows = try Chronicle(
      """
      result election 2017-10 {"stage":"result","office":"president","winner":"bert"}
      held election 2017-10-15 {"stage":"held","office":"president",\
      "candidates":["anna","bert","ann"]} + {"place":"kg"}
      set election 2017-06-01 {"stage":"scheduled","office":"president","for":"2017-10-15"}
      later election 2017-12-01 {"stage":"annulled","office":"president"}
      p person {"id":"anna","names":[{"text":"Anna"}]}
      q person {"id":"ann","names":[{"text":"Ann"}]}
      i identity {"stage":"merged","ids":["ann"],"into":"anna"}
      """
    ).record.elections(asOf: try day("2017-10-20"))
    #expect(
      rows.map(\.json.written) == [
        #"{"event":"set","office":"president","place":null,"stage":"scheduled","#
          + #""date":"2017-06-01","candidates":[],"winner":null,"for":"2017-10-15","#
          + #""possible":false}"#,
        #"{"event":"result","office":"president","place":null,"stage":"result","#
          + #""date":"2017-10","candidates":[],"winner":"bert","for":null,"possible":true}"#,
        #"{"event":"held","office":"president","place":"kg","stage":"held","#
          + #""date":"2017-10-15","candidates":["anna","bert"],"winner":null,"for":null,"#
          + #""possible":false}"#,
      ]
    )
  }
}
