import Foundation
import TestSupport
import Testing

/// What goes wrong gives one clear Dutch message, the promised exit code, and old output stays.
@Suite("A run that goes wrong")
struct FailureTests {
  /// What is broken in the small region.
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    /// The new text of the file; nil removes it.
    let text: String?
    let status: Int32
    let code: String
    /// Words that the message must have.
    let words: [String]
    var testDescription: String { name }
  }

  static let faults = [
    Fault(
      name: "a mistyped key", file: "wijkbeeld.yaml",
      text: SmallRegion.configuration.replacing("drempel:", with: "drempell:"), status: 78,
      code: "E508",
      words: ["wijkbeeld.yaml, regel 5, kolom 3", "drempell", "Bedoelt u \"drempel\"?"]),
    Fault(
      name: "a threshold below 5", file: "wijkbeeld.yaml",
      text: SmallRegion.configuration.replacing("drempel: 5", with: "drempel: 3"), status: 78,
      code: "E503", words: ["regel 5", "beveiliging.drempel"]),
    Fault(
      name: "a missing file", file: "i.csv", text: nil, status: 66, code: "E521",
      words: ["inwoners", "i.csv"]),
    Fault(
      name: "a wrong layout", file: "p.csv",
      text: SmallRegion.patients.replacing("geslacht", with: "lievelingskleur"), status: 65,
      code: "E201", words: ["p.csv", "geslacht"]),
    Fault(
      name: "an empty file", file: "p.csv", text: "", status: 65, code: "E101", words: ["p.csv"]),
    Fault(
      name: "a header without rows", file: "i.csv",
      text: "postcode;leeftijd;geslacht;aantal\n", status: 65, code: "E107", words: ["i.csv"]),
    Fault(
      name: "a practice without rows", file: "p.csv",
      text: SmallRegion.patients.replacing("01990011", with: "01990099"), status: 66,
      code: "E510", words: ["01990011"]),
    Fault(
      name: "an open quote", file: "p.csv",
      text: SmallRegion.patients.replacing("1001;", with: "\"1001;"), status: 65, code: "E104",
      words: ["p.csv", "regel 2"]),
    Fault(
      name: "a house style that is not there", file: "wijkbeeld.yaml",
      text: SmallRegion.configuration + "huisstijl: stijl/wsv.docx\n", status: 66, code: "E520",
      words: ["wsv.docx"]),
    Fault(
      name: "a house style that is no Word file", file: "wijkbeeld.yaml",
      text: SmallRegion.configuration + "huisstijl: p.csv\n", status: 78, code: "E529",
      words: ["p.csv", "geen Word-bestand", "Sla het in Word op als .docx"]),
    Fault(
      name: "no YAML", file: "wijkbeeld.yaml", text: "regio: [", status: 78, code: "E504",
      words: ["wijkbeeld.yaml"]),
  ]

  @Test("The message, the exit code and the old output", arguments: faults)
  func fault(_ fault: Fault) throws {
    let folder = try TemporaryFolder()
    try SmallRegion.write(to: folder)
    let good = try Program.run(["rapporteer", "--stil"], in: folder.path)
    #expect(good.status == 0, "\(good.messages)")
    let before = try Self.contents(of: folder)
    if let text = fault.text {
      try folder.write(text, to: fault.file)
    } else {
      try FileManager.default.removeItem(at: folder.url.appendingPathComponent(fault.file))
    }
    let bad = try Program.run(["rapporteer", "--stil"], in: folder.path)
    #expect(bad.status == fault.status)
    #expect(bad.messages.contains("(\(fault.code)"), "\(bad.messages)")
    #expect(bad.messages.contains("(code \(fault.status))"))
    for word in fault.words { #expect(bad.messages.contains(word), "\(bad.messages)") }
    #expect(try Self.contents(of: folder) == before)
    #expect(bad.output.isEmpty)
  }

  @Test("A quiet good run says nothing; a loud one names the folder of the wijk")
  func quiet() throws {
    let folder = try TemporaryFolder()
    try SmallRegion.write(to: folder)
    let quiet = try Program.run(["rapporteer", "--stil"], in: folder.path)
    #expect(quiet.output + quiet.messages == "")
    let loud = try Program.run(["rapporteer"], in: folder.path)
    #expect(loud.output.contains("Voorbeeldwijk: "))
  }

  @Test("A full standard output is an error")
  func fullOutput() throws {
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = ["definities", "--definities", ProjectFolder.definitions.path]
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
  }

  @Test(
    "Wrong usage gives 64 and a Dutch sentence",
    arguments: [
      ["rapporter"], ["rapporteer", "--wijkk", "x"], ["rapporteer", "--formaat", "pdf"],
    ])
  func usage(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(arguments, in: folder.path)
    #expect(outcome.status == 64)
    #expect(outcome.messages.contains("(code 64)"))
  }

  /// The bytes of everything that was published; `status.json` and the state may change.
  private static func contents(of folder: TemporaryFolder) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in folder.files()
    where name.hasPrefix("reports/") && !name.hasPrefix("reports/.wijkbeeld/")
      && name != "reports/status.json"
    {
      contents[name] = try Data(contentsOf: folder.url.appendingPathComponent(name))
    }
    return contents
  }
}
