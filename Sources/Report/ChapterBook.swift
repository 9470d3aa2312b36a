import Definitions
import DisclosureControl
import WijkModel

/// Numbers tables and figures while the sections are written, and leaves out what the officer omits.
struct ChapterBook {
  /// The tables that may be shown.
  let released: ReleasedTables
  /// The officer's words and facts of the run.
  let context: ChapterContext
  /// The words for areas and problems.
  let names: Names

  private var tableNumber = 0
  private var figureNumber = 0
  private var toldSources: Set<[String]> = []

  /// Starts with table 1 and figure 1.
  init(released: ReleasedTables, context: ChapterContext, names: Names) {
    self.released = released
    self.context = context
    self.names = names
  }

  /// A table with rows that is not left out, by the number `t2xx`.
  func data(_ number: String) -> ReleasableTable? {
    guard !isOmitted(number), let table = released.table(number), !table.rows.isEmpty
    else { return nil }
    return isOmitted(table.id) ? nil : table
  }

  /// Whether the officer leaves a section or table out; `t217` also means its full id.
  func isOmitted(_ id: String) -> Bool {
    context.omitted.contains { $0 == id || id.hasPrefix($0 + "-") }
  }

  /// A table as a block; nothing when the officer leaves it out or it has no rows.
  mutating func table(
    id: String, caption: String, badge: Badge, notes: [String] = [], columns: [DisplayColumn],
    rows: [DisplayRow]
  ) -> [Block] {
    guard !isOmitted(id), !rows.isEmpty, !columns.isEmpty else { return [] }
    tableNumber += 1
    let hasHidden = rows.contains { $0.cells.contains(DutchNumber.suppressed) }
    let symbol = hasHidden ? [Self.symbolNote] : []
    var known: Set<String> = []
    let single = (notes + symbol).filter { known.insert($0).inserted }
    return [
      .table(
        ReportTable(
          id: id, number: tableNumber, caption: caption, badge: badge, notes: single,
          columns: columns, rows: rows))
    ] + officerText(id)
  }

  /// A figure as a block; nothing when the officer leaves it out.
  mutating func figure(
    id: String, caption: String, badge: Badge, alternative: String, content: FigureContent
  ) -> [Block] {
    guard !isOmitted(id) else { return [] }
    figureNumber += 1
    return [
      .figure(
        ReportFigure(
          id: id, number: figureNumber, caption: caption, badge: badge, alternative: alternative,
          content: content))
    ] + officerText(id)
  }

  /// The sentence for `•`.
  static let symbolNote = "• = niet getoond, om te voorkomen dat personen herkenbaar zijn."

  /// That a table has no source; the first time with the file to add.
  mutating func missing(_ number: String) -> Block {
    let sources = MissingSource.sources(number, notes: released.notes)
    return .notice(
      toldSources.insert(sources).inserted
        ? MissingSource.notice(number, notes: released.notes) : MissingSource.subject(number))
  }

  /// A paragraph, or nothing when no sentence is left.
  func paragraph(_ sentences: [String]) -> [Block] {
    let text = DutchText.paragraph(sentences)
    return text.isEmpty ? [] : [.paragraph(text)]
  }

  /// The officer's own text for a section or table, when there is one.
  func officerText(_ id: String) -> [Block] {
    let key = context.officerTexts.keys.sorted().first { $0 == id || id.hasPrefix($0 + "-") }
    guard let key, let paragraphs = context.officerTexts[key], !paragraphs.isEmpty
    else { return [] }
    return [.officerText(paragraphs)]
  }

  /// The officer's own text for a section, or the marked place for it.
  func duiding(_ section: String, prompt: String) -> [Block] {
    let text = officerText(section)
    return text.isEmpty ? [.officerPrompt(prompt)] : text
  }

  /// The tables of conditions, which come from episodes too.
  private static let conditions = ["t210", "t215", "t216", "t217", "t218", "t222", "t223"]

  /// A caption with date and source.
  ///
  /// Figures of practices are of the reference date; published ones of their newest year.
  func caption(_ title: String, of table: ReleasableTable, isCounted: Bool = false) -> String {
    let source = table.sourceNames
    if isCounted {
      let isCondition = Self.conditions.contains { table.id.hasPrefix($0) }
      let lists =
        isCondition
        ? "patiëntenlijsten en episoden van de praktijken" : "patiëntenlijsten van de praktijken"
      let supplier = source.isEmpty ? lists : source
      return "\(title), \(names.date) (bron: \(supplier))"
    }
    let year = table.newestYear.map { ", \($0)" } ?? ""
    return title + year + (source.isEmpty ? "" : " (bron: \(source))")
  }
}
