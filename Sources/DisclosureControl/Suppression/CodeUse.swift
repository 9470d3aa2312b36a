/// Which codes the printed cells name, and in which kinds of block.
struct CodeUse {
  typealias Kind = CoarseCodes.Kind

  private let model: CellModel
  private let tree: CodeTree
  private let dimensions: [Kind: Set<Int>]
  private var used: [Kind: Set<DimensionCode>] = [:]
  private let keys: [CellKey]

  /// Reads the use of codes.
  init(_ model: CellModel, _ tree: CodeTree, _ blocks: [(kind: Kind, dimensions: [Int])]) {
    self.model = model
    self.tree = tree
    var dimensions: [Kind: Set<Int>] = [:]
    for block in blocks { dimensions[block.kind] = Set(block.dimensions) }
    self.dimensions = dimensions
    let releases = model.releaseNames.names.indices
    let equal = (model.structure["equal"]?.elements ?? []).flatMap(\.elements)
    let named =
      model.cells.map(\.key) + model.ratios.flatMap { [$0.numerator, $0.denominator] }
      + equal.flatMap { value in releases.compactMap { model.key(value, $0) } }
    // Of what is published elsewhere only the shares count.
    let isOurs = { (key: CellKey) in dimensions[Self.kind(of: key, model)] != nil }
    keys = named.filter(isOurs)
    for key in keys {
      for code in key.codes { used[kind(of: key), default: []].insert(code) }
    }
    // A block is never coarser than the blocks that it bounds.
    for (kind, _) in blocks {
      for finer in bounding(kind) { used[finer, default: []].formUnion(used[kind] ?? []) }
    }
  }

  private func kind(of key: CellKey) -> Kind { Self.kind(of: key, model) }

  private static func kind(of key: CellKey, _ model: CellModel) -> Kind {
    Kind(
      measure: key.measure, release: key.release,
      isOverlapping: key.codes.contains { model.isOverlapping($0.dimension) })
  }

  /// The kinds of block that bound the counts of a kind, directly and through others.
  private func bounding(_ kind: Kind) -> [Kind] {
    var found: [Kind] = []
    var todo = [kind]
    while let next = todo.popLast() {
      var wider: [Int] = next.isOverlapping ? [next.measure] : []
      for pair in model.structure["subset"]?.elements ?? [] {
        let names = pair.texts
        guard names.count == 2, model.measures.existing(names[0]) == next.measure,
          let whole = model.measures.existing(names[1])
        else { continue }
        wider.append(whole)
      }
      for measure in wider {
        let kind = Kind(measure: measure, release: next.release, isOverlapping: false)
        if !found.contains(kind) {
          found.append(kind)
          todo.append(kind)
        }
      }
    }
    return found
  }

  /// The bounding kinds of which the size of a part of a parent is printed.
  func finer(than kind: Kind, withPartsOf parent: DimensionCode) -> [Kind] {
    let shown =
      model.cells.filter { $0.lower > 0 || $0.upper < .infinity }.map(\.key)
      + model.ratios.filter(\.isShown).map(\.numerator)
    let below = tree.below(parent.code, in: parent.dimension)
    return finer(than: kind, below: parent).filter { finer in
      shown.contains { key in
        self.kind(of: key) == finer && key.code(of: parent.dimension).map(below.contains) ?? false
      }
    }
  }

  /// The bounding kinds whose printed cells name codes below a parent.
  private func finer(than kind: Kind, below parent: DimensionCode) -> [Kind] {
    bounding(kind).filter { names(parent, $0) }
  }

  private func names(_ parent: DimensionCode, _ kind: Kind) -> Bool {
    let below = tree.below(parent.code, in: parent.dimension)
    return used[kind]?.contains { $0.dimension == parent.dimension && below.contains($0.code) }
      ?? false
  }

  /// Whether a parent may stand for its children in a kind of block.
  func allows(_ parent: DimensionCode, for kind: Kind) -> Bool {
    guard !names(parent, kind), tree.isNested(parent.code, in: parent.dimension) else {
      return false
    }
    let finer = finer(than: kind, below: parent)
    guard let bound = finer.first else { return true }
    // Only totals may be printed below the parent, and only of the patients themselves.
    let below = tree.below(parent.code, in: parent.dimension)
    for key in keys where key.release == kind.release {
      guard
        key.codes.contains(where: { $0.dimension == parent.dimension && below.contains($0.code) })
      else { continue }
      if self.kind(of: key) != bound || key.codes.count > 1 { return false }
    }
    let others = (dimensions[kind] ?? []).subtracting([parent.dimension])
    let wide = (dimensions[bound] ?? []).subtracting([parent.dimension])
    return finer.count == 1 && (others.isEmpty || others == wide)
      && hasNoMainPart(parent, below, bound)
  }

  /// The overlapping codes of a kind of which a cell is printed that a parent is part of; other counts
  /// are as small as those that they bound.
  func groups(of kind: Kind, over parent: DimensionCode) -> Set<[DimensionCode]> {
    Set(
      keys.filter { self.kind(of: $0) == kind && covers($0, parent) }.map { key in
        key.codes.filter { model.isOverlapping($0.dimension) }
      })
  }

  /// Whether the groups of a parent may be spread over the other codes at will: no printed cell of the
  /// kind that it is part of names one of these.
  func isFree(_ parent: DimensionCode, in kind: Kind) -> Bool {
    !keys.contains { key in
      self.kind(of: key) == kind && covers(key, parent)
        && key.codes.contains {
          $0.dimension != parent.dimension && !model.isOverlapping($0.dimension)
        }
    }
  }

  private func covers(_ key: CellKey, _ parent: DimensionCode) -> Bool {
    guard let code = key.code(of: parent.dimension) else { return true }
    return code == parent.code || tree.below(code, in: parent.dimension).contains(parent.code)
  }

  /// Whether no part of a parent is known to hold more than half of it; the rest of the parent must have
  /// room for all groups.
  private func hasNoMainPart(_ parent: DimensionCode, _ below: Set<Int>, _ kind: Kind) -> Bool {
    func printed(_ code: Int) -> Double {
      let codes = [DimensionCode(dimension: parent.dimension, code: code)]
      let key = CellKey(measure: kind.measure, release: kind.release, codes: codes)
      return model.place(of: key).map { model.cells[$0].lower } ?? 0
    }
    var whole = 0.0
    for code in below where !tree.isParent(code, in: parent.dimension) { whole += printed(code) }
    return below.allSatisfy { code in
      let leaves = tree.below(code, in: parent.dimension).filter {
        !tree.isParent($0, in: parent.dimension)
      }
      let sum = leaves.reduce(0) { $0 + printed($1) }
      return max(sum, printed(code)) * 2 <= max(whole, printed(parent.code))
    }
  }
}
