/// Parents that stand for their children in blocks of which no printed cell names one of these.
///
/// Groups of patients are printed for fewer areas than patients themselves. An unknown for every leaf
/// would multiply the unknowns of every group; one for the parent says the same: whatever fits with the
/// parent also fits with its leaves, when each group is spread over them like the patients.
/// A cell below such a parent that anybody can name is safe without a program: ``failing(_:of:)``
/// checks that all groups together may stay out of it, so that its smallest count is zero.
struct CoarseCodes {
  /// Blocks with the same leaves.
  struct Kind: Hashable {
    let measure: Int
    let release: Int
    let isOverlapping: Bool
  }

  /// A parent that stands for its children.
  struct Merger {
    let kind: Kind
    let parent: DimensionCode
    /// The kinds of block that bound it and of which the size of a part is printed.
    let finer: [Kind]
    /// The groups of which a cell is printed that holds the parent.
    let groups: Set<[DimensionCode]>
    /// Whether its groups may be spread over the other codes at will.
    let isFree: Bool
  }

  private(set) var mergers: [Merger] = []
  private let tree: CodeTree
  private var parents: [Kind: Set<Int>] = [:]
  private var dimensionOf: [Kind: Int] = [:]

  /// No parents at all.
  init(_ tree: CodeTree) { self.tree = tree }

  /// Finds the parents.
  ///
  /// - Parameters:
  ///   - model: What is printed.
  ///   - tree: The hierarchies.
  ///   - blocks: The dimensions that add up, per kind of block.
  ///   - excluded: Parents that must not stand for their children.
  init(
    _ model: CellModel, _ tree: CodeTree, blocks: [(kind: Kind, dimensions: [Int])],
    excluded: Set<DimensionCode>
  ) {
    self.init(tree)
    // Rules over the leaves themselves need the leaves.
    guard model.structure["releases"]?["max_change"] == nil,
      !model.crosses.contains(where: \.absentIsZero)
    else { return }
    let use = CodeUse(model, tree, blocks)
    for (kind, dimensions) in blocks {
      for dimension in dimensions where (dimensionOf[kind] ?? dimension) == dimension {
        for code in tree.parents(in: dimension) {
          let parent = DimensionCode(dimension: dimension, code: code)
          guard !excluded.contains(parent), !hides(parent, in: kind), use.allows(parent, for: kind)
          else { continue }
          parents[kind, default: []].insert(code)
          dimensionOf[kind] = dimension
          mergers.append(
            Merger(
              kind: kind, parent: parent, finer: use.finer(than: kind, withPartsOf: parent),
              groups: use.groups(of: kind, over: parent), isFree: use.isFree(parent, in: kind)))
        }
      }
    }
  }

  /// The codes that stand for leaves in a kind of block, in the order of `codes`.
  func leaves(_ codes: [Int], of dimension: Int, in kind: Kind) -> [Int] {
    guard dimensionOf[kind] == dimension, let parents = parents[kind] else {
      return codes.filter { !tree.isParent($0, in: dimension) }
    }
    return codes.filter { code in
      (parents.contains(code) || !tree.isParent(code, in: dimension))
        && !isBelow(code, parents, dimension)
    }
  }

  /// Whether a code lies below one that stands for its children.
  func hides(_ code: DimensionCode, in kind: Kind) -> Bool {
    guard dimensionOf[kind] == code.dimension, let parents = parents[kind] else { return false }
    return isBelow(code.code, parents, code.dimension)
  }

  private func isBelow(_ code: Int, _ parents: Set<Int>, _ dimension: Int) -> Bool {
    parents.contains { tree.below($0, in: dimension).contains(code) }
  }

  /// Parents of which a part certainly holds a person of some group, as far as is known.
  func failing(_ program: ReaderProgram, of system: CellSystem) throws(DisclosureError) -> Set<
    DimensionCode
  > {
    let suspect = try failing(at: program.point, of: system, among: mergers)
    if suspect.isEmpty { return suspect }
    // Perhaps only this point fills the groups; it is enough that some values fit.
    let left = mergers.filter { suspect.contains($0.parent) }
    let groups = left.flatMap { merger in
      cells(of: merger, system).map(\.unknown)
    }
    guard program.limit(of: groups, sense: 1)?.isFinite == true else { return suspect }
    var point = program.point
    program.forEachMoved { point[$0] += $1 }
    return try failing(at: point, of: system, among: left)
  }

  /// The parents of which a part might hold a person, at values that fit.
  ///
  /// Safe is a part C of a parent P when all groups fit in the rest of P: for each combination of the
  /// other codes the largest group, summed, is at most the patients of P outside C. Only totals are
  /// printed below P, so that the patients outside C can have the codes that the groups need. Groups
  /// that may be spread at will are spread like the patients; then the largest group is all they need.
  private func failing(
    at point: [Double], of system: CellSystem, among mergers: [Merger]
  ) throws(DisclosureError) -> Set<DimensionCode> {
    var failing: Set<DimensionCode> = []
    for merger in mergers where !failing.contains(merger.parent) {
      for kind in merger.finer {
        let need = need(of: merger, at: point, system)
        let whole = try count(merger.parent.code, merger, kind, at: point, system)
        for part in tree.below(merger.parent.code, in: merger.parent.dimension) {
          let rest = whole - (try count(part, merger, kind, at: point, system))
          if rest < need - 1e-6 { failing.insert(merger.parent) }
        }
      }
    }
    return failing
  }

  private func count(
    _ code: Int, _ merger: Merger, _ kind: Kind, at point: [Double], _ system: CellSystem
  ) throws(DisclosureError) -> Double {
    let codes = [DimensionCode(dimension: merger.parent.dimension, code: code)]
    let key = CellKey(measure: kind.measure, release: kind.release, codes: codes)
    return try system.unknowns(of: key).reduce(0) { $0 + point[$1] }
  }

  /// The patients that the groups of a parent need.
  private func need(of merger: Merger, at point: [Double], _ system: CellSystem) -> Double {
    var places: [[DimensionCode]: Int] = [:]
    var sums: [Double] = []
    for cell in cells(of: merger, system) {
      let others = merger.isFree ? cell.group : cell.others
      let place = places[others] ?? sums.count
      if place == sums.count {
        places[others] = place
        sums.append(0)
      }
      let value = point[cell.unknown]
      sums[place] = merger.isFree ? sums[place] + value : max(sums[place], value)
    }
    return merger.isFree ? sums.max() ?? 0 : sums.reduce(0, +)
  }

  /// The finest cells of the groups of a parent.
  private func cells(
    of merger: Merger, _ system: CellSystem
  ) -> [(unknown: Int, group: [DimensionCode], others: [DimensionCode])] {
    system.blocks.filter { block in
      block.measure == merger.kind.measure && block.release == merger.kind.release
        && block.overlapping.isEmpty != merger.kind.isOverlapping
        && merger.groups.contains(block.overlapping)
    }.flatMap { block in
      system.finestKeys(of: block).enumerated().filter {
        $0.element.codes.contains(merger.parent)
      }.map { offset, key in
        let others = key.codes.filter { $0 != merger.parent && !block.overlapping.contains($0) }
        return (block.base + offset, block.overlapping, others)
      }
    }
  }
}
