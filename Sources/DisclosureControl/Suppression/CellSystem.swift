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
    /// The place of its shape.
    let shape: Int
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
  private(set) var shapes: [BlockShape] = []
  private let restDimensions: Set<Int>
  let tree: CodeTree
  /// The parents that stand for their children.
  private(set) var coarse: CoarseCodes

  /// Makes the system, with an unnamed rest code in the dimensions of `rest`; parents of `keepingLeaves`
  /// never stand for their children.
  init(
    _ model: CellModel, rest: Set<Int> = [], keepingLeaves excluded: Set<DimensionCode> = []
  ) throws(DisclosureError) {
    self.model = model
    restDimensions = rest
    overlapping = Set(model.dimensions.names.indices.filter(model.isOverlapping))
    tree = CodeTree(model)
    coarse = CoarseCodes(tree)
    let groups = blockGroups()
    if rest.isEmpty {
      coarse = CoarseCodes(model, tree, blocks: kinds(of: groups), excluded: excluded)
    }
    for group in groups { try addBlocks(group) }
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

  /// Codes in the order of their dimensions.
  static func sorted(_ codes: [DimensionCode]) -> [DimensionCode] {
    codes.sorted { $0.dimension < $1.dimension }
  }

  /// Whether a code is the sum of others.
  func isParent(_ code: Int, in dimension: Int) -> Bool { tree.isParent(code, in: dimension) }

  /// The codes that a code is a part of directly.
  func parents(of code: Int, in dimension: Int) -> [Int] {
    model.codes[dimension].filter {
      tree.children(of: $0, in: dimension)?.contains(code) ?? false
    }
  }

  /// The tables of one measure and release: their dimensions, and those of tables of groups.
  private struct BlockGroup {
    let measure: Int
    let release: Int
    var wide: Set<Int> = []
    var narrow: Set<Int> = []
  }

  private func blockGroups() -> [BlockGroup] {
    var groups: [BlockGroup] = []
    for cross in model.crosses {
      var place = groups.firstIndex { $0.measure == cross.measure && $0.release == cross.release }
      if place == nil {
        place = groups.count
        groups.append(BlockGroup(measure: cross.measure, release: cross.release))
      }
      guard let place else { continue }
      groups[place].wide.formUnion(cross.dimensions)
      if cross.dimensions.contains(where: overlapping.contains) {
        groups[place].narrow.formUnion(cross.dimensions)
      }
    }
    return groups
  }

  /// The dimensions of a kind of block that add up.
  private func kinds(of groups: [BlockGroup]) -> [(kind: CoarseCodes.Kind, dimensions: [Int])] {
    groups.flatMap { group in
      [false, true].map { isOverlapping in
        let kind = CoarseCodes.Kind(
          measure: group.measure, release: group.release, isOverlapping: isOverlapping)
        return (kind, additive(isOverlapping ? group.narrow : group.wide))
      }
    }
  }

  private func additive(_ dimensions: Set<Int>) -> [Int] {
    dimensions.sorted().filter { !model.codes[$0].isEmpty && !overlapping.contains($0) }
  }

  private mutating func addBlocks(_ group: BlockGroup) throws(DisclosureError) {
    for codes in combinations(of: group.wide) {
      try addBlock(
        group.measure, group.release, codes, additive(codes.isEmpty ? group.wide : group.narrow))
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
    let kind = CoarseCodes.Kind(
      measure: measure, release: release, isOverlapping: !codes.isEmpty)
    let leaves = dimensions.map { dimension in
      coarse.leaves(model.codes[dimension], of: dimension, in: kind)
        + (restDimensions.contains(dimension) ? [Self.restCode] : [])
    }
    let shape = shape(of: dimensions, leaves)
    let count = shapes[shape].count
    places[BlockKey(measure: measure, release: release, overlapping: codes)] = blocks.count
    blocks.append(
      Block(
        measure: measure, release: release, overlapping: codes, dimensions: dimensions,
        leaves: leaves, base: unknownCount, count: count, shape: shape))
    unknownCount += count
    guard unknownCount <= Self.maximumUnknowns else {
      throw .tooManyCells(limit: Self.maximumUnknowns)
    }
  }

  /// The place of the shape with these dimensions and leaves; a new one is added.
  private mutating func shape(of dimensions: [Int], _ leaves: [[Int]]) -> Int {
    let found = shapes.firstIndex { shape in
      shape.axes.map(\.dimension) == dimensions && shape.axes.map(\.leaves) == leaves
    }
    if let found { return found }
    shapes.append(
      BlockShape(
        zip(dimensions, leaves).map { dimension, leaves in
          BlockShape.Axis(
            dimension, leaves: leaves, codeCount: model.codeNames[dimension].names.count, tree)
        }))
    return shapes.count - 1
  }
}
