import Definitions
import DisclosureControl
import WijkModel

/// Tables and sentences of characteristics per area: t204, t205 and t206.
enum Characteristics {
  /// A table with one row per characteristic and a column per area, or the other way round.
  ///
  /// With up to four characteristics areas are rows. More areas than fit on the page: only the wijk
  /// and the areas around it are shown, and a note names the file with the rest. Where a share is
  /// given, the number stands in the file only.
  ///
  /// `isShown` says of an id whether it is a row; the id is empty where the definitions have none.
  static func table(
    _ table: ReleasableTable, id: String? = nil, title: String, notes: [String] = [],
    keys isShown: (String) -> Bool = { _ in true }, _ book: inout ChapterBook
  ) -> [Block] {
    let all = rowKeys(table)
    let names = book.names
    let keys = all.filter { key in
      let hasShare = all.contains { $0.name == key.name && $0.unit == "%" }
      return isShown(names.indicator(key.name)?.id ?? "") && (key.unit != "aantal" || !hasShare)
    }
    guard !keys.isEmpty else { return [] }
    let areas = table.areas
    let isTransposed = keys.count <= 4
    let shown =
      isTransposed || areas.count <= 8
      ? areas : areas.filter { $0.kind != .postcode4 && $0.kind != .cbsBuurt }
    var notes = notes + NoteText.sentences(self.notes(table, keys), names: names)
    if shown.count < areas.count {
      notes.append("De cijfers per postcode staan in tabellen/\(table.id).csv.")
    }
    func cell(_ key: Key, _ area: Area) -> String {
      let row = table.tableRows.first {
        $0.areaKind == area.kind && $0.area == area.code && Key($0) == key
      }
      return row.map { text($0, decimals: decimals[key] ?? 0) } ?? ""
    }
    let decimals = self.decimals(table, keys)
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
      id: id ?? table.id, caption: book.caption(title, of: table), badge: .inhabitants,
      notes: notes, columns: columns, rows: rows)
  }

  /// The notes that concern what the page shows.
  ///
  /// How a figure of the wijk is made of its postcodes stands in 2.10.
  private static func notes(_ table: ReleasableTable, _ keys: [Key]) -> [TableNote] {
    let counts = Set(keys.filter { $0.unit == "aantal" }.map(\.name))
    let others = Set(keys.filter { $0.unit != "aantal" }.map(\.name))
    return table.notes.filter { note in
      let named = (note.facts["kenmerken"] ?? "").split(separator: "|").map { String($0) }
      return switch note.code {
      case "gewogen": false
      case "minstens": !counts.isDisjoint(with: named)
      case "onvolledig": !others.isDisjoint(with: named)
      case "herverdeeld": !counts.union(others).isDisjoint(with: named)
      default: true
      }
    }
  }

  /// The ids of characteristics of t205 that stand in the main text; the others are for the appendix.
  static func isInMainText(_ id: String) -> Bool { id.isEmpty || mainText.contains(id) }

  private static let mainText: Set<String> = [
    "huishoudens", "eenpersoonshuishoudens", "eenouderhuishoudens", "uitkering",
    "uitkering-bijstand", "laag-inkomen", "sociaal-minimum", "huishoudens-laagste-inkomen",
    "koopwoning", "huurwoning", "huurwoning-corporatie", "woz",
  ]

  /// How many decimals the figures of a characteristic have in every column: none for large ones.
  private static func decimals(_ table: ReleasableTable, _ keys: [Key]) -> [Key: Int] {
    var result: [Key: Int] = [:]
    for row in table.tableRows {
      guard let value = row.value("waarde") else { continue }
      let isWhole = value.magnitude >= 100 || value == value.rounded()
      result[Key(row)] = max(result[Key(row)] ?? 0, isWhole ? 0 : 1)
    }
    return result
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

  private static func text(_ row: TableRow, decimals: Int) -> String {
    let cell = row.cell("waarde")
    return switch row.text("eenheid") {
    case "%": cell.text(.percentage(1))
    case "score": cell.text(.decimals(2))
    case "aantal": cell.text()
    default: cell.text(.decimals(decimals))
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
    if let owned = percentage(table, "koopwoning", of: "woningen", names) {
      sentences.append("Van de woningen is \(DutchNumber.percentage(owned)) een koopwoning.")
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
