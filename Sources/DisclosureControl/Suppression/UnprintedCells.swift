/// The cells that nobody printed but anybody can name: all combinations of codes of a table, each sum
/// of finest cells once.
///
/// Most of them are large or empty at values that fit what is printed, so that nobody can be sure of a
/// small count; only the others are worth a name and a list of unknowns.
struct UnprintedCells {
  /// A cell of which the count is small at the point.
  struct Suspect {
    let key: CellKey
    let unknowns: [Int]
  }

  /// The place in the combinations of a table that was reached.
  private struct Node {
    /// The node of the printed cells; nil when none has these codes.
    var printed: Int?
    /// The block of the overlapping codes; nil when there is none.
    var block: Int?
    var isGroup = false
    /// The way through blocks of all patients, and through those of groups.
    var ways: (all: Way, groups: Way)
  }

  /// The number of a combination in a shape.
  private struct Way {
    var number: Int
    /// Whether a parent stands for one of the codes.
    var isHidden = false
    /// Whether the number says nothing: a code sums no leaf, or one that is not there.
    var isOdd = false

    mutating func take(_ turn: Way) {
      number += turn.number
      isHidden = isHidden || turn.isHidden
      isOdd = isOdd || turn.isOdd
    }
  }

  /// What rounding in a sum may amount to.
  private static let dust = 1e-7

  private let system: CellSystem
  private let point: [Double]
  private let suspected: Range<Double>
  /// Per block the combinations that are done with, and the values of all of them.
  private var isKnown: [[Bool]]
  private var values: [[Double]]
  private var isNothingKnown: Bool
  private var path: [DimensionCode] = []
  private(set) var suspects: [Suspect] = []

  /// Finds the cells whose count at a point is within a range, or very near it.
  ///
  /// - Parameters:
  ///   - system: What is printed.
  ///   - point: Values of all unknowns that fit.
  ///   - printed: Sums that are left out.
  ///   - range: The counts that are not safe without a program.
  /// - Throws: ``DisclosureError/unknownCode(dimension:code:)`` for a code that is no sum of leaves.
  init(
    _ system: CellSystem, at point: [Double], besides printed: Set<CellSum>,
    within range: Range<Double>
  ) throws(DisclosureError) {
    self.system = system
    self.point = point
    suspected = (range.lowerBound - Self.dust)..<(range.upperBound + Self.dust)
    isKnown = [[Bool]](repeating: [], count: system.blocks.count)
    values = [[Double]](repeating: [], count: system.blocks.count)
    isNothingKnown = printed.contains(.nothing)
    for sum in printed where sum.block >= 0 {
      open(sum.block)
      isKnown[sum.block][sum.number] = true
    }
    for cross in system.model.crosses { try visit(cross) }
  }

  /// Computes the values of all combinations of a block, once.
  private mutating func open(_ block: Int) {
    guard values[block].isEmpty else { return }
    let own = system.blocks[block]
    values[block] = system.shapes[own.shape].totals(of: point[own.base..<(own.base + own.count)])
    isKnown[block] = [Bool](repeating: false, count: values[block].count)
  }

  private mutating func visit(_ cross: CellModel.Cross) throws(DisclosureError) {
    let model = system.model
    let block = system.block(cross.measure, cross.release, [])
    let group = system.blocks.first {
      $0.measure == cross.measure && $0.release == cross.release && !$0.overlapping.isEmpty
    }
    let shapes = (all: block.map { system.blocks[$0].shape }, groups: group?.shape)
    func start(_ shape: Int?) -> Way {
      guard let shape = shape.map({ system.shapes[$0] }), shape.count > 0 else {
        return Way(number: 0, isOdd: true)
      }
      return Way(number: shape.total)
    }
    let steps = cross.dimensions.filter { !model.codes[$0].isEmpty }.map {
      Step($0, cross, shapes, system)
    }
    let node = Node(
      printed: model.places.root(measure: cross.measure, release: cross.release), block: block,
      ways: (start(shapes.all), start(shapes.groups)))
    try visit(node, cross, steps, 0)
  }

  /// All codes of a dimension of a table.
  private struct Step {
    let isOverlapping: Bool
    let turns: [(code: DimensionCode, all: Way, groups: Way)]

    init(
      _ dimension: Int, _ cross: CellModel.Cross, _ shapes: (all: Int?, groups: Int?),
      _ system: CellSystem
    ) {
      isOverlapping = system.overlapping.contains(dimension)
      func turn(_ code: DimensionCode, _ shape: Int?, isGroup: Bool) -> Way {
        let kind = CoarseCodes.Kind(
          measure: cross.measure, release: cross.release, isOverlapping: isGroup)
        let number = shape.map { system.shapes[$0].turn(to: code) } ?? 0
        return Way(
          number: number ?? 0, isHidden: system.coarse.hides(code, in: kind), isOdd: number == nil)
      }
      turns = system.model.codes[dimension].map { code in
        let code = DimensionCode(dimension: dimension, code: code)
        return (
          code, turn(code, shapes.all, isGroup: false), turn(code, shapes.groups, isGroup: true)
        )
      }
    }
  }

  private mutating func visit(
    _ node: Node, _ cross: CellModel.Cross, _ steps: [Step], _ depth: Int
  ) throws(DisclosureError) {
    guard depth < steps.count else {
      try judge(node, cross)
      return
    }
    try visit(node, cross, steps, depth + 1)
    for turn in steps[depth].turns {
      var next = node
      next.printed = node.printed.flatMap { system.model.places.node(after: $0, turn.code) }
      next.ways.all.take(turn.all)
      next.ways.groups.take(turn.groups)
      path.append(turn.code)
      if steps[depth].isOverlapping {
        next.isGroup = true
        let codes = path.filter { system.overlapping.contains($0.dimension) }
        next.block = system.block(cross.measure, cross.release, codes)
      }
      try visit(next, cross, steps, depth + 1)
      path.removeLast()
    }
  }

  private mutating func judge(_ node: Node, _ cross: CellModel.Cross) throws(DisclosureError) {
    if node.printed.flatMap(system.model.places.place) != nil { return }
    let way = node.isGroup ? node.ways.groups : node.ways.all
    // Safe without a program: see `CoarseCodes`.
    if way.isHidden { return }
    let codes = path
    func key() -> CellKey {
      CellKey(measure: cross.measure, release: cross.release, codes: codes)
    }
    guard let block = node.block, !way.isOdd else {
      if try system.sum(of: key()) == .nothing, !isNothingKnown, suspected.contains(0) {
        isNothingKnown = true
        suspects.append(Suspect(key: key(), unknowns: []))
      }
      return
    }
    open(block)
    if isKnown[block][way.number] { return }
    isKnown[block][way.number] = true
    guard suspected.contains(values[block][way.number]) else { return }
    let sum = CellSum(block: block, number: way.number)
    suspects.append(Suspect(key: key(), unknowns: system.unknowns(of: sum)))
  }
}
