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

  /// The place in a combination that was reached.
  private struct Node {
    /// The node of the printed cells; nil when none has these codes.
    var printed: Int?
    var codes: [DimensionCode] = []
    var overlapping: [DimensionCode] = []
    /// Whether a parent stands for one of the codes, in blocks of all patients and of groups.
    var isHidden = (all: false, groups: false)
  }

  /// What rounding in a sum may amount to.
  private static let dust = 1e-7

  private let system: CellSystem
  private let point: [Double]
  private let suspected: Range<Double>
  private var known: Set<CellSum>
  private var codes: [Int?]
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
    known = printed
    suspected = (range.lowerBound - Self.dust)..<(range.upperBound + Self.dust)
    codes = system.model.dimensions.names.map { _ in nil }
    for cross in system.model.crosses { try visit(cross) }
  }

  private mutating func visit(_ cross: CellModel.Cross) throws(DisclosureError) {
    let model = system.model
    let node = Node(printed: model.places.root(measure: cross.measure, release: cross.release))
    let dimensions = cross.dimensions.filter { !model.codes[$0].isEmpty }
    let steps = dimensions.map { Step($0, cross, system) }
    try visit(node, cross, steps[...])
  }

  /// All codes of a dimension of a table.
  private struct Step {
    let codes: [DimensionCode]
    let isOverlapping: Bool
    let isHidden: [(all: Bool, groups: Bool)]

    init(_ dimension: Int, _ cross: CellModel.Cross, _ system: CellSystem) {
      codes = system.model.codes[dimension].map { DimensionCode(dimension: dimension, code: $0) }
      isOverlapping = system.overlapping.contains(dimension)
      let kinds = [false, true].map {
        CoarseCodes.Kind(measure: cross.measure, release: cross.release, isOverlapping: $0)
      }
      let coarse = system.coarse
      isHidden = codes.map { (coarse.hides($0, in: kinds[0]), coarse.hides($0, in: kinds[1])) }
    }
  }

  private mutating func visit(
    _ node: Node, _ cross: CellModel.Cross, _ steps: ArraySlice<Step>
  ) throws(DisclosureError) {
    guard let step = steps.first else {
      try judge(node, cross)
      return
    }
    try visit(node, cross, steps.dropFirst())
    for (code, isHidden) in zip(step.codes, step.isHidden) {
      var next = node
      next.printed = node.printed.flatMap { system.model.places.node(after: $0, code) }
      next.codes.append(code)
      if step.isOverlapping { next.overlapping.append(code) }
      next.isHidden.all = node.isHidden.all || isHidden.all
      next.isHidden.groups = node.isHidden.groups || isHidden.groups
      codes[code.dimension] = code.code
      try visit(next, cross, steps.dropFirst())
      codes[code.dimension] = nil
    }
  }

  private mutating func judge(_ node: Node, _ cross: CellModel.Cross) throws(DisclosureError) {
    if node.printed.flatMap(system.model.places.place) != nil { return }
    // Safe without a program: see `CoarseCodes`.
    if node.overlapping.isEmpty ? node.isHidden.all : node.isHidden.groups { return }
    let block = try system.place(cross.measure, cross.release, node.overlapping)
    let sum = try system.sum(in: block) { codes[$0] }
    guard known.insert(sum).inserted else { return }
    let unknowns = system.unknowns(of: sum)
    let value = unknowns.reduce(0) { $0 + point[$1] }
    guard suspected.contains(value) else { return }
    let key = CellKey(measure: cross.measure, release: cross.release, codes: node.codes)
    suspects.append(Suspect(key: key, unknowns: unknowns))
  }
}
