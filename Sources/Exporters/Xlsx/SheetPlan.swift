/// A sheet of a workbook as a value, before it is written.
struct SheetPlan: Hashable, Sendable {
  /// The name on the tab: at most 31 signs, none of `[]:*?/\`.
  let name: String
  /// What the sheet shows; the caption of the chapter.
  let title: String
  /// Whom it is about, empty for nobody, and where it stands in the chapter.
  let about: [String]
  /// Sentences below the table.
  let notes: [String]
  /// The table.
  let table: SheetTable
  /// A chart of the table, below it or beside it; nil without one.
  let chart: SheetChart?
}

/// A native Excel table.
struct SheetTable: Hashable, Sendable {
  /// A column.
  struct Column: Hashable, Sendable {
    /// The header; different from the others without regard to case, and not empty.
    let header: String
    /// How numbers in it are shown.
    let style: NumberStyle
    /// Whether most of it are numbers, so that its header and its signs stand to the right.
    let isNumeric: Bool
  }

  /// What a cell holds.
  enum Cell: Hashable, Sendable {
    /// A text.
    case text(String)
    /// A number in the style of its column.
    case number(Double)
    /// A number in a style of its own.
    case styled(Double, NumberStyle)
    /// `•` or `onbekend` in the place of a number.
    case sign(String)
    /// Nothing.
    case blank
  }

  /// The name, unique in the workbook, such as `tabel_t201`; it must not look like a cell.
  let name: String
  /// The columns.
  let columns: [Column]
  /// The rows, each with a cell per column.
  let rows: [[Cell]]
}

/// How a number is shown; the reader's Excel puts in the decimal sign of its language.
enum NumberStyle: Hashable, Sendable, CaseIterable {
  /// Whole, with a sign between thousands.
  case whole
  /// One decimal.
  case tenths
  /// Two decimals.
  case hundredths
  /// Four decimals, for small numbers such as p.
  case fine
  /// Whole, without a sign between thousands.
  case year
  /// A fraction of 1 as a percentage with one decimal.
  case percentage
  /// Euros, whole.
  case euros
  /// One decimal without its sign, for men in a pyramid, whose bars run to the left.
  case unsigned

  /// The format of Excel, in the notation of the United States, as files have it.
  var format: String {
    switch self {
    case .whole: "#,##0"
    case .tenths: "#,##0.0"
    case .hundredths: "#,##0.00"
    case .fine: "[<0.0001]\"< 0,0001\";0.0000"
    case .year: "0"
    case .percentage: "0.0%"
    case .euros: "\"€\" #,##0"
    case .unsigned: "0.0;0.0"
    }
  }

  /// The style for a column of numbers: whole when they are, else more decimals the smaller they are.
  static func fitting(_ numbers: [Double]) -> NumberStyle {
    if numbers.allSatisfy({ $0 == $0.rounded() }) { return .whole }
    return (numbers.map(\.magnitude).max() ?? 0) < 10 ? .hundredths : .tenths
  }
}

/// A native chart of columns of the table on its sheet.
struct SheetChart: Hashable, Sendable {
  /// The form.
  enum Form: Hashable, Sendable {
    /// Bars from one line to both sides; the first column is negative.
    case pyramid
    /// Bars side by side, the first row on top.
    case bars
    /// Lines; a break after a row interrupts them.
    case lines(breaksAfter: [Int])
  }

  /// The form.
  let form: Form
  /// What it shows, for who cannot see it.
  let alternative: String
  /// The column of the names along the axis.
  let categories: Int
  /// The columns that are drawn, in their order.
  let series: [Int]
  /// The rows that are drawn.
  let rows: Range<Int>
  /// How values along the axis are shown, such as `0"%"`.
  let axisFormat: String
  /// What the values are, such as `per 1.000`; empty when the title says it.
  let unit: String
}
