import Exporters
import Importers

/// Puts what the reader sees in a file into words, for a helpdesk.
struct InspectionText {
  let inspection: FileInspection

  /// For people: what was recognized and why, what is missing, the first rows.
  var text: String {
    var lines = ["Bestand: \(inspection.file) (\(inspection.size) bytes)"]
    lines.append("Codering: \(inspection.encoding.rawValue), \(encodingReason)")
    lines.append("Scheidingsteken: \(delimiter)")
    if let line = inspection.headerLine {
      lines.append("Kopregel: regel \(line)")
      if inspection.titleRecords > 0 {
        lines.append("Titelregels erboven, overgeslagen: \(inspection.titleRecords)")
      }
    } else {
      lines.append("Kopregel: niet gevonden. De eerste regels passen bij geen bekende indeling.")
    }
    lines += ["", "Indeling"] + candidates
    if !inspection.columns.isEmpty { lines += ["", "Kolommen"] + columns }
    if !inspection.rows.isEmpty {
      lines += ["", "Eerste rijen (persoonlijke waarden zijn •••)"]
      lines += inspection.rows.map { "  " + $0.joined(separator: " | ") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// For machines: the same facts.
  var json: String {
    JSONText.write(
      .object([
        "bestand": .text(inspection.file), "grootte": .integer(inspection.size),
        "codering": .text(inspection.encoding.rawValue), "codering_reden": .text(encodingReason),
        "scheidingsteken": inspection.delimiter.map { .text(Self.sign($0)) } ?? .null,
        "titelregels": .integer(inspection.titleRecords),
        "kopregel": inspection.headerLine.map { .integer($0) } ?? .null,
        "indelingen": .list(
          inspection.candidates.map {
            .object([
              "soort": .text($0.kind), "indeling": .text($0.layout),
              "gevonden": .integer($0.found), "verplicht": .integer($0.required),
              "ontbreekt": .list($0.missing.map { .text($0) }),
            ])
          }),
        "kolommen": .list(
          inspection.columns.map {
            .object([
              "kop": .text($0.header), "kolom": .text($0.column),
              "gebruik": .text(use($0.use)),
            ])
          }),
        "rijen": .list(inspection.rows.map { .list($0.map { .text($0) }) }),
      ]))
  }

  private var candidates: [String] {
    if inspection.candidates.isEmpty { return ["  Geen: van geen indeling is de helft gevonden."] }
    return inspection.candidates.map { candidate in
      let name = "  \(candidate.kind), indeling \(candidate.layout): "
      if candidate.isComplete { return name + "herkend" }
      return name + "\(candidate.found) van de \(candidate.required) verplichte kolommen; "
        + "ontbreekt: \(candidate.missing.joined(separator: ", "))"
    }
  }

  private var columns: [String] {
    inspection.columns.map { column in
      let header = column.header.isEmpty ? "(zonder naam)" : column.header
      let name = column.column.isEmpty || column.column == header ? "" : " → \(column.column)"
      return "  \(header)\(name): \(use(column.use))"
    }
  }

  private var delimiter: String {
    guard let sign = inspection.delimiter else { return "niet herkend" }
    return Self.sign(sign) + (inspection.isDelimiterDeclared ? ", genoemd in de sep=-regel" : "")
  }

  private static func sign(_ byte: UInt8) -> String {
    byte == 9 ? "tab" : String(UnicodeScalar(byte))
  }

  private var encodingReason: String {
    switch inspection.encodingReason {
    case .byteOrderMark: "want het bestand begint met een merkteken (BOM)"
    case .requested: "want dat is zo opgegeven"
    case .validUTF8: "want alle bytes zijn geldig UTF-8"
    case .notUTF8: "want het bestand is geen UTF-8 en past wel in Windows-1252"
    }
  }

  private func use(_ use: FileInspection.ColumnUse) -> String {
    switch use {
    case .read: "gelezen"
    case .alias: "gelezen onder een andere naam"
    case .figure: "gelezen als cijfer"
    case .personal: "nooit gelezen, want persoonlijk of vrije tekst"
    case .unknown: "niet gelezen, want onbekend in deze indeling"
    case .blank: "niet gelezen, want zonder naam"
    }
  }
}
