import Definitions
import Testing
import WijkModel

@Suite("Sentences of findings")
struct MessageCatalogTests {
  @Test("A finding names file, line and column, what is wrong and what to do")
  func sentence() throws {
    let finding = Finding("E311", file: "invoer/p.csv", line: 214, column: "postcode")
    #expect(
      try Shipped.definitions().messages.text(for: finding)
        == "invoer/p.csv, regel 214, kolom postcode: geen geldige postcode (E311). De patiënt telt mee"
        + " als \"postcode onbekend\". Verbeter de postcode in het HIS.")
  }

  @Test("A number of equal findings is told, with a dot between thousands")
  func times() throws {
    let finding = Finding("W321", file: "p.csv", line: 2, column: "geslacht", count: 1234)
    #expect(
      try Shipped.definitions().messages.text(for: finding)
        == "p.csv, regel 2, kolom geslacht: het geslacht is in het Engels geschreven (F of female) en"
        + " gelezen als V (W321, 1.234 keer).")
  }

  @Test("A finding without a place starts with a capital")
  func withoutPlace() throws {
    let text = try Shipped.definitions().messages.text(for: Finding("E603"))
    #expect(text.hasPrefix("Er loopt al een ronde met deze configuratie (E603)."))
  }

  @Test("A mistyped key of the configuration comes with a suggestion")
  func suggestion() throws {
    let finding = Finding(
      "E508", file: "wijkbeeld.yaml", line: 5, column: "3",
      facts: ["sleutel": "drempell", "bedoelt": "drempel", "namen": "drempel, afronding"])
    #expect(
      try Shipped.definitions().messages.text(for: finding)
        == "wijkbeeld.yaml, regel 5, kolom 3: onbekende instelling \"drempell\" (E508). Bedoelt u"
        + " \"drempel\"? Er is niets gewijzigd.")
  }

  private static let catalogue = MessageCatalog([
    message("E901", "kolom {kolom}[ heeft {gevonden} van {verwacht}]"),
    message("E902", "[{namen} ontbreekt|geen kopregel]"),
    message("E903", "er zijn {aantal} regels [van {soort}|]"),
    message("E904", "waarde {onbekend}."),
  ])

  private static func message(_ code: FindingCode, _ text: String) -> Message {
    Message(code: code, severity: .error, title: "titel", text: text, advice: "Doe {soort}iets.")
  }

  @Test(
    "Slots are filled; parts with an unknown slot are left out",
    arguments: [
      (
        Finding("E901", column: "a", facts: ["gevonden": "4", "verwacht": "5"]),
        "Kolom a: kolom a heeft 4 van 5 (E901). Doe iets."
      ),
      (
        Finding("E901", column: "a", facts: ["gevonden": "4"]),
        "Kolom a: kolom a (E901). Doe iets."
      ),
      (Finding("E902", facts: ["namen": "x"]), "X ontbreekt (E902). Doe iets."),
      (Finding("E902", facts: ["namen": ""]), "Geen kopregel (E902). Doe iets."),
      (Finding("E902"), "Geen kopregel (E902). Doe iets."),
      (
        Finding("E903", file: "f.csv", count: 3, facts: ["soort": "s"]),
        "f.csv: er zijn 3 regels van s (E903). Doe siets."
      ),
      (Finding("E904"), "Waarde . (E904). Doe iets."),
      (Finding("E999", file: "f.csv"), "f.csv: onbekende melding (E999)."),
    ])
  func slots(finding: Finding, expected: String) {
    let text = Self.catalogue.text(for: finding)
    #expect(text.lowercased() == expected.lowercased())
    #expect(finding.file != nil || text.first?.isUppercase == true || finding.column != nil)
  }

  @Test("A fact that looks like a slot is not filled again")
  func once() {
    let finding = Finding("E902", facts: ["namen": "{kolom} [a|b]"])
    #expect(Self.catalogue.text(for: finding).hasPrefix("{kolom} [a|b] ontbreekt"))
  }

  @Test("An unknown code is an error")
  func unknown() {
    #expect(Self.catalogue.severity(of: "E999") == .error)
  }
}
