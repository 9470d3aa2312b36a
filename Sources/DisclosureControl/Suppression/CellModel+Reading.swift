extension CellModel {
  /// Reads all tables of a release.
  mutating func read(_ place: Int) throws(DisclosureError) {
    let release = releases[place]
    let own = AuditStructure(release.structure)
    for name in own.tableNames where !release.tables.contains(where: { $0.name == name }) {
      throw .missingTable(name)
    }
    let releaseName = releaseName(of: own, at: place)
    for (index, table) in release.tables.enumerated() {
      let values = own.values(of: table.name, in: structure)
      for value in values {
        var reader = try TableReader(table, value, values, structure)
        reader.place = (place, index)
        reader.release = value["release"]?.text ?? releaseName
        try read(reader)
      }
      try checkDependents(of: table, values)
    }
  }

  private mutating func releaseName(of own: AuditStructure, at place: Int) -> String {
    guard releases.count > 1 else { return own["release"]?.text ?? "" }
    let name = own["release"]?.text ?? "release \(place + 1)"
    let unique = releaseNames.existing(name) == nil ? name : "\(name) (\(place + 1))"
    _ = releaseNames.place(unique)
    return unique
  }

  /// Reads one value column of a table.
  private mutating func read(_ reader: TableReader) throws(DisclosureError) {
    var used: Set<Int> = []
    var seen: [(measure: Int, release: Int)] = []
    for (index, row) in reader.table.rows.enumerated() where reader.includes(row) {
      let text = row[reader.valueColumn].trimmed
      if structure.missing.contains(text) { continue }
      let (key, named) = key(of: row, reader)
      if reader.structure.isPublic {
        if let shown = PrintedValue(text, structure).shown { publicValues[key] = shown }
        continue
      }
      used.formUnion(named)
      for code in key.codes { addCode(code.code, of: code.dimension) }
      if !seen.contains(where: { $0 == (key.measure, key.release) }) {
        seen.append((key.measure, key.release))
      }
      let occurrence = Occurrence(
        release: reader.place.release, table: reader.place.table, row: index,
        column: reader.valueColumn)
      add(text, key: key, occurrence, reader)
    }
    for pair in seen {
      crosses.append(
        Cross(
          measure: pair.measure, release: pair.release, dimensions: used.sorted(),
          absentIsZero: reader.structure.absentIsZero))
    }
  }

  /// The cell that a record is about, and the dimensions that it names.
  private mutating func key(
    of row: [String], _ reader: TableReader
  ) -> (key: CellKey, named: Set<Int>) {
    var measure = reader.measure
    var release = reader.release
    var named: Set<Int> = []
    var codes: [Int: (code: Int, level: Int)] = [:]
    for (name, text) in reader.fixed {
      let place = dimension(name)
      named.insert(place)
      codes[place] = (code(text, of: place), -1)
    }
    for column in reader.columns {
      let text = row[column.index].trimmed
      switch column.role {
      case .release: release = text
      case .measure: measure = reader.measureMap[text] ?? text
      case .dimension(let name, let level):
        let place = dimension(name)
        named.insert(place)
        if structure.totals.contains(text) { continue }
        if level >= 0, let old = codes[place], old.level >= level { continue }
        codes[place] = (code(text, of: place), level)
      }
    }
    let sorted = codes.keys.sorted().compactMap { place in
      codes[place].map { DimensionCode(dimension: place, code: $0.code) }
    }
    let key = CellKey(
      measure: measures.place(measure), release: releaseNames.place(release), codes: sorted)
    return (key, named)
  }

  private mutating func add(
    _ text: String, key: CellKey, _ occurrence: Occurrence, _ reader: TableReader
  ) {
    var value = PrintedValue(text, structure)
    if reader.structure["absolute"]?.flag == true, let shown = value.shown {
      (value.shown, value.lower, value.upper) = (abs(shown), abs(shown), abs(shown))
    }
    if case .ratio(let scale) = reader.structure.kind {
      addRatio(value.shown, text: text, scale: scale, key: key, occurrence, reader)
      return
    }
    var isRounded = false
    if let shown = value.shown, let base = reader.roundingBase {
      let range = reader.unroundedRange(of: shown, base: base)
      (value.lower, value.upper, isRounded) = (max(0, range.lowerBound), range.upperBound, true)
    }
    add(
      Cell(
        key: key, lower: value.lower, upper: value.upper,
        isShown: value.shown != nil && !isRounded, isRounded: isRounded, isRatioOnly: false,
        isHiddenSomewhere: value.shown == nil, occurrences: [occurrence]),
      table: reader.table.name)
  }

  private mutating func addRatio(
    _ shown: Double?, text: String, scale: Double, key: CellKey, _ occurrence: Occurrence,
    _ reader: TableReader
  ) {
    let decimals = reader.structure["decimals"]?.number ?? PrintedValue.decimals(of: text)
    let half = 0.5 * (0..<max(0, decimals)).reduce(1.0) { power, _ in power / 10 }
    let over = Set((reader.structure["of"]?.texts ?? []).map { dimension($0) })
    let ofMeasure = reader.structure["of_measure"]?.text.map { measures.place($0) }
    let denominator = CellKey(
      measure: ofMeasure ?? key.measure, release: key.release,
      codes: key.codes.filter { !over.contains($0.dimension) })
    let middle = shown ?? 0
    ratios.append(
      Ratio(
        numerator: key, denominator: denominator,
        range: ((middle - half) / scale)...((middle + half) / scale), isShown: shown != nil,
        occurrence: occurrence))
    guard shown != nil, place(of: key) == nil else { return }
    add(
      Cell(
        key: key, lower: 0, upper: .infinity, isShown: false, isRounded: false, isRatioOnly: true,
        isHiddenSomewhere: true, occurrences: []),
      table: reader.table.name)
  }

  /// A rate, interval or ratio must be hidden in every row in which its count is hidden.
  private mutating func checkDependents(
    of table: TextTable, _ values: [TableStructure]
  ) throws(DisclosureError) {
    let (dependents, counts) = try DependentColumns.of(table, values, structure)
    guard !dependents.isEmpty else { return }
    for row in table.rows {
      func isHidden(_ column: Int) -> Bool {
        !structure.missing.contains(row[column].trimmed)
          && PrintedValue(row[column], structure).shown == nil
      }
      guard counts.contains(where: isHidden) else { continue }
      for column in dependents
      where !structure.missing.contains(row[column].trimmed) && !isHidden(column) {
        problems.append(
          Problem(
            kind: .dependent, key: nil, detail: "\(table.name): \(table.header[column])"))
      }
    }
  }
}

/// The columns of a table that hide together with a count.
enum DependentColumns {
  /// The places of the dependent columns and of the counts that they follow.
  static func of(
    _ table: TextTable, _ values: [TableStructure], _ structure: AuditStructure
  ) throws(DisclosureError) -> (dependents: [Int], counts: [Int]) {
    guard let first = values.first, let names = first["dependent"]?.texts, !names.isEmpty
    else { return ([], []) }
    var counts = first["dependent_on"]?.texts ?? []
    if counts.isEmpty {
      for value in values where !value.isPublic {
        if case .count = value.kind, let column = value["column"]?.text { counts.append(column) }
      }
    }
    var places: [Int] = []
    for name in names + counts {
      guard let place = table.column(name) else {
        throw .missingColumn(table: table.name, column: name)
      }
      places.append(place)
    }
    if counts.isEmpty { places.append(TableReader.defaultValueColumn(of: table, first)) }
    return (Array(places.prefix(names.count)), Array(places.dropFirst(names.count)))
  }
}
