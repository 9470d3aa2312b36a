/// Bounds of unknowns, narrowed by the rows that speak of one unknown only.
///
/// A program is much smaller with such rows as bounds: where all patients are printed, "a group is part
/// of the total" is one. What a row would have had as dual value is the reduced cost of its unknown.
struct NarrowedBounds {
  /// A row that gives an unknown its bound.
  struct Source {
    let row: Int
    let coefficient: Double
    let bound: Double
  }

  /// The room that is always left; a row that leaves less stays a row.
  private static let least = 1e-6

  private(set) var bounds: [(lower: Double, upper: Double)]
  private var lowest: [Int: Source] = [:]
  private var highest: [Int: Source] = [:]

  /// Makes the bounds without rows.
  init(_ bounds: [(lower: Double, upper: Double)]) { self.bounds = bounds }

  /// Takes a row in when it speaks of one unknown and leaves that some room.
  mutating func take(_ row: SparseRow, _ place: Int) -> Bool {
    guard row.columns.count == 1 else { return false }
    let (column, coefficient) = (row.columns[0], row.coefficients[0])
    let ends = (row.lower / coefficient, row.upper / coefficient)
    let (lower, upper) = coefficient > 0 ? ends : (ends.1, ends.0)
    let old = bounds[column]
    guard min(old.upper, upper) - max(old.lower, lower) > Self.least else { return false }
    if lower > old.lower {
      bounds[column].lower = lower
      lowest[column] = Source(row: place, coefficient: coefficient, bound: lower)
    }
    if upper < old.upper {
      bounds[column].upper = upper
      highest[column] = Source(row: place, coefficient: coefficient, bound: upper)
    }
    return true
  }

  /// The row that an unknown with a reduced cost leans on; nil when the bound is its own.
  func row(at unknown: Int, _ cost: Double) -> Source? {
    cost > 0 ? lowest[unknown] : highest[unknown]
  }
}
