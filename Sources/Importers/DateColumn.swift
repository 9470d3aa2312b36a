import WijkModel

/// Reads a column of dates, in which Excel serials count only when every filled cell is one.
///
/// Serials are read as dates at once and taken back at the end when another form turns up, so that
/// the file is read once.
struct DateColumn<Value: Hashable & Sendable>: Sendable {
  /// Findings and numbers.
  private(set) var tally: ColumnTally
  /// Rows whose cell is a serial, with what it was read as.
  private var serials: [(row: Int, line: Int, result: CellResult<Value>)] = []
  private var hasOtherForms = false
  private let months = MonthStarts()

  init(_ column: String) { tally = ColumnTally(column) }

  /// Reads the cell of a row.
  ///
  /// - Parameters:
  ///   - cell: The trimmed cell.
  ///   - row: The place of the row in the columns of the file, for ``finish()``.
  ///   - line: The physical line.
  ///   - judge: Turns a date into the value of the column, or refuses it.
  /// - Returns: The result, tentative for a serial.
  mutating func read(
    _ cell: CellBytes, row: Int, line: Int,
    judge: (CellResult<RecordedDate>) -> CellResult<Value>
  ) -> CellResult<Value> {
    if let serial = cell.count <= 7 ? DateCell.serial(cell) : nil {
      let isDummy = DateCell.isDummy(serial)
      let result = judge(isDummy ? .missing(.unknown, "W335") : .value(.day(serial), nil))
      serials.append((row, line, result))
      return result
    }
    let result = judge(DateCell.parse(cell))
    // Four digits are a year, but may be a serial of 1905, too: they decide nothing.
    if !cell.isEmpty, cell.count != 4 { hasOtherForms = true }
    _ = tally.take(result, line: line)
    return result
  }

  /// The day of a cell in the usual form, which is not counted yet.
  @inline(__always)
  func plainDay(_ cell: CellBytes) -> PlainCell.Day? { PlainCell.day(cell, months) }

  /// Counts a cell that ``plainDay(_:)`` read.
  @inline(__always)
  mutating func takePlain() {
    tally.takePlain()
    hasOtherForms = true
  }

  /// Counts the serials after the last row: W333, or E331 when the column has other forms.
  ///
  /// - Returns: The rows whose date must be taken back.
  mutating func finish() -> [Int] {
    guard let first = serials.first else { return [] }
    defer { serials = [] }
    if hasOtherForms {
      for serial in serials {
        _ = tally.take(CellResult<Value>.rejected("E331"), line: serial.line)
      }
      return serials.map(\.row)
    }
    tally.note("W333", line: first.line)
    for serial in serials { _ = tally.take(serial.result, line: serial.line) }
    return []
  }
}

extension DateColumn<Int32> {
  /// Reads a cell as a day number, or ``ColumnCode/noDate``; of a year alone its first day.
  ///
  /// - Parameters:
  ///   - cell: The cell, blanks and all.
  ///   - row: The place of the row in the columns of the file, for ``finish()``.
  ///   - line: The physical line.
  ///   - isPlain: Becomes false when the cell has another form than the usual one.
  /// - Returns: The day number, tentative for a serial.
  @inline(__always)
  mutating func day(_ cell: CellBytes, row: Int, line: Int, isPlain: inout Bool) -> Int32 {
    if let day = plainDay(cell) {
      takePlain()
      return day.dayNumber
    }
    let cell = cell.trimmed
    if cell.isEmpty {
      tally.takeBlank()
      return ColumnCode.noDate
    }
    isPlain = false
    return oddDay(cell, row: row, line: line)
  }

  private mutating func oddDay(_ cell: CellBytes, row: Int, line: Int) -> Int32 {
    let result = read(cell, row: row, line: line) { result in
      switch result {
      case .value(.day(let date), let code): return .value(date.dayNumber, code)
      case .value(.year(let year), let code):
        guard let date = CalendarDate(year: year, month: 1, day: 1) else {
          return .rejected("E331")
        }
        return .value(date.dayNumber, code)
      case .missing(let reason, let code): return .missing(reason, code)
      case .rejected(let code): return .rejected(code)
      }
    }
    if case .value(let day, _) = result { return day }
    return ColumnCode.noDate
  }
}
