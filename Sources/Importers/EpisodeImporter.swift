import WijkModel

extension SourceImporter {
  /// Reads episodes; a row gives one element per code.
  func readEpisodes(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {
    var reader = EpisodeReader(table)
    try table.forEachRow(&log) { row, _ in reader.read(row) }
    log.addDefaults(
      ["praktijk_agb": "de enige praktijk, of die van de praktijklijst met dezelfde naam"],
      where: { !table.has($0) })
    reader.finish(&log)
    data.episodes.append(reader.episodes)
  }
}

extension EpisodeColumns {
  /// Adds one code of a patient.
  mutating func append(
    _ code: ICPCCode, of person: PersonKey, practice: UInt32, begin: Int32, end: Int32, line: Int
  ) {
    keys.append(person)
    practices.append(practice)
    codes.append(code.packed)
    begins.append(begin)
    ends.append(end)
    lines.append(UInt32(line))
  }
}

/// Fills the columns of one file of episodes.
private struct EpisodeReader {
  private(set) var episodes: EpisodeColumns
  private let table: OpenTable
  private let key, practice, icpc, begin, end: Int?
  private var keys = ColumnTally("patientnummer")
  private var practices = ColumnTally("praktijk_agb")
  private var codes = ColumnTally("icpc")
  private var begins = DateColumn<Int32>("begindatum")
  private var ends = DateColumn<Int32>("einddatum")
  private var rowCodes: [ICPCCode] = []
  /// The row of the file of each element.
  private var rows: [UInt32] = []
  private var rowCount = 0

  init(_ table: OpenTable) {
    self.table = table
    key = table.field("patientnummer")
    practice = table.field("praktijk_agb")
    icpc = table.field("icpc")
    begin = table.field("begindatum")
    end = table.field("einddatum")
    episodes = EpisodeColumns(file: table.file.name)
  }

  mutating func read(_ row: Row) -> RowOutcome {
    let key = KeyCell.parse(row.cell(key))
    guard case .value(let person, _) = key else {
      if case .rejected(let code) = key { keys.note(code, line: row.line) }
      return .rejected
    }
    _ = keys.take(key, line: row.line)
    let agb =
      practice == nil ? nil : practices.take(AGBCell.parse(row.cell(practice)), line: row.line)
    let number = agb?.number ?? ColumnCode.noPractice
    rowCodes.removeAll(keepingCapacity: true)
    _ = codes.take(ICPCListCell.parse(row.cell(icpc), into: &rowCodes), line: row.line)
    let from =
      begin == nil
      ? ColumnCode.noDate : begins.day(row.cell(begin), row: rowCount, line: row.line)
    let until =
      end == nil ? ColumnCode.noDate : ends.day(row.cell(end), row: rowCount, line: row.line)
    for code in rowCodes {
      episodes.append(
        code, of: person, practice: number, begin: from, end: until, line: row.line)
      rows.append(UInt32(rowCount))
    }
    rowCount += 1
    return .accepted
  }

  mutating func finish(_ log: inout FileLog) {
    takeBack(begins.finish(), \.begins)
    takeBack(ends.finish(), \.ends)
    let all = [keys, practices, codes, begins.tally, ends.tally]
    log.add(all.filter { table.has($0.column) })
    episodes.recordsRead = log.record.records
    episodes.recordsRejected = log.record.rejected
  }

  private mutating func takeBack(
    _ refuted: [Int], _ dates: WritableKeyPath<EpisodeColumns, [Int32]>
  ) {
    guard !refuted.isEmpty else { return }
    let refuted = Set(refuted)
    for index in rows.indices where refuted.contains(Int(rows[index])) {
      episodes[keyPath: dates][index] = ColumnCode.noDate
    }
  }
}
