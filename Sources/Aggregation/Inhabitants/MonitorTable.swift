import Definitions
import Statistics
import WijkModel

/// t208: the Gezondheidsmonitor per postcode and for the wijk, and of the areas around it.
///
/// Per indicator the newest year with a figure for the wijk; without one, the newest year with any
/// figure of its postcodes, its gemeente, its region or the Netherlands. A verdict needs a measured
/// figure with limits and stays after Benjamini-Hochberg (5 %) over all measured indicators of one
/// area, year and age base.
struct MonitorTable {
  let reader: MonitorReader
  let data: SourceData
  let definitions: DefinitionSet
  let wijk: Wijk

  /// What is shown of one indicator and age base.
  private struct Chosen {
    let indicator: Indicator
    let slice: MonitorSlice
    let figure: MonitorReader.WijkFigure
    let reference: MonitorReference?
  }

  /// The table, or nil when no figure concerns the wijk.
  func table() -> DraftTable<Inhabitants>? {
    let all = definitions.indicators.filter { $0.kind == .monitor }.flatMap(choices)
    guard !all.isEmpty else { return nil }
    var table = DraftTable<Inhabitants>(
      id: "t208-gezondheidsmonitor",
      dimensions: ["gebied_soort", "gebied", "indicator", "leeftijd"],
      attributes: [
        "jaar", "basis", "waarde", "laag", "hoog", "n", "referentie", "referentie_waarde",
        "oordeel",
      ])
    var origins = OriginSet()
    for postcode in wijk.postcodes {
      for one in all where hasPostcodes(one.slice) {
        let value = reader.value(one.slice, postcode)
        if let value { origins.add(value.origins, years: [one.slice.year]) }
        table.append(cells(Area(postcode), one, value))
      }
    }
    let own = all.filter { hasPostcodes($0.slice) }.map {
      Row(one: $0, value: $0.figure.known?.value, reference: $0.reference)
    }
    append(own, of: wijk.area, to: &table)
    for one in own.map(\.one) { if let origin = one.reference?.origin { origins.add(origin) } }
    appendSurroundings(to: &table, all, &origins)
    table.notes = notes(all)
    table.cite(origins, in: data)
    return table
  }

  private func choices(_ indicator: Indicator) -> [Chosen] {
    let slices = reader.monitor.slices(indicator.id)
    let all = Set(slices.map(\.ages)).sorted().compactMap { ages -> Chosen? in
      let own = slices.filter { $0.ages == ages }
      let slice =
        own.first { reader.figure($0, wijk.postcodes).known != nil } ?? own.first(
          where: hasPostcodes)
        ?? own.first { !surroundings($0).isEmpty }
      return slice.map { slice in
        let areas = reader.comparison(slice, for: wijk)
        return Chosen(
          indicator: indicator, slice: slice, figure: reader.figure(slice, wijk.postcodes),
          reference: reader.reference(slice, for: wijk, among: areas))
      }
    }
    // One year per indicator: 19+ of an older round does not stand beside 18+ of a newer one. The
    // base that is ranked decides, so that the ranking can be found here.
    let known = all.filter { $0.figure.known != nil }
    let ranked = known.filter { InhabitantCandidates.bases.contains($0.slice.ages) }
    let deciding = ranked.isEmpty ? (known.isEmpty ? all : known) : ranked
    let year = deciding.map(\.slice.year).max()
    return all.filter { $0.slice.year == year }
  }

  private func hasPostcodes(_ slice: MonitorSlice) -> Bool {
    wijk.postcodes.contains { reader.value(slice, $0) != nil }
  }

  // MARK: - Rows

  /// One figure of an area with what it is compared with.
  private struct Row {
    let one: Chosen
    let value: MonitorValue?
    let reference: MonitorReference?

    /// The difference of a measured figure with limits (SampleDifference); nil for any other.
    var difference: SampleDifference? {
      guard let value, value.basis == .measured, let reference else { return nil }
      let own = Figure<Measured>(value: value.percentage, limits: value.limits)
      let other = Figure<Measured>(value: reference.percentage, limits: reference.limits)
      return own.difference(from: other) ?? own.difference(fromKnown: reference.percentage)
    }

    /// What is left of the difference at a *q*; the published limits may not hold the reference.
    func verdict(_ q: Double) -> Verdict {
      guard let limits = value?.limits, let reference, q <= 0.05 else { return .similar }
      if limits.low > reference.percentage { return .higher }
      return limits.high < reference.percentage ? .lower : .similar
    }
  }

  /// Appends the rows of an area, with verdicts by family: one year and age base.
  private func append(_ rows: [Row], of area: Area, to table: inout DraftTable<Inhabitants>) {
    var verdicts = [Verdict?](repeating: nil, count: rows.count)
    let tests = rows.enumerated().compactMap { place, row in
      row.difference.map { (place: place, slice: row.one.slice, p: $0.twoSidedP) }
    }
    for (year, ages) in Set(tests.map { Family($0.slice) }).map({ ($0.year, $0.ages) }) {
      let family = tests.filter { $0.slice.year == year && $0.slice.ages == ages }
      let q = MultipleTesting.benjaminiHochberg(family.map(\.p))
      for (test, q) in zip(family, q) { verdicts[test.place] = rows[test.place].verdict(q) }
    }
    for (row, verdict) in zip(rows, verdicts) {
      table.append(
        cells(area, row.one, row.value, reference: row.reference, verdict: verdict))
    }
  }

  /// The tests that are looked at together.
  private struct Family: Hashable {
    let year: Int
    let ages: AgeBand

    init(_ slice: MonitorSlice) { (year, ages) = (slice.year, slice.ages) }
  }

  private func cells(
    _ area: Area, _ one: Chosen, _ value: MonitorValue?, reference: MonitorReference? = nil,
    verdict: Verdict? = nil
  ) -> [DraftCell] {
    [
      .text(area.kind.rawValue), .text(area.code), .text(one.indicator.name),
      .text(one.slice.ages.label), .count(one.slice.year),
      value.map { .text($0.basis.rawValue) } ?? .absent, DraftCell(value?.percentage),
      .optional(value?.limits?.low), .optional(value?.limits?.high),
      .optional(value?.respondents), .optional(reference?.name ?? ""),
      .optional(reference?.percentage), .optional(verdict?.rawValue ?? ""),
    ]
  }

  private func appendSurroundings(
    to table: inout DraftTable<Inhabitants>, _ all: [Chosen], _ origins: inout OriginSet
  ) {
    let rows = all.flatMap { one in surroundings(one.slice).map { (one, $0.area, $0.figure) } }
    for area in Set(rows.map(\.1)).sorted() {
      let own = rows.filter { $0.1 == area }
      append(
        own.map { one, _, figure in
          let reference = area.kind == .municipality ? reader.region(one.slice, for: wijk) : nil
          return Row(one: one, value: MonitorValue(figure), reference: reference)
        }, of: area, to: &table)
      for (_, _, figure) in own { origins.add(figure.origin, year: figure.year) }
    }
  }

  /// The published figures of the gemeenten, the region and the Netherlands.
  private func surroundings(_ slice: MonitorSlice) -> [(area: Area, figure: MonitorFigure)] {
    var result: [(area: Area, figure: MonitorFigure)] = []
    for municipality in reader.links.municipalities(wijk.postcodes) {
      let codes = [municipality.code, municipality.name].filter { !$0.isEmpty }
      let figure = codes.lazy.compactMap {
        reader.monitor.figure(slice, Area(.municipality, $0))
      }.first
      if let figure { result.append((Area(.municipality, municipality.label), figure)) }
    }
    if let (name, figure) = reader.regionFigure(slice, for: wijk) {
      result.append((Area(.region, name), figure))
    }
    if let figure = reader.monitor.figure(slice, Area(.country, "NL")) {
      result.append((Area(.country, "Nederland"), figure))
    }
    return result
  }

  private func notes(_ all: [Chosen]) -> [TableNote] {
    var notes: [TableNote] = []
    var insufficient: [String] = []
    for one in all {
      if case .insufficient = one.figure, !insufficient.contains(one.indicator.id) {
        insufficient.append(one.indicator.id)
      }
    }
    if !insufficient.isEmpty {
      notes.append(
        TableNote("onvoldoende-dekking", ["kandidaten": insufficient.joined(separator: "|")]))
    }
    let values = all.compactMap { $0.figure.known?.value }
    if wijk.postcodes.count > 1 && !values.isEmpty { notes.append(TableNote("gewogen")) }
    if values.contains(where: { $0.basis == .redistributed }) {
      notes.append(TableNote("herverdeeld"))
    }
    if all.allSatisfy({ $0.slice.ages.lower >= 18 }) { notes.append(TableNote("volwassenen")) }
    return notes
  }
}

extension MonitorValue {
  /// The figure of an area as published; it must have a number.
  init?(_ figure: MonitorFigure) {
    guard let percentage = figure.value.number else { return nil }
    self.init(
      percentage: percentage,
      limits: figure.low.flatMap { low in figure.high.map { .init(low: low, high: $0) } },
      respondents: figure.respondents, basis: figure.basis, origins: [figure.origin])
  }
}
