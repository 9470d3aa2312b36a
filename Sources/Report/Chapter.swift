import Definitions
import DisclosureControl
import WijkModel

/// Chapter 2 of the wijkplan of one wijk, from the tables that may be published.
///
/// Every sentence is made from a released table, so nothing hidden can slip into the text. Sections
/// and tables that the officer leaves out are not numbered.
///
/// - Parameters:
///   - released: The tables that may be published.
///   - context: The officer's words and facts of the run.
///   - definitions: The names of indicators, problems and disease groups.
/// - Returns: The chapter in the order of the Handreiking.
public func chapter(
  _ released: ReleasedTables, context: ChapterContext, definitions: DefinitionSet
) -> Report {
  let names = Names(
    wijk: released.wijk, referenceDate: context.patientDate, definitions: definitions)
  return chapter(released, context: context, names: names)
}

func chapter(_ released: ReleasedTables, context: ChapterContext, names: Names) -> Report {
  var book = ChapterBook(released: released, context: context, names: names)
  typealias Writer = (inout ChapterBook) -> [Block]
  let writers: [(String, String, Writer)] = [
    (KeyFigures.id, "Kerncijfers van \(names.wijk.name)", KeyFigures.blocks),
    (Section21.id, Section21.heading, Section21.blocks),
    (Section22.id, Section22.heading, Section22.blocks),
    (Section23.id, Section23.heading, Section23.blocks),
    (Section24.id, Section24.heading, Section24.blocks),
    (Section25.id, Section25.heading, Section25.blocks),
    (Section26.id, Section26.heading, Section26.blocks),
    (Section27.id, Section27.heading, Section27.blocks),
    (Section28.id, Section28.heading, Section28.blocks),
    (Section29.id, Section29.heading, Section29.blocks),
    (Section210.id, Section210.heading, Section210.blocks),
    (Appendix.id, Appendix.heading, Appendix.blocks),
  ]
  var sections: [Section] = []
  for (id, heading, write) in writers where !book.isOmitted(id) {
    let blocks = write(&book)
    if !blocks.isEmpty { sections.append(Section(id: id, heading: heading, blocks: blocks)) }
  }
  let plan = context.planYear.map { " · wijkplan \($0)" } ?? ""
  return Report(
    title: "Hoofdstuk 2. Beschrijving wijk- en patiëntenpopulatie",
    subtitle: "\(names.wijk.name)\(plan) · peildatum \(names.date)", wijk: released.wijk,
    warnings: context.remarks, sections: sections, data: released.tables,
    internalData: released.internalTables, structure: released.structure, dateText: names.date,
    words: names.readerWords)
}
