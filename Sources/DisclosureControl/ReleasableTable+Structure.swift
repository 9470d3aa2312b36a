import WijkModel

extension ReleasableTable {
  /// Whether the table counts patients, so that an auditor must look at it.
  var hasPatientCounts: Bool {
    population == .enrolledPatients && columns.contains(where: \.isCount)
  }

  /// The measures that the table counts, in the order of its columns and rows.
  ///
  /// In t215 the column `soort` names the measure of a row; `bekend` is `patienten`.
  var measures: [String] {
    if id.hasPrefix("t215") { return codes("soort").map { $0 == "bekend" ? "patienten" : $0 } }
    if isRanking { return [Self.rankingMeasure] }
    return columns.compactMap { if case .count(let measure) = $0.role { measure } else { nil } }
  }

  /// Whether the table ranks conditions of patients.
  var isRanking: Bool { id.hasPrefix("t210") || id.hasPrefix("t222") }

  /// Rankings name a group by its id and not by the name of t215, so their counts are a measure of
  /// their own, tied to that of t215 by equal cells.
  static let rankingMeasure = "ranglijst"

  /// The different codes of a dimension in the order of the rows, without `Totaal`.
  func codes(_ name: String) -> [String] {
    guard let index = column(name) else { return [] }
    var codes: [String] = []
    var known: Set<String> = [AreaCode.total]
    for row in rows {
      if case .text(let code) = row[index], known.insert(code).inserted { codes.append(code) }
    }
    return codes
  }

  /// In t202 the parts of the patients who live elsewhere or nobody knows where, as parents with
  /// their children: `buiten` holds the named postcodes and `elders`.
  var outsideParts: [(parent: String, children: [String])] {
    func codes(_ location: String) -> [String] {
      guard let place = column("ligging"), let area = column("gebied") else { return [] }
      return rows.compactMap { row in
        guard row[place] == .text(location), case .text(let code) = row[area],
          code != AreaCode.total
        else { return nil }
        return code
      }
    }
    let outside = codes("buiten")
    let unknown = codes("onbekend")
    guard outside.contains(AreaCode.elsewhere) else {
      return outside.isEmpty && unknown.isEmpty ? [] : [(AreaCode.outside, outside + unknown)]
    }
    let named = outside.filter { $0 != AreaCode.elsewhere }
    return [(AreaCode.outside, [AreaCode.elsewhere] + unknown)]
      + (named.isEmpty ? [] : [(AreaCode.elsewhere, named)])
  }

  /// What `audit.json` says of the table.
  ///
  /// Without ratios, percentages are only said to hide with their count: those of rounded counts say
  /// nothing more than the counts do, and nothing exact of the true ones.
  func structure(wijk: Wijk, withRatios: Bool) -> ReleaseStructure.Value {
    typealias Member = ReleaseStructure.Member
    guard hasPatientCounts else { return .object([Member("skip", .flag(true))]) }
    switch id.prefix(4) {
    case "t201": return coverageStructure(withRatios)
    case "t202":
      return shareStructure(
        dimensions: ["gebied"], measure: "patienten", of: ["gebied"], withRatios: withRatios)
    case "t213":
      return .object([
        Member("dims", .texts(["stap"])), Member("measure", .text("waterval")),
        Member("absolute", .flag(true)),
      ])
    case "t215":
      return .object([
        Member("dims", .texts(["gebied", "groep"])), Member("measure_column", .text("soort")),
        Member("measure_map", .object([Member("bekend", .text("patienten"))])),
      ])
    case "t210", "t222":
      return shareStructure(
        dimensions: ["probleem"], measure: Self.rankingMeasure, of: [],
        fixed: [Member("gebied", .text(wijk.slug))], withRatios: withRatios)
    default: return plainStructure
    }
  }

  /// The dimension columns, without `gebied_soort`.
  private var dimensionNames: [String] {
    columns.filter { $0.role == .dimension && $0.name != "gebied_soort" }.map(\.name)
  }

  /// The columns that hide with a count.
  private var derivedNames: [String] {
    columns.compactMap { if case .derived = $0.role { $0.name } else { nil } }
  }

  /// Counts by the dimensions as the columns say; denominators do not depend on the disease group.
  private var plainStructure: ReleaseStructure.Value {
    typealias Member = ReleaseStructure.Member
    var values: [ReleaseStructure.Value] = []
    var counts: [String] = []
    for column in columns {
      switch column.role {
      case .count(let measure):
        counts.append(column.name)
        values.append(
          .object([Member("column", .text(column.name)), Member("measure", .text(measure))]))
      case .denominator(let measure):
        values.append(
          .object([
            Member("column", .text(column.name)), Member("measure", .text(measure)),
            Member("drop", .texts(["groep"])),
          ]))
      default: break
      }
    }
    var members = [Member("dims", .texts(dimensionNames)), Member("values", .list(values))]
    if !derivedNames.isEmpty {
      members += [
        Member("dependent_on", .texts(counts)), Member("dependent", .texts(derivedNames)),
      ]
    }
    return .object(members)
  }

  /// t201: patients beside the inhabitants, which everybody knows, and their ratio.
  ///
  /// Coverage is of whole inhabitants, so beside an estimate with half persons it is no exact ratio.
  private func coverageStructure(_ withRatios: Bool) -> ReleaseStructure.Value {
    typealias Member = ReleaseStructure.Member
    var values: [ReleaseStructure.Value] = [
      .object([
        Member("column", .text("inwoners")), Member("measure", .text("inwoners")),
        Member("public", .flag(true)),
      ]),
      .object([Member("column", .text("patienten")), Member("measure", .text("patienten"))]),
    ]
    let hasHalves = column("inwoners").map { place in
      rows.contains { if case .number = $0[place] { true } else { false } }
    }
    if withRatios, hasHalves == false {
      values.append(
        .object([
          Member("column", .text("dekkingsgraad")), Member("measure", .text("patienten")),
          Member("kind", .text("ratio")), Member("scale", .number(100)),
          Member("of_measure", .text("inwoners")),
        ]))
    }
    return .object([
      Member("dims", .texts(["gebied"])), Member("dependent_on", .texts(["patienten"])),
      Member("dependent", .texts(derivedNames)), Member("values", .list(values)),
    ])
  }

  /// Counts with `aandeel`, a percentage of the total over some dimensions, or of all patients of
  /// the area when there are none.
  private func shareStructure(
    dimensions: [String], measure: String, of parts: [String],
    fixed: [ReleaseStructure.Member] = [], withRatios: Bool
  ) -> ReleaseStructure.Value {
    typealias Member = ReleaseStructure.Member
    let counts = columns.filter(\.isCount).map(\.name)
    var values: [ReleaseStructure.Value] = counts.map {
      .object([Member("column", .text($0)), Member("measure", .text(measure))])
    }
    if withRatios, column("aandeel") != nil {
      var share = [
        Member("column", .text("aandeel")), Member("measure", .text(measure)),
        Member("kind", .text("percentage")),
      ]
      share +=
        parts.isEmpty
        ? [Member("of", .texts(dimensions)), Member("of_measure", .text("patienten"))]
        : [Member("of", .texts(parts))]
      values.append(.object(share))
    }
    var members = [Member("dims", .texts(dimensions))]
    if !fixed.isEmpty { members.append(Member("fixed", .object(fixed))) }
    members += [
      Member("values", .list(values)), Member("dependent_on", .texts(counts)),
      Member("dependent", .texts(derivedNames)),
    ]
    return .object(members)
  }
}
