import Definitions
import WijkModel

/// t208: the Gezondheidsmonitor per postcode and for the wijk, and of the areas around it.
///
/// Per indicator the newest year with a figure for the wijk; without one, the newest year with any
/// figure of its postcodes, its gemeente, its region or the Netherlands.
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
        table.append(cells(Area(postcode), one, value, reference: nil))
      }
    }
    for one in all where hasPostcodes(one.slice) {
      let value = one.figure.known?.value
      table.append(cells(wijk.area, one, value, reference: one.reference))
      if let origin = one.reference?.origin { origins.add(origin) }
    }
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

  private func cells(
    _ area: Area, _ one: Chosen, _ value: MonitorValue?, reference: MonitorReference?
  ) -> [DraftCell] {
    [
      .text(area.kind.rawValue), .text(area.code), .text(one.indicator.name),
      .text(one.slice.ages.label), .count(one.slice.year),
      value.map { .text($0.basis.rawValue) } ?? .absent, DraftCell(value?.percentage),
      .optional(value?.limits?.low), .optional(value?.limits?.high),
      .optional(value?.respondents), .optional(reference?.name ?? ""),
      .optional(reference?.percentage), verdict(value, reference),
    ]
  }

  /// Only a measured figure with limits has a verdict; it is about the reference as a fixed value.
  private func verdict(_ value: MonitorValue?, _ reference: MonitorReference?) -> DraftCell {
    guard let value, value.basis == .measured, let limits = value.limits, let reference else {
      return .absent
    }
    if limits.low > reference.percentage { return .text("hoger") }
    return .text(limits.high < reference.percentage ? "lager" : "vergelijkbaar")
  }

  private func appendSurroundings(
    to table: inout DraftTable<Inhabitants>, _ all: [Chosen], _ origins: inout OriginSet
  ) {
    let rows = all.flatMap { one in surroundings(one.slice).map { (one, $0.area, $0.figure) } }
    for area in Set(rows.map(\.1)).sorted() {
      for (one, other, figure) in rows where other == area {
        let value = MonitorValue(figure)
        let reference = area.kind == .municipality ? reader.region(one.slice, for: wijk) : nil
        table.append(cells(area, one, value, reference: reference))
        origins.add(figure.origin, year: figure.year)
      }
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
