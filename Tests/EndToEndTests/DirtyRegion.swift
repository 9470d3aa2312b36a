import Foundation
import TestSupport
import Testing

/// A row of `dirty_cases.csv`, the specification by example of reading.
struct DirtyCase: Sendable, CustomTestStringConvertible {
  let id: String
  let level: String
  let kind: String
  let column: String
  let text: String
  let outcome: String
  let value: String
  let code: String
  /// Other outcomes that are as good, with their code.
  let also: [String: String]
  let recipe: String
  let check: String

  var testDescription: String { "\(id) \(kind).\(column) \(outcome) \(code)" }

  /// Whether one cell is dirty, and no recipe says how.
  var isCell: Bool { level == "cell" && recipe.isEmpty }

  /// A fact of the last column.
  func fact<Value>(_ name: String, as type: Value.Type) -> Value? {
    let object = try? JSONSerialization.jsonObject(with: Data(check.utf8)) as? [String: Any]
    return object?[name] as? Value
  }

  /// All cases of the copy in the project.
  static let all: [DirtyCase] = {
    let url = ProjectFolder.root.appendingPathComponent(
      "Tests/ImportersTests/Fixtures/dirty_cases.csv")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    return records(text).dropFirst().map { row in
      let input = try? JSONSerialization.jsonObject(
        with: Data(row[4].utf8), options: .fragmentsAllowed)
      let also = row[10].split(separator: "|").map { $0.split(separator: " ").map(String.init) }
      return DirtyCase(
        id: row[0], level: row[1], kind: row[2], column: row[3], text: input as? String ?? row[4],
        outcome: row[6], value: row[7], code: row[8],
        also: Dictionary(also.filter { $0.count == 2 }.map { ($0[0], $0[1]) }) { first, _ in first
        },
        recipe: row[11], check: row[12])
    }
  }()

  /// Comma-separated text, read slowly and obviously.
  private static func records(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { line in
      var fields = [""]
      var isQuoted = false
      var previous: Character = " "
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
          if isQuoted, previous == "\"" { fields[fields.count - 1].append("\"") }
        } else if character == ",", !isQuoted {
          fields.append("")
        } else {
          fields[fields.count - 1].append(character)
        }
        previous = character
      }
      return fields
    }
  }
}

/// The region of a dirty case: 160 made-up patients of one practice in 2311, 2312 and 2313.
///
/// The last forty live in 2312, are 30 and men, and carry the dirt.
enum DirtyRegion {
  static let files = [
    "praktijklijst": "p.csv", "episoden": "e.csv", "ketenzorg": "k.csv", "inwoners": "i.csv",
    "gezondheidsmonitor": "g.csv", "praktijkspiegel": "s.csv",
  ]
  private static let practice = "01057814"
  private static let dirty = 120..<160

  /// The files of a case and how many cells are dirty; `isClean` gives them without the dirt.
  static func documents(
    of item: DirtyCase, isClean: Bool
  ) throws -> (documents: [String: DirtyDocument], dirtyCells: Int) {
    var documents = ["praktijklijst": list(item), "inwoners": inhabitants(item)]
    if item.kind == "episoden" || item.kind == "ketenzorg" { documents["episoden"] = episodes }
    switch item.kind {
    case "ketenzorg": documents["ketenzorg"] = carePrograms
    case "gezondheidsmonitor": documents["gezondheidsmonitor"] = monitor
    case "praktijkspiegel": documents["praktijkspiegel"] = mirror
    default: break
    }
    guard var document = documents[item.kind] else { return (documents, 0) }
    var count = 1
    if item.isCell {
      let rows = dirtyRows(item, document)
      count = rows.count
      if !isClean {
        for row in rows { document.rows[row][document.column(item.column)] = item.text }
      }
    } else if !isClean, !item.recipe.isEmpty {
      let recipe = try JSONSerialization.jsonObject(with: Data(item.recipe.utf8))
      document.apply(recipe as? [[Any]] ?? [])
    }
    documents[item.kind] = document
    return (documents, count)
  }

  /// Writes the files and a configuration that reads them.
  static func write(_ documents: [String: DirtyDocument], to folder: TemporaryFolder) throws {
    var sources = ""
    for (kind, document) in documents.sorted(by: { $0.key < $1.key }) {
      let name = files[kind] ?? kind
      try folder.write(Array(document.bytes), to: name)
      sources +=
        kind == "inwoners"
        ? "  \(kind): [{bestand: \(name), jaar: 2024}]\n" : "  \(kind): [\(name)]\n"
    }
    try folder.write(
      """
      regio: Voorbeeldregio
      peildatum: 2025-01-15
      rusttijd: 0
      beveiliging: {drempel: 5, afronding: geen, kleinste_gebied: 0}
      bronnen:
      \(sources)wijken:
        - naam: Voorbeeldwijk
          postcodes: [2311, 2312, 2313]
          praktijken: ["\(practice)"]

      """, to: "wijkbeeld.yaml")
  }

  private static func dirtyRows(_ item: DirtyCase, _ document: DirtyDocument) -> [Int] {
    switch (item.kind, item.column) {
    case ("inwoners", "leeftijd"):
      // The class that the dirty one stands for.
      let target = ["5-sep": "5-9", "okt-14": "10-14"][item.text] ?? item.value
      return document.rows.indices.filter {
        document.rows[$0][0] == "2312" && document.rows[$0][1] == target
      }
    case ("inwoners", _):
      return document.rows.indices.filter { document.rows[$0].prefix(3) == ["2312", "45-64", "M"] }
    case ("gezondheidsmonitor", _): return [1]
    case ("praktijkspiegel", _): return [2]
    default:
      let first = document.rows.count - dirty.count
      return Array(first..<first + (item.outcome == "reject-cell" ? 10 : 40))
    }
  }

  private static func list(_ item: DirtyCase) -> DirtyDocument {
    let hasAges = item.kind == "praktijklijst" && item.column == "leeftijd"
    let rows = (0..<160).map { number in
      let place = number < 120 ? ["2311AA", "2312AB", "2313AC"][number / 40] : "2312AB"
      let isYoung = place.hasPrefix("2312")
      let age = hasAges ? (isYoung ? "30" : "50") : isYoung ? "15-06-1994" : "15-06-1974"
      return [
        String(1001 + number), age, number >= 120 || number % 2 == 1 ? "M" : "V", place,
        "01-01-2015", "", practice, "V",
      ]
    }
    return DirtyDocument(
      "patientnummer;\(hasAges ? "leeftijd" : "geboortedatum");geslacht;postcode;inschrijfdatum;"
        + "uitschrijfdatum;praktijk_agb;categorie", rows)
  }

  private static var episodes: DirtyDocument {
    DirtyDocument(
      "patientnummer;praktijk_agb;icpc;begindatum;einddatum",
      (0..<160).map { number in
        let isDiabetes = number >= 120 || number % 40 < 20
        return [String(1001 + number), practice, isDiabetes ? "T90.02" : "K86", "17-05-2015", ""]
      })
  }

  private static var carePrograms: DirtyDocument {
    let takePart = (0..<160).filter { $0 >= 120 || $0 % 40 < 20 }
    return DirtyDocument(
      "patientnummer;praktijk_agb;programma;deelname;hoofdbehandelaar",
      takePart.map { [String(1001 + $0), practice, "Diabetes", "J", "huisarts"] })
  }

  private static func inhabitants(_ item: DirtyCase) -> DirtyDocument {
    var bands = ["0-14", "15-24", "25-44", "45-64", "65+"]
    if item.kind == "inwoners", item.column == "leeftijd" {
      let last = item.value.contains("95") ? 95 : 85
      bands = stride(from: 0, to: last, by: 5).map { "\($0)-\($0 + 4)" } + ["\(last)+"]
    }
    let rows = ["2311", "2312", "2313"].flatMap { postcode in
      bands.enumerated().flatMap { number, band in
        ["M", "V"].map { sex in
          [postcode, band, sex, String(300 + 10 * number + (sex == "V" ? 5 : 0))]
        }
      }
    }
    return DirtyDocument("postcode;leeftijd;geslacht;aantal", rows)
  }

  private static var monitor: DirtyDocument {
    let indicators = [
      ("Ervaren gezondheid (goed/zeer goed)", 756), ("Roker", 142),
      ("Ernstig/zeer ernstig eenzaam", 109),
    ]
    func written(_ tenths: Int) -> String { "\(tenths / 10),\(tenths % 10)" }
    let rows = indicators.flatMap { name, first in
      ["2311", "2312", "2313", "NL"].enumerated().map { place, area in
        let value = first + 5 * place
        return [
          area, "2022", name, "18+", written(value), written(value - 30), written(value + 30),
          "412", area == "NL" ? "gemeten" : "model",
        ]
      }
    }
    return DirtyDocument(
      "pc4;jaar;indicator;leeftijd;waarde;ondergrens;bovengrens;n;basis", rows)
  }

  private static var mirror: DirtyDocument {
    DirtyDocument(
      "praktijk_agb;jaar;indicatorcode;omschrijving;eenheid;teller;noemer;waarde;verwacht;regio;"
        + "landelijk",
      ["A", "B", "C", "D", "E"].map {
        [
          practice, "2024", "HA_\($0)", "Kosten \($0)", "euro", "", "3150", "1.198,40", "1.205,10",
          "1.201,00", "1.203,75",
        ]
      })
  }
}
