import Testing
import WijkModel

@Suite("Age bands")
struct DemographyTests {
  @Test(
    "A label is read back as the band that it names",
    arguments: [AgeBand(0, 14), AgeBand(75, nil), AgeBand(3, 3), AgeBand(0, nil), AgeBand(18, 120)])
  func label(band: AgeBand) {
    #expect(AgeBand(label: band.label) == band)
  }

  @Test(
    "What names no band is not read",
    arguments: ["", "Totaal", "+", "14–0", "–14", "0–", "0-14", "0–5–9", "-3", "-3+", "3 jaar"])
  func others(label: String) {
    #expect(AgeBand(label: label) == nil)
  }
}
