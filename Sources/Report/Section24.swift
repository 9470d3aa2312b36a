import DisclosureControl
import WijkModel

/// 2.4 De drie belangrijkste problemen.
enum Section24 {
  static let id = "2.4"
  static let heading = "2.4 De drie belangrijkste problemen"

  static func blocks(_ book: inout ChapterBook) -> [Block] {
    var blocks = choice(book.context, book.names)
    if let top = book.data("t209") {
      let ranking = TopThree(
        whom: .inhabitants, top: top, all: book.data("t211"), names: book.names)
      blocks += book.paragraph(ranking.sentences)
      blocks += book.table(
        id: top.id, caption: book.caption("Voorstel voor de top 3 onder inwoners", of: top),
        badge: .inhabitants, notes: ranking.notes, columns: ranking.columns,
        rows: ranking.rows(of: top))
    } else if !book.isOmitted("t209") {
      blocks.append(book.missing("t209"))
    }
    blocks += signals(book.context.signals, book.names)
    blocks.append(
      .officerPrompt(
        "Mag en kan de samenwerking hier iets aan doen? Denk aan draagvlak, geld, wetgeving en wie het "
          + "kan uitvoeren."))
    return blocks
      + book.duiding(id, prompt: "Eigen duiding: waarom deze drie problemen, en welke niet?")
  }

  /// The list that the collaboration chose, above the proposal.
  static func choice(_ context: ChapterContext, _ names: Names) -> [Block] {
    guard !context.chosenProblems.isEmpty else { return [] }
    let problems = context.chosenProblems.map { DutchText.uncapitalized(names.problem($0)) }
    var sentences = [
      problems.count == 1
        ? "De samenwerking kiest voor het komende plan \(problems[0])."
        : "De samenwerking kiest voor het komende plan: \(DutchText.enumeration(problems))."
    ]
    if !context.choiceNote.isEmpty {
      sentences.append("Toelichting: \(Section21.closed(context.choiceNote))")
    }
    return [.officerText([DutchText.paragraph(sentences)])]
  }

  /// What residents and professionals name; shown, never scored.
  static func signals(_ signals: [Signal], _ names: Names) -> [Block] {
    guard !signals.isEmpty else { return [] }
    var order: [String] = []
    var byProblem: [String: [Signal]] = [:]
    for signal in signals {
      let problem = DutchText.capitalized(names.problem(signal.problem))
      if byProblem[problem] == nil { order.append(problem) }
      byProblem[problem, default: []].append(signal)
    }
    let items = order.map { problem -> String in
      let own = byProblem[problem] ?? []
      var reporters: [String] = []
      for reporter in own.map({ plural($0.reporter) }) where !reporters.contains(reporter) {
        reporters.append(reporter)
      }
      let remarks = own.map(\.note).filter { !$0.isEmpty }
      let who = reporters.isEmpty ? "" : " (genoemd door \(DutchText.enumeration(reporters)))"
      return problem + who + (remarks.isEmpty ? "" : ": " + remarks.joined(separator: "; "))
    }
    return [
      .subheading("Wat bewoners en professionals noemen"),
      .paragraph("Deze signalen staan naast de ranglijst en tellen er niet in mee."),
      .bullets(items),
    ]
  }

  private static func plural(_ reporter: String) -> String {
    switch reporter {
    case "bewoner": "bewoners"
    case "patiënt": "patiënten"
    case "professional": "professionals"
    case "organisatie": "organisaties"
    default: reporter
    }
  }
}
