import Report
import Testing

@Suite("Dutch grammar")
struct DutchTextTests {
  @Test("Enumerations end with en")
  func enumeration() {
    #expect(DutchText.enumeration([]) == "")
    #expect(DutchText.enumeration(["1901"]) == "1901")
    #expect(DutchText.enumeration(["1901", "1902"]) == "1901 en 1902")
    #expect(DutchText.enumeration(["1901", "1902", "1903"]) == "1901, 1902 en 1903")
    #expect(DutchText.enumeration(["wijk", "regio"], last: "of") == "wijk of regio")
  }

  @Test("One is singular, every other number plural")
  func counted() {
    #expect(DutchText.counted(1, "patiënt", "patiënten") == "1 patiënt")
    #expect(DutchText.counted(0, "patiënt", "patiënten") == "0 patiënten")
    #expect(DutchText.counted(2345, "patiënt", "patiënten") == "2.345 patiënten")
    #expect(DutchText.worded(1, "praktijk", "praktijken") == "één praktijk")
    #expect(DutchText.worded(5, "praktijk", "praktijken") == "vijf praktijken")
  }

  @Test("A sentence starts with a capital, and names keep theirs")
  func capitals() {
    #expect(DutchText.capitalized("één praktijk") == "Eén praktijk")
    #expect(DutchText.capitalized("te weinig bewegen") == "Te weinig bewegen")
    #expect(DutchText.capitalized("") == "")
    #expect(DutchText.uncapitalized("Ernstig eenzaam") == "ernstig eenzaam")
    #expect(DutchText.uncapitalized("COPD") == "COPD")
    #expect(DutchText.uncapitalized("Nederlandse herkomst") == "Nederlandse herkomst")
  }

  @Test(
    "Fractions are named only where they fit",
    arguments: [
      (20.3, "1 op de 5"), (25.0, "1 op de 4"), (33.0, "1 op de 3"), (50.4, "1 op de 2"),
      (42.0, nil), (10.2, "1 op de 10"), (5.5, "1 op de 20"),
    ] as [(Double, String?)])
  func oneIn(percentage: Double, text: String?) { #expect(DutchText.oneIn(percentage) == text) }

  @Test(
    "Words for shares",
    arguments: [
      (50.2, "de helft"), (54, "ruim de helft"), (48, "bijna de helft"), (26, "ruim een kwart"),
      (24, "bijna een kwart"), (60, nil), (3, nil), (33.2, "een derde"), (97, nil),
    ] as [(Double, String?)])
  func about(percentage: Double, text: String?) { #expect(DutchText.about(percentage) == text) }

  @Test(
    "Shares differ from 2 percentage points on",
    arguments: [
      (26.0, 20.0, "meer dan"), (21.9, 20, "ongeveer evenveel als"), (22, 20, "meer dan"),
      (18, 20, "minder dan"),
    ])
  func comparison(percentage: Double, reference: Double, text: String) {
    #expect(DutchText.comparison(percentage, with: reference) == text)
  }
}
