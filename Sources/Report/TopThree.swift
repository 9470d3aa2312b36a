import DisclosureControl
import WijkModel

/// The ranking of one population as the page shows it: t209 and t210, with t211 and t222.
struct TopThree {
  /// Whom the ranking is about.
  enum Whom {
    /// Inhabitants.
    case inhabitants
    /// Enrolled patients.
    case patients
  }

  /// Whom it is about.
  let whom: Whom
  /// The first three.
  let top: ReleasableTable
  /// The whole ranking, for numbers of persons; nil when it is not there.
  let all: ReleasableTable?
  /// The words for problems.
  let names: Names

  /// The names of the first three inside a sentence, in order.
  var problems: [String] {
    top.tableRows.map { DutchText.uncapitalized(names.problem($0.text("probleem"))) }
  }

  /// Whether the seriousness of the problems was scored.
  var isScored: Bool { !top.hasNote("ernst-niet-gescoord") }

  // MARK: - Sentences

  /// What the ranking says, how firm it is, and what most people have.
  var sentences: [String] {
    guard !problems.isEmpty else { return [] }
    let people = whom == .inhabitants ? "de inwoners" : "de patiënten"
    let verb = problems.count == 1 ? "staat" : "staan"
    return ["Voor \(people) \(verb) bovenaan: \(DutchText.enumeration(problems))."]
      + (isWhole
        ? ["Andere \(noun) kwamen voor deze top 3 niet in aanmerking."] : robustness + distinction)
      + mostCommon
      + (whom == .inhabitants
        ? ["Deze ranglijst gaat over volwassenen; kinderen en jongeren tellen niet mee."] : [])
  }

  /// In how many of the 19 ways of weighing each of them is among the first three.
  ///
  /// Firm from 14 of the 19 on, the limit of top3.md, section 5.
  var robustness: [String] {
    let rows = top.tableRows.compactMap { row in
      row.count("robuust_van_19").map { (row.text("probleem"), $0) }
    }
    guard rows.count == top.rows.count else { return [] }
    let firm = rows.filter { $0.1 >= 14 }
    let weak = rows.filter { $0.1 < 14 }
    func list(_ rows: [(String, Int)]) -> String {
      DutchText.enumeration(rows.map { DutchText.uncapitalized(names.problem($0.0)) })
    }
    func numbers(_ rows: [(String, Int)]) -> String {
      let counts = rows.map(\.1)
      guard Set(counts).count == 1, let same = counts.first else {
        return DutchText.enumeration(counts.map { String($0) }) + " van de 19"
      }
      return same == 19 ? "alle 19" : "\(same) van de 19"
    }
    var sentences: [String] = []
    if !firm.isEmpty {
      let verb = firm.count == 1 ? "hoort het" : "horen zij"
      sentences.append(
        firm.count == rows.count
          ? "Deze top 3 is stevig." : "De plaats van \(list(firm)) is stevig.")
      sentences.append(
        "Bij \(numbers(firm)) manieren om te wegen \(verb) bij de eerste drie \(noun).")
    }
    if firm.isEmpty, !weak.isEmpty {
      let verb = weak.count == 1 ? "hoort het" : "horen zij"
      sentences.append(
        "De volgorde hangt af van de weging: bij \(numbers(weak)) manieren \(verb) bij de eerste "
          + "drie \(noun).")
    } else if !weak.isEmpty {
      sentences.append("Minder stevig is \(list(weak)), met \(numbers(weak)) manieren.")
    }
    // A close fourth place contradicts "stevig".
    return isSharp || !weak.isEmpty ? sentences : Array(sentences.dropFirst())
  }

  /// Whether nothing else could stand among the first three; then being there says nothing.
  ///
  /// A problem of a theme that has a place already could not, although it was ranked.
  private var isWhole: Bool {
    guard let all else { return false }
    return all.tableRows.filter { !$0.text("zekerheid").isEmpty }.count <= top.rows.count
  }

  private var noun: String { whom == .inhabitants ? "problemen" : "aandoeningen" }

  private var isSharp: Bool { !top.hasNote("geen-scherp-onderscheid") }

  /// Said only when the counting set the note; a close fourth problem is named.
  private var distinction: [String] {
    guard !isSharp else { return [] }
    guard let (third, fourth) = closeProblems else {
      return ["Tussen de \(noun) is geen scherp onderscheid: de uitkomst hangt af van de weging."]
    }
    return [
      "Over de derde plaats is geen scherp onderscheid: \(third) en \(fourth) liggen dicht bij "
        + "elkaar."
    ]
  }

  /// The third and the fourth finalist when their scores differ by less than one point (top3.md,
  /// section 5); nil otherwise, or when the whole ranking is not there.
  private var closeProblems: (String, String)? {
    let finalists = (all?.tableRows ?? []).filter { !$0.text("zekerheid").isEmpty }
    guard finalists.count > 3, top.rows.count == 3, let third = finalists[2].value("score"),
      let fourth = finalists[3].value("score"), third - fourth < 1
    else { return nil }
    func name(_ row: TableRow) -> String {
      DutchText.uncapitalized(names.problem(row.text("probleem")))
    }
    return (name(finalists[2]), name(finalists[3]))
  }

  /// The three problems that most people have, with about how many.
  var mostCommon: [String] {
    guard let note = top.note("meest-voorkomend") ?? all?.note("meest-voorkomend") else {
      return []
    }
    let ids = ["1", "2", "3"].compactMap { note.facts[$0] }.filter { !$0.isEmpty }
    guard !ids.isEmpty else { return [] }
    let noun = whom == .inhabitants ? " volwassenen" : " patiënten"
    let items = ids.enumerated().map { place, id -> String in
      let name = DutchText.uncapitalized(names.problem(id))
      guard let persons = persons(id) else { return name }
      let number =
        whom == .inhabitants
        ? "ongeveer " + DutchNumber.about(persons) : DutchNumber.whole(persons)
      return "\(name) (\(number)\(place == 0 ? noun : ""))"
    }
    return ["Wie alleen naar aantallen kijkt, ziet \(DutchText.enumeration(items)) het vaakst."]
  }

  private func persons(_ id: String) -> Double? {
    let row = all?.row(["probleem": id]) ?? top.row(["probleem": id])
    return row?.value("personen")
  }

  // MARK: - Table

  /// Columns of the table on the page.
  var columns: [DisplayColumn] {
    var columns = [
      DisplayColumn("Rang", isNumeric: true),
      DisplayColumn(whom == .inhabitants ? "Probleem" : "Aandoening", isNumeric: false),
      DisplayColumn(
        whom == .inhabitants ? "Aandeel inwoners" : "Aandeel patiënten", isNumeric: true),
      DisplayColumn(referenceHeader, isNumeric: true),
      DisplayColumn(whom == .inhabitants ? "Circa personen" : "Patiënten", isNumeric: true),
    ]
    if isScored { columns.append(DisplayColumn("Score", isNumeric: true)) }
    columns.append(DisplayColumn("Hoe zeker", isNumeric: false))
    if commonBasis == nil { columns.append(DisplayColumn("Soort cijfer", isNumeric: false)) }
    return columns
  }

  /// The name of the reference, when all problems have the same one.
  private var referenceHeader: String {
    whom == .patients ? "Verwacht aandeel" : commonReference ?? "Vergelijking"
  }

  private var commonReference: String? {
    let names = Set(top.notes.filter { $0.code == "referentie" }.compactMap { $0.facts["naam"] })
    return names.count == 1 ? names.first : nil
  }

  /// The basis of all figures, when it is the same; then a sentence says so instead of a column.
  private var commonBasis: String? {
    let all = Set(top.tableRows.map { $0.text("basis") })
    return all.count == 1 ? all.first : nil
  }

  /// Rows of the table on the page.
  func rows(of table: ReleasableTable) -> [DisplayRow] {
    table.tableRows.map { row in
      var cells = [
        row.text("rang"), DutchText.capitalized(names.problem(row.text("probleem"))),
        row.cell("aandeel").text(.percentage(1)), row.cell("referentie").text(.percentage(1)),
        persons(row),
      ]
      if isScored { cells.append(row.cell("score").text(.decimals(1))) }
      cells.append(certainty(row))
      if commonBasis == nil { cells.append(BasisText.word(row.text("basis"))) }
      return DisplayRow(cells)
    }
  }

  private func persons(_ row: TableRow) -> String {
    guard whom == .inhabitants, let persons = row.value("personen") else {
      return row.cell("personen").text()
    }
    return DutchNumber.whole((persons / 10).rounded(.toNearestOrAwayFromZero) * 10)
  }

  /// `in 18 van de 19 rekenwijzen`, with the rank interval's verdict when there is one.
  private func certainty(_ row: TableRow) -> String {
    var parts: [String] = []
    let verdict = row.text("zekerheid")
    if verdict == "zeker" || verdict == "mogelijk" { parts.append(verdict) }
    if let count = row.count("robuust_van_19") {
      parts.append("in \(count) van de 19 rekenwijzen")
    }
    return parts.joined(separator: "; ")
  }

  /// The sentences under the table.
  var notes: [String] {
    var notes = [
      "“Hoe zeker” telt in hoeveel van 19 manieren om omvang, ernst en afwijking te wegen het "
        + "probleem bij de eerste drie hoort."
    ]
    if whom == .inhabitants {
      notes.append(
        "Veelvoorkomende gewoonten hebben altijd een grote omvang; daar geven ernst en afwijking de "
          + "doorslag.")
    }
    if whom == .patients {
      notes.append("Een aandoening waarvan het aantal niet getoond wordt (•), doet niet mee.")
    }
    if whom == .inhabitants, commonBasis == "model" {
      notes.append("Alle aandelen zijn modelschattingen.")
    }
    // The text above the table says that it is about adults, its header names the reference, and how
    // wide the region spreads stands with the whole ranking.
    var left = ["volwassenen", "vergelijkingsgebieden"]
    if commonReference != nil { left.append("referentie") }
    let others = top.notes.filter { !left.contains($0.code) }
    return notes + NoteText.sentences(others, names: names)
  }
}
