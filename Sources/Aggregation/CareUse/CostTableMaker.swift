import Definitions
import Statistics
import WijkModel

/// t220: costs per insured year by kind of costs, the gemeente of the wijk against the Netherlands.
///
/// From the Vektis open data of the newest year. National costs are those of all rows, the rest row
/// (without sex, age and area) included. One year gives no interval.
struct CostTableMaker {
  private let data: SourceData
  private let definitions: DefinitionSet
  private let wijk: Wijk
  private let municipalities: [Municipality]

  /// Looks up the gemeenten of the wijk.
  init(data: SourceData, definitions: DefinitionSet, links: AreaLinks, wijk: Wijk) {
    self.data = data
    self.definitions = definitions
    self.wijk = wijk
    municipalities = links.municipalities(wijk.postcodes)
  }

  /// The table, or nil when no file has the area of the wijk.
  func table() -> DraftTable<InsuredPersons>? {
    for costs in candidates() {
      let areas = Set(costs.rows.compactMap(\.area)).filter { isOwn($0, costs.areaKind) }
      let rows = costs.rows.filter { $0.area.map(areas.contains) ?? false }
      if !rows.isEmpty { return table(costs, rows) }
    }
    return nil
  }

  /// Files by year, newest first; files of gemeenten go before those of PC3s.
  private func candidates() -> [CostTable] {
    func file(_ costs: CostTable) -> String {
      data.origins.indices.contains(costs.origin) ? data.origins[costs.origin].file : ""
    }
    func key(_ costs: CostTable) -> (Int, Int, String) {
      (-costs.year, costs.areaKind == .municipality ? 0 : 1, file(costs))
    }
    return data.costs.sorted { key($0) < key($1) }
  }

  private func isOwn(_ area: String, _ kind: AreaKind) -> Bool {
    if kind == .municipality { return municipalities.contains { $0.isNamed(area) } }
    return wijk.postcodes.contains { $0.description.hasPrefix(area) }
  }

  private func table(_ costs: CostTable, _ rows: [CostTable.Row]) -> DraftTable<InsuredPersons> {
    var table = DraftTable<InsuredPersons>(
      id: "t220-zorgkosten", dimensions: ["gebied_soort", "gebied", "jaar", "kostensoort"],
      attributes: [
        "kosten", "verzekerdejaren", "per_verzekerde", "landelijk_per_verzekerde", "index",
      ])
    let area = label(costs, rows)
    let years = orderedSum(rows.map(\.insuredYears))
    let nationalYears = orderedSum(costs.rows.map(\.insuredYears))
    var missing: [String] = []
    func append(_ name: String, _ places: [Int]) {
      let isReported = !places.isEmpty
      if !isReported { missing.append(name) }
      let sum = isReported ? total(rows, places) : nil
      let own = sum.flatMap { years > 0 ? $0 / years : nil }
      let national =
        isReported && nationalYears > 0 ? total(costs.rows, places) / nationalYears : nil
      let index = own.flatMap { own in national.flatMap { $0 > 0 ? 100 * own / $0 : nil } }
      table.append([
        .text(costs.areaKind == .municipality ? AreaKind.municipality.rawValue : "pc3"),
        .text(area), .count(costs.year), .text(name), .optional(sum), .number(years),
        .optional(own), .optional(national), .optional(index),
      ])
    }
    for kind in definitions.costKinds {
      append(kind.name, costs.kinds.indices.filter { kind.columns.contains(costs.kinds[$0]) })
    }
    append("Totaal", Array(costs.kinds.indices))
    if !missing.isEmpty {
      table.notes.append(
        TableNote("kolommen-ontbreken", ["kostensoorten": missing.joined(separator: "|")]))
    }
    table.notes.append(TableNote("geen-marge"))
    var origins = OriginSet()
    origins.add(costs.origin, year: costs.year)
    table.cite(origins, in: data)
    return table
  }

  /// The sum of some cost columns over rows, in euros.
  private func total(_ rows: [CostTable.Row], _ places: [Int]) -> Double {
    orderedSum(
      rows.flatMap { row in
        places.compactMap { row.costs.indices.contains($0) ? row.costs[$0] : nil }
      })
  }

  /// The names of the gemeenten that the file has, or the PC3s.
  private func label(_ costs: CostTable, _ rows: [CostTable.Row]) -> String {
    let areas = Set(rows.compactMap(\.area)).sorted()
    guard costs.areaKind == .municipality else { return areas.joined(separator: ", ") }
    return municipalities.filter { one in areas.contains { one.isNamed($0) } }
      .map(\.label).joined(separator: ", ")
  }
}
