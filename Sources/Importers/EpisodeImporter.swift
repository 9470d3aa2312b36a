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

/// Fills the columns of one file of episodes.
struct EpisodeReader {
  private(set) var episodes: EpisodeColumns
  private let table: OpenTable
  private let key, practice, icpc, begin, end: Int?
  private var keys = ColumnTally("patientnummer")
  private var practices = ColumnTally("praktijk_agb")
  private var codes = ColumnTally("icpc")
  private var begins = DateColumn<Int32>("begindatum")
  private var ends = DateColumn<Int32>("einddatum")
  private(set) var rowCodes: [ICPCCode] = []
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
    guard let episode = episode(row) else { return .rejected }
    if episode.code != 0 {
      append(episode)
    } else {
      var episode = episode
      for code in rowCodes {
        episode.code = code.packed
        append(episode)
      }
    }
    rowCount += 1
    return .accepted
  }

  private mutating func append(_ episode: EpisodeRow) {
    episodes.append(episode)
    rows.append(UInt32(rowCount))
  }

  /// The episode of a row, counted in the tallies but not kept; nil without a key.
  ///
  /// Its code is 0 when the codes stand in ``rowCodes``.
  @inline(__always)
  mutating func episode(_ row: Row) -> EpisodeRow? {
    guard let person = PersonKey(cell: row.cell(key)) else {
      keys.note("E304", line: row.line)
      return nil
    }
    keys.takePlain()
    var episode = EpisodeRow(key: person, line: row.line)
    if practice != nil {
      let cell = row.plain(practice)
      if let plain = PlainCell.practice(cell) {
        practices.takePlain()
        episode.practice = plain
      } else if let code = practices.take(AGBCell.parse(cell.trimmed), line: row.line) {
        episode.practice = code.number
      }
    }
    let cell = row.plain(icpc)
    if let code = PlainCell.code(cell) {
      codes.takePlain()
      episode.code = code.packed
    } else {
      episode.isPlain = false
      rowCodes.removeAll(keepingCapacity: true)
      _ = codes.take(ICPCListCell.parse(cell.trimmed, into: &rowCodes), line: row.line)
    }
    if begin != nil {
      episode.begin = begins.day(
        row.plain(begin), row: rowCount, line: row.line, isPlain: &episode.isPlain)
    }
    if episode.begin == ColumnCode.noDate { episode.isPlain = false }
    if end != nil {
      episode.end = ends.day(
        row.plain(end), row: rowCount, line: row.line, isPlain: &episode.isPlain)
    }
    return episode
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
