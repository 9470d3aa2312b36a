/// What blocks of finest cells with the same dimensions and leaves have in common: which leaves each
/// code sums.
struct BlockShape {
  /// One dimension of a block.
  struct Axis {
    let dimension: Int
    /// The leaf codes, in the order of the unknowns.
    let leaves: [Int]
    /// The different sets of places of leaves that codes sum, each in ascending order.
    private(set) var sets: [[Int]] = []
    /// The set of all leaves.
    private(set) var all = 0
    /// The set of each code, from the rest code on; −1 when a leaf under the code is not there.
    private var setOf: [Int] = []

    /// Finds what every code of a dimension sums.
    init(_ dimension: Int, leaves: [Int], codeCount: Int, _ tree: CodeTree) {
      self.dimension = dimension
      self.leaves = leaves
      var places = [Int](repeating: -1, count: codeCount + 1)
      for (place, code) in leaves.enumerated() { places[code + 1] = place }
      var known: [[Int]: Int] = [:]
      func number(_ set: [Int]) -> Int {
        if let number = known[set] { return number }
        known[set] = sets.count
        sets.append(set)
        return sets.count - 1
      }
      all = number(Array(leaves.indices))
      setOf = (-1..<codeCount).map { code in
        Self.leaves(under: code, places, dimension, tree).map(number) ?? -1
      }
    }

    /// The set of leaves that a code sums, all of them without one; nil when one is not there.
    func set(of code: Int?) -> Int? {
      guard let code else { return all }
      return setOf[code + 1] < 0 ? nil : setOf[code + 1]
    }

    private static func leaves(
      under code: Int, _ places: [Int], _ dimension: Int, _ tree: CodeTree
    ) -> [Int]? {
      var found: [Int] = []
      var todo = [code]
      var known: Set<Int> = []
      while let next = todo.popLast() {
        if places[next + 1] >= 0 {
          found.append(places[next + 1])
        } else if let children = tree.children(of: next, in: dimension) {
          todo += children.filter { known.insert($0).inserted }
        } else {
          return nil
        }
      }
      return found.sorted()
    }
  }

  /// The dimensions, the last one changing fastest.
  let axes: [Axis]
  /// The number of finest cells.
  let count: Int

  /// Makes the shape of some dimensions.
  init(_ axes: [Axis]) {
    self.axes = axes
    count = axes.reduce(1) { $0 * $1.leaves.count }
  }

  /// The number of a combination of one set of each dimension; nil for the sum of nothing.
  ///
  /// Combinations with different numbers sum different cells.
  func number(of sets: [Int]) -> Int? {
    var number = 0
    for (axis, set) in zip(axes, sets) {
      if axis.sets[set].isEmpty { return nil }
      number = number * axis.sets.count + set
    }
    return number
  }

  /// The number of the sum of all cells.
  var total: Int { axes.reduce(0) { $0 * $1.sets.count + $1.all } }

  /// What the number of a combination changes by when a code takes the place of "all codes": nothing for
  /// a dimension that is not there, nil when the code sums no leaf or one that is not there.
  func turn(to code: DimensionCode) -> Int? {
    guard let place = axes.firstIndex(where: { $0.dimension == code.dimension }) else { return 0 }
    let axis = axes[place]
    guard let set = axis.set(of: code.code), !axis.sets[set].isEmpty else { return nil }
    return (set - axis.all) * axes[(place + 1)...].reduce(1) { $0 * $1.sets.count }
  }

  /// The sums of the values of the cells of every combination, in the order of their numbers.
  func totals(of values: ArraySlice<Double>) -> [Double] {
    var sums = Array(values)
    // Dimension after dimension, the last one first: `inner` combinations lie side by side.
    var inner = 1
    for axis in axes.reversed() {
      let (size, sets) = (axis.leaves.count, axis.sets)
      let outer = size == 0 ? 0 : sums.count / (size * inner)
      var next = [Double](repeating: 0, count: outer * sets.count * inner)
      for row in 0..<outer {
        for (place, set) in sets.enumerated() {
          let to = (row * sets.count + place) * inner
          for leaf in set {
            let from = (row * size + leaf) * inner
            for offset in 0..<inner { next[to + offset] += sums[from + offset] }
          }
        }
      }
      sums = next
      inner *= sets.count
    }
    return sums
  }

  /// The sets of a combination, one of each dimension.
  func sets(of number: Int) -> [Int] {
    var rest = number
    var sets: [Int] = []
    for axis in axes.reversed() {
      sets.append(rest % axis.sets.count)
      rest /= axis.sets.count
    }
    return sets.reversed()
  }

  /// The cells that a combination sums, counted from a first one, in ascending order.
  func cells(of sets: [Int], from base: Int) -> [Int] {
    var result = [0]
    for (axis, set) in zip(axes, sets) {
      let (places, size) = (axis.sets[set], axis.leaves.count)
      var longer: [Int] = []
      longer.reserveCapacity(result.count * places.count)
      for before in result { for place in places { longer.append(before * size + place) } }
      result = longer
    }
    for index in result.indices { result[index] += base }
    return result
  }
}

/// A sum of finest cells: equal exactly when the cells are.
struct CellSum: Hashable {
  /// The block of the cells, −1 for the sum of nothing.
  let block: Int
  /// The number of the combination in the shape of the block.
  let number: Int

  /// The sum of nothing.
  static let nothing = CellSum(block: -1, number: 0)
}
