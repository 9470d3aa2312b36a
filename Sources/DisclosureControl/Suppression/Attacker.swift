/// Computes how far a reader can push a count, for one choice of hidden cells.
///
/// Everything is a deviation from the truth: shown cells do not move, hidden cells fall at most to
/// zero. A class, because it keeps programs with their last solutions.
final class Attacker {
  /// A push as far as it goes.
  struct Push {
    /// How far the count moved.
    let reached: Double
    /// What each unit would contribute at most to the push, if it were hidden (linear duality).
    let multipliers: [(unit: Int, weight: Double)]
    /// What is possible whatever is hidden.
    let constant: Double
    /// The quantities that moved, with their deviation: units first, then derived counts.
    let moved: [(quantity: Int, deviation: Double)]
  }

  /// The weight of a unit that would set a push free.
  static let unlimited = 1e9

  let problem: SuppressionProblem
  /// The unknowns of all units and derived counts.
  let quantities: [[Int]]
  /// The component of each quantity: no rule ties the unknowns of two components.
  private(set) var componentOf: [Int] = []
  private let reach: Double
  private let ownUnit: [Int]
  private let quantitiesOf: [[Int32]]
  private var program: SplitProgram
  private var isUnlimited: [Bool] = []
  private var unknownsOf: [[Int]] = []
  private var unitsOf: [[Int]] = []
  private var rulesOf: [[Int]] = []
  /// Of each row of the program the unit (or −1) and the rule (or −1).
  private var owners: [(unit: Int, rule: Int)] = []
  private var rows: [SparseRow] = []
  private var sums: [Double]
  private var multipliers: [Double]

  init(_ problem: SuppressionProblem) {
    self.problem = problem
    quantities = problem.units.map(\.unknowns) + problem.derived.map(\.unknowns)
    reach = 4 * problem.threshold
    var own = [Int](repeating: -1, count: problem.system.unknownCount)
    for (place, unit) in problem.units.enumerated() where unit.unknowns.count == 1 {
      own[unit.unknowns[0]] = place
    }
    ownUnit = own
    var lists = [[Int32]](repeating: [], count: problem.system.unknownCount)
    for (place, unknowns) in quantities.enumerated() {
      for unknown in unknowns { lists[unknown].append(Int32(place)) }
    }
    quantitiesOf = lists
    sums = [Double](repeating: 0, count: quantities.count)
    multipliers = [Double](repeating: 0, count: problem.system.unknownCount)
    program = SplitProgram(bounds: [], rows: [])
    isUnlimited = Self.unlimitedUnknowns(problem, lists)
    findComponents()
  }

  /// The unknowns that are part of no quantity and whose rise breaks no rule.
  private static func unlimitedUnknowns(
    _ problem: SuppressionProblem, _ quantitiesOf: [[Int32]]
  ) -> [Bool] {
    var result = quantitiesOf.map(\.isEmpty)
    for rule in problem.rules {
      for (column, coefficient) in zip(rule.row.columns, rule.row.coefficients) {
        let bound = coefficient > 0 ? rule.row.upper : -rule.row.lower
        if bound < .infinity { result[column] = false }
      }
    }
    return result
  }

  /// Bounds of the deviation of an unknown.
  private func bounds(_ unknown: Int, isShown: Bool) -> (lower: Double, upper: Double) {
    if isUnlimited[unknown] { return (reach, reach) }
    return isShown ? (0, 0) : (-problem.point[unknown], reach)
  }

  private func findComponents() {
    let widest = ownUnit.indices.map { bounds($0, isShown: false) }
    var sets = DisjointSets(count: ownUnit.count)
    for unknowns in quantities { sets.join(unknowns) }
    for rule in problem.rules where SplitProgram.canBind(rule.row, widest) {
      sets.join(rule.row.columns)
    }
    var places: [Int: Int] = [:]
    func component(_ unknown: Int) -> Int {
      let top = sets.root(unknown)
      if let place = places[top] { return place }
      places[top] = unknownsOf.count
      unknownsOf.append([])
      unitsOf.append([])
      rulesOf.append([])
      return unknownsOf.count - 1
    }
    for unknown in ownUnit.indices { unknownsOf[component(unknown)].append(unknown) }
    componentOf = quantities.map { $0.first.map(component) ?? -1 }
    for (place, unit) in problem.units.enumerated() where unit.unknowns.count > 1 {
      unitsOf[componentOf[place]].append(place)
    }
    for (place, rule) in problem.rules.enumerated() {
      guard let first = rule.row.columns.first, SplitProgram.canBind(rule.row, widest) else {
        continue
      }
      rulesOf[component(first)].append(place)
    }
  }

  /// The unknowns of a component.
  func unknowns(of component: Int) -> [Int] { unknownsOf[component] }

  /// The unit that prints an unknown itself, or nil.
  func ownUnit(of unknown: Int) -> Int? { ownUnit[unknown] < 0 ? nil : ownUnit[unknown] }

  /// A program that finds cheap cells to hide in one component.
  func deviationProgram(of component: Int) -> DeviationProgram {
    DeviationProgram(
      problem,
      units: quantities.indices.filter {
        $0 < problem.units.count && componentOf[$0] == component
      }, unknowns: unknownsOf[component], rules: rulesOf[component], reach: reach)
  }

  /// Sets which units are hidden, for pushes of quantities of some components.
  func hide(_ hidden: [Bool], components: [Int]) {
    var bounds = [(lower: Double, upper: Double)](repeating: (0, 0), count: ownUnit.count)
    rows = []
    owners = []
    for component in components {
      for unknown in unknownsOf[component] {
        let unit = ownUnit[unknown]
        bounds[unknown] = self.bounds(unknown, isShown: unit >= 0 && !hidden[unit])
      }
      for unit in unitsOf[component] where !hidden[unit] {
        rows.append(CellSystem.sum(problem.units[unit].unknowns, 0, 0))
        owners.append((unit, -1))
      }
      for rule in rulesOf[component] where problem.rules[rule].unit.map({ !hidden[$0] }) ?? true {
        rows.append(problem.rules[rule].row)
        owners.append((-1, rule))
      }
    }
    program = SplitProgram(bounds: bounds, rows: rows)
  }

  /// Pushes a count up (1) or down (−1) as far as it goes; nil when the solver fails.
  func push(_ quantity: Int, _ direction: Double) -> Push? {
    let unknowns = quantities[quantity]
    // Farther than this nobody asks; a cap spares the solver most of its steps.
    let cap = problem.threshold + problem.minimumWidth
    if unknowns.count == 1, direction > 0 { program.setUpperBound(of: unknowns[0], to: cap) }
    defer {
      if unknowns.count == 1, direction > 0 { program.setUpperBound(of: unknowns[0], to: nil) }
    }
    guard let value = program.extreme(of: unknowns, sense: -direction) else { return nil }
    let moved = movedQuantities()
    let (weights, constant) = weights(of: quantity, direction)
    return Push(
      reached: direction * value, multipliers: weights, constant: constant, moved: moved)
  }

  private func movedQuantities() -> [(quantity: Int, deviation: Double)] {
    var touched: [Int32] = []
    program.forEachSolvedUnknown { unknown, value in
      guard abs(value) > 1e-7 else { return }
      for quantity in quantitiesOf[unknown] {
        if sums[Int(quantity)] == 0 { touched.append(quantity) }
        // A sum that returns to zero on the way must not be listed twice.
        sums[Int(quantity)] += value
        if sums[Int(quantity)] == 0 { sums[Int(quantity)] = 1e-300 }
      }
    }
    var moved: [(quantity: Int, deviation: Double)] = []
    for quantity in touched {
      let sum = sums[Int(quantity)]
      if abs(sum) > 1e-6 { moved.append((Int(quantity), sum)) }
      sums[Int(quantity)] = 0
    }
    return moved
  }

  /// The dual solution as weights of units.
  private func weights(
    of quantity: Int, _ direction: Double
  ) -> (weights: [(unit: Int, weight: Double)], constant: Double) {
    var weights: [(unit: Int, weight: Double)] = []
    var constant = 0.0
    var touched: [Int] = []
    func add(_ unknown: Int, _ value: Double) {
      if multipliers[unknown] == 0 { touched.append(unknown) }
      multipliers[unknown] += value
      if multipliers[unknown] == 0 { multipliers[unknown] = 1e-300 }
    }
    for unknown in quantities[quantity] { add(unknown, direction) }
    program.forEachDual { index, value in
      // The program minimizes the opposite of the push.
      let dual = -value
      guard abs(dual) > 1e-9 else { return }
      let row = rows[index]
      for (column, coefficient) in zip(row.columns, row.coefficients) {
        add(column, -dual * coefficient)
      }
      let (unit, rule) = owners[index]
      if unit >= 0 {
        weights.append((unit, dual > 0 ? Self.unlimited : -dual * problem.units[unit].value))
      } else {
        let bounds = problem.rules[rule].row
        constant += dual > 0 ? dual * bounds.upper : dual * bounds.lower
        if let unit = problem.rules[rule].unit { weights.append((unit, Self.unlimited)) }
      }
    }
    for unknown in touched {
      let value = multipliers[unknown]
      multipliers[unknown] = 0
      guard abs(value) > 1e-7 else { continue }
      let unit = ownUnit[unknown]
      if unit >= 0 {
        weights.append((unit, value > 0 ? Self.unlimited : -value * problem.point[unknown]))
      } else {
        constant += value > 0 ? value * reach : -value * problem.point[unknown]
      }
    }
    return (weights, constant)
  }
}
