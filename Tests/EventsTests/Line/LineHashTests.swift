import Testing

@testable import Events

@Suite struct LineHashTests {
  @Test func `the first line follows 43 times A`() {
    #expect(LineHash.start.description == String(repeating: "A", count: 43))
  }

  /// Computed by Python's hashlib.
  @Test func `an empty body after the start has a known hash`() {
    let empty: [UInt8] = []
    let hash = LineHash.of(body: empty.span, after: .start)
    #expect(hash.description == "Sxk699J16S52JpwQA0JkuX2m50AFAReOkoyWpW3Axq8")
  }

  @Test(arguments: [
    "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU", "Sxk699J16S52JpwQA0JkuX2m50AFAReOkoyWpW3Axq8",
    "__________________________________________8",
  ]) func `a hash is read and written the same`(text: String) {
    #expect(LineHash(text)?.description == text)
  }

  @Test func `every character is read and written the same in every place`() {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    for place in 0..<42 {
      for (number, character) in alphabet.enumerated() {
        let rest = alphabet.dropFirst(number / 2 + place / 2).prefix(41 - place)
        let text = String(repeating: "_", count: place) + "\(character)\(rest)"
        let padded = text + String(repeating: "A", count: 43 - text.count)
        #expect(LineHash(padded)?.description == padded)
      }
    }
  }

  /// The last character carries four bits: the two beneath must be zero.
  @Test(arguments: [
    "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFV", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFW",
    "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
    "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuF", "",
    "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSu\u{E9}",
  ]) func `another spelling of a hash is refused`(text: String) {
    #expect(LineHash(text) == nil)
  }

  @Test func `a salt is 22 characters for 128 bits`() {
    #expect(Salt((1, 0xFEDC_BA98_7654_3210)).text == "AAAAAAAAAAH-3LqYdlQyEA")
    #expect(Salt("AAAAAAAAAAH-3LqYdlQyEA") != nil)
    #expect(Salt("AAAAAAAAAAH-3LqYdlQyEB") == nil)
    #expect(Salt("AAAAAAAAAAH-3LqYdlQyE") == nil)
  }

  /// The moment is 1795342500 s, 0x01A202C080A0 ms; worked out by Python.
  @Test func `a generated id is a UUID of version 7`() throws {
    let now = try #require(Instant(iso: "2026-11-22T10:15:00Z"))
    #expect(
      EventID.generated(at: now, random: (0xABCDEF, .max)).text
        == "01a202c0-80a0-7def-bfff-ffffffffffff"
    )
    #expect(
      EventID.generated(at: now, random: (0, 7)).text == "01a202c0-80a0-7000-8000-000000000007"
    )
  }
}
