import Statistics
import WijkModel

/// t218: how conditions among patients changed since earlier published years.
///
/// The shared table rests on printed numbers only, the earlier ones from the ledger, so that it tells
/// nothing that a reader could not compute. It is of the wijk: programmes by sex and four age bands
/// (t223) out of all patients (t214), standardized to the reference population or, without one, to the
/// patients of the earlier year. Strata that are hidden in either year are taken together; what they hold
/// follows from the total. From three comparable years on it also has the yearly change (Poisson).
///
/// The internal table compares the rates that were kept with released cells, in all areas and bands.
public struct Trend: Sendable {
  /// The year of the report.
  let current: PublishedYear
  /// The year before it that a plan was made of.
  let previous: PublishedYear
  /// Earlier years without a break since, and the current one, from early to late.
  let series: [PublishedYear]
  private let standard: StandardPopulation?

  /// Takes the years that a trend is about; nil when there is no earlier year.
  ///
  /// - Parameters:
  ///   - current: The year of the report.
  ///   - earlier: Earlier releases of the wijk in any order; of equal years the last one counts. Only
  ///     those of earlier calendar years count.
  ///   - data: The sources, for the reference population.
  public init?(current: PublishedYear, earlier: [PublishedYear], data: SourceData) {
    var byYear: [Int: PublishedYear] = [:]
    for year in earlier where year.year < current.year { byYear[year.year] = year }
    let years = byYear.sorted { $0.key < $1.key }.map(\.value)
    guard let previous = years.last else { return nil }
    self.current = current
    self.previous = previous
    series = years.filter { current.breaks(since: $0).isEmpty } + [current]
    standard = StandardPopulation(ReferenceRates(data))
  }

  /// The earlier reference date.
  public var previousDate: CalendarDate { previous.referenceDate }
  /// What breaks the comparison with the previous year, as names of conditions; empty when nothing does.
  public var breaks: [String] { current.breaks(since: previous) }

  // MARK: - Tables

  /// t218 as it is shared, in the order of the programmes.
  ///
  /// - Parameter wijk: The wijk of the report.
  /// - Returns: One row per programme and measure; a row without a value says why.
  public func shared(of wijk: Wijk) -> DraftTable<EnrolledPatients> {
    var table = Self.table(rounding: true)
    for program in CareProgram.allCases.map(\.rawValue) {
      guard current.cases[program] != nil || previous.cases[program] != nil else { continue }
      table.append(ratioRow(program, wijk))
      if let row = yearlyRow(program, wijk) { table.append(row) }
    }
    table.notes = notes
    return table
  }

  /// t218 of `intern/tabellen`: every area of which the rates of both years were kept.
  public func unrounded() -> DraftTable<EnrolledPatients> {
    var table = Self.table(rounding: false)
    guard breaks.isEmpty else { return table }
    for rate in current.rates {
      let earlier = previous.rates.first {
        $0.area == rate.area && $0.group == rate.group && $0.standard == rate.standard
      }
      guard let earlier,
        let ratio = StandardizedRateRatio(
          rate: rate.rate, variance: rate.variance, toEarlier: earlier.rate,
          variance: earlier.variance)
      else { continue }
      table.append(
        cells(rate.area, rate.group, from: previous, measure: "dsr_ratio")
          + Self.figures(ratio.value, ratio.interval(), ratio.twoSidedP)
          + [.text("alle leeftijdsklassen van de referentie")])
    }
    return table
  }

  private static func table(rounding isRounded: Bool) -> DraftTable<EnrolledPatients> {
    let dimensions = ["gebied_soort", "gebied", "groep", "van", "tot", "maat"].map {
      TableColumn($0, .dimension)
    }
    let figures = ["waarde", "laag", "hoog"].map {
      TableColumn($0, .attribute, rounding: isRounded ? .decimals(2) : .exact)
    }
    return DraftTable(
      id: "t218-trend",
      columns: dimensions + figures + [
        TableColumn("p", .attribute, rounding: isRounded ? .significant(2) : .exact),
        TableColumn("toelichting", .attribute),
      ])
  }

  private var notes: [TableNote] {
    var notes = [
      TableNote(
        "trend-standaard",
        ["naam": standard == nil ? "de patiënten van het eerste jaar" : "de referentiebevolking"])
    ]
    if !breaks.isEmpty {
      notes.append(TableNote("trend-breuk", ["redenen": breaks.joined(separator: "|")]))
    }
    return notes
  }

  // MARK: - Two years

  private func ratioRow(_ group: String, _ wijk: Wijk) -> [DraftCell] {
    let head = cells(wijk.area, group, from: previous, measure: "dsr_ratio")
    func row(_ reason: String) -> [DraftCell] { head + Self.noFigures + [.text(reason)] }
    guard breaks.isEmpty else {
      return row("niet vergelijkbaar: " + breaks.joined(separator: ", "))
    }
    guard let years = comparedStrata(group) else { return row("aantal niet getoond") }
    guard let before = try? DirectStandardization(years.before),
      let now = try? DirectStandardization(years.now),
      let ratio = StandardizedRateRatio(
        rate: now.value, variance: now.variance, toEarlier: before.value,
        variance: before.variance)
    else { return row("te weinig patiënten") }
    return head + Self.figures(ratio.value, ratio.interval(), ratio.twoSidedP)
      + [.text(years.note)]
  }

  /// The strata of both years with equal weights; nil when a total is hidden.
  private func comparedStrata(
    _ group: String
  ) -> (before: [StandardStratum], now: [StandardStratum], note: String)? {
    let years = [previous, current]
    let totals = years.map { ($0.cases[group]?.total, $0.patients.total) }
    guard let casesBefore = totals[0].0, let casesNow = totals[1].0, let allBefore = totals[0].1,
      let allNow = totals[1].1
    else { return nil }
    let bands = Set(years.flatMap { $0.patients.strata.keys.map(\.band) }).sorted()
    let all = Sex.allCases.flatMap { sex in bands.map { PublishedYear.Stratum(sex, $0) } }
    var weights: [PublishedYear.Stratum: Double] = [:]
    for stratum in all {
      weights[stratum] =
        standard.map { $0.weight(sex: stratum.sex, band: stratum.band) ?? 0 }
        ?? Double(previous.patients.strata[stratum] ?? 0)
    }
    let open = all.filter { stratum in
      years.allSatisfy {
        $0.cases[group]?.strata[stratum] != nil && ($0.patients.strata[stratum] ?? 0) > 0
      }
    }
    var total = orderedSum(all.compactMap { weights[$0] })
    // Without a reference the earlier patients are the standard, the hidden ones included.
    if standard == nil { total = Double(allBefore) }
    func strata(_ year: PublishedYear, _ cases: Int, _ patients: Int) -> [StandardStratum] {
      let shown = open.map {
        StandardStratum(
          cases: Double(year.cases[group]?.strata[$0] ?? 0),
          persons: Double(year.patients.strata[$0] ?? 0), weight: weights[$0] ?? 0)
      }
      let rest = StandardStratum(
        cases: Double(cases) - shown.reduce(0) { $0 + $1.cases },
        persons: Double(patients) - shown.reduce(0) { $0 + $1.persons },
        weight: max(0, total - shown.reduce(0) { $0 + $1.weight }))
      return open.count == all.count ? shown : shown + [rest]
    }
    let note =
      open.count == all.count
      ? "naar leeftijd en geslacht"
      : open.isEmpty
        ? "zonder correctie voor leeftijd en geslacht"
        : "naar leeftijd en geslacht, met samengenomen klassen"
    return (
      strata(previous, casesBefore, allBefore), strata(current, casesNow, allNow), note
    )
  }

  // MARK: - Three years and more

  /// The yearly change over all comparable years of which the totals are printed.
  private func yearlyRow(_ group: String, _ wijk: Wijk) -> [DraftCell]? {
    let years = series.compactMap { year -> (PublishedYear, YearCount)? in
      guard let cases = year.cases[group]?.total, let patients = year.patients.total,
        patients > 0
      else { return nil }
      return (year, YearCount(year: year.year, cases: cases, persons: Double(patients)))
    }
    guard let first = years.first, years.count >= 3,
      years.last?.0.year == current.year, let trend = try? PoissonTrend(years.map(\.1))
    else { return nil }
    return cells(wijk.area, group, from: first.0, measure: "apc_procent")
      + Self.figures(trend.annualPercentageChange, trend.interval(), trend.twoSidedP)
      + [.text("\(years.count) jaren, zonder correctie voor leeftijd en geslacht")]
  }

  // MARK: - Cells

  private func cells(
    _ area: Area, _ group: String, from first: PublishedYear, measure: String
  ) -> [DraftCell] {
    PatientTables.cells(area) + [
      .text(group), .text(String(first.year)), .text(String(current.year)), .text(measure),
    ]
  }

  private static let noFigures: [DraftCell] = [.absent, .absent, .absent, .absent]

  private static func figures(
    _ value: Double, _ limits: ConfidenceInterval, _ p: Double
  ) -> [DraftCell] { [.number(value), .number(limits.low), .number(limits.high), .number(p)] }
}
