import TestSupport
import Testing

@testable import DisclosureControl

/// A random wijk with merged postcodes and patients from named places outside: patients by area, age and
/// sex, groups by area, and groups of the wijk by age and sex.
struct OutsideRelease {
  static let inside = ["1901", "1902", "1903", "1904"]
  static let outside = ["1910", "1911", "1912", "elders", "onbekend"]
  static let ages = ["0–17", "18–64", "65+"]
  static let sexes = ["M", "V"]
  static let groups = ["Astma", "COPD", "Minstens één"]
  static let children = [
    "w": ["1901", "1902", "overige"], "overige": ["1903", "1904"],
    "buiten-of-onbekend": ["buiten", "onbekend"], "buiten": ["1910", "1911", "1912", "elders"],
  ]
  /// Persons by area, age, sex and group; "" is everybody.
  private var counts: [[String]: Int] = [:]

  init(seed: UInt64, mainPart: Bool = false) {
    var random = SeededGenerator(seed: seed)
    for area in Self.inside + Self.outside {
      let isSmall = area == "onbekend" || ["1903", "1904"].contains(area)
      let size = mainPart && area == "1910" ? 90 : isSmall ? 4 : 20
      for age in Self.ages {
        for sex in Self.sexes {
          for _ in 0..<Int.random(in: 0...size, using: &random) {
            let has = (0..<2).map { _ in Int.random(in: 0..<9, using: &random) == 0 }
            let groups = zip(Self.groups, has + [has.contains(true)]).filter(\.1).map(\.0)
            for group in [""] + groups { counts[[area, age, sex, group], default: 0] += 1 }
          }
        }
      }
    }
  }

  private func leaves(_ area: String) -> [String] {
    area == "Totaal"
      ? Self.inside + Self.outside : (Self.children[area]?.flatMap(leaves) ?? [area])
  }

  private func row(_ area: String, _ age: String, _ sex: String, _ group: String) -> String {
    var sum = 0
    for leaf in leaves(area) {
      for ownAge in Self.ages where age == "Totaal" || age == ownAge {
        for ownSex in Self.sexes where sex == "Totaal" || sex == ownSex {
          sum += counts[[leaf, ownAge, ownSex, group]] ?? 0
        }
      }
    }
    return String(sum)
  }

  var release: TextRelease {
    let areas = ["1901", "1902", "overige", "w", "buiten-of-onbekend", "Totaal"]
    let crossed = (Self.ages + ["Totaal"]).flatMap { age in
      (Self.sexes + ["Totaal"]).map { (age, $0) }
    }
    let places = ["w", "buiten", "1910", "1911", "1912", "elders", "onbekend", "Totaal"]
    return TextRelease(
      tables: [
        TextTable(
          name: "t202.csv", header: ["gebied", "aantal"],
          rows: places.map { [$0, row($0, "Totaal", "Totaal", "")] }),
        TextTable(
          name: "t214.csv", header: ["gebied", "leeftijd", "geslacht", "aantal"],
          rows: areas.flatMap { area in
            crossed.map { [area, $0.0, $0.1, row(area, $0.0, $0.1, "")] }
          }),
        TextTable(
          name: "t215.csv", header: ["gebied", "groep", "aantal"],
          rows: areas.flatMap { area in
            Self.groups.map { [area, $0, row(area, "Totaal", "Totaal", $0)] }
          }),
        TextTable(
          name: "t223.csv", header: ["gebied", "groep", "leeftijd", "geslacht", "aantal"],
          rows: Self.groups.flatMap { group in
            crossed.map { ["w", group, $0.0, $0.1, row("w", $0.0, $0.1, group)] }
          }),
      ], structure: Self.structure)
  }

  private static var structure: ReleaseStructure {
    typealias Member = ReleaseStructure.Member
    let parents = ["w", "overige", "buiten-of-onbekend", "buiten"]
    return ReleaseStructure(members: [
      Member("threshold", .number(10)), Member("min_width", .number(3)),
      Member("suppressed", .object([Member("•", .list([.number(0), .null]))])),
      Member("rest", .flag(false)), Member("dutch_thousands", .flag(false)),
      Member("measure", .text("patienten")), Member("nonadditive", .texts(["groep"])),
      Member(
        "unions",
        .object([Member("groep", .object([Member("Minstens één", .texts(["Astma", "COPD"]))]))])),
      Member(
        "hierarchies",
        .object([
          Member("gebied", .object(parents.map { Member($0, .texts(children[$0] ?? [])) }))
        ])),
    ])
  }
}

@Suite("Parents that stand for their children")
struct CoarseCodesTests {
  private func merged(_ release: TextRelease) throws -> Set<String> {
    let model = try CellModel([release])
    let (system, _) = try #require(try CellSystem.consistent(with: model))
    return Set(
      system.coarse.mergers.map { model.codeNames[$0.parent.dimension].names[$0.parent.code] })
  }

  @Test("Groups need one unknown for merged postcodes and one for the places outside")
  func parents() throws {
    let release = OutsideRelease(seed: 1).release
    #expect(try merged(release) == ["overige", "buiten"])
    let model = try CellModel([release])
    let (small, _) = try #require(try CellSystem.consistent(with: model))
    let (large, _) = try #require(try CellSystem.consistent(with: model, mergesLeaves: false))
    // Of 9 areas × 6 nothing prints the merged postcodes apart, and no group the places outside.
    #expect(large.unknownCount == 9 * 6 + 3 * 9 * 6)
    #expect(small.unknownCount == 8 * 6 + 3 * 5 * 6)
  }

  @Test("A place that holds most of its parent keeps its leaves")
  func mainPart() throws {
    #expect(try merged(OutsideRelease(seed: 1, mainPart: true).release) == ["overige"])
  }

  @Test("A printed cell of a group below a parent keeps its leaves")
  func printedBelow() throws {
    let release = OutsideRelease(seed: 1).release
    var tables = release.tables
    tables[2] = TextTable(
      name: "t215.csv", header: tables[2].header, rows: tables[2].rows + [["1911", "Astma", "•"]])
    #expect(
      try merged(TextRelease(tables: tables, structure: release.structure)) == ["overige"])
  }

  @Test("Patients by age below a parent keep its leaves")
  func agesBelow() throws {
    let release = OutsideRelease(seed: 1).release
    var tables = release.tables
    tables[1] = TextTable(
      name: "t214.csv", header: tables[1].header,
      rows: tables[1].rows + [["1911", "65+", "Totaal", "•"]])
    #expect(
      try merged(TextRelease(tables: tables, structure: release.structure)) == ["overige"])
  }

  @Test(
    "What is safe with merged leaves is safe with all of them",
    arguments: 1...6 as ClosedRange<UInt64>)
  func safety(seed: UInt64) throws {
    let truth = OutsideRelease(seed: seed).release
    let (protected, result) = try protectTables([truth], rule: .mayBeLarge)
    #expect(result.primaryCount > 0, "seed \(seed)")
    let flags = try attack(protected, isExact: false, mergesLeaves: false).flags
    #expect(flags == [], "seed \(seed)")
  }

  @Test(
    "Merged leaves give the same intervals and flags as all of them",
    arguments: [1, 2, 3] as [UInt64])
  func intervals(seed: UInt64) throws {
    let truth = OutsideRelease(seed: seed).release
    let (protected, _) = try protectTables([truth])
    // Small counts alone: much can be computed, so that there is something to compare.
    let small = TextRelease(
      tables: truth.tables.map { table in
        TextTable(
          name: table.name, header: table.header,
          rows: table.rows.map { row in
            let count = row.last.flatMap { Int($0) } ?? 0
            return count > 0 && count < 10 ? row.dropLast() + ["•"] : row
          })
      }, structure: truth.structure)
    for release in [protected[0], small] {
      let fast = try attack([release], isExact: true)
      let slow = try attack([release], isExact: true, mergesLeaves: false)
      #expect(fast.intervals == slow.intervals, "seed \(seed)")
      #expect(fast.flags == slow.flags, "seed \(seed)")
    }
    #expect(!(try audit([small]).isClean), "seed \(seed)")
  }
}
