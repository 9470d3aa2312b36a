/// What a reader of tables knows as one linear program, with values that fit it.
///
/// Most questions are answered by moving only the counts that equations tie to the one that is asked
/// for, from the known point: what moves there is possible, and where no rule between components stops
/// it, it is the answer. Only the others need the program of everything. A class, because it keeps
/// programs with their last solutions.
final class ReaderProgram {
  /// A limit of a sum.
  struct Limit {
    /// The value reached, ±∞ when there is no limit.
    let value: Double
    /// Whether nothing reaches farther.
    let isExact: Bool
  }

  private let wide: SplitProgram
  private let narrow: SplitProgram
  /// Values of all unknowns that fit everything.
  let point: [Double]
  /// Bounds of the narrow program that are closer than what is known of an unknown itself.
  private let isLimited: [Bool]
  private let isRule: [Bool]
  private var isLastWide = false

  /// Makes the program; nil when nothing fits.
  ///
  /// - Parameters:
  ///   - bounds: Bounds per unknown; equal bounds mean that it is known.
  ///   - rows: The rows; one with two bounds apart says less and ties no components together.
  ///   - whole: Unknowns whose values at the point are as whole as the solver gives them.
  init?(bounds: [(lower: Double, upper: Double)], rows: [SparseRow], whole: [Int]) {
    wide = SplitProgram(bounds: bounds, rows: rows)
    guard let corner = wide.anyPoint() else { return nil }
    point = InnerPoint(bounds: bounds, rows: rows, corner: corner, staying: whole).point()
    var frozen = FrozenRows(bounds: bounds, point: point)
    frozen.add(rows)
    narrow = SplitProgram(bounds: frozen.bounds, rows: frozen.rows)
    isLimited = zip(bounds, frozen.bounds).map { $0.lower != $1.lower || $0.upper != $1.upper }
    isRule = frozen.isRule
  }

  /// How low (sense 1) or high (sense −1) a sum goes while only its own components move.
  func nearLimit(of unknowns: [Int], sense: Double) -> Limit? {
    isLastWide = false
    guard let value = narrow.extreme(of: unknowns, sense: sense) else { return nil }
    return Limit(value: value, isExact: !narrow.usesLimit(isLimited, orRow: isRule))
  }

  /// How low (sense 1) or high (sense −1) a sum goes; nil when the solver fails.
  func limit(of unknowns: [Int], sense: Double) -> Double? {
    isLastWide = true
    return wide.extreme(of: unknowns, sense: sense)
  }

  /// Calls `body` with every unknown that the last solution moved from the point, and how far.
  func forEachMoved(_ body: (_ unknown: Int, _ deviation: Double) -> Void) {
    (isLastWide ? wide : narrow).forEachSolvedUnknown { unknown, value in
      let deviation = value - point[unknown]
      if abs(deviation) > 1e-9 { body(unknown, deviation) }
    }
  }
}

/// Rows in which only one component moves at a time, the others staying at a known point.
struct FrozenRows {
  /// The bounds of the unknowns, narrowed by rules over one unknown.
  private(set) var bounds: [(lower: Double, upper: Double)]
  private(set) var rows: [SparseRow] = []
  /// Whether a row stands for a rule between components.
  private(set) var isRule: [Bool] = []
  private let point: [Double]

  init(bounds: [(lower: Double, upper: Double)], point: [Double]) {
    self.bounds = bounds
    self.point = point
  }

  /// Takes all rows in; equations tie components together, rules with two bounds do not.
  mutating func add(_ all: [SparseRow]) {
    var sets = DisjointSets(count: bounds.count)
    func isFree(_ unknown: Int) -> Bool { bounds[unknown].lower != bounds[unknown].upper }
    for row in all where row.lower == row.upper { sets.join(row.columns.filter(isFree)) }
    for row in all {
      if row.lower == row.upper {
        rows.append(row)
        isRule.append(false)
        continue
      }
      let value = zip(row.columns, row.coefficients).reduce(0) { $0 + $1.1 * point[$1.0] }
      var parts: [(root: Int, row: SparseRow)] = []
      for (column, coefficient) in zip(row.columns, row.coefficients) where isFree(column) {
        let root = sets.root(column)
        var index = parts.firstIndex { $0.root == root }
        if index == nil {
          index = parts.count
          parts.append(
            (
              root,
              SparseRow(
                columns: [], coefficients: [], lower: min(row.lower, value) - value,
                upper: max(row.upper, value) - value)
            ))
        }
        guard let index else { continue }
        parts[index].row.columns.append(column)
        parts[index].row.coefficients.append(coefficient)
        parts[index].row.lower += coefficient * point[column]
        parts[index].row.upper += coefficient * point[column]
      }
      for part in parts { add(part: part.row) }
    }
  }

  private mutating func add(part row: SparseRow) {
    guard row.columns.count == 1 else {
      rows.append(row)
      isRule.append(true)
      return
    }
    let ends = (row.lower / row.coefficients[0], row.upper / row.coefficients[0])
    let column = row.columns[0]
    // The point always fits; what is left is dust.
    let value = point[column]
    bounds[column] = (
      min(value, max(bounds[column].lower, min(ends.0, ends.1))),
      max(value, min(bounds[column].upper, max(ends.0, ends.1)))
    )
    // An unknown without any room would look like one that is known.
    if bounds[column].lower == bounds[column].upper { bounds[column].upper += 1e-9 }
  }
}
