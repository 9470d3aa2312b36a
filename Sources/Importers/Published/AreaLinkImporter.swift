import Definitions
import WijkModel

/// Reads which areas postcodes lie in, in the own layout or as CBS and certegis list them.
///
/// Without a column of shares every postcode has one row. With one, the shares of a postcode must
/// add up to 1 within 0.01, because a figure that is moved by shares would be wrong in silence.
extension SourceImporter {
  func readAreaLinks(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {
    var reader = AreaLinkReader(table, request, log: &log)
    try table.read(into: &reader, log: &log)
    try reader.checkShares(tolerance: definitions.limit("aandeel_som_speling"), log)
    log.record.years = Set(reader.links.compactMap(\.year)).sorted()
    data.areaLinks += reader.links.sorted { left, right in
      func order(_ link: AreaLink) -> (Int, Int, String, Double, Double) {
        let names = [
          link.wijk, link.buurt, link.municipalityCode, link.municipality, link.place,
          link.healthRegion,
        ]
        return (
          Int(link.postcode.number), link.year ?? 0, names.joined(separator: "|"),
          link.shareOfPostcode, link.shareOfArea ?? 0
        )
      }
      return order(left) < order(right)
    }
    data.origins.append(table.origin(for: request))
  }
}

/// Takes the rows of a table of postcodes and areas.
private struct AreaLinkReader: RowReader {
  private struct Key: Hashable {
    let postcode: Postcode4
    let year: Int?
  }

  private(set) var links: [AreaLink] = []
  private(set) var unplaced = 0
  private var postcode: FigureColumn
  private var texts: [String: FigureColumn]
  private var share: FigureColumn
  private var shareOfArea: FigureColumn
  private var year: FigureColumn
  private let configuredYear: Int?
  private var sums: [Key: (sum: Double, rows: Int, line: Int)] = [:]

  private static let textColumns = [
    "buurtcode", "wijkcode", "gemeentecode", "gemeente", "plaats", "ggdregio",
  ]

  init(_ table: OpenTable, _ request: ImportRequest, log: inout FileLog) {
    postcode = FigureColumn(table, "pc4")
    texts = Dictionary(
      uniqueKeysWithValues: Self.textColumns.map { ($0, FigureColumn(table, $0)) })
    share = FigureColumn(table, "aandeel_pc4")
    shareOfArea = FigureColumn(table, "aandeel_gebied")
    year = FigureColumn(table, "jaar")
    configuredYear = request.year
    if year.field == nil && request.year == nil {
      log.add("W203", column: "jaar", facts: ["waarde": "geen jaar"])
    }
  }

  var columns: [FigureColumn] {
    [postcode] + Self.textColumns.compactMap { texts[$0] } + [share, shareOfArea, year]
  }

  mutating func take(_ row: Row, _ log: inout FileLog) throws(RefusedFile) -> RowOutcome {
    if case .postcodePrefix = AreaText.reading(row.text(postcode.field)) {
      log.add("W301", line: row.line, column: postcode.tally.column)
      return .ignored
    }
    let place = postcode.required(row, "E385", PostcodeCell.parse)
    var text: [String: String] = [:]
    for name in Self.textColumns { text[name] = texts[name]?.text(row) }
    let part = share.fraction(row, isRequired: true)
    let partOfArea = shareOfArea.fraction(row, isRequired: false)
    let rowYear = year.value(row, YearCell.parse) ?? configuredYear
    guard let place, share.field == nil || part != nil else {
      unplaced += 1
      return .accepted
    }
    let key = Key(postcode: place, year: rowYear)
    let known = sums[key] ?? (0, 0, row.line)
    sums[key] = (known.sum + (part ?? 1), known.rows + 1, known.line)
    links.append(
      AreaLink(
        postcode: place, buurt: code(text["buurtcode"]), wijk: code(text["wijkcode"]),
        municipalityCode: code(text["gemeentecode"]), municipality: text["gemeente"] ?? "",
        place: text["plaats"] ?? "", healthRegion: text["ggdregio"] ?? "",
        shareOfPostcode: part ?? 1, shareOfArea: partOfArea, year: rowYear))
    return .accepted
  }

  private func code(_ text: String?) -> String { (text ?? "").uppercased() }

  /// Refuses the file when the shares of a postcode do not add up to 1, or rows repeat one.
  func checkShares(tolerance: Double, _ log: FileLog) throws(RefusedFile) {
    // 0.6 + 0.41 is a little more than 1.01 in binary; the limit itself is allowed.
    let wrong = sums.filter { abs($0.value.sum - 1) > tolerance + 1e-9 }
    guard let line = wrong.values.map(\.line).min() else { return }
    if share.field == nil {
      throw log.refusal("E305", line: line, column: postcode.tally.column, count: wrong.count)
    }
    throw log.refusal("E308", line: line, column: "aandeel_pc4", count: wrong.count)
  }
}
