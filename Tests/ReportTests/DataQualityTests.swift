import Definitions
import Testing
import WijkModel

@testable import Report

@Suite("The report on data quality")
struct DataQualityTests {
  private var report: DataQualityReport {
    var list = InputRecord(file: "invoer/linde.csv", kind: "praktijklijst")
    list.records = 100
    list.columns = [
      ColumnRecord(column: "postcode", values: 97, unknown: 2, rejected: 1),
      ColumnRecord(column: "icpc"),
    ]
    let messages = MessageCatalog([
      Message(
        code: "E311", severity: .error, title: "postcode", text: "geen geldige postcode", advice: ""
      )
    ])
    return DataQualityReport(
      region: "Voorbeeldregio", referenceDate: SampleRelease.date, inputs: [list],
      findings: [
        Finding("E311", file: "invoer/linde.csv", line: 12, column: "postcode"),
        Finding("W306", count: 3), Finding("E101", file: "invoer/weg.csv"),
      ],
      waterfall: [QualityStep("gelezen", 100), QualityStep("geteld", 100)],
      waterfallByFile: ["invoer/linde.csv": [QualityStep("gelezen", 100)]],
      practices: [
        PracticeQuality(practice: "01005678", name: "", waterfall: [], facts: []),
        PracticeQuality(
          practice: "01001234", name: "De Linde", waterfall: [],
          facts: [.init("Diabetes, type niet vastgelegd (T90)", 21)]),
      ],
      messages: messages, sentence: { "\($0.code): melding." })
  }

  @Test("Findings stand with their file, the others on their own")
  func findings() {
    #expect(report.files.map { $0.findings.map(\.code) } == [["E311"]])
    #expect(report.findings.map(\.code) == ["W306", "E101"])
    #expect(
      report.allFindings.map(\.text) == ["E311: melding.", "W306: melding.", "E101: melding."])
    #expect(report.files.first?.findings.first?.severity == .error)
  }

  @Test("It says that it may not be shared")
  func warning() {
    #expect(report.title == "Datakwaliteit Voorbeeldregio")
    #expect(report.subtitle == "Peildatum 1 juli 2026")
    #expect(report.warning.hasPrefix("Intern, niet delen"))
  }

  @Test("Columns tell how well they are filled; one without cells tells nothing")
  func completeness() {
    #expect(report.files.first?.columns.map(\.completeness) == [97, nil])
  }

  @Test("Practices are ordered by code and headed by name")
  func practices() {
    #expect(report.practices.map(\.heading) == ["De Linde (01001234)", "01005678"])
  }

  @Test("A waterfall is complete when its steps add up")
  func waterfall() {
    let steps = [QualityStep("gelezen", 10), QualityStep("dubbel", -3), QualityStep("geteld", 7)]
    #expect(QualityStep.isComplete(steps))
    #expect(!QualityStep.isComplete(Array(steps.dropLast()) + [QualityStep("geteld", 8)]))
    #expect(QualityStep.isComplete([]))
    #expect(steps[1].label == "Dubbel")
  }
}
