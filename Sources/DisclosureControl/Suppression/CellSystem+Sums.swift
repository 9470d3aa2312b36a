extension CellSystem {
  /// The finest cells that a cell sums, as one name.
  func sum(of key: CellKey) throws(DisclosureError) -> CellSum {
    let over = key.codes.filter { overlapping.contains($0.dimension) }
    return try sum(in: place(key.measure, key.release, over)) { key.code(of: $0) }
  }

  /// The block of a measure with overlapping codes.
  func place(
    _ measure: Int, _ release: Int, _ codes: [DimensionCode]
  ) throws(DisclosureError) -> Int {
    guard let place = block(measure, release, codes) else {
      throw .unknownCode(dimension: model.measures.names[measure], code: "")
    }
    return place
  }

  /// The finest cells of a block that some codes sum, as one name.
  ///
  /// - Parameters:
  ///   - place: The block.
  ///   - code: The code of a dimension, or nil for "all codes".
  /// - Returns: The name.
  /// - Throws: ``DisclosureError/unknownCode(dimension:code:)`` for a code that is no sum of leaves.
  func sum(in place: Int, code: (Int) -> Int?) throws(DisclosureError) -> CellSum {
    let shape = shapes[blocks[place].shape]
    var sets: [Int] = []
    sets.reserveCapacity(shape.axes.count)
    for axis in shape.axes { sets.append(try set(of: code(axis.dimension), axis)) }
    guard let number = shape.number(of: sets) else { return .nothing }
    return CellSum(block: place, number: number)
  }

  /// The set of leaves that a code sums.
  func set(of code: Int?, _ axis: BlockShape.Axis) throws(DisclosureError) -> Int {
    if let set = axis.set(of: code) { return set }
    let missing = missingLeaf(under: code ?? Self.restCode, axis)
    throw .unknownCode(
      dimension: model.dimensions.names[axis.dimension],
      code: missing < 0 ? "" : model.codeNames[axis.dimension].names[missing])
  }

  /// The first code under a code that is no leaf and no sum of leaves.
  private func missingLeaf(under code: Int, _ axis: BlockShape.Axis) -> Int {
    var code = code
    // A child of which nothing is missing is passed over; the hierarchy has no longer path.
    for _ in model.codes[axis.dimension].indices {
      let children = tree.children(of: code, in: axis.dimension) ?? []
      guard let next = children.first(where: { axis.set(of: $0) == nil }) else { return code }
      code = next
    }
    return code
  }

  /// The unknowns of a sum, in ascending order.
  func unknowns(of sum: CellSum) -> [Int] {
    guard sum.block >= 0 else { return [] }
    let shape = shapes[blocks[sum.block].shape]
    return shape.cells(of: shape.sets(of: sum.number), from: blocks[sum.block].base)
  }

  /// The unknowns that a cell sums, in ascending order.
  func unknowns(of key: CellKey) throws(DisclosureError) -> [Int] { unknowns(of: try sum(of: key)) }
}

/// Which unknowns of one block sum the same codes as each unknown of another.
struct Coverage {
  private struct Pair: Hashable {
    let inner: Int
    let outer: Int
  }

  private let system: CellSystem
  private var known: [Pair: [[Int]]] = [:]

  /// Makes the coverage of all blocks; pairs of shapes are found when they are asked for.
  init(_ system: CellSystem) { self.system = system }

  /// For each unknown of a block, the unknowns of another that sum the same codes, counted from the
  /// first one of each; every dimension of the first is one of the second.
  mutating func of(_ inner: Int, by outer: Int) throws(DisclosureError) -> [[Int]] {
    let pair = Pair(inner: system.blocks[inner].shape, outer: system.blocks[outer].shape)
    if let lists = known[pair] { return lists }
    let lists = try lists(system.shapes[pair.inner], system.shapes[pair.outer])
    known[pair] = lists
    return lists
  }

  private func lists(
    _ inner: BlockShape, _ outer: BlockShape
  ) throws(DisclosureError) -> [[Int]] {
    var combinations: [[Int]] = [[]]
    for axis in outer.axes {
      var choices = [axis.all]
      if let same = inner.axes.first(where: { $0.dimension == axis.dimension }) {
        choices = []
        for leaf in same.leaves { choices.append(try system.set(of: leaf, axis)) }
      }
      combinations = combinations.flatMap { before in choices.map { before + [$0] } }
    }
    return combinations.map { outer.cells(of: $0, from: 0) }
  }
}
