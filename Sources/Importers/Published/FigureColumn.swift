import Definitions
import WijkModel

/// A column of a table with the numbers of its values, unknowns and refusals.
///
/// A column that the file does not have has no cells: its values are nil and nothing is counted.
struct FigureColumn: Sendable {
  /// The place of the column in a record; nil when the file does not have it.
  let field: Int?
  /// What its cells were.
  private(set) var tally: ColumnTally
  /// Whether decimals of the file have a point.
  private let hasDecimalPoint: Bool

  init(_ table: OpenTable, _ column: String) {
    field = table.field(column)
    tally = ColumnTally(column)
    hasDecimalPoint = table.hasDecimalPoint
  }

  init(_ table: OpenTable, field: Int, name: String) {
    self.field = field
    tally = ColumnTally(name)
    hasDecimalPoint = table.hasDecimalPoint
  }

  /// Reads a cell with a parser; nil when it is missing, refused or not there.
  mutating func value<Value>(
    _ row: Row, _ parse: (CellBytes) -> CellResult<Value>
  ) -> Value? {
    guard let field else { return nil }
    return tally.take(parse(row.cell(field)), line: row.line)
  }

  /// Reads a cell without which its row has no figure: a missing one is refused with a code, so
  /// that no row is lost in silence.
  mutating func required<Value>(
    _ row: Row, _ code: FindingCode, _ parse: (CellBytes) -> CellResult<Value>
  ) -> Value? {
    value(row) { cell in
      let result = parse(cell)
      if case .missing(_, nil) = result { return .rejected(code) }
      return result
    }
  }

  /// Reads a text without which its row has no figure (W383 when it is blank).
  mutating func requiredText(_ row: Row) -> String? { required(row, "W383", TextCell.parse) }

  /// Reads one of some words, in small letters; another word is refused (E384).
  mutating func word(_ row: Row, of words: [String]) -> String? {
    value(row) { cell in
      if cell.isEmpty { return .missing(.unknown, nil) }
      let word = String(decoding: cell, as: UTF8.self).lowercased()
      return words.contains(word) ? .value(word, nil) : .rejected("E384")
    }
  }

  /// Reads a number with a parser; nil only when the file does not have the column.
  mutating func number(
    _ row: Row, _ parse: (CellBytes) -> CellResult<Double>
  ) -> PublishedNumber? {
    guard let field else { return nil }
    return tally.number(parse(row.cell(field)), line: row.line)
  }

  /// Reads a figure as the type of its column asks (`aantal`, `percentage`, `bedrag`, else a decimal
  /// number); nil only when the file does not have the column.
  mutating func figure(_ row: Row, _ type: CellType) -> PublishedNumber? {
    let parse = parser(type)
    return number(row, parse)
  }

  /// Reads a figure without which its row has no figure (E351 when it is missing).
  mutating func requiredFigure(_ row: Row, _ type: CellType) -> Double? {
    required(row, "E351", parser(type))
  }

  /// The parser of a type, with the decimal sign of the file.
  func parser(_ type: CellType) -> (CellBytes) -> CellResult<Double> {
    let point = hasDecimalPoint
    return { cell in
      switch type {
      case .count: CountCell.parse(cell, hasDecimalPoint: point).asDouble
      case .percentage: NumberCell.percentage(cell, hasDecimalPoint: point)
      case .amount: NumberCell.amount(cell, hasDecimalPoint: point)
      default: NumberCell.number(cell, hasDecimalPoint: point)
      }
    }
  }

  /// Reads a share of 1; anything outside 0...1 is refused as a percentage would be (E356).
  mutating func fraction(_ row: Row, isRequired: Bool) -> Double? {
    let parse = parser(.number)
    return value(row) { cell in
      let result = parse(cell)
      switch result {
      case .value(let number, _): return (0...1).contains(number) ? result : .rejected("E356")
      case .missing: return isRequired ? .rejected("E351") : result
      case .rejected: return result
      }
    }
  }

  /// Reads a whole number; nil only when the file does not have the column.
  mutating func count(_ row: Row) -> PublishedNumber? { figure(row, .count) }

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

extension CellResult<Int> {
  /// The same result with the number as a decimal one.
  fileprivate var asDouble: CellResult<Double> {
    switch self {
    case .value(let number, let code): .value(Double(number), code)
    case .missing(let reason, let code): .missing(reason, code)
    case .rejected(let code): .rejected(code)
    }
  }
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

  /// The year of a row; a blank cell means the configured year, and is refused without one (E386).
  mutating func year(_ row: Row) -> Int? {
    let found: Int?
    if column.field == nil {
      found = configured
    } else if let configured, row.cell(column.field).isEmpty {
      column.noteBlank(row)
      found = configured
    } else {
      found = column.required(row, "E386", StatLinePeriod.parse)
    }
    if let found { years.insert(found) }
    return found
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
