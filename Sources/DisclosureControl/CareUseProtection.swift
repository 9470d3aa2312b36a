import WijkModel

/// Hides rates of care use behind which a few patients stand.
///
/// The Praktijkspiegel (t219) gives a rate with its denominator, so that anybody has the number of
/// patients or claims behind it. When that is small in one row of an indicator, all rows of it are
/// hidden: those of the practices and of the wijk give each other back.
struct CareUseProtection {
  private let threshold: Int

  /// The columns that tell the number.
  private static let columns = ["waarde", "verwacht", "index"]
  /// What a rate is of, by its unit; amounts of money count nobody.
  private static let scales = ["%": 100.0, "per 1.000": 1000, "aantal": 1]

  /// Takes the smallest number that may be shown.
  init(threshold: Int) { self.threshold = threshold }

  /// The columns to hide by row; nil for other tables and when nothing is small.
  func hiddenColumns(of table: DraftTable<EnrolledPatients>) -> [Set<Int>]? {
    guard table.id.hasPrefix("t219") else { return nil }
    let places = Self.columns.compactMap { name in
      table.columns.firstIndex { $0.name == name }
    }
    let small = Set(table.rows.filter { isSmall($0, table) }.map { indicator($0, table) })
    if small.isEmpty { return nil }
    return table.rows.map { small.contains(indicator($0, table)) ? Set(places) : [] }
  }

  private func indicator(_ row: [DraftCell], _ table: DraftTable<EnrolledPatients>) -> [DraftCell] {
    ["indicatorcode", "eenheid"].compactMap { cell($0, row, table) }
  }

  private func cell(
    _ name: String, _ row: [DraftCell], _ table: DraftTable<EnrolledPatients>
  ) -> DraftCell? {
    table.columns.firstIndex { $0.name == name }.map { row[$0] }
  }

  /// Whether 1 up to the threshold stand behind a rate; those of the sources are rounded, so the
  /// nearest whole number counts.
  private func isSmall(_ row: [DraftCell], _ table: DraftTable<EnrolledPatients>) -> Bool {
    guard case .text(let unit) = cell("eenheid", row, table), let scale = Self.scales[unit],
      let value = cell("waarde", row, table)?.figure,
      let denominator = cell("noemer", row, table)?.figure
    else { return false }
    let number = (value * denominator / scale).rounded()
    return number > 0 && number < Double(threshold)
  }
}
