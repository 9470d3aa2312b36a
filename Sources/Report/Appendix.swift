import DisclosureControl
import WijkModel

/// The appendix: tables that are too long for the main text.
enum Appendix {
  static let id = "bijlage"
  static let heading = "Bijlage"

  static func blocks(_ book: inout ChapterBook) -> [Block] {
    Section22.otherCharacteristics(&book) + ranking(&book, "t211", .inhabitants)
      + Section25.others(&book) + Section26.waterfall(&book)
      + otherGroups(&book) + Prevalence.othersTable(&book) + multimorbidity(&book)
      + Section27.byAge(&book) + ranking(&book, "t222", .patients) + Section27.expectedTable(&book)
      + Section28.costTable(&book)
  }

  /// t211 and t222: all candidates.
  private static func ranking(
    _ book: inout ChapterBook, _ number: String, _ whom: TopThree.Whom
  ) -> [Block] {
    guard let table = book.data(number) else { return [] }
    let isInhabitants = whom == .inhabitants
    let headers =
      ["Rang", isInhabitants ? "Probleem" : "Aandoening"]
      + [
        "Score", "Omvang", "Ernst", "Afwijking", "Beïnvloedbaar",
        isInhabitants ? "Aandeel inwoners" : "Aandeel patiënten", "Vergelijking",
        "Rekenwijzen (van 19)",
      ]
    let rows = table.tableRows.map { row in
      DisplayRow(
        [row.text("rang"), DutchText.capitalized(book.names.problem(row.text("probleem")))]
          + ["score", "a_omvang", "b1_ernst", "b2_afwijking", "c"].map {
            row.cell($0).text(.decimals(1))
          }
          + ["aandeel", "referentie"].map { row.cell($0).text(.percentage(1)) }
          + [row.cell("robuust_van_19").text()])
    }
    let title =
      isInhabitants
      ? "Ranglijst van problemen onder inwoners" : "Ranglijst van aandoeningen onder patiënten"
    return book.table(
      id: table.id, caption: book.caption(title, of: table, isCounted: !isInhabitants),
      badge: isInhabitants ? .inhabitants : .patients,
      notes: NoteText.sentences(table.notes, names: book.names),
      columns: headers.map { DisplayColumn($0, isNumeric: $0 != headers[1]) }, rows: rows)
  }

  /// Further disease groups of t215, for the wijk and all patients; those that stand beside their
  /// expectation are not shown twice.
  private static func otherGroups(_ book: inout ChapterBook) -> [Block] {
    guard let table = book.data("t215") else { return [] }
    let compared = Set(book.data("t216")?.texts("groep") ?? [])
    let groups = GroupTable(table)
    let areas = [book.names.wijk.area, Area(.total, "Totaal")].filter(table.areas.contains)
    let rows = groups.others.filter { $0 != "VVR" && !compared.contains($0) }.map { group in
      DisplayRow([group] + areas.map { groups.text($0, group) })
    }
    return book.table(
      id: "t215-overige-aandoeningen",
      caption: book.caption(
        "Patiënten met een andere aandoening", of: table, isCounted: true),
      badge: .patients, notes: ["Iemand kan bij meer aandoeningen meetellen."],
      columns: [DisplayColumn("Aandoening", isNumeric: false)]
        + areas.map { DisplayColumn(book.names.label($0), isNumeric: true) }, rows: rows)
  }

  /// t217: rows ages, columns the number of conditions.
  private static func multimorbidity(_ book: inout ChapterBook) -> [Block] {
    guard let table = book.data("t217") else { return [] }
    let numbers = table.texts("groepen")
    let rows = table.texts("leeftijd").map { age in
      DisplayRow(
        [age == "Totaal" ? age : Pyramid.inWords(age)]
          + numbers.map { number in
            table.wijkRows.first {
              $0.text("leeftijd") == age && $0.text("groepen") == number
            }?.cell("aantal").text() ?? ""
          }, isTotal: age == "Totaal")
    }
    let labels = numbers.map { number in
      switch number {
      case "1": "1 aandoening"
      case "Totaal": "Totaal"
      default: "\(number) aandoeningen"
      }
    }
    return book.table(
      id: table.id,
      caption: book.caption(
        "Patiënten uit de wijk naar aantal chronische aandoeningen", of: table, isCounted: true),
      badge: .patients,
      notes: [
        "Geteld over de chronische aandoeningen in dit hoofdstuk; niet te vergelijken met andere "
          + "lijsten."
      ] + NoteText.sentences(table.notes, names: book.names),
      columns: [DisplayColumn("Leeftijd", isNumeric: false)]
        + labels.map { DisplayColumn($0, isNumeric: true) }, rows: rows)
  }
}
