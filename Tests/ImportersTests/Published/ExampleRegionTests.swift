import Foundation
import TestSupport
import Testing
import WijkModel

@testable import Importers

/// The published sources of the fictitious region in `data/voorbeeld`, whose files are all clean.
@Suite("Published sources of the example region")
struct ExampleRegionTests {
  @Test(
    "Every source is read whole",
    arguments: [
      ("inwoners", "cbs_kerncijfers_pc4_2025.csv", 2025),
      ("inwoners", "cbs_83502ned_2025.csv", 2025),
      ("ses", "ses_woa_2023.csv", nil), ("wijkprofiel", "wijkprofiel.csv", nil),
      ("gezondheidsmonitor", "ggd_gezondheidsmonitor_2024.csv", nil),
      ("gebiedskoppeling", "gebiedskoppeling.csv", nil),
      ("praktijkspiegel", "praktijkspiegel_2025.csv", nil),
      ("zorgkosten", "vektis_2023_gemeente.csv", nil), ("referentie", "referentie.csv", nil),
      ("activiteiten", "activiteiten.csv", nil), ("signalen", "signalen.csv", nil),
      ("ernst", "ernst.csv", nil), ("kaart", "kaart.geojson", nil),
    ] as [(String, String, Int?)])
  func sources(kind: String, name: String, year: Int?) throws {
    let url = ProjectFolder.root.appendingPathComponent("data/voorbeeld/invoer/" + name)
    let reading = try PublishedReading(kind, file: url, year: year)
    #expect(reading.record.counted == reading.record.records)
    #expect(reading.record.rejected == 0)
    #expect(reading.codes.filter { $0.hasPrefix("E") }.isEmpty)
    #expect(reading.data.origins.count == 1)
  }
}
