import Definitions
import WijkModel

/// t203: inhabitants by age and sex, per postcode, of the wijk, and of the areas that `referentie`
/// gives as a population.
struct AgeTable {
  let data: SourceData
  let plan: RegionPlan
  let definitions: DefinitionSet
  let index: InhabitantIndex
  let links: AreaLinks
  let wijk: Wijk

  /// The table, or nil without a source of inhabitants.
  func table() -> DraftTable<Inhabitants>? {
    guard !index.isEmpty else { return nil }
    var table = DraftTable<Inhabitants>(
      id: "t203-leeftijd-geslacht",
      dimensions: ["gebied_soort", "gebied", "leeftijd", "geslacht"], attributes: ["aantal"])
    var origins = OriginSet()
    let classes = definitions.banding("cbs").bands
    for postcode in wijk.postcodes {
      append(to: &table, Area(postcode), bands: classes) { band, sex in
        let figure = index.figure(postcode, band: band, sex: sex)
        if let figure, figure.number != nil { origins.add(figure.origins, years: [figure.year]) }
        return figure?.number
      }
    }
    let fine = Set(classes).union(fineBands).sorted()
    var partial: [String] = []
    append(to: &table, wijk.area, bands: fine) { band, sex in
      let sum = index.sum(wijk.postcodes, band: band, sex: sex)
      if sum.known != nil {
        origins.add(sum.origins, years: sum.years)
        if !sum.isComplete { partial.append(Self.label(band) + " " + Self.label(sex)) }
      }
      return sum.known
    }
    for reference in references() {
      append(to: &table, reference.area, bands: fine.filter(reference.has)) { band, sex in
        reference.number(band, sex)
      }
      origins.add(reference.origins, years: [])
      table.notes.append(
        TableNote("referentie", ["naam": reference.area.code, "jaar": String(reference.year)]))
    }
    if !partial.isEmpty {
      table.notes.append(TableNote("minstens", ["rijen": partial.joined(separator: "|")]))
    }
    table.cite(origins, in: data)
    return table
  }

  /// Five-year classes, when the sources have them for men and women.
  private var fineBands: [AgeBand] {
    let bands = index.finestBands(bySex: true)
    return bands.count > definitions.banding("cbs").bands.count ? bands : []
  }

  private func append(
    to table: inout DraftTable<Inhabitants>, _ area: Area, bands: [AgeBand],
    number: (AgeBand?, Sex?) -> Double?
  ) {
    for band in bands.map(Optional.some) + [nil] {
      for sex in [Sex.male, .female, nil] {
        table.append([
          .text(area.kind.rawValue), .text(area.code), .text(Self.label(band)),
          .text(Self.label(sex)), DraftCell(number(band, sex)),
        ])
      }
    }
  }

  private static func label(_ band: AgeBand?) -> String { band?.label ?? "Totaal" }
  private static func label(_ sex: Sex?) -> String { sex?.label ?? "Totaal" }

  // MARK: - Reference populations

  /// The populations of the gemeenten of the wijk, of its region and of the Netherlands.
  private func references() -> [ReferencePopulation] {
    let rows = data.references.filter { $0.group == "bevolking" }
    let regions = [plan.name, links.healthRegion(wijk.postcodes) ?? ""].map(AreaName.comparable)
    let municipalities = links.municipalities(wijk.postcodes)
    var found: [Area: [ReferenceCount]] = [:]
    for row in rows {
      let name = AreaName.comparable(row.area)
      if ["nederland", "nl"].contains(name) {
        found[Area(.country, "Nederland"), default: []].append(row)
      } else if !name.isEmpty && regions.contains(name) {
        found[Area(.region, row.area), default: []].append(row)
      } else if let municipality = municipalities.first(where: { $0.isNamed(row.area) }) {
        found[Area(.municipality, municipality.label), default: []].append(row)
      }
    }
    return found.keys.sorted().compactMap { area in
      ReferencePopulation(area, found[area] ?? [])
    }
  }
}

/// A population by age and sex from `referentie`, of its newest year.
struct ReferencePopulation {
  /// The area.
  let area: Area
  /// The year.
  let year: Int
  /// Indexes into `SourceData.origins`.
  let origins: [Int]
  private let counts: [Sex?: [AgeBand: Double]]

  /// Collects the rows of an area; nil without rows.
  init?(_ area: Area, _ rows: [ReferenceCount]) {
    guard let year = rows.map(\.year).max() else { return nil }
    var counts: [Sex?: [AgeBand: Double]] = [:]
    for row in Set(rows.filter { $0.year == year }).sorted(by: { $0.persons < $1.persons }) {
      counts[row.sex, default: [:]][row.band] = row.persons
    }
    self.area = area
    self.year = year
    self.counts = counts
    origins = Set(rows.filter { $0.year == year }.map(\.origin)).sorted()
  }

  /// Whether a band can be given for both sexes together.
  func has(_ band: AgeBand) -> Bool { number(band, nil) != nil }

  /// Persons in a band (nil: all ages) of a sex (nil: both); nil when the bands do not fit.
  func number(_ band: AgeBand?, _ sex: Sex?) -> Double? {
    let wanted = band ?? AgeBand(0, nil)
    if let own = sum(wanted, counts[sex] ?? [:]) { return own }
    guard sex == nil, let men = sum(wanted, counts[.male] ?? [:]),
      let women = sum(wanted, counts[.female] ?? [:])
    else { return nil }
    return men + women
  }

  private func sum(_ wanted: AgeBand, _ counts: [AgeBand: Double]) -> Double? {
    guard let cover = AgeCover(of: wanted, from: Array(counts.keys)), cover.isExact else {
      return nil
    }
    return cover.parts.reduce(0) { $0 + (counts[$1.band] ?? 0) }
  }
}
