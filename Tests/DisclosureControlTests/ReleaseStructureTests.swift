import Testing
import WijkModel

@testable import DisclosureControl

@Suite("The structure of a release")
struct ReleaseStructureTests {
  typealias Member = ReleaseStructure.Member

  @Test("Age classes are sums of the largest classes that fill them")
  func ages() {
    #expect(
      AgeHierarchy.members(of: ["0–4", "5–14", "15–24", "25–44", "0–44", "45–64", "65–74", "75+"])
        == [Member("0–44", .texts(["0–4", "5–14", "15–24", "25–44"]))])
    #expect(
      AgeHierarchy.members(of: ["0–4", "5–14", "0–14", "15–44", "0–44", "65+", "Totaal"]) == [
        Member("0–14", .texts(["0–4", "5–14"])), Member("0–44", .texts(["0–14", "15–44"])),
      ])
    #expect(AgeHierarchy.members(of: ["0–4", "10–14", "0–14"]) == [])
    #expect(
      AgeHierarchy.members(of: ["65–74", "75+", "65+"])
        == [Member("65+", .texts(["65–74", "75+"]))])
  }

  @Test("A wijk is the sum of its postcodes, and small ones are below the merged area")
  func areas() throws {
    let wijk = Wijk(
      name: "W", slug: "w", postcodes: [1901, 1902, 1903, 1904].compactMap(Postcode4.init),
      practices: [])
    var draft = DraftRelease(wijk: wijk)
    draft.mergedPostcodes = [1903, 1904].compactMap(Postcode4.init)
    let released = primaryRelease(draft, RegionSettings())
    let hierarchies = released.structure.members.first { $0.name == "hierarchies" }?.value
    #expect(
      hierarchies
        == .object([
          Member(
            "gebied",
            .object([
              Member("w", .texts(["1901", "1902", "overige postcodes"])),
              Member("overige postcodes", .texts(["1903", "1904"])),
            ]))
        ]))
  }

  @Test("The settings of the release are told")
  func settings() throws {
    var settings = RegionSettings()
    settings.threshold = 7
    settings.roundsToFive = true
    let draft = DraftRelease(wijk: Wijk(name: "W", slug: "w", postcodes: [], practices: []))
    let members = primaryRelease(draft, settings).structure.members
    #expect(members.contains(Member("release", .text("2026-07-01"))))
    #expect(members.contains(Member("threshold", .number(7))))
    #expect(members.contains(Member("round", .number(5))))
    #expect(members.contains(Member("missing", .texts(["", "onbekend"]))))
  }
}
