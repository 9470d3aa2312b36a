/// The hierarchies of all dimensions.
struct CodeTree {
  private let children: [[Int: [Int]]]
  private let belowOf: [[Int: Set<Int>]]
  private let sorted: [[Int]]

  /// Reads the hierarchies of a structure; codes that nobody named are left out.
  init(_ model: CellModel) {
    let names = model.dimensions.names
    let children = names.indices.map { place in
      var children: [Int: [Int]] = [:]
      for entry in model.structure.hierarchy(of: names[place]) {
        guard let parent = model.codeNames[place].existing(entry.parent) else { continue }
        children[parent] = entry.children.compactMap(model.codeNames[place].existing)
      }
      return children
    }
    let below = children.map { children in
      var below: [Int: Set<Int>] = [:]
      for parent in children.keys {
        var found: Set<Int> = []
        var todo = children[parent] ?? []
        while let code = todo.popLast() {
          if found.insert(code).inserted { todo += children[code] ?? [] }
        }
        below[parent] = found
      }
      return below
    }
    self.children = children
    belowOf = below
    sorted = names.indices.map { place in
      model.codes[place].filter { children[place][$0] != nil }.enumerated().sorted {
        let sizes = (below[place][$0.element]?.count ?? 0, below[place][$1.element]?.count ?? 0)
        return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : $0.offset < $1.offset
      }.map(\.element)
    }
  }

  /// Whether a code is the sum of others.
  func isParent(_ code: Int, in dimension: Int) -> Bool { children[dimension][code] != nil }

  /// The children of a code, or nil when it is not the sum of others.
  func children(of code: Int, in dimension: Int) -> [Int]? { children[dimension][code] }

  /// The parents that occur, those with most codes below them first.
  func parents(in dimension: Int) -> [Int] { sorted[dimension] }

  /// All codes below a code.
  func below(_ code: Int, in dimension: Int) -> Set<Int> { belowOf[dimension][code] ?? [] }

  /// Whether a parent and any other parent have no codes in common, or one lies below the other.
  func isNested(_ code: Int, in dimension: Int) -> Bool {
    let own = below(code, in: dimension)
    return belowOf[dimension].allSatisfy { other, codes in
      other == code || own.contains(other) || codes.contains(code) || own.isDisjoint(with: codes)
    }
  }
}
