import DisclosureControl
import WijkModel

/// 2.7 Chronische aandoeningen.
enum Section27 {
  static let id = "2.7"
  static let heading = "2.7 Chronische aandoeningen"

  static func blocks(_ book: inout ChapterBook) -> [Block] {
    var blocks: [Block] = []
    if let table = book.data("t215") {
      let groups = GroupTable(table)
      blocks += book.paragraph(sentences(groups, book.names))
      blocks += programs(groups, &book)
      blocks += book.paragraph(participation(groups, book.names))
      blocks += participationTable(groups, &book)
    } else if !book.isOmitted("t215") {
      blocks.append(book.missing("t215"))
    }
    blocks += Prevalence.blocks(&book) + TrendText.blocks(&book) + top(&book) + expected(&book)
    return blocks
      + book.duiding(
        id, prompt: "Eigen duiding: welke aandoeningen vragen om samenwerking in de wijk?")
  }

  // MARK: - Sentences

  /// Patients with at least one chronic condition, and the programme with most patients.
  static func sentences(_ groups: GroupTable, _ names: Names) -> [String] {
    let area = names.wijk.area
    var sentences: [String] = []
    guard let total = groups.count(area, GroupTable.all) else { return [] }
    guard total > 0 else { return ["Er zijn geen patiënten uit \(names.wijk.name) geteld."] }
    if let some = groups.count(area, GroupTable.chronic) {
      let share =
        total >= 100 && some < total
        ? " (\(DutchNumber.percentage(100 * Double(some) / Double(total))))" : ""
      sentences.append(
        "Van de \(DutchText.counted(total, "patiënt", "patiënten")) uit \(names.wijk.name) "
          + (some == 0
            ? "heeft niemand een chronische aandoening."
            : "hebben er \(DutchNumber.whole(some))\(share) minstens één chronische aandoening."))
    }
    let known = groups.programs.compactMap { group in
      groups.count(area, group).map { (group, $0) }
    }
    if let largest = known.max(by: { $0.1 < $1.1 }), largest.1 > 0 {
      let rate =
        total >= 100
        ? ", dat is \(DutchNumber.whole(1000 * Double(largest.1) / Double(total))) per 1.000" : ""
      let number = DutchNumber.whole(largest.1)
      sentences.append(
        known.count == 1
          ? "\(largest.0) komt voor bij \(number) patiënten\(rate)."
          : "Van de programma’s heeft \(inSentence(largest.0)) de meeste patiënten: \(number)\(rate)."
      )
    }
    sentences.append(
      "Iemand kan meer aandoeningen hebben; de aantallen mogen dus niet worden opgeteld.")
    return sentences
  }

  /// How many patients take part in chain care, at the level of the wijk.
  static func participation(_ groups: GroupTable, _ names: Names) -> [String] {
    let area = names.wijk.area
    let shares = groups.programs.compactMap { group -> (String, Double)? in
      guard let known = groups.count(area, group), known >= 100,
        let members = groups.count(area, group, kind: "programma"), members < known
      else { return nil }
      return (group, 100 * Double(members) / Double(known))
    }
    guard let highest = shares.max(by: { $0.1 < $1.1 }),
      let lowest = shares.min(by: { $0.1 < $1.1 })
    else { return [] }
    let first =
      "Bij \(inSentence(highest.0)) neemt \(DutchNumber.percentage(highest.1)) van de bekende "
      + "patiënten deel aan het programma"
    if shares.count == 1 { return [first + "."] }
    return [
      first + ", het meest van alle programma’s.",
      "Bij \(inSentence(lowest.0)) is dat het minst: \(DutchNumber.percentage(lowest.1)).",
    ]
  }

  /// A programme inside a sentence: `astma`, `COPD`, `CVRM`.
  private static func inSentence(_ group: String) -> String { DutchText.uncapitalized(group) }

  // MARK: - Tables

  /// Postcodes × the five programmes, VVR and at least one.
  private static func programs(_ groups: GroupTable, _ book: inout ChapterBook) -> [Block] {
    let table = groups.table
    let shown =
      groups.programs + groups.names.filter { $0 == "VVR" }
      + [GroupTable.chronic, GroupTable.all].filter(groups.names.contains)
    let rows = table.areas.map { area in
      DisplayRow(
        [book.names.label(area)] + shown.map { groups.text(area, $0) },
        isTotal: area.kind == .wijk || area.kind == .total)
    }
    let labels = shown.map {
      $0 == GroupTable.chronic ? "Minstens één*" : $0 == GroupTable.all ? "Alle patiënten" : $0
    }
    return book.table(
      id: table.id,
      caption: book.caption(
        "Patiënten met een chronische aandoening per postcode", of: table, isCounted: true),
      badge: .patients,
      notes: [
        "* Minstens één van de chronische aandoeningen in dit hoofdstuk; elke patiënt telt één keer.",
        "CVRM: een bekende hart- of vaatziekte. VVR: een verhoogd vasculair risico, zoals hoge "
          + "bloeddruk of een hoog cholesterol.",
      ] + NoteText.sentences(table.notes, names: book.names),
      columns: [DisplayColumn("Gebied", isNumeric: false)]
        + labels.map { DisplayColumn($0, isNumeric: true) }, rows: rows)
  }

  /// Known, in the programme and main provider unknown, for the wijk.
  private static func participationTable(
    _ groups: GroupTable, _ book: inout ChapterBook
  ) -> [Block] {
    let area = book.names.wijk.area
    guard groups.table.texts("soort").contains("programma") else { return [] }
    let delivered = groups.programs.filter {
      groups.cell(area, $0, kind: "programma") != .absent
    }
    let rows = delivered.map { group in
      DisplayRow(
        [group]
          + ["bekend", "hoofdbehandelaar_onbekend", "programma"].map {
            groups.text(area, group, kind: $0)
          })
    }
    return book.table(
      id: "t215-deelname",
      caption: book.caption(
        "Deelname aan ketenzorg, patiënten uit \(book.names.wijk.name)", of: groups.table,
        isCounted: true),
      badge: .patients,
      notes: [
        "In programma: deelnemers bij wie de huisarts hoofdbehandelaar is, met de leeftijdsgrenzen "
          + "van het programma.",
        "Aan het programma CVRM nemen ook mensen met alleen een verhoogd risico (VVR) deel.",
      ],
      columns: [DisplayColumn("Programma", isNumeric: false)]
        + ["Bekend", "Hoofdbehandelaar onbekend", "In programma"].map {
          DisplayColumn($0, isNumeric: true)
        }, rows: rows)
  }

  /// t223: the programmes by age and sex, for the wijk.
  static func byAge(_ book: inout ChapterBook) -> [Block] {
    guard let table = book.data("t223") else { return [] }
    let ages = table.texts("leeftijd").filter { $0 != "Totaal" } + ["Totaal"]
    let rows = table.texts("groep").flatMap { group in
      [("M", "mannen"), ("V", "vrouwen"), ("Totaal", "samen")].map { sex, word in
        DisplayRow(
          [group, word]
            + ages.map { age in
              table.wijkRows.first {
                $0.text("groep") == group && $0.text("geslacht") == sex
                  && $0.text("leeftijd") == age
              }?.cell("aantal").text() ?? ""
            }, isTotal: sex == "Totaal")
      }
    }
    return book.table(
      id: table.id,
      caption: book.caption(
        "Patiënten uit de wijk per programma, naar leeftijd en geslacht", of: table,
        isCounted: true),
      badge: .patients, notes: NoteText.sentences(table.notes, names: book.names),
      columns: [
        DisplayColumn("Programma", isNumeric: false), DisplayColumn("Geslacht", isNumeric: false),
      ] + ages.map { DisplayColumn($0, isNumeric: true) }, rows: rows)
  }

  /// t210: the first three conditions among patients.
  private static func top(_ book: inout ChapterBook) -> [Block] {
    guard let table = book.data("t210") else { return [] }
    let ranking = TopThree(
      whom: .patients, top: table, all: book.data("t222"), names: book.names)
    return book.paragraph(ranking.sentences)
      + book.table(
        id: table.id,
        caption: book.caption("Voorstel voor de top 3 onder patiënten", of: table, isCounted: true),
        badge: .patients,
        notes: ranking.notes
          + ["Een verschil met de verwachting kan ook komen door verschil in registratie."],
        columns: ranking.columns, rows: ranking.rows(of: table))
  }

  // MARK: - Expected among inhabitants

  /// How many cases one would expect among all inhabitants, for the programmes; the table is in the
  /// appendix.
  private static func expected(_ book: inout ChapterBook) -> [Block] {
    guard let table = book.data("t221") else {
      return book.isOmitted("t221")
        ? [] : [book.missing("t221")]
    }
    return book.paragraph(expectedSentences(table, book.names))
  }

  /// The programmes with about how many inhabitants; no count.
  static func expectedSentences(_ table: ReleasableTable, _ names: Names) -> [String] {
    let programs = CareProgram.allCases.map(\.rawValue)
    let items = table.wijkRows.compactMap { row -> String? in
      let name = names.problem(row.text("groep"))
      guard programs.contains(name), let number = row.value("verwacht") else { return nil }
      return "\(inSentence(name)) (\(DutchNumber.about(number)))"
    }
    let end = "De schatting per aandoening staat in de bijlage."
    guard !items.isEmpty else { return [end] }
    return [
      "Bij alle inwoners van \(names.wijk.name), ook wie elders patiënt is, passen naar leeftijd en "
        + "geslacht deze aantallen: \(DutchText.enumeration(items)).",
      "Dat is een modelschatting, geen telling.", end,
    ]
  }

  /// t221, for the appendix.
  static func expectedTable(_ book: inout ChapterBook) -> [Block] {
    guard let table = book.data("t221") else { return [] }
    let rows = table.wijkRows.map { row in
      DisplayRow([
        book.names.problem(row.text("groep")),
        row.value("verwacht").map { DutchNumber.about($0) } ?? row.cell("verwacht").text(),
      ])
    }
    let references = table.texts("referentie")
    let basis =
      references.isEmpty
      ? [] : ["Berekend met het voorkomen in \(DutchText.enumeration(references))."]
    return book.table(
      id: table.id,
      caption: book.caption("Verwachte aandoeningen onder alle inwoners", of: table),
      badge: .inhabitants, notes: basis + NoteText.sentences(table.notes, names: book.names),
      columns: [
        DisplayColumn("Aandoening", isNumeric: false),
        DisplayColumn("Verwacht aantal (modelschatting)", isNumeric: true),
      ], rows: rows)
  }
}
