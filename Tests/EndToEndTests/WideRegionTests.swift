import Foundation
import TestSupport
import Testing

/// Twenty wijken in one configuration.
@Suite("A region of twenty wijken")
struct WideRegionTests {
  private static let seed: UInt64 = 20_261_122

  private func region(_ wijken: Int) throws -> (WideRegion, TemporaryFolder) {
    let region = WideRegion(wijken: wijken, seed: Self.seed)
    let folder = try TemporaryFolder()
    try region.write(to: folder)
    return (region, folder)
  }

  private func chapters(_ folder: TemporaryFolder) throws -> [String: String] {
    let names = folder.files().filter { $0.hasSuffix("/hoofdstuk-2.md") }
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        (String($0.split(separator: "/")[1]), try folder.read($0))
      })
  }

  private func shared(in folder: TemporaryFolder) -> [String] {
    WideRegion.shared.map { folder.path + "/invoer/" + $0.1 }
  }

  @Test(
    "Sources that the wijken share are read once, however many wijken there are (seed 20261122)")
  func readOnce() throws {
    var counts: [[Int]] = []
    for wijken in [1, 20] {
      let (region, folder) = try region(wijken)
      let files = shared(in: folder)
      let counter = try #require(OpenCounter(files + [folder.path + "/praktijken/1.csv"]))
      let outcome = try Program.run(["rapporteer", "--formaat", "md"], in: folder.path)
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(try chapters(folder).keys.sorted() == region.slugs.sorted())
      let found = counter.counts()
      counts.append((files + [folder.path + "/praktijken/1.csv"]).map { found[$0] ?? 0 })
    }
    #expect(counts[0].allSatisfy { $0 > 0 })
    #expect(counts[0] == counts[1])
  }

  @Test("One bad source publishes nothing; with --deels only its own wijk waits")
  func partial() throws {
    let (region, folder) = try region(20)
    #expect(try Program.run(["rapporteer", "--formaat", "md"], in: folder.path).status == 0)
    let before = try chapters(folder)
    let text = try folder.read("wijkbeeld.yaml")
    try folder.write(text.replacing("drempel: 5", with: "drempel: 6"), to: "wijkbeeld.yaml")
    try folder.write("PK\u{3}\u{4}xx", to: "praktijken/7.csv")
    #expect(try Program.run(["rapporteer", "--formaat", "md"], in: folder.path).status == 65)
    #expect(try chapters(folder) == before)
    let part = try Program.run(["rapporteer", "--formaat", "md", "--deels"], in: folder.path)
    #expect(part.status == 65, "\(part.messages)")
    let after = try chapters(folder)
    let kept = region.slugs.filter { before[$0] == after[$0] }
    #expect(kept == ["wijk-7"])
    #expect(after["wijk-8"]?.contains("Wijk 7 is niet vernieuwd") == true)
    let status = try folder.read("reports/status.json")
    #expect(status.components(separatedBy: "\"gepubliceerd\"").count > 1)
    #expect(status.components(separatedBy: "\"uitkomst\" : \"behouden\"").count == 2)
  }

  @Test("With --wijk one wijk is written and the others stay")
  func one() throws {
    let (_, folder) = try region(3)
    #expect(try Program.run(["rapporteer", "--formaat", "md"], in: folder.path).status == 0)
    let before = try chapters(folder)
    let text = try folder.read("wijkbeeld.yaml")
    try folder.write(text.replacing("drempel: 5", with: "drempel: 6"), to: "wijkbeeld.yaml")
    let outcome = try Program.run(
      ["rapporteer", "--formaat", "md", "--wijk", "wijk 2"], in: folder.path)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let after = try chapters(folder)
    #expect(before.keys.filter { before[$0] != after[$0] } == ["wijk-2"])
  }
}
