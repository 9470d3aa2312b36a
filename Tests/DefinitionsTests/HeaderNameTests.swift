import Definitions
import Testing

@Suite("Names of columns")
struct HeaderNameTests {
  @Test(
    "Case, blanks, signs and marks at the end make no difference",
    arguments: [
      ("Praktijk_AGB", "praktijk agb"), ("praktijk-agb", "praktijk agb"),
      ("praktijk\nagb", "praktijk agb"), ("praktijk\r\n  agb", "praktijk agb"),
      ("  Postcode\u{A0}(4 cijfers)  ", "postcode (4 cijfers)"),
      ("Geboortedatum:", "geboortedatum"),
      ("Geslacht *", "geslacht"), ("m/v", "m/v"), ("Inschr. datum", "inschr datum"),
      ("\u{FEFF}patientnummer", "patientnummer"), ("ICPC-NL", "icpc nl"), ("", ""), (" _ ", ""),
      ("%", "%"), ("e-mail", "e mail"),
    ])
  func normalized(header: String, expected: String) {
    #expect(HeaderName.normalized(header) == expected)
  }

  @Test("A composed and a decomposed letter are one letter")
  func canonical() {
    #expect(
      HeaderName.normalized("Patie\u{308}ntnummer") == HeaderName.normalized("pati\u{EB}ntnummer"))
  }

  @Test("A part of a name is another name")
  func whole() {
    #expect(HeaderName.normalized("postcode 4 cijfers") != HeaderName.normalized("postcode"))
  }
}
