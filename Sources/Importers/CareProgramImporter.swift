import Definitions
import WijkModel

extension SourceImporter {
  /// Reads who takes part in chain care; a row gives one element per programme.
  func readCarePrograms(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {
    var reader = CareProgramReader(table, definitions: definitions)
    try table.forEachRow(&log) { row, _ in reader.read(row) }
    log.addDefaults(
      [
        "praktijk_agb": "de enige praktijk, of die van de praktijklijst met dezelfde naam",
        "deelname": "ja",
      ],
      where: { !table.has($0) })
    reader.finish(&log)
    data.carePrograms.append(reader.care)
  }
}

/// Fills the columns of one chain-care file.
private struct CareProgramReader {
  private(set) var care: CareProgramColumns
  private let table: OpenTable
  private let key, practice, program, flag, provider, begin, end: Int?
  private var names: ProgramListCell
  private var keys = ColumnTally("patientnummer")
  private var practices = ColumnTally("praktijk_agb")
  private var programs = ColumnTally("programma")
  private var flags = ColumnTally("deelname")
  private var providers = ColumnTally("hoofdbehandelaar")
  private var begins = DateColumn<Int32>("begindatum")
  private var ends = DateColumn<Int32>("einddatum")
  /// The row of the file of each element.
  private var rows: [UInt32] = []
  private var rowCount = 0

  init(_ table: OpenTable, definitions: DefinitionSet) {
    self.table = table
    names = ProgramListCell(definitions: definitions)
    key = table.field("patientnummer")
    practice = table.field("praktijk_agb")
    program = table.field("programma")
    flag = table.field("deelname")
    provider = table.field("hoofdbehandelaar")
    begin = table.field("begindatum")
    end = table.field("einddatum")
    care = CareProgramColumns(file: table.file.name)
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
    let read = names.parse(row.cell(program))
    _ = programs.take(read.result, line: row.line)
    let participation = participation(row)
    let mainProvider =
      provider == nil
      ? nil : providers.take(MainProviderCell.parse(row.cell(provider)), line: row.line)
    let (from, until) = period(row)
    for program in read.programs {
      care.programs.append(program)
      care.keys.append(person)
      care.practices.append(agb?.number ?? ColumnCode.noPractice)
      care.participations.append(participation)
      care.mainProviders.append(mainProvider ?? .unknown)
      care.begins.append(from)
      care.ends.append(until)
      care.lines.append(UInt32(row.line))
      rows.append(UInt32(rowCount))
    }
    rowCount += 1
    return .accepted
  }

  private mutating func period(_ row: Row) -> (from: Int32, until: Int32) {
    var isPlain = true
    let from =
      begin == nil
      ? ColumnCode.noDate
      : begins.day(row.cell(begin), row: rowCount, line: row.line, isPlain: &isPlain)
    let until =
      end == nil
      ? ColumnCode.noDate
      : ends.day(row.cell(end), row: rowCount, line: row.line, isPlain: &isPlain)
    return (from, until)
  }

  /// Without the column everybody in the file takes part.
  private mutating func participation(_ row: Row) -> Participation {
    guard flag != nil else { return .yes }
    guard let isParticipant = flags.take(FlagCell.parse(row.cell(flag)), line: row.line) else {
      return .unknown
    }
    return isParticipant ? .yes : .no
  }

  mutating func finish(_ log: inout FileLog) {
    takeBack(begins.finish(), \.begins)
    takeBack(ends.finish(), \.ends)
    let all = [keys, practices, programs, flags, providers, begins.tally, ends.tally]
    log.add(all.filter { table.has($0.column) })
    care.recordsRead = log.record.records
    care.recordsRejected = log.record.rejected
  }

  private mutating func takeBack(
    _ refuted: [Int], _ dates: WritableKeyPath<CareProgramColumns, [Int32]>
  ) {
    guard !refuted.isEmpty else { return }
    let refuted = Set(refuted)
    for index in rows.indices where refuted.contains(Int(rows[index])) {
      care[keyPath: dates][index] = ColumnCode.noDate
    }
  }
}
