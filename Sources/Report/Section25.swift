import DisclosureControl
import WijkModel

/// 2.5 Wat gebeurt er al.
enum Section25 {
  static let id = "2.5"
  static let heading = "2.5 Wat gebeurt er al"

  static func blocks(_ book: inout ChapterBook) -> [Block] {
    var blocks: [Block] = []
    if let table = book.released.table("t212"), !book.isOmitted(table.id) {
      let top = topProblems(book)
      let isChosen = !book.context.chosenProblems.isEmpty
      blocks += book.paragraph(sentences(table, book.names, top: top))
      let rows = table.tableRows.filter { top.isEmpty || top.contains($0.text("probleem")) }
      blocks += self.table(
        rows, of: table, id: table.id,
        title: top.isEmpty
          ? "Lopende activiteiten"
          : "Lopende activiteiten bij de \(isChosen ? "gekozen" : "belangrijkste") problemen", &book
      )
    } else if !book.isOmitted("t212") {
      blocks.append(book.missing("t212"))
    }
    return blocks
      + book.duiding(
        id, prompt: "Eigen duiding: waar is overleg over taakverdeling nodig, en wat ontbreekt?")
  }

  /// Activities that belong to no top-3 problem, for the appendix.
  static func others(_ book: inout ChapterBook) -> [Block] {
    let top = topProblems(book)
    guard let table = book.data("t212"), !top.isEmpty else { return [] }
    return self.table(
      table.tableRows.filter { !top.contains($0.text("probleem")) }, of: table,
      id: "t212-overige", title: "Overige lopende activiteiten", &book)
  }

  /// The ids of the problems that lead t212: the chosen ones, else the top 3 among inhabitants.
  private static func topProblems(_ book: ChapterBook) -> [String] {
    let note = book.released.table("t212")?.note("problemen")?.facts["kandidaten"] ?? ""
    return note.split(separator: "|").map { String($0) }
  }

  /// Per problem how many activities run, whether they overlap, and where none is known.
  static func sentences(
    _ table: ReleasableTable, _ names: Names, top: [String]
  ) -> [String] {
    if top.isEmpty {
      let count = table.tableRows.count { !$0.text("activiteit").isEmpty }
      let verb = count == 1 ? "loopt" : "lopen"
      return count == 0
        ? ["Er staan geen lopende activiteiten in het overzicht."]
        : ["Er \(verb) \(DutchText.worded(count, "activiteit", "activiteiten"))."]
    }
    var sentences: [String] = []
    var without: [String] = []
    for problem in top {
      let name = DutchText.uncapitalized(names.problem(problem))
      let rows = table.rows(["probleem": problem])
      let running = rows.filter { !$0.isYes("geen_activiteit") && !$0.text("activiteit").isEmpty }
      if running.isEmpty {
        without.append(name)
        continue
      }
      let verb = running.count == 1 ? "loopt" : "lopen"
      let number = DutchText.worded(running.count, "activiteit", "activiteiten")
      var sentence = "Voor \(name) \(verb) \(number)"
      sentence += overlap(running.count { hasOverlap($0) }, of: running.count)
      sentences.append(sentence + ".")
    }
    if table.tableRows.contains(where: { hasOverlap($0) && top.contains($0.text("probleem")) }) {
      sentences.append("Bij overlap is overleg over taakverdeling zinvol.")
    }
    if !without.isEmpty {
      sentences.append(
        "Voor \(DutchText.enumeration(without)) staat geen activiteit in het overzicht.")
      sentences.append("Dat betekent niet dat er in de wijk niets gebeurt.")
    }
    return sentences
  }

  /// How many of the activities overlap with others, as the end of a sentence.
  private static func overlap(_ number: Int, of total: Int) -> String {
    if number == 0 { return "" }
    let isOne = number == 1
    let subject =
      total == 1
      ? "die"
      : number < total ? "\(DutchNumber.word(number)) daarvan" : total == 2 ? "beide" : "alle"
    return "; \(subject) \(isOne ? "overlapt" : "overlappen") met andere"
  }

  /// Whether an overlap is told; `nee` and an empty cell say none.
  private static func hasOverlap(_ row: TableRow) -> Bool {
    let text = row.text("overlap").lowercased()
    return !text.isEmpty && text != "nee"
  }

  private static func table(
    _ rows: [TableRow], of table: ReleasableTable, id: String, title: String,
    _ book: inout ChapterBook
  ) -> [Block] {
    let hasProblems = rows.contains { !$0.text("probleem").isEmpty }
    let headers = ["Activiteit", "Organisatie", "Doelgroep", "Start", "Eind", "Bereik", "Overlap"]
    var columns = headers.map { DisplayColumn($0, isNumeric: $0 == "Bereik") }
    if hasProblems { columns.insert(DisplayColumn("Probleem", isNumeric: false), at: 0) }
    let shown = rows.map { row -> DisplayRow in
      let isNone = row.isYes("geen_activiteit") || row.text("activiteit").isEmpty
      var cells = [
        isNone ? "geen activiteit bekend" : row.text("activiteit"), row.text("organisatie"),
        row.text("doelgroep"), date(row.text("start")), date(row.text("eind")),
        row.cell("bereik").text(), row.text("overlap"),
      ]
      if hasProblems {
        cells.insert(problems(row, book.names), at: 0)
      }
      return DisplayRow(cells)
    }
    let source = table.sourceNames.isEmpty ? "activiteitenoverzicht" : table.sourceNames
    return book.table(
      id: id, caption: "\(title), \(DutchDate.long(book.context.referenceDate)) (bron: \(source))",
      badge: .none,
      notes: [
        "Overlap: een eigen activiteit en een van anderen hebben hetzelfde probleem of dezelfde "
          + "doelgroep, of de activiteit stond al in een eerder plan."
      ], columns: columns, rows: shown)
  }

  private static func date(_ text: String) -> String {
    CalendarDate(iso: text).map(DutchDate.short) ?? text
  }

  /// The names of the problems of a row; other activities name several.
  private static func problems(_ row: TableRow, _ names: Names) -> String {
    let ids = row.text("probleem").split(separator: ",").map { String($0.drop { $0 == " " }) }
    return DutchText.capitalized(
      ids.map { DutchText.uncapitalized(names.problem($0)) }.joined(separator: ", "))
  }
}
