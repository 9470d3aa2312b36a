extension CellSystem {
  /// Everything that a reader knows beside the printed counts: ratios, overlapping groups, subsets,
  /// equal cells, limits of change between releases, rows that mean zero.
  func rules(withRatios: Bool = true) throws(DisclosureError) -> [SparseRow] {
    var rows: [SparseRow] = []
    if withRatios { rows += try ratioRules() }
    rows += try overlapRules()
    rows += try exhaustiveRules()
    rows += try subsetRules()
    rows += releaseRules()
    rows += equalityRules()
    rows += try absenceRules()
    return rows
  }

  /// The sum of some unknowns between bounds.
  static func sum(_ unknowns: [Int], _ lower: Double, _ upper: Double) -> SparseRow {
    SparseRow(
      columns: unknowns, coefficients: [Double](repeating: 1, count: unknowns.count), lower: lower,
      upper: upper)
  }

  /// The sum of some unknowns minus a factor times the sum of others, between bounds.
  static func difference(
    _ first: [Int], _ second: [Int], times factor: Double = 1, _ lower: Double, _ upper: Double
  ) -> SparseRow {
    var terms = first.map { (column: $0, coefficient: 1.0) }
    terms += second.map { ($0, -factor) }
    terms.sort { $0.column < $1.column }
    var row = SparseRow(columns: [], coefficients: [], lower: lower, upper: upper)
    row.columns.reserveCapacity(terms.count)
    row.coefficients.reserveCapacity(terms.count)
    var next = terms.startIndex
    while next < terms.endIndex {
      let column = terms[next].column
      var sum = 0.0
      while next < terms.endIndex, terms[next].column == column {
        sum += terms[next].coefficient
        next += 1
      }
      guard sum != 0 else { continue }
      row.columns.append(column)
      row.coefficients.append(sum)
    }
    return row
  }

  private func ratioRules() throws(DisclosureError) -> [SparseRow] {
    let publicMeasures = Set(model.publicValues.keys.map(\.measure))
    var rows: [SparseRow] = []
    for ratio in model.ratios where ratio.isShown {
      rows += try rules(of: ratio, publicMeasures)
    }
    return rows
  }

  /// What one printed ratio says.
  func rules(
    of ratio: CellModel.Ratio, _ publicMeasures: Set<Int>
  ) throws(DisclosureError) -> [SparseRow] {
    let numerator = try unknowns(of: ratio.numerator)
    if let denominator = model.publicValues[ratio.denominator] {
      return [
        Self.sum(
          numerator, ratio.range.lowerBound * denominator, ratio.range.upperBound * denominator)
      ]
    }
    if publicMeasures.contains(ratio.denominator.measure) { return [] }
    let denominator = try unknowns(of: ratio.denominator)
    return [
      Self.difference(numerator, denominator, times: ratio.range.lowerBound, 0, .infinity),
      Self.difference(numerator, denominator, times: ratio.range.upperBound, -.infinity, 0),
    ]
  }

  /// Each overlapping code is part of the total and of its unions; a union is at most its parts.
  private func overlapRules() throws(DisclosureError) -> [SparseRow] {
    var rows: [SparseRow] = []
    var coverage = Coverage(self)
    for (place, block) in blocks.enumerated() {
      for (index, own) in block.overlapping.enumerated() {
        let others = block.overlapping.enumerated().filter { $0.offset != index }.map(\.element)
        let (covers, parts) = bounds(of: own, in: block, others)
        var upper: [(base: Int, lists: [[Int]])] = []
        for codes in covers { upper.append(try counterpart(codes, of: place, &coverage)) }
        var lower: [(base: Int, lists: [[Int]])] = []
        for codes in parts { lower.append(try counterpart(codes, of: place, &coverage)) }
        for offset in 0..<block.count {
          let cell = [block.base + offset]
          for (base, lists) in upper {
            rows.append(Self.difference(cell, lists[offset].map { $0 + base }, -.infinity, 0))
          }
          guard !lower.isEmpty else { continue }
          let sum = lower.flatMap { base, lists in lists[offset].map { $0 + base } }
          rows.append(Self.difference(sum, cell, 0, .infinity))
        }
      }
    }
    return rows
  }

  /// The overlapping codes of the blocks that a block is part of by one of its codes, and of the parts
  /// of that code.
  private func bounds(
    of own: DimensionCode, in block: Block, _ others: [DimensionCode]
  ) -> (covers: [[DimensionCode]], parts: [[DimensionCode]]) {
    var covers = [others]
    var parts: [[DimensionCode]] = []
    for union in unions(of: own.dimension) {
      let parent = Self.sorted(others + [union.parent])
      if union.children.contains(own), exists(block, parent) { covers.append(parent) }
      let children = union.children.map { Self.sorted(others + [$0]) }
      if own == union.parent, children.allSatisfy({ exists(block, $0) }) { parts = children }
    }
    return (covers, parts)
  }

  /// The unknowns of the block with other overlapping codes, for each unknown of one.
  private func counterpart(
    _ codes: [DimensionCode], of place: Int, _ coverage: inout Coverage
  ) throws(DisclosureError) -> (base: Int, lists: [[Int]]) {
    let other = try self.place(blocks[place].measure, blocks[place].release, codes)
    return (blocks[other].base, try coverage.of(place, by: other))
  }

  private func exists(_ block: Block, _ codes: [DimensionCode]) -> Bool {
    self.block(block.measure, block.release, codes) != nil
  }

  /// The unions of a dimension whose codes are known.
  private func unions(
    of dimension: Int
  ) -> [(parent: DimensionCode, children: [DimensionCode])] {
    func code(_ name: String) -> DimensionCode? {
      model.codeNames[dimension].existing(name).map {
        DimensionCode(dimension: dimension, code: $0)
      }
    }
    let members = model.structure["unions"]?[model.dimensions.names[dimension]]?.members ?? []
    return members.compactMap { member in
      let children = member.value.texts.map(code)
      guard let parent = code(member.name), !children.contains(nil) else { return nil }
      return (parent, children.compactMap { $0 })
    }
  }

  /// The cell like one of a block, with other overlapping codes.
  private func swapped(_ key: CellKey, _ block: Block, _ codes: [DimensionCode]) -> CellKey {
    let additive = key.codes.filter { !block.overlapping.contains($0) }
    return CellKey(
      measure: key.measure, release: key.release, codes: Self.sorted(additive + codes))
  }

  /// Codes that together cover the total are at least the total.
  private func exhaustiveRules() throws(DisclosureError) -> [SparseRow] {
    var rows: [SparseRow] = []
    for name in model.structure["exhaustive"]?.texts ?? [] {
      guard let dimension = model.dimensions.existing(name) else { continue }
      for block in blocks where !block.overlapping.contains(where: { $0.dimension == dimension }) {
        let children = model.codes[dimension].map {
          Self.sorted(block.overlapping + [DimensionCode(dimension: dimension, code: $0)])
        }.filter { exists(block, $0) }
        guard let first = children.first,
          let inner = self.block(block.measure, block.release, first)
        else { continue }
        for key in finestKeys(of: blocks[inner]) {
          var sum: [Int] = []
          for child in children { sum += try unknowns(of: swapped(key, blocks[inner], child)) }
          let whole = try unknowns(of: swapped(key, blocks[inner], block.overlapping))
          rows.append(Self.difference(sum, whole, 0, .infinity))
        }
      }
    }
    return rows
  }

  /// A measure that counts some of another is never larger.
  private func subsetRules() throws(DisclosureError) -> [SparseRow] {
    var rows: [SparseRow] = []
    for pair in model.structure["subset"]?.elements ?? [] {
      let names = pair.texts
      guard names.count == 2, let part = model.measures.existing(names[0]),
        let whole = model.measures.existing(names[1])
      else { continue }
      for block in blocks where block.measure == part {
        guard let wide = self.block(whole, block.release, []) else { continue }
        var lists: [[DimensionCode]] = [[]]
        for (dimension, leaves) in zip(block.dimensions, block.leaves)
        where blocks[wide].dimensions.contains(dimension) {
          lists = lists.flatMap { before in
            leaves.map { before + [DimensionCode(dimension: dimension, code: $0)] }
          }
        }
        for codes in lists {
          let small = CellKey(
            measure: part, release: block.release, codes: Self.sorted(codes + block.overlapping))
          let large = CellKey(measure: whole, release: block.release, codes: codes)
          rows.append(
            Self.difference(try unknowns(of: small), try unknowns(of: large), -.infinity, 0))
        }
      }
    }
    return rows
  }

  /// No finest cell changed more than the limit between two releases.
  private func releaseRules() -> [SparseRow] {
    guard let limit = model.structure["releases"]?["max_change"]?.number else { return [] }
    let listed = (model.structure["releases"]?["order"]?.texts ?? []).compactMap(
      model.releaseNames.existing)
    let order = listed.isEmpty ? Array(model.releaseNames.names.indices) : listed
    var rows: [SparseRow] = []
    for block in blocks {
      guard let place = order.firstIndex(of: block.release), place + 1 < order.count,
        let next = self.block(block.measure, order[place + 1], block.overlapping),
        blocks[next].dimensions == block.dimensions, blocks[next].leaves == block.leaves
      else { continue }
      for offset in 0..<block.count {
        rows.append(
          Self.difference(
            [block.base + offset], [blocks[next].base + offset], -Double(limit), Double(limit)))
      }
    }
    return rows
  }

  /// Two cells that are the same number.
  private func equalityRules() -> [SparseRow] {
    var rows: [SparseRow] = []
    for pair in model.structure["equal"]?.elements ?? [] where pair.elements.count == 2 {
      for release in model.releaseNames.names.indices {
        guard let first = model.key(pair.elements[0], release),
          let second = model.key(pair.elements[1], release),
          let left = try? unknowns(of: first), let right = try? unknowns(of: second)
        else { continue }
        rows.append(Self.difference(left, right, 0, 0))
      }
    }
    return rows
  }

  /// Cells that a table leaves out because they are zero.
  private func absenceRules() throws(DisclosureError) -> [SparseRow] {
    var rows: [SparseRow] = []
    for cross in model.crosses where cross.absentIsZero {
      for key in keys(of: cross) where model.place(of: key) == nil {
        rows.append(Self.sum(try unknowns(of: key), 0, 0))
      }
    }
    return rows
  }
}
