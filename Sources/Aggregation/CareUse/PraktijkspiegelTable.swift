import Definitions
import Statistics
import WijkModel

/// t219: the Praktijkspiegel of the practices of a wijk together, per indicator.
///
/// Values and expected values are means weighted by denominator; index = 100 × value / expected.
struct PraktijkspiegelTable {
  /// What there is to show.
  enum Outcome {
    /// The table.
    case table(DraftTable<EnrolledPatients>)
    /// Practices may not be shown and there are fewer than three of them.
    case tooFewPractices
    /// The source has nothing about these practices.
    case missing
  }

  let data: SourceData
  let settings: RegionSettings
  let definitions: DefinitionSet
  let wijk: Wijk

  /// The table, newest year per indicator.
  func table() -> Outcome {
    let main = mainPractices()
    let practices = Set(wijk.practices.map { main[$0] ?? $0 })
    let figures = data.praktijkspiegel.filter {
      wijk.practices.contains($0.practice) || practices.contains(main[$0.practice] ?? $0.practice)
    }
    guard !figures.isEmpty else { return .missing }
    var table = DraftTable<EnrolledPatients>(
      id: "t219-praktijkspiegel", columns: Self.columns)
    var origins = OriginSet()
    var hasLeftOut = false
    for (_, own) in grouped(figures) {
      let used = newest(own)
      let count = Set(used.map { main[$0.practice] ?? $0.practice }).count
      if Double(count) < definitions.limit("praktijken_minimum") && !settings.showsPractices {
        hasLeftOut = true
        continue
      }
      table.append(cells("wijk", wijk.slug, used))
      if settings.showsPractices {
        for practice in Set(used.map { main[$0.practice] ?? $0.practice }).sorted() {
          let part = used.filter { (main[$0.practice] ?? $0.practice) == practice }
          table.append(cells("praktijk", practice.description, part))
        }
      }
      for figure in used { origins.add(figure.origin, year: figure.year) }
    }
    guard !table.rows.isEmpty else { return .tooFewPractices }
    if hasLeftOut { table.notes.append(TableNote("minder-dan-drie-praktijken")) }
    table.notes.append(TableNote("integrale-bekostiging"))
    table.cite(origins, in: data)
    return .table(table)
  }

  private static let columns: [TableColumn] =
    ["gebied_soort", "gebied", "jaar", "indicatorcode"].map { TableColumn($0, .dimension) }
    + ["omschrijving", "eenheid"].map { TableColumn($0, .attribute) }
    // With all their digits the means of several practices are equations of theirs.
    + [("waarde", 1), ("verwacht", 1), ("index", 0)].map {
      TableColumn($0.0, .attribute, rounding: .decimals($0.1))
    }
    + ["regio", "landelijk", "noemer"].map { TableColumn($0, .attribute) }

  /// The AGB code that stands for a practice with several.
  private func mainPractices() -> [AGBCode: AGBCode] {
    var result: [AGBCode: AGBCode] = [:]
    for info in data.practices.sorted(by: { ($0.practice, $0.name) < ($1.practice, $1.name) }) {
      if let main = info.mainPractice { result[info.practice] = main }
    }
    return result
  }

  /// Figures by indicator and unit, in the order of codes.
  private func grouped(
    _ figures: [PraktijkspiegelFigure]
  ) -> [(key: String, value: [PraktijkspiegelFigure])] {
    Dictionary(grouping: figures) { $0.indicator + "\u{1F}" + $0.unit }.sorted { $0.key < $1.key }
  }

  /// The figures of the newest year, one per AGB code, in a fixed order.
  private func newest(_ figures: [PraktijkspiegelFigure]) -> [PraktijkspiegelFigure] {
    let known = figures.filter { $0.value.number != nil }
    let year = known.map(\.year).max()
    var byPractice: [AGBCode: PraktijkspiegelFigure] = [:]
    for figure in known where figure.year == year {
      if let other = byPractice[figure.practice], key(other) <= key(figure) { continue }
      byPractice[figure.practice] = figure
    }
    return byPractice.values.sorted { $0.practice < $1.practice }
  }

  private func key(_ figure: PraktijkspiegelFigure) -> (String, Double, Double) {
    let file = data.origins.indices.contains(figure.origin) ? data.origins[figure.origin].file : ""
    return (file, figure.value.number ?? 0, figure.denominator ?? 0)
  }

  private func cells(
    _ kind: String, _ area: String, _ figures: [PraktijkspiegelFigure]
  ) -> [DraftCell] {
    let value = pooled(figures) { $0.value.number }
    let expected = pooled(figures, \.expected)
    let index = value.flatMap { value in
      expected.flatMap { $0 > 0 ? 100 * value / $0 : nil }
    }
    let denominators = figures.compactMap(\.denominator)
    let text = figures.map(\.text).filter { !$0.isEmpty }.min() ?? ""
    return [
      .text(kind), .text(area), .count(figures.first?.year ?? 0),
      .text(figures.first?.indicator ?? ""), .optional(text), .text(figures.first?.unit ?? ""),
      DraftCell(value), .optional(expected), .optional(index),
      .optional(pooled(figures, \.region)), .optional(pooled(figures, \.national)),
      denominators.count == figures.count ? .number(orderedSum(denominators)) : .unknown,
    ]
  }

  /// The weighted mean over all practices; nil when one lacks the figure or its denominator.
  private func pooled(
    _ figures: [PraktijkspiegelFigure], _ part: (PraktijkspiegelFigure) -> Double?
  ) -> Double? {
    if figures.count == 1 { return figures.first.flatMap(part) }
    let parts = figures.compactMap { figure -> (value: Double, weight: Double)? in
      guard let value = part(figure), let weight = figure.denominator else { return nil }
      return (value, weight)
    }
    return parts.count == figures.count ? weightedMean(parts) : nil
  }
}
