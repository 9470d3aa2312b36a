import Foundation
import TestSupport
import Testing

/// A region of two wijken with a file per practice, of which something is missing or wrong.
@Suite("A night on which something fails")
struct PartialRunTests {
  private static let configuration = """
    regio: Voorbeeldregio
    peildatum: 2026-07-01
    rusttijd: 0
    beveiliging:
      drempel: 5
      kleinste_gebied: 0
    bronnen:
      praktijklijst: [p*.csv]
      inwoners: [{bestand: i.csv, jaar: 2025}]
    wijken:
      - naam: Westwijk
        postcodes: [1901]
        praktijken: ["01990011"]
      - naam: Oostwijk
        postcodes: [1902]
        praktijken: ["01990022"]

    """

  private func region() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try SmallRegion.write(to: folder, configuration: Self.configuration)
    try folder.write(SmallRegion.patients.replacing("01990011", with: "01990022"), to: "p2.csv")
    let good = try Program.run(["rapporteer", "--stil"], in: folder.path)
    #expect(good.status == 0, "\(good.messages)")
    return folder
  }

  private func peek(_ folder: TemporaryFolder, _ wijk: String) throws -> String {
    try folder.read("reports/\(wijk)/hoofdstuk-2.md")
  }

  /// Another threshold shows which chapters are new.
  private func change(_ folder: TemporaryFolder) throws {
    try folder.write(
      Self.configuration.replacing("drempel: 5", with: "drempel: 6"), to: "wijkbeeld.yaml")
  }

  @Test(
    "With --deels a practice list that fails keeps back its own wijk only",
    arguments: [("kapot", "PK\u{3}\u{4}xx", 65), ("weg", nil, 66)] as [(String, String?, Int32)])
  func practice(_ name: String, _ text: String?, _ status: Int32) throws {
    let folder = try region()
    let (west, east) = (try peek(folder, "westwijk"), try peek(folder, "oostwijk"))
    try change(folder)
    if let text {
      try folder.write(text, to: "p2.csv")
    } else {
      try FileManager.default.removeItem(at: folder.url.appendingPathComponent("p2.csv"))
    }
    let whole = try Program.run(["rapporteer", "--accepteer-krimp"], in: folder.path)
    #expect(whole.status == status)
    #expect(try peek(folder, "westwijk") == west)
    let part = try Program.run(["rapporteer", "--deels", "--accepteer-krimp"], in: folder.path)
    #expect(part.status == status, "\(part.messages)")
    #expect(part.output.contains("Westwijk: ") && !part.output.contains("Oostwijk: "))
    #expect(try peek(folder, "oostwijk") == east)
    #expect(try peek(folder, "westwijk") != west)
    #expect(
      try peek(folder, "westwijk").contains(
        "Deze ronde is niet volledig: Oostwijk is niet vernieuwd"))
    #expect(try folder.read("reports/index.html").contains("Niet vernieuwd"))
    let told = try folder.read("reports/status.json")
    #expect(
      told.contains("\"exitcode\" : \(status)") && told.contains("\"uitkomst\" : \"behouden\""))
  }

  @Test("With --deels a shared source that fails is left out, and every chapter says so")
  func shared() throws {
    let folder = try region()
    try folder.write("<html>", to: "i.csv")
    #expect(try Program.run(["rapporteer"], in: folder.path).status == 65)
    let part = try Program.run(["rapporteer", "--deels"], in: folder.path)
    #expect(part.status == 65, "\(part.messages)")
    for wijk in ["westwijk", "oostwijk"] {
      #expect(
        try peek(folder, wijk).contains(
          "Dit rapport is niet volledig: een of meer bestanden van soort inwoners"))
    }
  }

  @Test(
    "With --deels nothing is published when it is unknown whose file failed, or nothing is left")
  func nothing() throws {
    let folder = try region()
    let west = try peek(folder, "westwijk")
    try change(folder)
    try folder.write("<html>", to: "p3.csv")
    #expect(try Program.run(["rapporteer", "--deels"], in: folder.path).status == 65)
    for name in ["p.csv", "p2.csv"] { try folder.write("<html>", to: name) }
    #expect(try Program.run(["rapporteer", "--deels"], in: folder.path).status == 65)
    #expect(try peek(folder, "westwijk") == west)
  }

  @Test("A file with far fewer records than last time is refused, unless that is accepted")
  func shrunken() throws {
    let folder = try region()
    let lines = SmallRegion.patients.split(separator: "\n")
    func cut(_ rows: Int) throws {
      try folder.write(lines.prefix(rows + 1).joined(separator: "\n") + "\n", to: "p.csv")
    }
    try cut(44)
    let refused = try Program.run(["rapporteer"], in: folder.path)
    #expect(refused.status == 65)
    for words in ["p.csv", "E526", "44", "eerst 50"] { #expect(refused.messages.contains(words)) }
    let part = try Program.run(["rapporteer", "--deels"], in: folder.path)
    #expect(part.status == 65 && part.output.contains("Oostwijk: "))
    #expect(!part.output.contains("Westwijk: "))
    try cut(45)
    #expect(try Program.run(["rapporteer"], in: folder.path).status == 0)
    try cut(20)
    #expect(try Program.run(["rapporteer", "--accepteer-krimp"], in: folder.path).status == 0)
    #expect(try Program.run(["rapporteer"], in: folder.path).status == 0)
  }

  @Test(
    "A practice that shrinks is noticed in a file with others that grew, and only its wijk waits")
  func shrunkenPractice() throws {
    let folder = try region()
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("p2.csv"))
    let lines = SmallRegion.patients.split(separator: "\n").map(String.init)
    let others = lines.dropFirst().map { $0.replacing("01990011", with: "01990022") }
    func write(_ first: Int, _ second: Int) throws {
      let rows = lines.prefix(first + 1) + others.prefix(second)
      try folder.write(rows.joined(separator: "\n") + "\n", to: "p.csv")
    }
    try write(50, 45)
    #expect(try Program.run(["rapporteer"], in: folder.path).status == 0)
    try write(50, 40)
    let refused = try Program.run(["rapporteer"], in: folder.path)
    #expect(refused.status == 65)
    for words in ["E528", "praktijklijst van praktijk 01990022", "40, eerst 45"] {
      #expect(refused.messages.contains(words), "\(refused.messages)")
    }
    #expect(!refused.messages.contains("01990011") && !refused.messages.contains("E526"))
    let part = try Program.run(["rapporteer", "--deels"], in: folder.path)
    #expect(part.status == 65 && part.output.contains("Westwijk: "))
    #expect(!part.output.contains("Oostwijk: "))
    // A run with --deels is not a good run: the next one still compares with the whole delivery.
    #expect(try Program.run(["rapporteer"], in: folder.path).status == 65)
    #expect(try Program.run(["rapporteer", "--accepteer-krimp"], in: folder.path).status == 0)
    #expect(try Program.run(["rapporteer"], in: folder.path).status == 0)
  }

  @Test("A file that is gone among others is noticed, whatever the names are")
  func vanished() throws {
    let folder = try region()
    // The rows of the second practice now come in a file with another name, and half of them.
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("p2.csv"))
    let half = SmallRegion.patients.replacing("01990011", with: "01990022").split(separator: "\n")
      .prefix(26)
    try folder.write(half.joined(separator: "\n") + "\n", to: "p9.csv")
    let outcome = try Program.run(["rapporteer"], in: folder.path)
    #expect(outcome.status == 65)
    for words in ["E528", "praktijklijst van praktijk 01990022", "25, eerst 50"] {
      #expect(outcome.messages.contains(words))
    }
  }
}
