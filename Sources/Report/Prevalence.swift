import DisclosureControl
import WijkModel

/// t216, read for the page: conditions of patients beside what age and sex lead one to expect.
struct Prevalence {
  /// The table.
  let table: ReleasableTable
  private let names: Names

  /// Reads the table.
  init(_ table: ReleasableTable, _ names: Names) {
    self.table = table
    self.names = names
  }

  /// The rows of the wijk for the chain-care programmes.
  var programs: [TableRow] {
    let known = CareProgram.allCases.map(\.rawValue)
    return table.wijkRows.filter { known.contains($0.text("groep")) }
  }

  /// The rows of the wijk for other disease groups.
  var others: [TableRow] {
    let known = CareProgram.allCases.map(\.rawValue)
    return table.wijkRows.filter { !known.contains($0.text("groep")) }
  }

  /// The rows of areas within the wijk for the programmes, ordered by programme.
  var parts: [TableRow] {
    let rows = table.tableRows.filter { $0.areaKind == .postcode4 || $0.areaKind == .merged }
    return CareProgram.allCases.flatMap { program in
      rows.filter { $0.text("groep") == program.rawValue }
    }
  }

  /// Whether anything is compared with a reference.
  var isCompared: Bool { table.tableRows.contains { $0.cell("verwacht") != .absent } }

  // MARK: - Verdicts

  /// The programmes of the wijk that have a verdict, the hidden ones included.
  private var comparisons: Int { programs.count { $0.cell("oordeel95") != .absent } }

  /// The verdict on the wijk that stays when all its programmes are looked at (Bonferroni); empty
  /// without one.
  ///
  /// The wijk is no part of the family of `oordeel_bh`, which is about its postcodes.
  func controlled(_ row: TableRow) -> String {
    guard !row.text("oordeel95").isEmpty, let p = row.value("p"), let ratio = row.value("oe100")
    else { return "" }
    if p * Double(comparisons) > 0.05 { return "vergelijkbaar" }
    return ratio > 100 ? "hoger" : ratio < 100 ? "lager" : "vergelijkbaar"
  }

  // MARK: - Sentences

  /// What differs in the wijk, one item per programme, then what differs in its postcodes.
  var texts: [Block] {
    guard isCompared else { return [] }
    let differing = programs.compactMap(difference)
    var blocks: [Block] = []
    if !differing.isEmpty {
      let all = programs.count
      let part =
        differing.count == all
        ? (all == 1 ? "dit programma" : "alle programma’s")
        : "\(DutchNumber.word(differing.count)) van de \(DutchNumber.word(all)) programma’s"
      blocks += [
        .paragraph(
          "Gezien leeftijd en geslacht \(differing.count == 1 ? "wijkt" : "wijken") \(part) af van "
            + "de verwachting, ook als rekening wordt gehouden met het aantal vergelijkingen."),
        .bullets(differing),
      ]
    }
    let sentences = [similar, postcodes].filter { !$0.isEmpty }
    let caution = differing.isEmpty && !hasDifferentPostcodes ? "" : Self.caution
    let text = DutchText.paragraph(sentences + [caution])
    return text.isEmpty ? blocks : blocks + [.paragraph(text)]
  }

  /// The sentence that goes with differences.
  static let caution = "Zulke verschillen kunnen ook komen door verschil in registratie."

  /// A programme that differs, with its count, its rate, what was expected and the margin.
  private func difference(_ row: TableRow) -> String? {
    let verdict = controlled(row)
    guard verdict == "hoger" || verdict == "lager", let count = row.value("aantal"),
      let expected = row.value("verwacht"), let ratio = row.value("oe100")
    else { return nil }
    let isHigher = verdict == "hoger"
    let rate = row.value("per_1000").map { " (\(DutchNumber.whole($0)) per 1.000)" } ?? ""
    return "\(row.text("groep")): \(DutchNumber.whole(count)) patiënten\(rate). Verwacht was "
      + "\(DutchNumber.whole(expected)); het aantal is \(Self.points(ratio)) "
      + "\(isHigher ? "hoger" : "lager")\(Self.margin(row, isHigher: isHigher))."
  }

  /// How far O/E lies from 100, as a percentage.
  private static func points(_ ratio: Double) -> String {
    DutchNumber.percentage((ratio - 100).magnitude, decimals: 0)
  }

  /// ` (marge: 5 tot 22 %)`; the plain limits when they lie on both sides of 100.
  private static func margin(_ row: TableRow, isHigher: Bool) -> String {
    guard let low = row.value("oe100_laag"), let high = row.value("oe100_hoog") else { return "" }
    guard isHigher ? low >= 100 : high <= 100 else {
      return " (O/E \(DutchNumber.whole(low))–\(DutchNumber.whole(high)))"
    }
    let (near, far) = isHigher ? (low, high) : (high, low)
    return " (tussen \(points(near)) en \(points(far)))"
  }

  /// The programmes without a difference in the wijk.
  private var similar: String {
    let groups = programs.filter { controlled($0) == "vergelijkbaar" }
      .map { DutchText.uncapitalized($0.text("groep")) }
    guard !groups.isEmpty else { return "" }
    let all = groups.count == programs.count && groups.count > 2
    let list =
      all ? "alle \(DutchNumber.word(groups.count)) programma’s" : DutchText.enumeration(groups)
    return
      "Voor \(list) is er in de wijk als geheel geen aantoonbaar verschil "
      + "met de verwachting."
  }

  private var judgedParts: [TableRow] { parts.filter { !$0.text("oordeel_bh").isEmpty } }

  private var hasDifferentPostcodes: Bool {
    judgedParts.contains { $0.text("oordeel_bh") != "vergelijkbaar" }
  }

  /// The postcodes with a difference that survives Benjamini-Hochberg; only those that are shown.
  private var postcodes: String {
    guard !judgedParts.isEmpty else { return "" }
    guard hasDifferentPostcodes else {
      return "Bij de getoonde postcodes blijft geen verschil met de verwachting over als rekening "
        + "wordt gehouden met het grote aantal vergelijkingen."
    }
    return DutchText.paragraph(
      [
        list("hoger", "Vaker dan verwacht komen voor"),
        list("lager", "Minder vaak dan verwacht komen voor"),
        "Ook dit blijft staan bij het grote aantal vergelijkingen.",
      ])
  }

  /// The places of one verdict, such as "COPD in postcode 1908; astma in de overige postcodes".
  private func list(_ verdict: String, _ start: String) -> String {
    let items = programs.map { $0.text("groep") }.compactMap { program -> String? in
      let rows = judgedParts.filter {
        $0.text("groep") == program && $0.text("oordeel_bh") == verdict
      }
      return rows.isEmpty ? nil : "\(DutchText.uncapitalized(program)) in \(places(rows))"
    }
    return items.isEmpty ? "" : "\(start): \(items.joined(separator: "; "))."
  }

  /// `de postcodes 1908 en 1909 en in de overige postcodes`.
  private func places(_ rows: [TableRow]) -> String {
    let codes = rows.filter { $0.areaKind == .postcode4 }.map(\.area)
    let postcodes =
      codes.isEmpty
      ? [] : [(codes.count == 1 ? "postcode " : "de postcodes ") + DutchText.enumeration(codes)]
    let rest = rows.contains { $0.areaKind == .merged } ? ["de overige postcodes"] : []
    return (postcodes + rest).joined(separator: " en in ")
  }
}

extension Prevalence {
  // MARK: - Blocks

  /// The sentences, the table of the programmes and the figure.
  static func blocks(_ book: inout ChapterBook) -> [Block] {
    guard let table = book.data("t216") else { return [] }
    let prevalence = Prevalence(table, book.names)
    let blocks = prevalence.texts + prevalence.programTable(&book)
    return blocks + prevalence.figure(&book)
  }

  /// The other disease groups of the wijk, for the appendix; without a verdict that is controlled.
  static func othersTable(_ book: inout ChapterBook) -> [Block] {
    guard let table = book.data("t216") else { return [] }
    let prevalence = Prevalence(table, book.names)
    return book.table(
      id: "t216-overige-aandoeningen",
      caption: book.caption(
        "Andere aandoeningen en de verwachting, patiënten uit \(book.names.wijk.name)", of: table,
        isCounted: true),
      badge: .patients,
      notes: ["Zonder oordeel: deze aandoeningen horen niet bij de vooraf gekozen vergelijkingen."],
      columns: Self.columns(prevalence, isJudged: false),
      rows: prevalence.others.map { DisplayRow(prevalence.cells($0, isJudged: false)) })
  }

  private func programTable(_ book: inout ChapterBook) -> [Block] {
    var notes: [String] = []
    if isCompared {
      notes = [
        "Verwacht: het aantal als de aandoening bij elke leeftijd en elk geslacht even vaak voorkwam "
          + "als in de vergelijkingscijfers. O/E: aantal gedeeld door verwacht, keer 100.",
        "Oordeel (95\u{A0}%): elke aandoening apart bekeken. Na correctie: met het aantal programma’s "
          + "rekening gehouden.",
      ]
    }
    return book.table(
      id: table.id,
      caption: book.caption(
        "Aandoeningen per 1.000 patiënten en de verwachting, patiënten uit \(book.names.wijk.name)",
        of: table, isCounted: true),
      badge: .patients, notes: notes + NoteText.sentences(table.notes, names: book.names),
      columns: Self.columns(self, isJudged: true),
      rows: programs.map { DisplayRow(cells($0, isJudged: true)) })
  }

  private static func columns(_ prevalence: Prevalence, isJudged: Bool) -> [DisplayColumn] {
    var columns = [
      DisplayColumn("Aandoening", isNumeric: false), DisplayColumn("Bekend", isNumeric: true),
      DisplayColumn("Per 1.000", isNumeric: true),
    ]
    guard prevalence.isCompared else { return columns }
    columns += [
      DisplayColumn("Verwacht", isNumeric: true), DisplayColumn("O/E", isNumeric: true),
      DisplayColumn("Marge O/E", isNumeric: true),
    ]
    guard isJudged else { return columns }
    return columns + [
      DisplayColumn("Oordeel (95\u{A0}%)", isNumeric: false),
      DisplayColumn("Na correctie", isNumeric: false),
    ]
  }

  private func cells(_ row: TableRow, isJudged: Bool) -> [String] {
    var cells = [
      row.text("groep"), row.cell("aantal").text(), row.cell("per_1000").text(.decimals(1)),
    ]
    guard isCompared else { return cells }
    cells += [
      row.cell("verwacht").text(), row.cell("oe100").text(),
      Self.limits(row, "oe100", decimals: 0),
    ]
    guard isJudged else { return cells }
    let plain = row.cell("oordeel95")
    return cells + [
      plain == .suppressed ? plain.text() : VerdictText.word(row.text("oordeel95")),
      plain == .suppressed ? plain.text() : VerdictText.word(controlled(row)),
    ]
  }

  /// `12,1–15,3`; the sign for hidden limits, empty without limits.
  private static func limits(_ row: TableRow, _ name: String, decimals: Int) -> String {
    if row.isHidden(name + "_laag") { return DutchNumber.suppressed }
    guard let low = row.value(name + "_laag"), let high = row.value(name + "_hoog")
    else { return "" }
    return DutchNumber.decimal(low, decimals: decimals) + "–"
      + DutchNumber.decimal(high, decimals: decimals)
  }

  /// f205: O/E per programme and postcode, 100 as benchmark.
  private func figure(_ book: inout ChapterBook) -> [Block] {
    let shown = parts.filter { $0.cell("oe100") != .absent }
    guard shown.contains(where: { $0.value("oe100") != nil }) else { return [] }
    let rows = shown.map { row in
      DotRow(
        label: "\(row.text("groep")), \(row.area)", value: row.value("oe100"),
        low: row.value("oe100_laag"), high: row.value("oe100_hoog"), benchmark: 100)
    }
    return book.figure(
      id: "f205-chronisch",
      caption: book.caption(
        "Aandoeningen per postcode vergeleken met de verwachting (100 is zoals verwacht)",
        of: table, isCounted: true),
      badge: .patients, alternative: alternative(shown),
      content: .dots(
        rows, unit: "", valueName: "in deze postcode", benchmarkName: "zoals verwacht (100)"))
  }

  /// What the figure shows in a sentence.
  private func alternative(_ rows: [TableRow]) -> String {
    let values = rows.filter { $0.value("oe100") != nil }
    let count = DutchText.counted(values.count, "waarde", "waarden")
    var text =
      "\(count) van O/E van ingeschreven patiënten, per programma en postcode van "
      + "\(names.wijk.name); 100 is zoals verwacht."
    let differing = rows.count { ["hoger", "lager"].contains($0.text("oordeel_bh")) }
    if rows.contains(where: { !$0.text("oordeel_bh").isEmpty }) {
      text +=
        differing == 0
        ? " Geen ervan verschilt duidelijk van de verwachting."
        : " Daarvan \(differing == 1 ? "verschilt" : "verschillen") "
          + "\(DutchNumber.word(differing)) duidelijk van de verwachting."
    }
    return text
  }
}
