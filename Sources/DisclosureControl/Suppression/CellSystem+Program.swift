extension CellSystem {
  /// The system of a model with the program of everything printed, or nil when nothing fits.
  ///
  /// Tried in this order, where the structure allows it: no rest codes, one dimension with an unnamed
  /// rest code, all dimensions with one. Hidden cells keep whole values with `keepsWhole`. Without
  /// `mergesLeaves` every leaf is an unknown of its own, which says the same and takes much longer.
  static func consistent(
    with model: CellModel, keepsWhole: Bool = false, mergesLeaves: Bool = true
  ) throws(DisclosureError) -> (system: CellSystem, program: ReaderProgram)? {
    var excluded = mergesLeaves ? [] : Self.allParents(of: model)
    var plain = try CellSystem(model, keepingLeaves: excluded)
    // A parent of which a part may be caught keeps its leaves.
    while let program = try plain.program(keepsWhole) {
      let failing = try plain.coarse.failing(program, of: plain)
      if failing.isEmpty { return (plain, program) }
      excluded.formUnion(failing)
      plain = try CellSystem(model, keepingLeaves: excluded)
    }
    var rests: [Set<Int>] = []
    if model.structure.allowsRest {
      let names = model.dimensions.names
      let additive = names.indices.filter {
        !model.codes[$0].isEmpty && !plain.overlapping.contains($0)
      }.sorted { names[$0] < names[$1] }
      rests = additive.map { [$0] } + [Set(additive)]
    }
    for rest in rests {
      let system = try CellSystem(model, rest: rest)
      if let program = try system.program(keepsWhole) { return (system, program) }
    }
    return nil
  }

  private static func allParents(of model: CellModel) -> Set<DimensionCode> {
    let tree = CodeTree(model)
    return Set(
      model.dimensions.names.indices.flatMap { dimension in
        tree.parents(in: dimension).map { DimensionCode(dimension: dimension, code: $0) }
      })
  }

  /// The program of everything printed; nil when nothing fits.
  private func program(_ keepsWhole: Bool) throws(DisclosureError) -> ReaderProgram? {
    var bounds = [(lower: Double, upper: Double)](repeating: (0, .infinity), count: unknownCount)
    var rows: [SparseRow] = []
    for cell in model.cells where cell.lower > 0 || cell.upper < .infinity {
      rows.append(Self.sum(try unknowns(of: cell.key), cell.lower, cell.upper))
    }
    rows += try rules()
    for row in rows where row.columns.count == 1 && row.coefficients[0] == 1 {
      let column = row.columns[0]
      bounds[column].lower = max(bounds[column].lower, row.lower)
      bounds[column].upper = min(bounds[column].upper, row.upper)
      if bounds[column].lower > bounds[column].upper { return nil }
    }
    rows.removeAll { $0.columns.count == 1 && $0.coefficients[0] == 1 }
    // Rows without a free unknown are left out of the program; here they still can contradict.
    for row in rows where row.columns.allSatisfy({ bounds[$0].lower == bounds[$0].upper }) {
      let sum = zip(row.columns, row.coefficients).reduce(0) { $0 + $1.1 * bounds[$1.0].lower }
      if sum < row.lower - 1e-6 || sum > row.upper + 1e-6 { return nil }
    }
    var whole: [Int] = []
    for cell in model.cells where keepsWhole && !cell.isShown {
      whole += try unknowns(of: cell.key)
    }
    return ReaderProgram(bounds: bounds, rows: rows, whole: whole)
  }
}
