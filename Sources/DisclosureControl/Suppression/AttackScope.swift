/// A cut of the problem into components, each with a linear program over deviations from the truth.
///
/// A class, because it keeps programs with their last solutions.
final class AttackScope {
  /// What ties components together.
  enum Kind {
    /// Equations only; all other components stay where they are, so that a rule such as "a group is
    /// part of the total" is a bound and the programs are small. What moves here is possible.
    case narrow
    /// Equations only; rules are left out. What does not move here is impossible.
    case loose
    /// Equations and rules: what moves here, and nothing else, is possible.
    case wide
  }

  /// What a row of a program stands for.
  enum Owner {
    /// A shown unit.
    case unit(Int)
    /// A rule, with the bounds that it has in this scope.
    case rule(SparseRow, unit: Int?)
  }

  /// The parts that no equation ties.
  private struct Component {
    var unknowns: [Int] = []
    var units: [Int] = []
    var rules: [(row: SparseRow, unit: Int?)] = []
    var program: SplitProgram?
    var owners: [Owner] = []
  }

  private let problem: SuppressionProblem
  private let ownUnit: [Int]
  private let isFixed: [Bool]
  /// Bounds of the deviation of every unknown that is hidden.
  private(set) var widest: [(lower: Double, upper: Double)]
  private(set) var componentOfUnknown: [Int]
  private var place: [Int]
  private var components: [Component] = []
  private var hidden: [Bool] = []

  /// Makes the cut.
  ///
  /// - Parameters:
  ///   - problem: The truth with its rules.
  ///   - quantities: Sums of which the parts belong together.
  ///   - ownUnit: The unit that prints each unknown itself, or −1.
  ///   - widest: Bounds of the deviation of every unknown; equal bounds mean that it is out of play.
  ///   - kind: What ties components together.
  init(
    _ problem: SuppressionProblem, quantities: [[Int]], ownUnit: [Int],
    widest: [(lower: Double, upper: Double)], kind: Kind
  ) {
    self.problem = problem
    self.ownUnit = ownUnit
    self.widest = widest
    isFixed = widest.map { $0.lower == $0.upper && $0.upper > 0 }
    componentOfUnknown = [Int](repeating: 0, count: widest.count)
    place = componentOfUnknown
    var sets = DisjointSets(count: widest.count)
    for unknowns in quantities { sets.join(unknowns) }
    let binds = problem.rules.map { rule in
      rule.ties || kind == .wide && SplitProgram.canBind(rule.row, widest)
    }
    for (rule, isTie) in zip(problem.rules, binds) where isTie { sets.join(rule.row.columns) }
    number(&sets)
    for (index, unit) in problem.units.enumerated() where unit.unknowns.count > 1 {
      components[componentOfUnknown[unit.unknowns[0]]].units.append(index)
    }
    for (rule, isTie) in zip(problem.rules, binds) {
      guard let first = rule.row.columns.first else { continue }
      if isTie {
        components[componentOfUnknown[first]].rules.append((rule.row, rule.unit))
      } else if kind == .narrow {
        freeze(rule.row)
      }
    }
    for index in components.indices {
      components[index].rules.removeAll {
        $0.unit == nil && !SplitProgram.canBind($0.row, self.widest)
      }
    }
  }

  private func number(_ sets: inout DisjointSets) {
    var places = [Int](repeating: -1, count: widest.count)
    for unknown in widest.indices {
      let top = sets.root(unknown)
      if places[top] < 0 {
        places[top] = components.count
        components.append(Component())
      }
      componentOfUnknown[unknown] = places[top]
      place[unknown] = components[places[top]].unknowns.count
      components[places[top]].unknowns.append(unknown)
    }
  }

  /// Takes a rule over several components in, as if only one of them moved at a time.
  private func freeze(_ rule: SparseRow) {
    var parts: [(component: Int, row: SparseRow)] = []
    var raised = 0.0
    for (column, coefficient) in zip(rule.columns, rule.coefficients) {
      if isFixed[column] {
        raised += coefficient * widest[column].upper
        continue
      }
      let component = componentOfUnknown[column]
      var index = parts.firstIndex { $0.component == component }
      if index == nil {
        index = parts.count
        parts.append((component, SparseRow(columns: [], coefficients: [], lower: 0, upper: 0)))
      }
      guard let index else { continue }
      parts[index].row.columns.append(column)
      parts[index].row.coefficients.append(coefficient)
    }
    for part in parts {
      var row = part.row
      (row.lower, row.upper) = (rule.lower - raised, rule.upper - raised)
      guard SplitProgram.canBind(row, widest) else { continue }
      if row.columns.count == 1 {
        limit(row.columns[0], row)
      } else {
        components[part.component].rules.append((row, nil))
      }
    }
  }

  private func limit(_ unknown: Int, _ row: SparseRow) {
    let ends = (row.lower / row.coefficients[0], row.upper / row.coefficients[0])
    let old = widest[unknown]
    // Zero always fits; what is left is dust.
    widest[unknown] = (
      min(0, max(old.lower, min(ends.0, ends.1))), max(0, min(old.upper, max(ends.0, ends.1)))
    )
  }

  /// The number of components.
  var count: Int { components.count }

  /// The unknowns of a component.
  func unknowns(of component: Int) -> [Int] { components[component].unknowns }

  /// The rules of a component.
  func rules(of component: Int) -> [SparseRow] { components[component].rules.map(\.row) }

  /// Sets which units are hidden; programs of which nothing changed stay.
  func hide(_ choice: [Bool]) {
    if hidden.isEmpty {
      hidden = choice
      return
    }
    for unit in choice.indices where choice[unit] != hidden[unit] {
      if let ratio = problem.units[unit].ratio {
        for rule in problem.rules where rule.unit == unit && ratio >= 0 { forget(rule.row.columns) }
      }
      forget(problem.units[unit].unknowns)
      hidden[unit] = choice[unit]
    }
  }

  private func forget(_ unknowns: [Int]) {
    guard let first = unknowns.first else { return }
    components[componentOfUnknown[first]].program = nil
  }

  /// The smallest (sense 1) or largest (sense −1) deviation of a sum; nil when the solver fails.
  ///
  /// A sum of one unknown rises to `cap` at most.
  func extreme(of unknowns: [Int], sense: Double, cap: Double) -> Double? {
    guard let first = unknowns.first else { return 0 }
    let component = componentOfUnknown[first]
    let program = program(of: component)
    let places = unknowns.map { place[$0] }
    if places.count == 1, sense < 0 {
      program.setUpperBound(of: places[0], to: min(cap, widest[first].upper))
    }
    defer {
      if places.count == 1, sense < 0 { program.setUpperBound(of: places[0], to: nil) }
    }
    return program.extreme(of: places, sense: sense)
  }

  private func program(of component: Int) -> SplitProgram {
    if let program = components[component].program { return program }
    var rows: [SparseRow] = []
    var owners: [Owner] = []
    func add(_ row: SparseRow, _ owner: Owner) {
      rows.append(
        SparseRow(
          columns: row.columns.map { place[$0] }, coefficients: row.coefficients, lower: row.lower,
          upper: row.upper))
      owners.append(owner)
    }
    for unit in components[component].units where !hidden[unit] {
      add(CellSystem.sum(problem.units[unit].unknowns, 0, 0), .unit(unit))
    }
    for (row, unit) in components[component].rules where unit.map({ !hidden[$0] }) ?? true {
      add(row, .rule(row, unit: unit))
    }
    let bounds = components[component].unknowns.map { unknown in
      let unit = ownUnit[unknown]
      return unit >= 0 && !hidden[unit] && !isFixed[unknown] ? (0.0, 0.0) : widest[unknown]
    }
    let program = SplitProgram(bounds: bounds, rows: rows)
    components[component].program = program
    components[component].owners = owners
    return program
  }

  /// Calls `body` with every unknown that the last solution of a component moved.
  func forEachMoved(_ component: Int, _ body: (_ unknown: Int, _ deviation: Double) -> Void) {
    let unknowns = components[component].unknowns
    components[component].program?.forEachSolvedUnknown { place, value in
      if abs(value) > 1e-7 { body(unknowns[place], value) }
    }
  }

  /// Calls `body` with every row of the last solution of a component and its dual value.
  func forEachDual(_ component: Int, _ body: (_ owner: Owner, _ dual: Double) -> Void) {
    let owners = components[component].owners
    components[component].program?.forEachDual { index, dual in
      if abs(dual) > 1e-9 { body(owners[index], dual) }
    }
  }
}
