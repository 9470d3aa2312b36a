import Foundation
import Testing

@testable import DisclosureControl

/// The sums of finest cells found without numbers: code by code, as the words say.
private struct SlowSums {
  let system: CellSystem

  /// The leaves of a block that a code sums.
  private func leaves(under code: Int?, of dimension: Int, among leaves: [Int]) -> Set<Int>? {
    guard let code else { return Set(leaves) }
    if leaves.contains(code) { return [code] }
    guard let children = system.tree.children(of: code, in: dimension) else { return nil }
    var found: Set<Int> = []
    for child in children {
      guard let part = self.leaves(under: child, of: dimension, among: leaves) else { return nil }
      found.formUnion(part)
    }
    return found
  }

  /// The unknowns of which every code lies under the codes of a cell; nil when one is not there.
  func unknowns(of key: CellKey) -> [Int]? {
    let over = key.codes.filter { system.overlapping.contains($0.dimension) }
    guard let place = system.block(key.measure, key.release, over) else { return nil }
    let block = system.blocks[place]
    var allowed: [Int: Set<Int>] = [:]
    for (dimension, leaves) in zip(block.dimensions, block.leaves) {
      let code = key.code(of: dimension)
      guard let set = self.leaves(under: code, of: dimension, among: leaves) else { return nil }
      allowed[dimension] = set
    }
    return system.finestKeys(of: block).enumerated().filter { _, finest in
      finest.codes.allSatisfy { allowed[$0.dimension]?.contains($0.code) ?? true }
    }.map { block.base + $0.offset }
  }

  /// The unknowns of the cells that nobody printed, with a count in a range, each once.
  func unprinted(
    at point: [Double], besides printed: [[Int]], within range: Range<Double>
  ) throws -> [[Int]] {
    var known = Set(printed)
    var found: [[Int]] = []
    for cross in system.model.crosses {
      let kinds = [false, true].map {
        CoarseCodes.Kind(measure: cross.measure, release: cross.release, isOverlapping: $0)
      }
      for key in system.keys(of: cross) where system.model.place(of: key) == nil {
        let isGroup = key.codes.contains { system.overlapping.contains($0.dimension) }
        if key.codes.contains(where: { system.coarse.hides($0, in: kinds[isGroup ? 1 : 0]) }) {
          continue
        }
        let unknowns = try #require(self.unknowns(of: key))
        guard known.insert(unknowns).inserted else { continue }
        if range.contains(unknowns.reduce(0) { $0 + point[$1] }) { found.append(unknowns) }
      }
    }
    return found
  }
}

@Suite("Cells that nobody printed")
struct UnprintedCellsTests {
  private static let releases: [TextRelease] = {
    let folders = AuditFolder.folders(in: AuditFolder.fixtures.appendingPathComponent("cases"))
    let read = folders.compactMap { folder in
      try? AuditFolder.read(folder.appendingPathComponent("truth"))
    }
    return read + (1...4).map { OutsideRelease(seed: $0).release }
  }()

  @Test("A sum is that of the finest cells under its codes", arguments: releases)
  func sums(release: TextRelease) throws {
    let model = try CellModel([release])
    for mergesLeaves in [false, true] {
      guard
        let (system, program) = try CellSystem.consistent(with: model, mergesLeaves: mergesLeaves)
      else { continue }
      let slow = SlowSums(system: system)
      var names: [[Int]: CellSum] = [:]
      for key in model.cells.map(\.key) + model.crosses.flatMap(system.keys) {
        let unknowns = slow.unknowns(of: key)
        #expect((try? system.unknowns(of: key)) == unknowns)
        guard let unknowns else { continue }
        let name = try system.sum(of: key)
        #expect(names[unknowns] ?? name == name, "one set of cells, one name")
        names[unknowns] = name
      }
      #expect(Set(names.values).count == names.count)
      let printed = try model.cells.map { try system.sum(of: $0.key) }
      for range in [0.95..<9.95, -1..<Double.greatestFiniteMagnitude] {
        let fast = try UnprintedCells(
          system, at: program.point, besides: Set(printed), within: range)
        let expected = try slow.unprinted(
          at: program.point, besides: printed.map(system.unknowns), within: range)
        #expect(fast.suspects.map(\.unknowns) == expected)
        for cell in fast.suspects { #expect(try system.unknowns(of: cell.key) == cell.unknowns) }
      }
    }
  }

  @Test("A printed cell is found by its name, and no other")
  func places() throws {
    let model = try CellModel([OutsideRelease(seed: 5).release])
    for (place, cell) in model.cells.enumerated() { #expect(model.place(of: cell.key) == place) }
    let system = try CellSystem(model)
    let printed = Set(model.cells.map(\.key))
    for key in model.crosses.flatMap(system.keys) where !printed.contains(key) {
      #expect(model.place(of: key) == nil)
    }
  }

  @Test("A difference has every unknown once, in order, without those that cancel")
  func difference() {
    let row = CellSystem.difference([7, 3, 5], [5, 9, 9], -.infinity, 0)
    #expect(row.columns == [3, 7, 9])
    #expect(row.coefficients == [1, 1, -2])
    let half = CellSystem.difference([1], [1, 2], times: 0.5, 0, .infinity)
    #expect(half.columns == [1, 2])
    #expect(half.coefficients == [0.5, -0.5])
  }
}
