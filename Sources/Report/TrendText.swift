import DisclosureControl
import WijkModel

/// t218, read for the page: how conditions among patients changed since earlier plans.
struct TrendText {
  /// The table.
  let table: ReleasableTable
  private let names: Names

  /// Reads the table.
  init(_ table: ReleasableTable, _ names: Names) {
    self.table = table
    self.names = names
  }

  /// The table of section 2.7; nothing without an earlier year.
  static func blocks(_ book: inout ChapterBook) -> [Block] {
    guard let table = book.data("t218") else { return [] }
    let trend = TrendText(table, book.names)
    return book.table(
      id: table.id,
      caption: book.caption("Verandering sinds eerdere jaren", of: table, isCounted: true),
      badge: .patients, notes: trend.notes,
      columns: [
        DisplayColumn("Aandoening", isNumeric: false), DisplayColumn("Periode", isNumeric: false),
        DisplayColumn("Verandering", isNumeric: true),
        DisplayColumn("Marge (95\u{A0}%)", isNumeric: true),
        DisplayColumn("Toelichting", isNumeric: false),
      ], rows: trend.rows)
  }

  private var rows: [DisplayRow] {
    table.tableRows.map { row in
      let unit = row.text("maat") == "apc_procent" ? " per jaar" : ""
      let change = Self.percentage(row, "waarde").map { Self.signed($0) + "\u{A0}%" + unit } ?? ""
      let limits = [Self.percentage(row, "laag"), Self.percentage(row, "hoog")].compactMap { $0 }
      let margin =
        limits.count == 2
        ? "\(Self.signed(limits[0])) tot \(Self.signed(limits[1]))\u{A0}%" : ""
      return DisplayRow([
        names.problem(row.text("groep")), "\(row.text("van"))–\(row.text("tot"))", change, margin,
        DutchText.capitalized(row.text("toelichting")),
      ])
    }
  }

  private var notes: [String] {
    NoteText.sentences(table.notes, names: names) + [
      "De marge is een benadering, want in beide jaren gaat het grotendeels om dezelfde mensen.",
      "Een verandering kan ook komen door verschil in registratie.",
    ]
  }

  /// What changed, for section 2.9: only what stays when all conditions are looked at (Bonferroni).
  var sentences: [String] {
    let rows = table.tableRows.filter {
      $0.text("maat") == "dsr_ratio" && $0.value("waarde") != nil
    }
    guard let first = rows.first else {
      return [
        "De aantallen patiënten per aandoening zijn niet met die van het vorige plan te vergelijken."
      ]
    }
    let span = "Van \(first.text("van")) naar \(first.text("tot"))"
    let changed = rows.filter { ($0.value("p") ?? 1) * Double(rows.count) <= 0.05 }
    var sentences = changed.compactMap { row -> String? in
      guard let change = Self.percentage(row, "waarde") else { return nil }
      let name = DutchText.uncapitalized(names.problem(row.text("groep")))
      let size = DutchNumber.short(change.magnitude, decimals: 0) + "\u{A0}%"
      return
        "\(span) is het aandeel patiënten met \(name) \(change > 0 ? "toegenomen" : "afgenomen") "
        + "(\(size), gecorrigeerd voor leeftijd en geslacht)."
    }
    let rest = rows.filter { row in !changed.contains { $0.cells == row.cells } }.map {
      DutchText.uncapitalized(names.problem($0.text("groep")))
    }
    if !rest.isEmpty {
      let list = DutchText.enumeration(rest)
      sentences.append("\(span) is er geen aantoonbare verandering bij \(list).")
    }
    return sentences
  }

  /// A ratio as a change in percent; a yearly change is one already.
  private static func percentage(_ row: TableRow, _ column: String) -> Double? {
    row.value(column).map { row.text("maat") == "apc_procent" ? $0 : 100 * ($0 - 1) }
  }

  /// `+8`, `−3`, `0`.
  private static func signed(_ change: Double) -> String {
    let text = DutchNumber.short(change, decimals: 0)
    return change >= 0.5 ? "+" + text : text
  }
}
