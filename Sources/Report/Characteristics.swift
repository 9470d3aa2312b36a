import Definitions
import DisclosureControl
import WijkModel

/// Tables and sentences of characteristics per area: t204, t205 and t206.
enum Characteristics {
  /// A table with one row per characteristic and a column per area, or the other way round.
  ///
  /// With up to four characteristics areas are rows. More areas than fit on the page: only the wijk
  /// and the areas around it are shown, and a note names the file with the rest.
  static func table(
    _ table: ReleasableTable, title: String, notes: [String], _ book: inout ChapterBook
  ) -> [Block] {
    // Where a share is given, the number stands in the file only.
    let all = rowKeys(table)
    let keys = all.filter { key in
      key.unit != "aantal" || !all.contains { $0.name == key.name && $0.unit == "%" }
    }
    let areas = table.areas
    let isTransposed = keys.count <= 4
    let shown =
      isTransposed || areas.count <= 8
      ? areas : areas.filter { $0.kind != .postcode4 && $0.kind != .cbsBuurt }
    var notes = notes + NoteText.sentences(table.notes, names: book.names)
    if shown.count < areas.count {
      notes.append("De cijfers per postcode staan in tabellen/\(table.id).csv.")
    }
    if keys.count < all.count { notes.append("De aantallen staan in tabellen/\(table.id).csv.") }
    func cell(_ key: Key, _ area: Area) -> String {
      let row = table.tableRows.first {
        $0.areaKind == area.kind && $0.area == area.code && Key($0) == key
      }
      return row.map { text($0) } ?? ""
    }
    let labels = keys.map { label($0, among: keys, book.names) }
    let columns: [DisplayColumn]
    let rows: [DisplayRow]
    if isTransposed {
      columns =
        [DisplayColumn("Gebied", isNumeric: false)]
        + labels.map { DisplayColumn($0, isNumeric: true) }
      rows = shown.map { area in
        DisplayRow(
          [book.names.label(area)] + keys.map { cell($0, area) }, isTotal: area.kind == .wijk)
      }
    } else {
      columns =
        [DisplayColumn("Kenmerk", isNumeric: false)]
        + shown.map { DisplayColumn(book.names.label($0), isNumeric: true) }
      rows = zip(keys, labels).map { key, label in
        DisplayRow([label] + shown.map { cell(key, $0) })
      }
    }
    return book.table(
      id: table.id, caption: book.caption(title, of: table), badge: .inhabitants, notes: notes,
      columns: columns, rows: rows)
  }

  /// What a row is about besides its area.
  private struct Key: Hashable {
    let name: String
    let classification: String
    let unit: String

    init(_ row: TableRow) {
      name = row.text("kenmerk")
      classification = row.text("indeling")
      unit = row.text("eenheid")
    }
  }

  private static func rowKeys(_ table: ReleasableTable) -> [Key] {
    var known: Set<Key> = []
    return table.tableRows.map(Key.init).filter { known.insert($0).inserted }
  }

  private static func label(_ key: Key, among keys: [Key], _ names: Names) -> String {
    let name = names.characteristic(key.name)
    let unit = ["", "%", "score"].contains(key.unit) ? "" : " (\(key.unit))"
    let isTwice = keys.count { $0.name == key.name } > 1 && !key.classification.isEmpty
    return name + unit + (isTwice ? ", \(key.classification)" : "")
  }

  private static func text(_ row: TableRow) -> String {
    let cell = row.cell("waarde")
    return switch row.text("eenheid") {
    case "%": cell.text(.percentage(1))
    case "score": cell.text(.decimals(2))
    case "aantal": cell.text()
    default: row.value("waarde").map { DutchNumber.short($0, decimals: 1) } ?? cell.text()
    }
  }

  // MARK: - Sentences

  /// The value of a characteristic of the wijk in a unit; nil when it has none.
  private static func value(
    _ table: ReleasableTable, _ id: String, unit: String, _ names: Names
  ) -> Double? {
    table.wijkRows.first { row in
      row.text("eenheid") == unit
        && (row.text("kenmerk") == id || names.indicator(row.text("kenmerk"))?.id == id)
    }?.value("waarde")
  }

  /// A characteristic of the wijk per 100 of a whole: as published, else from the two numbers.
  static func percentage(
    _ table: ReleasableTable, _ id: String, of whole: String? = nil, _ names: Names
  ) -> Double? {
    if let percentage = value(table, id, unit: "%", names) { return percentage }
    guard let whole, let part = value(table, id, unit: "aantal", names),
      let all = value(table, whole, unit: "aantal", names), all > 0, part <= all
    else { return nil }
    return 100 * part / all
  }

  /// The share with a Dutch origin.
  static func origin(_ table: ReleasableTable, _ names: Names) -> [String] {
    guard let dutch = percentage(table, "herkomst-nederland", names) else { return [] }
    return [
      "Van de inwoners van \(names.wijk.name) heeft \(DutchNumber.percentage(dutch)) een "
        + "Nederlandse herkomst."
    ]
  }

  /// Households of one person and of one parent.
  static func households(_ table: ReleasableTable, _ names: Names) -> [String] {
    var sentences: [String] = []
    if let single = percentage(table, "eenpersoonshuishoudens", of: "huishoudens", names) {
      sentences.append(
        "Van de huishoudens bestaat \(DutchNumber.percentage(single)) uit één persoon.")
    }
    if let parents = percentage(table, "eenouderhuishoudens", of: "huishoudens", names) {
      sentences.append(
        "In \(DutchNumber.percentage(parents)) van de huishoudens voedt één ouder de kinderen op.")
    }
    return sentences
  }

  /// The score of the wijk and the postcodes with the lowest and the highest one.
  static func socioeconomic(_ table: ReleasableTable, _ names: Names) -> [String] {
    func score(_ row: TableRow) -> Double? { self.score(row, names) }
    var sentences: [String] = []
    if let wijk = table.wijkRows.lazy.compactMap(score).first {
      sentences.append(
        "De sociaaleconomische status (SES-WOA) van \(names.wijk.name) is "
          + "\(DutchNumber.decimal(wijk, decimals: 2)).")
    }
    let postcodes = table.rows(["gebied_soort": "pc4"]).compactMap { row in
      score(row).map { (row.area, $0) }
    }
    if let lowest = postcodes.min(by: { $0.1 < $1.1 }),
      let highest = postcodes.max(by: { $0.1 < $1.1 }), highest.1 - lowest.1 >= 0.1
    {
      sentences.append(
        "De score is het laagst in postcode \(lowest.0) "
          + "(\(DutchNumber.decimal(lowest.1, decimals: 2))) en het hoogst in postcode "
          + "\(highest.0) (\(DutchNumber.decimal(highest.1, decimals: 2))).")
    }
    return sentences
  }

  /// The SES-WOA score of a row; nil for its spread and for levels of education.
  static func score(_ row: TableRow, _ names: Names) -> Double? {
    names.indicator(row.text("kenmerk"))?.id == "ses-woa" ? row.value("waarde") : nil
  }
}
