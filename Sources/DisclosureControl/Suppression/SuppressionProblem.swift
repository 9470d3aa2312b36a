/// What a reader may learn about the size of a hidden small count.
public enum SizeRule: Hashable, Sendable {
  /// The interval reaches the threshold: the count may be a large one.
  case mayBeLarge
  /// The interval reaches the threshold or zero: the count is not certainly one of the small ones.
  ///
  /// What `tools/audit` and the published peers ask; a little fewer cells are hidden.
  case mayBeZero
}

/// What must be hidden and what may be hidden, as one system.
struct SuppressionProblem {
  /// Printed cells that are the same sum of finest cells: hidden together or not at all.
  struct Unit {
    /// The finest cells that it sums.
    let unknowns: [Int]
    /// The true count.
    let value: Double
    /// The places of the cells in the model.
    var cells: [Int]
    /// What hiding it costs: the number of cells, and very little for the size of the count.
    var cost: Double
    /// Whether it is hidden in any case.
    var isForced: Bool
    /// The place of the printed ratio, when it is a ratio of which no count is printed.
    var ratio: Int?
  }

  /// A count that nobody may learn too exactly.
  struct Quantity {
    let unknowns: [Int]
    let value: Double
  }

  /// A rule that a reader knows, in terms of deviations from the truth.
  struct Rule {
    var row: SparseRow
    /// The unit with which the rule is hidden, or nil when a reader always knows it.
    var unit: Int?
    /// Whether the rule is an equation while it holds, so that it ties its unknowns together.
    var ties: Bool { unit != nil || row.lower == row.upper }
  }

  /// What a solver may leave or take of a whole number.
  private static let dust = 1e-5

  let system: CellSystem
  let rule: SizeRule
  let threshold: Double
  let minimumWidth: Double
  /// Finest cells that fit the true tables; the truth itself where all of them are printed.
  let point: [Double]
  private(set) var units: [Unit] = []
  private(set) var rules: [Rule] = []
  /// Counts that nobody printed but the true tables give away.
  private(set) var derived: [Quantity] = []

  /// Makes the problem of the true tables.
  init(_ model: CellModel, threshold: Int, rule: SizeRule) throws(DisclosureError) {
    guard let (system, program) = try CellSystem.consistent(with: model, keepsWhole: true) else {
      throw .inconsistent
    }
    self.system = system
    self.rule = rule
    self.threshold = Double(threshold)
    self.minimumWidth = Double(model.structure.minimumWidth)
    self.point = program.point
    let sums = try addUnits()
    try addRules()
    try addDerived(program, besides: sums)
    forceDifferences()
  }

  /// Whether a count must be hidden.
  func isSmall(_ value: Double) -> Bool { value > 0.5 && value < threshold - 0.5 }

  /// Adds the printed cells.
  ///
  /// - Returns: What they sum.
  private mutating func addUnits() throws(DisclosureError) -> Set<CellSum> {
    var places: [CellSum: Int] = [:]
    for (index, cell) in system.model.cells.enumerated() where !cell.isRatioOnly && !cell.isRounded
    {
      let sum = try system.sum(of: cell.key)
      let unknowns = system.unknowns(of: sum)
      let value = cell.isShown ? cell.lower : unknowns.reduce(0) { $0 + point[$1] }
      let isForced = isSmall(value) && cell.isShown || cell.isHiddenSomewhere
      let cost = 1 + 0.001 * Self.magnitude(value)
      if let place = places[sum] {
        units[place].cells.append(index)
        units[place].cost += cost
        units[place].isForced = units[place].isForced || isForced
      } else {
        places[sum] = units.count
        units.append(
          Unit(unknowns: unknowns, value: value, cells: [index], cost: cost, isForced: isForced))
      }
    }
    return Set(places.keys)
  }

  /// About the logarithm to base 2.
  static func magnitude(_ value: Double) -> Double {
    value < 1 ? 0 : Double(value.exponent) + value.significand - 1
  }

  private mutating func addRules() throws(DisclosureError) {
    for row in try system.rules(withRatios: false) { add(row, unit: nil) }
    for cell in system.model.cells where cell.isRounded {
      add(CellSystem.sum(try system.unknowns(of: cell.key), cell.lower, cell.upper), unit: nil)
    }
    let publicMeasures = Set(system.model.publicValues.keys.map(\.measure))
    for (place, ratio) in system.model.ratios.enumerated() where ratio.isShown {
      // A ratio of printed counts says nothing more, and is hidden with either of them.
      let isPrinted = system.model.place(of: ratio.numerator).map {
        !system.model.cells[$0].isRatioOnly
      }
      let isKnown =
        publicMeasures.contains(ratio.denominator.measure)
        || system.model.place(of: ratio.denominator) != nil
      if isPrinted == true && isKnown { continue }
      units.append(
        Unit(
          unknowns: [], value: threshold, cells: [], cost: 1, isForced: false, ratio: place))
      for row in try system.rules(of: ratio, publicMeasures) { add(row, unit: units.count - 1) }
    }
  }

  private mutating func add(_ row: SparseRow, unit: Int?) {
    let sum = zip(row.columns, row.coefficients).reduce(0) { $0 + $1.1 * point[$1.0] }
    var moved = row
    // The point fits every row; what is left is the dust of the solver.
    moved.lower = min(0, row.lower - sum)
    moved.upper = max(0, row.upper - sum)
    rules.append(Rule(row: moved, unit: unit))
  }

  /// Cells that nobody prints but the true tables give away as small.
  private mutating func addDerived(
    _ program: ReaderProgram, besides printed: Set<CellSum>
  ) throws(DisclosureError) {
    // One solution below 1 is enough to know that nobody can be sure of a person.
    let small = (1 - Self.dust)..<(max(1, threshold) - Self.dust).nextUp
    let targets = try UnprintedCells(system, at: point, besides: printed, within: small)
      .suspects.map(\.unknowns)
    var seen = SeenRanges(targets, point: point)
    for (place, unknowns) in targets.enumerated() {
      func isSafe() -> Bool {
        seen.lower[place] < small.lowerBound || seen.upper[place] >= small.upperBound
      }
      var isUnlimited = false
      for sense in [1.0, -1.0] where !isSafe() {
        guard let near = program.nearLimit(of: unknowns, sense: sense) else { continue }
        if near.value.isFinite { seen.add(program) } else { isUnlimited = true }
        if isSafe() || near.isExact { continue }
        if program.limit(of: unknowns, sense: sense)?.isFinite == true { seen.add(program) }
      }
      if isSafe() || isUnlimited { continue }
      derived.append(
        Quantity(unknowns: unknowns, value: unknowns.reduce(0) { $0 + point[$1] }))
    }
  }

  /// Of two releases that print a cell with a small difference, the later one hides it.
  private mutating func forceDifferences() {
    guard system.model.releaseNames.names.count > 1 else { return }
    for place in units.indices {
      for index in units[place].cells {
        let cell = system.model.cells[index]
        for release in 0..<cell.key.release {
          var key = cell.key
          key.release = release
          guard let earlier = system.model.place(of: key) else { continue }
          if isSmall(abs(system.model.cells[earlier].lower - cell.lower)) {
            units[place].isForced = true
          }
        }
      }
    }
  }
}
