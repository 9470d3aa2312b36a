extension SuppressionSearch {
  /// Blocks of units that belong together: cells under the same parents in every dimension.
  ///
  /// A dimension is cut into groups: the children of each parent with the parent, and the codes without
  /// a parent with "all codes". A block is one group of each dimension. Every unit is in one block at
  /// least.
  func regions(of units: [Int]) -> [[Int]] {
    var places: [[Int]: Int] = [:]
    var regions: [(key: [Int], units: [Int])] = []
    for unit in units {
      guard let first = problem.units[unit].cells.first else { continue }
      for key in blockKeys(of: problem.system.model.cells[first].key) {
        if let place = places[key] {
          regions[place].units.append(unit)
        } else {
          places[key] = regions.count
          regions.append((key, [unit]))
        }
      }
    }
    regions.sort { $0.key.lexicographicallyPrecedes($1.key) }
    return regions.map(\.units)
  }

  /// The blocks of a cell: per dimension the parent under which it is a child, or is the parent.
  private func blockKeys(of key: CellKey) -> [[Int]] {
    let system = problem.system
    var keys = [[key.measure, key.release]]
    for dimension in system.model.dimensions.names.indices {
      let code = key.code(of: dimension)
      if system.overlapping.contains(dimension) {
        keys = keys.map { $0 + [code ?? -1] }
        continue
      }
      let groups = system.groups(of: code, in: dimension)
      keys = keys.flatMap { before in groups.map { before + [$0] } }
    }
    return keys
  }
}

extension CellSystem {
  /// The groups of a dimension that a code belongs to; −1 is the group of the codes without a parent.
  func groups(of code: Int?, in dimension: Int) -> [Int] {
    guard let code else { return [-1] }
    let parents = parents(of: code, in: dimension)
    return (parents.isEmpty ? [-1] : parents) + (isParent(code, in: dimension) ? [code] : [])
  }
}
