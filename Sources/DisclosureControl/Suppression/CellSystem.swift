/// The unknowns of a release and the cells that they add up to.
///
/// The unknowns are the finest cells: every combination of the leaf codes of the dimensions of a
/// measure, once for each combination of overlapping codes (disease groups).
struct CellSystem {
  /// The unknowns of one measure, release and combination of overlapping codes.
  struct Block {
    let measure: Int
    let release: Int
    /// The overlapping codes; empty for all patients.
    let overlapping: [DimensionCode]
    /// The dimensions that add up.
    let dimensions: [Int]
    /// Per dimension the leaf codes, in the order of the unknowns.
    let leaves: [[Int]]
    /// The first unknown.
    let base: Int
    /// The number of unknowns.
    let count: Int
  }

  private struct BlockKey: Hashable {
    let measure: Int
    let release: Int
    let overlapping: [DimensionCode]
  }

  /// The most finest cells that can be attacked.
  static let maximumUnknowns = 400_000
  /// A code that stands for patients of whom the code is printed nowhere.
  static let restCode = -1

  let model: CellModel
  /// The dimensions whose codes overlap.
  let overlapping: Set<Int>
  private(set) var blocks: [Block] = []
  private(set) var unknownCount = 0
  private var places: [BlockKey: Int] = [:]
  private var leafPlaces: [[[Int: Int]]] = []
  private var restDimensions: Set<Int> = []
  private var hierarchies: [[Int: [Int]]] = []

  /// Makes the system, with an unnamed rest code in the dimensions of `rest`.
  init(_ model: CellModel, rest: Set<Int> = []) throws(DisclosureError) {
    self.model = model
    restDimensions = rest
    let names = model.dimensions.names
    overlapping = Set(names.indices.filter { model.structure.nonadditive.contains(names[$0]) })
    hierarchies = names.indices.map { place in
      var children: [Int: [Int]] = [:]
      for entry in model.structure.hierarchy(of: names[place]) {
        guard let parent = model.codeNames[place].existing(entry.parent) else { continue }
        children[parent] = entry.children.compactMap(model.codeNames[place].existing)
      }
      return children
    }
    try makeBlocks()
  }

  /// The unknowns that a cell sums.
  func unknowns(of key: CellKey) throws(DisclosureError) -> [Int] {
    let over = key.codes.filter { overlapping.contains($0.dimension) }
    guard let place = block(key.measure, key.release, over) else {
      throw .unknownCode(dimension: model.measures.names[key.measure], code: "")
    }
    let block = blocks[place]
    var result = [0]
    for (index, dimension) in block.dimensions.enumerated() {
      let size = block.leaves[index].count
      var level: [Int] = []
      for code in expanded(dimension, key.code(of: dimension)) {
        guard let position = leafPlaces[place][index][code] else {
          throw .unknownCode(
            dimension: model.dimensions.names[dimension],
            code: code < 0 ? "" : model.codeNames[dimension].names[code])
        }
        level.append(position)
      }
      result = result.flatMap { before in level.map { before * size + $0 } }
    }
    // In order, whatever the order of the codes of a parent.
    return result.map { $0 + block.base }.sorted()
  }

  /// The block of a measure with overlapping codes, or nil.
  func block(_ measure: Int, _ release: Int, _ codes: [DimensionCode]) -> Int? {
    places[BlockKey(measure: measure, release: release, overlapping: codes)]
  }

  /// The keys of the finest cells of a block, in the order of its unknowns.
  func finestKeys(of block: Block) -> [CellKey] {
    var lists: [[DimensionCode]] = [[]]
    for (dimension, leaves) in zip(block.dimensions, block.leaves) {
      lists = lists.flatMap { before in
        leaves.map { before + [DimensionCode(dimension: dimension, code: $0)] }
      }
    }
    return lists.map { codes in
      CellKey(
        measure: block.measure, release: block.release,
        codes: Self.sorted(codes + block.overlapping))
    }
  }

  /// The names of all combinations of codes of the dimensions of a table.
  func keys(of cross: CellModel.Cross) -> [CellKey] {
    var lists: [[DimensionCode]] = [[]]
    for dimension in cross.dimensions where !model.codes[dimension].isEmpty {
      let all = model.codes[dimension].map { DimensionCode(dimension: dimension, code: $0) }
      lists = lists.flatMap { before in [before] + all.map { before + [$0] } }
    }
    return lists.map { CellKey(measure: cross.measure, release: cross.release, codes: $0) }
  }

  /// The unknowns of every cell that nobody printed but anybody can name, each sum once.
  func unprintedCells() throws(DisclosureError) -> [(key: CellKey, unknowns: [Int])] {
    var cells: [(key: CellKey, unknowns: [Int])] = []
    var known: Set<[Int]> = []
    for cross in model.crosses {
      for key in keys(of: cross) where model.place(of: key) == nil {
        let unknowns = try unknowns(of: key)
        if known.insert(unknowns).inserted { cells.append((key, unknowns)) }
      }
    }
    return cells
  }

  /// Codes in the order of their dimensions.
  static func sorted(_ codes: [DimensionCode]) -> [DimensionCode] {
    codes.sorted { $0.dimension < $1.dimension }
  }

  /// The leaf codes of a dimension.
  func leaves(_ dimension: Int) -> [Int] {
    model.codes[dimension].filter { hierarchies[dimension][$0] == nil }
      + (restDimensions.contains(dimension) ? [Self.restCode] : [])
  }

  /// The leaf codes under a code; all leaves without one.
  private func expanded(_ dimension: Int, _ code: Int?) -> [Int] {
    guard let code else { return leaves(dimension) }
    guard let children = hierarchies[dimension][code] else { return [code] }
    var result: [Int] = []
    var known: Set<Int> = []
    for child in children {
      for leaf in expanded(dimension, child) where known.insert(leaf).inserted {
        result.append(leaf)
      }
    }
    return result
  }

  /// Whether a code is the sum of others.
  func isParent(_ code: Int, in dimension: Int) -> Bool { hierarchies[dimension][code] != nil }

  /// The codes that a code is a part of directly.
  func parents(of code: Int, in dimension: Int) -> [Int] {
    model.codes[dimension].filter { hierarchies[dimension][$0]?.contains(code) ?? false }
  }

  private mutating func makeBlocks() throws(DisclosureError) {
    struct Group {
      let measure: Int
      let release: Int
      var wide: Set<Int> = []
      var narrow: Set<Int> = []
    }
    var groups: [Group] = []
    for cross in model.crosses {
      var place = groups.firstIndex { $0.measure == cross.measure && $0.release == cross.release }
      if place == nil {
        place = groups.count
        groups.append(Group(measure: cross.measure, release: cross.release))
      }
      guard let place else { continue }
      groups[place].wide.formUnion(cross.dimensions)
      if cross.dimensions.contains(where: overlapping.contains) {
        groups[place].narrow.formUnion(cross.dimensions)
      }
    }
    for group in groups {
      for codes in combinations(of: group.wide) {
        let dimensions = (codes.isEmpty ? group.wide : group.narrow).sorted().filter {
          !model.codes[$0].isEmpty && !overlapping.contains($0)
        }
        try addBlock(group.measure, group.release, codes, dimensions)
      }
    }
  }

  /// All combinations of overlapping codes of some dimensions, "all" first.
  private func combinations(of dimensions: Set<Int>) -> [[DimensionCode]] {
    var lists: [[DimensionCode]] = [[]]
    for dimension in dimensions.sorted() where overlapping.contains(dimension) {
      let all = model.codes[dimension].map { DimensionCode(dimension: dimension, code: $0) }
      lists = lists.flatMap { before in [before] + all.map { before + [$0] } }
    }
    return lists
  }

  private mutating func addBlock(
    _ measure: Int, _ release: Int, _ codes: [DimensionCode], _ dimensions: [Int]
  ) throws(DisclosureError) {
    let leaves = dimensions.map(leaves)
    let count = leaves.reduce(1) { $0 * $1.count }
    places[BlockKey(measure: measure, release: release, overlapping: codes)] = blocks.count
    leafPlaces.append(
      leaves.map { codes in
        var places: [Int: Int] = [:]
        for (place, code) in codes.enumerated() { places[code] = place }
        return places
      })
    blocks.append(
      Block(
        measure: measure, release: release, overlapping: codes, dimensions: dimensions,
        leaves: leaves, base: unknownCount, count: count))
    unknownCount += count
    guard unknownCount <= Self.maximumUnknowns else {
      throw .tooManyCells(limit: Self.maximumUnknowns)
    }
  }
}
