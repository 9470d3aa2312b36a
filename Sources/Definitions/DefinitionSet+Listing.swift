extension DefinitionSet {
  /// The disease groups with their codes as a plain Dutch table; it ends with a line break.
  public func diseaseGroupsText() -> String { diseaseGroupTable.text }

  /// The indicators with their names in sources as a plain Dutch table; it ends with a line break.
  public func indicatorsText() -> String { indicatorTable.text }

  /// The layouts with the names of their columns as a plain Dutch table; it ends with a line break.
  public func layoutsText() -> String { layoutTable.text }

  /// The findings and errors by code as a plain Dutch table; it ends with a line break.
  public func messagesText() -> String { messageTable.text }

  /// The statistical methods with formula, use and source, one below the other; it ends with a line
  /// break.
  ///
  /// Formulas are too long for a table that fits on a screen.
  public func methodsText() -> String {
    methods.map { method in
      var lines = ["\(method.name) [\(method.id)]"]
      for (label, text) in [
        ("Wat", method.note), ("Formule", method.formula),
        ("Gebruikt bij", method.tables.joined(separator: ", ")), ("Functie", method.function),
        ("Bron", method.source),
      ] where !text.isEmpty {
        lines.append("  \(label): \(text)")
      }
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private var diseaseGroupTable: PlainTable {
    let alternatives = alternativeGroups.sorted { $0.key < $1.key }
    let groups =
      diseaseGroups.map { ("", $0) } + alternatives.map { ($0.key, $0.value) }
    return PlainTable(
      header: ["groep", "id", "codes", "episode", "chronisch", "thema", "getoond", "bron"],
      rows: groups.map { setting, group in
        [
          group.name + (setting.isEmpty ? "" : " (\(setting))"), group.id,
          group.codes.map(\.listed).joined(separator: " "), group.episodes.rawValue,
          group.countsAsChronic ? "ja" : "nee", group.theme, group.isShown ? "ja" : "nee",
          group.source,
        ]
      })
  }

  private var indicatorTable: PlainTable {
    PlainTable(
      header: [
        "indicator", "id", "soort", "eenheid", "gunstig", "ranglijst", "thema", "dimensie",
        "ook bekend als", "bron",
      ],
      rows: indicators.map { indicator in
        [
          indicator.name, indicator.id, indicator.kind.rawValue, indicator.unit,
          indicator.isHighFavorable.map { $0 ? "hoog" : "laag" } ?? "",
          indicator.rankOrder.map(String.init) ?? "", indicator.theme, indicator.dimension,
          indicator.aliases.joined(separator: ", "), indicator.source,
        ]
      })
  }

  private var layoutTable: PlainTable {
    PlainTable(
      header: ["soort", "indeling", "kolom", "type", "verplicht", "andere namen", "bron"],
      rows: layouts.flatMap { layout in
        layout.columns.map { column in
          [
            layout.kind, layout.id, column.name, column.type.rawValue,
            column.isRequired
              ? (column.requiredGroup.isEmpty ? "ja" : "een van \(column.requiredGroup)") : "nee",
            column.aliases.joined(separator: ", "), column.source,
          ]
        }
      })
  }

  private var messageTable: PlainTable {
    PlainTable(
      header: ["code", "ernst", "titel", "melding", "advies", "bron"],
      rows: messages.messages.values.sorted { $0.code < $1.code }.map { message in
        [
          message.code.rawValue, message.severity.rawValue, message.title, message.text,
          message.advice, message.source,
        ]
      })
  }
}

extension CodeRule {
  /// `K74*` for a rubric with its subcodes, `T90.02` for one code, `niet R96.01` for an exclusion.
  fileprivate var listed: String {
    (isExcluded ? "niet " : "") + code.description + (match == .rubric ? "*" : "")
  }
}

/// A table of text with aligned columns.
struct PlainTable {
  let header: [String]
  let rows: [[String]]

  /// The table, one line per row; the last column is not padded.
  var text: String {
    let lines = [header] + rows
    let widths = header.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    let rule = widths.map { String(repeating: "-", count: min($0, 40)) }
    return ([header, rule] + rows).map { line in
      var result = ""
      for (column, cell) in line.enumerated() {
        result += cell
        guard column < line.count - 1 else { continue }
        result += String(repeating: " ", count: widths[column] - cell.count + 2)
      }
      return result.trimmedEnd + "\n"
    }.joined()
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var slice = Substring(self)
    while slice.last == " " { slice.removeLast() }
    return String(slice)
  }
}
