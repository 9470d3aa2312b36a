import Definitions
import WijkModel

/// The tables of characteristics: t204 (origin), t205 (households and groups), t206 (SES-WOA).
struct CharacteristicTables {
  let reader: CharacteristicReader
  let data: SourceData
  let wijk: Wijk

  /// The figures of a kind, by indicator in the order of the definitions.
  func rows(_ kind: Indicator.Kind) -> [CharacteristicRows] {
    reader.definitions.indicators.filter { $0.kind == kind && !isAgeCount($0) }
      .flatMap { reader.rows($0, for: wijk) }
  }

  /// A table, or nil when no characteristic of the kind has a figure.
  func table(
    _ id: String, of rows: [CharacteristicRows], groups: [AgeGroupRows] = []
  ) -> DraftTable<Inhabitants>? {
    guard !rows.isEmpty || !groups.isEmpty else { return nil }
    var table = Self.empty(id)
    var origins = OriginSet()
    for area in areas(rows, groups) {
      for row in rows {
        guard let figure = (row.postcodes + row.others).first(where: { $0.area == area })
        else { continue }
        // An area around the wijk without a figure is left out; one of the wijk is unknown.
        table.append(
          Self.cells(
            area, row.indicator.name, row.classification, row.year, figure.value, row.unit))
      }
      for group in groups { group.append(to: &table, area: area) }
    }
    for row in rows { origins.add(row.origins, years: [row.year]) }
    for group in groups { origins.add(group.origins, years: group.years) }
    table.cite(origins, in: data)
    table.notes = notes(rows, groups)
    return table
  }

  /// t204: only the newest classification of origin.
  func origin() -> DraftTable<Inhabitants>? {
    let all = rows(.origin)
    guard let newest = all.map(\.year).max() else { return nil }
    // Two classifications in one year (a file for each): the one whose name comes last is the newer.
    let name = all.filter { $0.year == newest }.map(\.classification).max() ?? ""
    var table = table("t204-herkomst", of: all.filter { $0.classification == name })
    if !name.isEmpty { table?.notes.append(TableNote("indeling", ["naam": name])) }
    if reader.classifications(.origin, for: wijk).count > 1 {
      table?.notes.append(TableNote("niet-vergelijkbaar-2022"))
    }
    return table
  }

  static func empty(_ id: String) -> DraftTable<Inhabitants> {
    DraftTable(
      id: id, dimensions: ["gebied_soort", "gebied", "kenmerk", "indeling"],
      attributes: ["jaar", "waarde", "eenheid"])
  }

  static func cells(
    _ area: Area, _ name: String, _ classification: String, _ year: Int, _ value: Double?,
    _ unit: String
  ) -> [DraftCell] {
    [
      .text(area.kind.rawValue), .text(area.code), .text(name), .optional(classification),
      .count(year), DraftCell(value), .text(unit),
    ]
  }

  /// The numbers of t203 are not repeated in t205.
  private func isAgeCount(_ indicator: Indicator) -> Bool { indicator.id.hasPrefix("inwoners") }

  /// Postcodes, then buurten, the wijk and the areas around it, as the first characteristic lists
  /// them.
  private func areas(_ rows: [CharacteristicRows], _ groups: [AgeGroupRows]) -> [Area] {
    let others = Set(rows.flatMap { $0.others.map(\.area) } + groups.flatMap(\.areas))
    func order(_ area: Area) -> Int {
      switch area.kind {
      case .postcode4: 0
      case .cbsBuurt: 1
      case .wijk: 2
      case .municipality: 3
      case .region: 4
      default: 5
      }
    }
    return Set(wijk.postcodes.map { Area($0) }).union(others).sorted {
      (order($0), $0.code) < (order($1), $1.code)
    }
  }

  private func notes(_ rows: [CharacteristicRows], _ groups: [AgeGroupRows]) -> [TableNote] {
    var notes: [TableNote] = []
    func add(_ code: String, _ names: [String]) {
      if !names.isEmpty {
        notes.append(TableNote(code, ["kenmerken": names.joined(separator: "|")]))
      }
    }
    let partial = rows.filter { $0.isPartial }
    add(
      "minstens",
      partial.filter { $0.unit == "aantal" }.map(\.indicator.name)
        + groups.filter(\.isPartial).map(\.name))
    add("onvolledig", partial.filter { $0.unit.isMean }.map(\.indicator.name))
    add("herverdeeld", rows.filter(\.isRedistributed).map(\.indicator.name))
    if rows.contains(where: { row in
      row.unit.isMean && row.others.contains { $0.area.kind == .wijk && $0.value != nil }
    }) {
      notes.append(TableNote("gewogen"))
    }
    return notes
  }
}
