import Definitions
import DisclosureControl
import WijkModel

/// The rows of t208 as the page shows them: the wijk, per indicator its widest age base.
struct MonitorTable {
  /// One indicator of the wijk.
  struct Figure {
    /// The Dutch name.
    let name: String
    /// The definition; nil for an unknown name.
    let indicator: Indicator?
    /// The row.
    let row: TableRow

    /// The percentage, 0...100; nil when unknown.
    var value: Double? { row.value("waarde") }
    /// The percentage of the reference.
    var reference: Double? { row.value("referentie_waarde") }
    /// The name of the reference.
    var referenceName: String { row.text("referentie") }
    /// How the figure came about.
    var basis: Basis? { Basis(rawValue: row.text("basis")) }
    /// Whether it is no measurement.
    var isEstimate: Bool { basis == .modelled || basis == .redistributed }
    /// Whether a difference may be told: no measured figure whose verdict says otherwise.
    var isDifferent: Bool { row.text("oordeel") != "vergelijkbaar" }

    /// Percentage points above the reference, counted in the unfavourable direction.
    ///
    /// Nil without a reference or a direction.
    var unfavorable: Double? {
      guard let value, let reference, let isHighFavorable = indicator?.isHighFavorable
      else { return nil }
      return isHighFavorable ? reference - value : value - reference
    }
  }

  /// The table.
  let table: ReleasableTable
  /// Whom the figures are about: the wijk, or without figures of it the smallest area around it.
  let place: Area
  /// The figures of that area in the order of the table.
  let figures: [Figure]
  /// Age bases that are only in the file.
  let otherAges: [String]

  /// Reads the rows of the place; per indicator only the row with the widest age base.
  init(_ table: ReleasableTable, _ names: Names) {
    self.table = table
    var figures: [Figure] = []
    var others: Set<String> = []
    let known = Set(table.tableRows.filter { $0.value("waarde") != nil }.compactMap(\.areaKind))
    let kinds = [AreaKind.wijk, .municipality, .region, .country]
    let kind = kinds.first(where: known.contains) ?? .wijk
    place = table.areas.first { $0.kind == kind } ?? names.wijk.area
    let rows = table.rows(["gebied_soort": kind.rawValue, "gebied": place.code])
    for name in table.texts("indicator") {
      let candidates = rows.filter { $0.text("indicator") == name }
      guard let widest = candidates.max(by: { Self.width($0) < Self.width($1) }) else { continue }
      for row in candidates where row.text("leeftijd") != widest.text("leeftijd") {
        others.insert(row.text("leeftijd"))
      }
      let indicator = names.indicator(name)
      figures.append(Figure(name: indicator?.name ?? name, indicator: indicator, row: widest))
    }
    self.figures = figures
    otherAges = others.sorted()
  }

  /// How many years of age a row is about.
  private static func width(_ row: TableRow) -> Int {
    guard let band = AgeBand(label: row.text("leeftijd")) else { return 0 }
    return (band.upper ?? 120) - band.lower
  }

  /// The figures by dimension of Positieve Gezondheid, in the order of the definitions.
  func grouped(_ names: Names) -> [(dimension: String, figures: [Figure])] {
    var groups = names.dimensions.map { dimension in
      (dimension, figures.filter { $0.indicator?.dimension == dimension })
    }
    groups.append(("Overig", figures.filter { ($0.indicator?.dimension ?? "").isEmpty }))
    return groups.filter { !$0.1.isEmpty }
  }

  /// The age base of most figures: `18+`.
  var ages: String {
    let all = figures.map { $0.row.text("leeftijd") }
    return Set(all).sorted().max { left, right in
      all.count { $0 == left } < all.count { $0 == right }
    } ?? ""
  }

  /// The basis of all figures with a value; nil when they differ.
  var commonBasis: Basis? {
    let all = Set(figures.filter { $0.value != nil }.map(\.basis))
    return all.count == 1 ? all.first.flatMap { $0 } : nil
  }

  /// The year of all figures; nil when they differ.
  var commonYear: Int? {
    let all = Set(figures.map { $0.row.count("jaar") })
    return all.count == 1 ? all.first.flatMap { $0 } : nil
  }

  /// Whether the figures are of the wijk itself.
  var isWijk: Bool { place.kind == .wijk }

  /// The percentage of the Netherlands for the same indicator, ages and year.
  func country(_ figure: Figure) -> Double? {
    table.rows(["gebied_soort": "land"]).first { row in
      ["indicator", "leeftijd", "jaar"].allSatisfy { row.cell($0) == figure.row.cell($0) }
    }?.value("waarde")
  }

  /// Whether a column for the Netherlands adds something.
  var hasCountry: Bool {
    place.kind != .country && referenceName != "Nederland"
      && figures.contains { country($0) != nil }
  }

  /// The name of the reference of most figures; empty when there is none.
  var referenceName: String {
    let all = figures.map(\.referenceName).filter { !$0.isEmpty }
    return Set(all).sorted().max { left, right in
      all.count { $0 == left } < all.count { $0 == right }
    } ?? ""
  }
}

/// The words for the basis of a figure.
enum BasisText {
  /// `modelschatting`, `omgerekend`, …; an unknown basis as it stands.
  static func word(_ basis: String) -> String {
    switch basis {
    case "model": "modelschatting"
    case "herverdeeld": "omgerekend"
    default: basis
    }
  }

  /// That all figures have the basis, as a sentence with a blank behind it.
  static func all(_ basis: Basis) -> String {
    switch basis {
    case .modelled: "Alle cijfers zijn modelschattingen. "
    case .redistributed: "Alle cijfers zijn omgerekend uit buurten of wijken. "
    case .measured: "Alle cijfers zijn gemeten. "
    default: ""
    }
  }

  /// What the basis of most figures means for their use.
  static func explanation(_ bases: [Basis]) -> [String] {
    let models = bases.count { $0 == .modelled || $0 == .redistributed }
    guard !bases.isEmpty, models * 2 > bases.count else { return [] }
    return [
      (models == bases.count ? "Deze cijfers" : "De meeste van deze cijfers")
        + " zijn modelschattingen: zij zijn berekend uit kenmerken van de inwoners en niet in de wijk "
        + "gemeten.",
      "Ze kunnen een verschil aanwijzen, maar niet bewijzen.",
    ]
  }
}
