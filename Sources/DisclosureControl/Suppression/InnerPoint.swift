/// Moves a point that fits a linear program away from its limits, as far as that is easily done.
///
/// A solver returns a corner: counts that nobody printed are zero or as large as they can be, and leave
/// no room to move. Proportional fitting (Deming and Stephan, Annals of Mathematical Statistics 11(4),
/// 1940) spreads them like the counts that they are part of. What breaks a rule stays in its corner.
struct InnerPoint {
  private let bounds: [(lower: Double, upper: Double)]
  private let rows: [SparseRow]
  private let corner: [Double]
  /// The set of unknowns that equations tie together; −1 for known ones and those that must stay.
  private var setOf: [Int]
  private var count = 0

  /// The sweeps over all equations; what does not fit by then stays in its corner.
  private static let sweeps = 60
  private static let dust = 1e-9

  /// Prepares the move.
  ///
  /// - Parameters:
  ///   - bounds: Bounds per unknown.
  ///   - rows: Sums with bounds.
  ///   - corner: A point that fits.
  ///   - staying: Unknowns that stay where they are, with all that equations tie to them.
  init(
    bounds: [(lower: Double, upper: Double)], rows: [SparseRow], corner: [Double], staying: [Int]
  ) {
    self.bounds = bounds
    self.rows = rows
    self.corner = corner
    setOf = [Int](repeating: -1, count: bounds.count)
    var sets = DisjointSets(count: bounds.count)
    let isFree = bounds.map { $0.lower != $0.upper }
    for row in rows where row.lower == row.upper { sets.join(row.columns.filter { isFree[$0] }) }
    var stays: Set<Int> = []
    for unknown in staying { stays.insert(sets.root(unknown)) }
    for row in rows where row.lower == row.upper && row.coefficients.contains(where: { $0 != 1 }) {
      for column in row.columns { stays.insert(sets.root(column)) }
    }
    var places: [Int: Int] = [:]
    for unknown in bounds.indices where isFree[unknown] {
      let root = sets.root(unknown)
      if stays.contains(root) { continue }
      let place = places[root] ?? places.count
      places[root] = place
      setOf[unknown] = place
    }
    count = places.count
  }

  /// The point.
  func point() -> [Double] {
    guard count > 0 else { return corner }
    var isMoving = [Bool](repeating: true, count: count)
    var target = fitted(weights(from: corner, isMiddle: false), &isMoving)
    // Unions lie between the largest and the sum of their parts, which are known only now.
    target = fitted(
      weights(from: target, isMiddle: true), &isMoving, onlyBetween: true, from: target)
    return settled(target, isMoving)
  }

  /// How much each unknown weighs: what the rules leave it at a point.
  private func weights(from point: [Double], isMiddle: Bool) -> [(weight: Double, isBetween: Bool)]
  {
    var most = [Double](repeating: -1, count: bounds.count)
    var least = [Double](repeating: 0, count: bounds.count)
    var tightest = [Double](repeating: .infinity, count: bounds.count)
    var hasLeast = [Bool](repeating: false, count: bounds.count)
    for row in rows where row.lower < row.upper {
      let sum = zip(row.columns, row.coefficients).reduce(0) { $0 + $1.1 * point[$1.0] }
      for (column, coefficient) in zip(row.columns, row.coefficients) where setOf[column] >= 0 {
        let room = coefficient > 0 ? row.upper - sum : sum - row.lower
        let below = coefficient > 0 ? row.lower - sum : sum - row.upper
        let size = abs(coefficient)
        if room < .infinity {
          most[column] = max(most[column], point[column] + room / size)
          tightest[column] = min(tightest[column], point[column] + room / size)
        }
        if below > -.infinity {
          least[column] = max(least[column], point[column] + below / size)
          hasLeast[column] = true
        }
      }
    }
    return bounds.indices.map { unknown in
      let isBetween = hasLeast[unknown] && tightest[unknown] < .infinity
      if isMiddle, isBetween {
        return (max(0, (least[unknown] + tightest[unknown]) / 2), true)
      }
      return (most[unknown] < 0 ? 1 : most[unknown], isBetween)
    }
  }

  /// The weights fitted to all equations; sets that do not fit stop moving.
  private func fitted(
    _ weights: [(weight: Double, isBetween: Bool)], _ isMoving: inout [Bool],
    onlyBetween: Bool = false, from old: [Double]? = nil
  ) -> [Double] {
    var isFitted = [Bool](repeating: !onlyBetween, count: count)
    if onlyBetween {
      for unknown in bounds.indices where setOf[unknown] >= 0 && weights[unknown].isBetween {
        isFitted[setOf[unknown]] = true
      }
    }
    var point = old ?? corner
    for unknown in bounds.indices where setOf[unknown] >= 0 && isFitted[setOf[unknown]] {
      point[unknown] = weights[unknown].weight
    }
    let equations = rows.filter { row in
      guard row.lower == row.upper, let first = row.columns.first(where: { setOf[$0] >= 0 })
      else { return false }
      return isFitted[setOf[first]]
    }
    var worst: [Double] = []
    for _ in 0..<Self.sweeps {
      worst = [Double](repeating: 0, count: count)
      for row in equations { scale(row, &point, &worst) }
      if worst.allSatisfy({ $0 < Self.dust }) { break }
    }
    for set in 0..<count where worst[set] >= Self.dust { isMoving[set] = false }
    return point
  }

  private func scale(_ row: SparseRow, _ point: inout [Double], _ worst: inout [Double]) {
    var total = row.lower
    var sum = 0.0
    var set = -1
    for column in row.columns {
      if setOf[column] < 0 {
        total -= corner[column]
      } else {
        sum += point[column]
        set = setOf[column]
      }
    }
    guard set >= 0 else { return }
    worst[set] = max(worst[set], abs(sum - total) / max(1, total))
    guard sum > 0 else { return }
    let factor = max(0, total) / sum
    for column in row.columns where setOf[column] >= 0 { point[column] *= factor }
  }

  /// The target where no rule is broken, the corner elsewhere.
  private func settled(_ target: [Double], _ isMoving: [Bool]) -> [Double] {
    var isMoving = isMoving
    var point = corner
    func move() {
      for unknown in bounds.indices where setOf[unknown] >= 0 {
        point[unknown] = isMoving[setOf[unknown]] ? target[unknown] : corner[unknown]
      }
    }
    for unknown in bounds.indices where setOf[unknown] >= 0 {
      let value = target[unknown]
      if value < bounds[unknown].lower || value > bounds[unknown].upper {
        isMoving[setOf[unknown]] = false
      }
    }
    var hasChanged = true
    while hasChanged {
      move()
      hasChanged = false
      for row in rows where row.lower < row.upper {
        let sum = zip(row.columns, row.coefficients).reduce(0) { $0 + $1.1 * point[$1.0] }
        guard sum < row.lower - Self.dust || sum > row.upper + Self.dust else { continue }
        for column in row.columns where setOf[column] >= 0 && isMoving[setOf[column]] {
          isMoving[setOf[column]] = false
          hasChanged = true
        }
      }
    }
    return point
  }
}
