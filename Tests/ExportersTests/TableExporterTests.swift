import DelimitedText
import Exporters
import Foundation
import Report
import Testing
import WijkModel

@testable import DisclosureControl

@Suite("Tables for machines")
struct TableExporterTests {
  private let files: [ExportedFile]
  private let pictures: [FigurePicture]

  init() throws {
    pictures = try FigureRenderer().pictures(of: SampleReport.report)
    files =
      TableExporter().tables(of: SampleReport.report) + TableExporter().figures(pictures)
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
  }

  @Test("Every table, the structure and every figure has its file, in order")
  func paths() {
    #expect(
      files.map(\.path) == [
        "tabellen/t201-postcodes.csv", "tabellen/t214-patienten-pc4-leeftijd-geslacht.csv",
        "tabellen/audit.json",
      ]
        + [
          "f201-kaart-dekkingsgraad", "f202-piramide", "f203-gezondheid", "f204-piramide-patienten",
          "f206-balken", "f205-chronisch", "f207-ses", "f208-trend",
        ].flatMap { ["figuren/\($0).svg", "figuren/\($0).png"] })
  }

  @Test("Suppressed is •, unknown is onbekend, absent is empty, formulas are disarmed")
  func csv() throws {
    #expect(
      try text("tabellen/t201-postcodes.csv") == """
        gebied_soort,gebied,plaats,inwoners,patienten,dekkingsgraad
        pc4,1901,Voorbeeldstad,7105,5012,70.5
        pc4,1902,"'=1+1",0.1,•,•
        pc4,1903,"a,""b""
        c",onbekend,0,

        """)
    #expect(
      try text("tabellen/t214-patienten-pc4-leeftijd-geslacht.csv").contains("1901,0–4,M,120\n"))
  }

  @Test("The form for Dutch Excel has headers, words, a decimal comma and a byte-order mark")
  func dutch() throws {
    let words = ReaderWords(["gebied_soort": ["pc4": "postcode"]])
    let sample = SampleReport.report
    let report = Report(
      title: "", subtitle: "", wijk: sample.wijk, warnings: [], sections: [], data: sample.data,
      structure: sample.structure, words: words)
    let file = try #require(TableExporter().dutchTables(of: report).first)
    #expect(file.path == "tabellen-excel/t201-postcodes.csv")
    #expect(
      String(decoding: file.bytes, as: UTF8.self)
        == "\u{FEFF}Soort gebied;Gebied;Plaats;Inwoners;Patiënten;Dekkingsgraad (%)\r\n"
        + "postcode;1901;Voorbeeldstad;7105;5012;70,5\r\n"
        + "postcode;1902;\"'=1+1\";0,1;•;•\r\n"
        + "postcode;1903;\"a,\"\"b\"\"\nc\";onbekend;0;\r\n")
  }

  @Test("The structure is written in its order")
  func audit() throws {
    #expect(
      try text("tabellen/audit.json").replacing("\n", with: "").replacing(" ", with: "")
        == #"{"release":"2026-07-01","threshold":10,"suppressed":{"•":[0,null]},"rest":false,"#
        + #""tables":{"t201-postcodes.csv":{"dims":["gebied"]}}}"#)
  }

  @Test("A figure is a well-formed document that tells what it shows")
  func figures() throws {
    for file in files where file.path.hasSuffix(".svg") {
      let page = WellFormedness(file.bytes)
      #expect(page.isWellFormed && page.elements.first == "svg", "\(file.path)")
      #expect(page.ids.count == 2 && Set(page.ids).count == 2)
    }
    #expect(
      try text("figuren/f206-balken.svg").contains(
        "<desc id=\"f206-balken-desc\">CVRM komt het meest voor.</desc>"))
  }

  @Test("A picture has twice the pixels of its drawing, and a second run gives the same bytes")
  func pictureBytes() throws {
    for picture in pictures {
      let bytes = picture.png.bytes
      #expect(Array(bytes.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
      func number(at place: Int) -> Int {
        bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      }
      #expect(picture.png.size == picture.svg.size)
      #expect(Double(number(at: 16)) == (2 * picture.svg.size.width).rounded(.up), "\(picture.id)")
      #expect(Double(number(at: 20)) == (2 * picture.svg.size.height).rounded(.up), "\(picture.id)")
      #expect(bytes.count < 60_000, "\(picture.id): \(bytes.count) bytes")
    }
    let again = try FigureRenderer().pictures(of: SampleReport.report)
    #expect(again.map(\.png) == pictures.map(\.png))
  }

  @Test("Our own reader reads back what was written", arguments: 1...20)
  func roundTrip(seed: UInt64) throws {
    let table = try #require(SampleReport.nasty(seed: seed).data.first)
    // A NUL and a lone CR are no delimited text of ours; everything else must come back.
    let clean = ReleasableTable(
      id: table.id, population: .none, columns: table.columns,
      rows: table.rows.map { $0.map(Self.withoutNul) }, notes: [], origins: [], years: [])
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "wijkbeeld-export-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(TableExporter.csv(of: clean)).write(to: url)
    let file = try ScannedFile.scan(path: url.path, name: "t.csv")
    var reader = try RecordReader(file, delimiter: 0x2C, skippingRecords: 1, kept: nil)
    var batch = RecordBatch()
    var read: [[String]] = []
    while try reader.next(&batch) {
      read += (0..<batch.count).map { record in
        (0..<batch.width(of: record)).map { batch.text($0, in: record) }
      }
    }
    #expect(read.count == clean.rows.count, "seed \(seed)")
    for (record, row) in zip(read, clean.rows) {
      guard record.count == 2, case .text(let text) = row[0], case .number(let number) = row[1]
      else {
        Issue.record("seed \(seed): a record of \(record.count) cells")
        continue
      }
      #expect(record[0] == text || record[0] == "'" + text, "seed \(seed)")
      #expect(Double(record[1]) == number, "seed \(seed)")
    }
  }

  private static func withoutNul(_ cell: ReleasableCell) -> ReleasableCell {
    guard case .text(let text) = cell else { return cell }
    return .text(String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{0}" })))
  }
}
