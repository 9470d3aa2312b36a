import WijkModel

/// A column of a table with the numbers of its values, unknowns and refusals.
///
/// A column that the file does not have has no cells: its values are nil and nothing is counted.
struct FigureColumn: Sendable {
  /// The place of the column in a record; nil when the file does not have it.
  let field: Int?
  /// What its cells were.
  private(set) var tally: ColumnTally

  init(_ table: OpenTable, _ column: String) {
    field = table.field(column)
    tally = ColumnTally(column)
  }

  init(field: Int, name: String) {
    self.field = field
    tally = ColumnTally(name)
  }

  /// Reads a cell with a parser; nil when it is missing, refused or not there.
  mutating func value<Value>(
    _ row: Row, _ parse: (CellBytes) -> CellResult<Value>
  ) -> Value? {
    guard let field else { return nil }
    return tally.take(parse(row.cell(field)), line: row.line)
  }

  /// Reads a number with a parser; nil only when the file does not have the column.
  mutating func number(
    _ row: Row, _ parse: (CellBytes) -> CellResult<Double>
  ) -> PublishedNumber? {
    guard let field else { return nil }
    return tally.number(parse(row.cell(field)), line: row.line)
  }

  /// Reads a whole number; nil only when the file does not have the column.
  mutating func count(_ row: Row) -> PublishedNumber? {
    number(row) { cell in
      switch CountCell.parse(cell) {
      case .value(let number, let code): .value(Double(number), code)
      case .missing(let reason, let code): .missing(reason, code)
      case .rejected(let code): .rejected(code)
      }
    }
  }

  /// Reads a text; empty when it is blank or not there.
  mutating func text(_ row: Row) -> String { value(row, TextCell.parse) ?? "" }

  /// Counts a cell that is blank on purpose, such as those of a rest row.
  mutating func noteBlank(_ row: Row) {
    let blank: CellResult<Bool> = .missing(.unknown, nil)
    _ = tally.take(blank, line: row.line)
  }

  /// Adds a finding about the column without counting a cell.
  mutating func note(_ code: FindingCode, line: Int) { tally.note(code, line: line) }
}

/// A reader of one kind of table: takes its rows one by one.
protocol RowReader {
  /// Reads a row, or says why it is left out.
  mutating func take(_ row: Row, _ log: inout FileLog) throws(RefusedFile) -> RowOutcome
  /// The columns that it reads, for `kolommen`.
  var columns: [FigureColumn] { get }
  /// Accepted rows that give no figure, because a cell that places the figure was refused or blank.
  var unplaced: Int { get }
}

extension OpenTable {
  /// Passes all rows to a reader and adds its columns to the log.
  func read(into reader: inout some RowReader, log: inout FileLog) throws(RefusedFile) {
    try forEachRow(&log) { (row, log) throws(RefusedFile) -> RowOutcome in
      try reader.take(row, &log)
    }
    log.record.counted -= reader.unplaced
    log.add(reader.columns.filter { $0.field != nil }.map(\.tally))
  }
}

/// The year of figures: a column of the file, or what the configuration says.
struct YearColumn: Sendable {
  private(set) var column: FigureColumn
  private let configured: Int?
  /// The years that occurred.
  private(set) var years: Set<Int> = []

  /// Binds the column; refuses the file, asking for `jaar`, when there is neither.
  init(
    _ table: OpenTable, column name: String = "jaar", configured: Int?, log: FileLog
  ) throws(RefusedFile) {
    column = FigureColumn(table, name)
    self.configured = configured
    if column.field == nil && configured == nil {
      throw log.refusalWithoutYear()
    }
  }

  /// The year of a row; a blank cell means the configured year.
  mutating func year(_ row: Row) -> Int? {
    let found = column.value(row, StatLinePeriod.parse) ?? blankYear(row)
    if let found { years.insert(found) }
    return found
  }

  private func blankYear(_ row: Row) -> Int? {
    column.field == nil || row.cell(column.field).isEmpty ? configured : nil
  }
}

/// Reads years as CBS writes periods: `2022`, `2022JJ00`, `2015*` (provisional).
enum StatLinePeriod {
  static func parse(_ cell: CellBytes) -> CellResult<Int> {
    if cell.count > 4, let year = cell.upTo(4).wholeNumber, (1900...2100).contains(year) {
      let rest = cell.from(4)
      if rest.isWord("JJ00") || rest.isWord("*") || rest.isWord("**") { return .value(year, nil) }
    }
    return YearCell.parse(cell)
  }
}

extension FileLog {
  /// The refusal of a file that tells no year, asking for the key `jaar` of the configuration.
  func refusalWithoutYear() -> RefusedFile {
    refusal(
      "E201", column: "jaar",
      facts: ["namen": "jaar, of de sleutel jaar bij het bestand in de configuratie"])
  }
}
