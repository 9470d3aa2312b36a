import Foundation
import TestSupport
import Testing

/// Values of persons stand in every place of the input where they can; none may come out.
///
/// `cellen` prints cells by contract and is looked at only for files that it refuses.
@Suite("No value of a person comes out")
struct CanaryTests {
  /// Everything a run said and wrote, by its name.
  private func everything(
    _ commands: [[String]], in folder: TemporaryFolder
  ) throws -> [(name: String, text: String, status: Int32)] {
    var all: [(name: String, text: String, status: Int32)] = []
    for command in commands {
      let outcome = try Program.run(command, in: folder.path)
      let name = command.joined(separator: " ")
      all.append((name + " > stdout", outcome.output, outcome.status))
      all.append((name + " > stderr", outcome.messages, outcome.status))
    }
    for file in folder.files() where !file.hasPrefix("invoer/") && file != "wijkbeeld.yaml" {
      let bytes = try Data(contentsOf: folder.url.appendingPathComponent(file))
      all.append((file, file + "\n" + String(decoding: bytes, as: UTF8.self), 0))
    }
    return all
  }

  private func expectNothing(_ all: [(name: String, text: String, status: Int32)]) {
    for (name, text, _) in all {
      let hits = Canary.hits(in: text)
      #expect(hits.isEmpty, "\(name)")
    }
  }

  private static let commands: [[String]] = [
    ["controleer"], ["controleer", "--formaat", "json"], ["rapporteer"], ["rapporteer", "--stil"],
  ]

  private static func inspections(_ files: [String]) -> [[String]] {
    files.flatMap { [["inspecteer", $0], ["inspecteer", $0, "--formaat", "json"]] }
  }

  @Test("A search finds the values where they stand")
  func search() {
    #expect(Canary.hits(in: CanaryRegion.list).count >= 10)
    for value in Canary.values { #expect(!Canary.hits(in: "a \(value.uppercased()) b").isEmpty) }
  }

  @Test("A region that is read, with the values in every column and in broken rows")
  func accepted() throws {
    let folder = try TemporaryFolder()
    try CanaryRegion.write(to: folder)
    let files = ["p", "e", "k", "i", "g", "s"].map { "invoer/\($0).csv" }
    let all = try everything(Self.commands + Self.inspections(files), in: folder)
    expectNothing(all)
    let failed = all.filter { $0.status != 0 }.map(\.name)
    #expect(failed.isEmpty)
    #expect(all.contains { $0.name.hasSuffix("intern/datakwaliteit.html") })
    let json = try #require(all.first { $0.name.hasPrefix("controleer --formaat json") }).text
    for code in ["E108", "E311", "E321", "E322", "E331", "E361", "E371", "E381", "P401", "W202"] {
      #expect(json.contains("\"\(code)\""), "\(code) was to be provoked")
    }
  }

  /// A practice list, or another file, that is refused.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var file = "invoer/p.csv"
    let bytes: [UInt8]
    var codes: [String]

    init(_ name: String, _ text: String, file: String = "invoer/p.csv", codes: [String]) {
      self.init(name, bytes: Array(text.utf8), file: file, codes: codes)
    }

    init(_ name: String, bytes: [UInt8], file: String = "invoer/p.csv", codes: [String]) {
      testDescription = name
      self.bytes = bytes
      self.file = file
      self.codes = codes
    }
  }

  private static let rows = (0..<40).map { CanaryRegion.listRow($0) }
  private static let head = CanaryRegion.listHeader + "\n"
  private static let body = rows.joined(separator: "\n") + "\n"

  static let refusals = [
    Refusal("a person in the place of the header", body, codes: ["E201"]),
    Refusal(
      "a person and one name of a column in the place of the header",
      "geslacht;\(Canary.name);\(Canary.telephone);\(Canary.number)\nM;x;y;z\n", codes: ["E201"]),
    Refusal(
      "three persons above a wrong header",
      rows.prefix(3).joined(separator: "\n") + "\n" + head.replacing("geslacht", with: "x") + body,
      codes: ["E201"]),
    Refusal("an open quote", head + "\"" + body, codes: ["E104"]),
    Refusal("a stray quote", head + body + "\"Kanariepiet\" Z;1\n", codes: ["E104"]),
    Refusal(
      "a cut-off last row", head + body + CanaryRegion.listRow(41).prefix(70), codes: ["E105"]),
    Refusal("a NUL", head + body + "\(Canary.name)\u{0};\n", codes: ["E106"]),
    Refusal(
      "many broken rows",
      head + body + String(repeating: "\(Canary.name);\(Canary.number)\n", count: 60),
      codes: ["E108"]),
    Refusal(
      "a cell without end", head + body + String(repeating: Canary.name, count: 60_000) + "\n",
      codes: ["E109"]),
    Refusal(
      "two encodings", bytes: Array((head + body).utf8) + [0x4B, 0xE9, 0x20] + Array(body.utf8),
      codes: ["E103"]),
    Refusal("a web page", "<html><body>\(Canary.name)</body></html>", codes: ["E102"]),
    Refusal(
      "keys that are burgerservicenummers",
      head + (0..<40).map { CanaryRegion.listRow($0, [0: Canary.number]) }.joined(separator: "\n")
        + "\n", codes: ["P402"]),
    Refusal(
      "burgerservicenummers in a column of codes",
      head
        + burgerNumbers(200).map { CanaryRegion.listRow(1, [0: "\(Canary.key)\($0)", 8: $0]) }
        .joined(separator: "\n") + "\n", codes: ["P402"]),
    Refusal(
      "a broken map", "{\"type\":\"FeatureCollection\",\"naam\":\"\(Canary.name)\",",
      file: "invoer/kaart.geojson", codes: ["E386", "E385", "E201", "E102"]),
    Refusal(
      "a broken configuration",
      CanaryRegion.configuration + "  - naam: \"\(Canary.name)\n    x: [\(Canary.mail)\n",
      file: "wijkbeeld.yaml", codes: ["E504"]),
  ]

  /// Made-up numbers of eight digits that pass the eleven-test with a leading zero.
  private static func burgerNumbers(_ count: Int) -> [String] {
    var numbers: [String] = []
    var candidate = 10_000_000
    while numbers.count < count {
      let digits = String(candidate).compactMap(\.wholeNumberValue)
      let sum = zip(digits, [8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + $1.0 * $1.1 }
      if sum % 11 == 0 { numbers.append(String(candidate)) }
      candidate += 1009
    }
    return numbers
  }

  @Test("A file that is refused", arguments: refusals)
  func refused(_ refusal: Refusal) throws {
    let folder = try TemporaryFolder()
    try CanaryRegion.write(to: folder)
    if refusal.file.hasSuffix(".geojson") {
      try folder.write(
        CanaryRegion.configuration.replacing(
          "bronnen:\n", with: "bronnen:\n  kaart: [\(refusal.file)]\n"), to: "wijkbeeld.yaml")
    }
    try folder.write(refusal.bytes, to: refusal.file)
    var all = try everything(
      Self.commands + (refusal.file == "invoer/p.csv" ? Self.inspections([refusal.file]) : []),
      in: folder)
    // What cellen refuses it must not print; what it reads it prints by contract.
    let cells = try Program.run(["cellen", refusal.file], in: folder.path)
    all.append(("cellen > stderr", cells.messages, cells.status))
    if cells.status != 0 { all.append(("cellen > stdout", cells.output, cells.status)) }
    expectNothing(all)
    let checked = all.filter { $0.name.hasPrefix("controleer") || $0.name.hasPrefix("rapporteer") }
    #expect(checked.allSatisfy { $0.status == 65 || $0.status == 78 }, "\(checked.map(\.status))")
    let said = checked.map(\.text).joined()
    #expect(refusal.codes.contains { said.contains("(\($0)") || said.contains("\"\($0)\"") })
  }
}
