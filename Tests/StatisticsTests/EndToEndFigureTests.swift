import Testing

@testable import Statistics

/// The synthetic wijk of the golden vectors: strata of every programme, area and year.
struct EndToEndFigures {
  let reference: [GoldenRow]
  let patients: [GoldenRow]

  init() throws {
    reference = try GoldenFile("e2e_reference.csv").rows
    patients = try GoldenFile("e2e_patients.csv").rows
  }

  /// Cases, persons, reference and standard weight of the strata of an area; `WIJK` is all areas.
  func strata(
    _ programme: String, area: String, year: String
  ) -> (compared: [ComparedStratum], standard: [[StandardStratum]]) {
    let rows = patients.filter {
      $0.text("year") == year && (area == "WIJK" || $0.text("pc4") == area)
    }
    var compared: [ComparedStratum] = []
    var standard: [String: [StandardStratum]] = [:]
    for stratum in reference {
      let own = rows.filter {
        $0.text("sex") == stratum.text("sex") && $0.text("ageband") == stratum.text("ageband")
      }
      let cases = own.reduce(0) { $0 + $1.count(programme) }
      let persons = own.reduce(0) { $0 + $1["patients"] }
      compared.append(
        ComparedStratum(
          cases: cases, persons: persons,
          reference: ReferenceStratum(cases: stratum[programme], persons: stratum["stdpop"])))
      standard[stratum.text("sex"), default: []].append(
        StandardStratum(cases: Double(cases), persons: persons, weight: stratum["stdpop"]))
    }
    return (compared, standard.sorted { $0.key < $1.key }.map(\.value))
  }
}

@Suite("A whole wijk from counts to verdicts")
struct EndToEndFigureTests {
  @Test("Every column of prevalence agrees with the golden case")
  func prevalence() throws {
    let figures = try EndToEndFigures()
    let file = try GoldenFile("e2e_expected.csv")
    #expect(file.rows.count == 90)
    var check = GoldenCheck()
    for year in ["2024", "2025"] {
      let rows = file.rows.filter { $0.text("year") == year }
      let results = try rows.map { row in
        try IndirectStandardization(
          figures.strata(row.text("programme"), area: row.text("area"), year: year).compared)
      }
      let family = rows.indices.filter { rows[$0].text("area") != "WIJK" }
      #expect(family.count == 40)
      let q = MultipleTesting.benjaminiHochberg(family.map { results[$0].twoSidedP() })
      let adjusted = Dictionary(uniqueKeysWithValues: zip(family, q))
      let smoothed = try smoothed(rows, results)
      for (index, row) in rows.enumerated() {
        let standard = figures.strata(row.text("programme"), area: row.text("area"), year: year)
        compare(&check, row, results[index], q: adjusted[index])
        compare(&check, row, standard: standard.standard.flatMap { $0 })
        check.number(row, "eb_prevalence", smoothed[index]?.prevalence, tolerance: 1e-12)
        check.number(
          row, "eb_ratio100", smoothed[index].map { $0.ratio * 100 }, tolerance: 1e-12)
      }
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("The postcode with empty bands can be standardized after joining, and says which")
  func joined() throws {
    let figures = try EndToEndFigures()
    let groups = figures.strata("diabetes", area: "2316", year: "2025").standard
    #expect(throws: StatisticsError.self) {
      try DirectStandardization(groups.flatMap { $0 })
    }
    let joined = try DirectStandardization.joiningEmptyBands(groups)
    #expect(!joined.joins.isEmpty)
    let result = try DirectStandardization(joined.strata)
    #expect(result.persons == 180 && result.cases == 5 && result.method == .fayFeuer)
    let limits = result.limits()
    #expect(limits.low > 0 && limits.low < result.value && limits.high > result.value)
    #expect(
      orderedSum(joined.strata.map(\.weight)) == orderedSum(groups.flatMap { $0 }.map(\.weight)))
  }

  private func smoothed(
    _ rows: [GoldenRow], _ results: [IndirectStandardization]
  ) throws -> [Int: (prevalence: Double, ratio: Double)] {
    var smoothed: [Int: (prevalence: Double, ratio: Double)] = [:]
    for programme in Set(rows.map { $0.text("programme") }) {
      let places = rows.indices.filter {
        rows[$0].text("programme") == programme && rows[$0].text("area") != "WIJK"
      }
      func rates(_ size: (Int) -> Double) throws -> [Double] {
        try EmpiricalBayes(
          places.map { AreaCount(cases: Double(results[$0].observed), size: size($0)) }
        ).rates
      }
      let prevalence = try rates { rows[$0]["patients"] }
      let ratios = try rates { results[$0].expected }
      for (position, place) in places.enumerated() {
        smoothed[place] = (prevalence[position], ratios[position])
      }
    }
    return smoothed
  }

  private func compare(
    _ check: inout GoldenCheck, _ row: GoldenRow, _ result: IndirectStandardization, q: Double?
  ) {
    let limits = result.limits()
    let wilson = wilsonInterval(of: Double(result.observed), in: row["patients"])
    check.number(row, "observed", Double(result.observed), tolerance: 0)
    check.number(
      row, "prevalence", Double(result.observed) / row["patients"], tolerance: 1e-13)
    check.number(row, "prev_lower95", wilson?.low, tolerance: 1e-12)
    check.number(row, "prev_upper95", wilson?.high, tolerance: 1e-12)
    check.number(row, "expected", result.expected, tolerance: 1e-13)
    check.number(row, "ratio100", result.ratio.map { $0 * 100 }, tolerance: 1e-13)
    check.number(row, "ratio_lower95", limits.map { $0.low * 100 }, tolerance: 1e-10)
    check.number(row, "ratio_upper95", limits.map { $0.high * 100 }, tolerance: 1e-10)
    check.text(row, "ratio_method", result.method == .byar ? "Byars" : "Exact")
    check.number(row, "p_exact", result.twoSidedP(), tolerance: 1e-10)
    check.number(row, "bh_q", q, tolerance: 1e-10)
    let words: [BenchmarkPosition: String] = [
      .higher: "hoger", .lower: "lager", .similar: "vergelijkbaar",
    ]
    let position = limits.map { BenchmarkPosition($0, against: 1) } ?? .similar
    check.text(row, "label95", words[position] ?? "")
    let side: BenchmarkPosition = (result.ratio ?? 1) > 1 ? .higher : .lower
    let verdict = q.map { $0 <= 0.05 ? side : .similar }
    check.text(row, "label_bh", verdict.flatMap { words[$0] } ?? "NA")
  }

  private func compare(
    _ check: inout GoldenCheck, _ row: GoldenRow, standard strata: [StandardStratum]
  ) {
    // The golden case has no rate for a postcode with empty bands; ours joins them when asked.
    let result = try? DirectStandardization(strata)
    let limits = result?.limits()
    check.number(row, "dsr_per_1000", result.map { $0.value * 1000 }, tolerance: 1e-12)
    check.number(row, "dsr_lower95", limits.map { $0.low * 1000 }, tolerance: 1e-11)
    check.number(row, "dsr_upper95", limits.map { $0.high * 1000 }, tolerance: 1e-11)
    check.number(row, "dsr_var", result.map { $0.variance * 1e6 }, tolerance: 1e-12)
  }
}
