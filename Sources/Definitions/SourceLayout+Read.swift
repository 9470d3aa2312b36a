import WijkModel

extension SourceLayout {
  private struct Key: Hashable {
    let kind: String
    let layout: String

    init(_ row: DefinitionRow) {
      kind = row["soort"]
      layout = row["indeling"]
    }
  }

  /// The layouts in the order of their rows in `indelingen_bestand.csv`.
  static func read(
    _ rows: [DefinitionRow], columns: [DefinitionRow], indicators: [Indicator],
    _ problems: inout DefinitionProblems
  ) -> [SourceLayout] {
    var seen: Set<Key> = []
    for row in rows where !seen.insert(Key(row)).inserted {
      problems.add(row, "indeling \(row["indeling"]) van \(row["soort"]) staat er twee keer")
    }
    var columnRows: [Key: [DefinitionRow]] = [:]
    for row in columns {
      if !seen.contains(Key(row)) {
        problems.add(
          row,
          "indeling \(row["indeling"]) van \(row["soort"]) staat niet in indelingen_bestand.csv")
      }
      columnRows[Key(row), default: []].append(row)
    }
    let ids = Set(indicators.map(\.id))
    return rows.map { row in
      let columns = LayoutColumn.read(columnRows[Key(row)] ?? [], indicators: ids, &problems)
      if columns.isEmpty { problems.add(row, "de indeling heeft geen kolommen in indelingen.csv") }
      return SourceLayout(
        kind: row.required("soort", &problems), id: row.required("indeling", &problems),
        hasDecimalPoint: row.word("decimaal", as: DecimalWord.self, &problems) == .point,
        sourceName: row["bronnaam"], columns: columns,
        furtherColumns: row.word("verdere_kolommen", as: FurtherColumns.self, &problems) ?? .none,
        unitsRecordMark: HeaderName.normalized(row["eenhedenregel"]))
    }
  }

  private enum DecimalWord: String, CaseIterable {
    case comma = "komma"
    case point = "punt"
  }
}

extension LayoutColumn {
  /// The columns of one layout.
  ///
  /// Several rows of one column are one column: the later ones only add aliases, each with its own
  /// source.
  static func read(
    _ rows: [DefinitionRow], indicators: Set<String>, _ problems: inout DefinitionProblems
  ) -> [LayoutColumn] {
    var columns: [LayoutColumn] = []
    var names: [String: String] = [:]
    for row in rows {
      let name = row.required("kolom", &problems)
      let known = columns.firstIndex { $0.name == name }
      let column =
        known.map { columns[$0].adding(row, &problems) }
        ?? LayoutColumn(row, indicators: indicators, &problems)
      guard let column else { continue }
      // Each alias is checked once, in the row that brings it.
      let brought = known == nil ? [name] + row.list("alias") : row.list("alias")
      for alias in brought {
        let key =
          HeaderName.normalized(alias) + (column.occurrence > 0 ? " #\(column.occurrence)" : "")
        if let other = names.updateValue(name, forKey: key) {
          problems.add(row, "de naam \"\(alias)\" hoort ook bij kolom \(other)")
        }
      }
      if let known { columns[known] = column } else { columns.append(column) }
    }
    return columns
  }

  private init?(
    _ row: DefinitionRow, indicators: Set<String>, _ problems: inout DefinitionProblems
  ) {
    guard let type = row.word("type", as: CellType.self, &problems) else { return nil }
    self.init(
      name: row["kolom"], type: type, isRequired: row.flag("verplicht", &problems),
      requiredGroup: row["groep"], aliases: row.list("alias"),
      occurrence: row.integer("voorkomen", &problems) ?? 0,
      meaning: ColumnMeaning(row, indicators: indicators, &problems), source: row["bron"])
  }

  private func adding(
    _ row: DefinitionRow, _ problems: inout DefinitionProblems
  ) -> LayoutColumn {
    if !row["type"].isEmpty && row["type"] != type.rawValue {
      problems.add(row, "kolom \(name) heeft al het type \(type.rawValue)")
    }
    if row.list("alias").isEmpty { problems.add(row, "kolom \(name) staat er twee keer") }
    return LayoutColumn(
      name: name, type: type, isRequired: isRequired, requiredGroup: requiredGroup,
      aliases: aliases + row.list("alias"), occurrence: occurrence, meaning: meaning,
      source: source == row["bron"] ? source : source + "; " + row["bron"])
  }
}

extension ColumnMeaning {
  /// Reads `inwoners`, `inwoners M`, `inwoners 0-14`, `huishoudens`, `kosten` or
  /// `kenmerk eenouderhuishoudens`.
  init?(
    _ row: DefinitionRow, indicators: Set<String>, _ problems: inout DefinitionProblems
  ) {
    let words = row["betekenis"].split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    let rest = words.dropFirst().first ?? ""
    switch (first, rest) {
    case ("huishoudens", ""): self = .households
    case ("kosten", ""): self = .costs
    case ("inwoners", ""): self = .inhabitants(band: nil, sex: nil)
    case ("inwoners", "M"): self = .inhabitants(band: nil, sex: .male)
    case ("inwoners", "V"): self = .inhabitants(band: nil, sex: .female)
    case ("inwoners", _):
      guard let band = AgeBand(definition: rest) else { fallthrough }
      self = .inhabitants(band: band, sex: nil)
    case ("kenmerk", _):
      guard indicators.contains(rest) else { fallthrough }
      self = .indicator(rest)
    default:
      problems.add(row, "betekenis \"\(row["betekenis"])\" is onbekend")
      return nil
    }
  }
}
