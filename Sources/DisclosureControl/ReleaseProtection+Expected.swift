import WijkModel

extension ReleaseProtection {
  /// Figures that are computed from what is expected by age and sex.
  private static let expectedColumns: Set<String> = [
    "verwacht", "oe100", "oe100_laag", "oe100_hoog", "oe_methode", "p", "oordeel95", "oordeel_bh",
  ]
  /// The same in the rankings of patients, which are about the wijk.
  private static let rankingColumns: Set<String> = ["score", "b2_afwijking", "referentie", "z"]

  /// Hides what is expected in areas of which t214 hides a cell.
  ///
  /// The expected number is the sum of public rates × the patients by age and sex. Where all of these are
  /// printed it says nothing new. Where one is hidden it is an equation over hidden cells, and so are
  /// O/E, its limits and *p*, which each tell the expected number more exactly than its own rounding:
  /// rates of some ten groups would give the hidden cells back (a test shows it).
  func hideExpected(_ hidden: inout HiddenCells) {
    guard let demography = draft.patients.firstIndex(where: { $0.id.hasPrefix("t214") }),
      let area = draft.patients[demography].columns.firstIndex(where: { $0.name == "gebied" })
    else { return }
    var areas: Set<DraftCell> = []
    for (place, row) in draft.patients[demography].rows.enumerated()
    where !hidden[demography][place].isEmpty { areas.insert(row[area]) }
    guard !areas.isEmpty else { return }
    for (index, table) in draft.patients.enumerated() {
      let names = table.isRanking ? Self.rankingColumns : Self.expectedColumns
      guard table.isRanking || table.id.hasPrefix("t216") else { continue }
      let columns = table.columns.indices.filter { names.contains(table.columns[$0].name) }
      let own = table.columns.firstIndex { $0.name == "gebied" }
      for (place, row) in table.rows.enumerated() {
        let code = own.map { row[$0] } ?? .text(draft.wijk.slug)
        if areas.contains(code) { hidden[index][place].formUnion(columns) }
      }
    }
  }
}
