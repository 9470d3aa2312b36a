import Testing
import WijkModel

@testable import Aggregation

private typealias Fixture = PublishedFixture

@Suite("Names and links of areas")
struct AreaLinksTests {
  @Test(
    "One area, several spellings",
    arguments: [
      ("GGD Hollands-Midden", "Hollands Midden (GG)"), ("SUDWEST-FRYSLAN", "Súdwest-Fryslân"),
      ("Leiden (gemeente)", "LEIDEN"), ("'s-Gravenhage", "S-GRAVENHAGE"),
    ])
  func names(one: String, other: String) {
    #expect(AreaName.comparable(one) == AreaName.comparable(other))
    #expect(AreaName.comparable(one) != AreaName.comparable(one + "x"))
  }

  @Test("The newest year of each kind of area counts, and a row given twice counts once")
  func newest() {
    var data = SourceData()
    let postcode = Fixture.postcode(1901)
    data.areaLinks = [
      AreaLink(postcode: postcode, buurt: "BU00000001", shareOfPostcode: 0.4, year: 2025),
      AreaLink(postcode: postcode, buurt: "BU00000002", shareOfPostcode: 0.6, year: 2025),
      AreaLink(postcode: postcode, buurt: "BU00000002", shareOfPostcode: 0.6, year: 2025),
      AreaLink(postcode: postcode, buurt: "BU00000009", shareOfPostcode: 1, year: 2020),
      AreaLink(postcode: postcode, municipality: "Proefstad", healthRegion: "Hier", year: 2021),
    ]
    let links = AreaLinks(data)
    let shares = links.shares(postcode) { $0.buurt.isEmpty ? nil : $0.buurt }
    #expect(shares.map(\.code) == ["BU00000001", "BU00000002"])
    #expect(shares.map(\.share) == [0.4, 0.6])
    #expect(links.municipalities([postcode]).map(\.label) == ["Proefstad"])
    #expect(links.healthRegion([postcode]) == "Hier")
    #expect(links.healthRegion([Fixture.postcode(1999)]) == nil)
  }
}
