import DisclosureControl
import WijkModel

/// 2.9 Wat is er veranderd sinds het vorige wijkplan.
enum Section29 {
  static let id = "2.9"
  static let heading = "2.9 Wat is er veranderd sinds het vorige wijkplan"

  static func blocks(_ book: inout ChapterBook) -> [Block] {
    let prompt = "Eigen duiding: wat is er sinds het vorige plan in de wijk veranderd?"
    guard let previous = book.context.history.previousDate else {
      return book.paragraph(sentences(book.names.date)) + book.duiding(id, prompt: prompt)
    }
    var blocks = book.paragraph(
      scope(book.context.history, previous: previous, date: book.names.date))
    if let table = book.data("t218") {
      blocks += book.paragraph(TrendText(table, book.names).sentences)
    }
    return blocks + book.duiding(id, prompt: prompt)
  }

  /// Without earlier figures there is nothing to compare.
  static func sentences(_ date: String) -> [String] {
    [
      "Dit is de eerste meting met deze werkwijze (peildatum \(date)).",
      "Er zijn nog geen eerdere cijfers om mee te vergelijken.",
    ]
  }

  /// Whether wijk, practices and definitions are still the same.
  static func scope(
    _ history: ChapterHistory, previous: CalendarDate, date: String
  ) -> [String] {
    var sentences = [
      "De vorige cijfers zijn van \(DutchDate.long(previous)), deze van \(date)."
    ]
    let kept = [
      ("postcodes", "de postcodes"), ("praktijken", "de deelnemende praktijken"),
      ("indeling", "de soort patiëntenlijsten"), ("definities", "de definities"),
      ("telregels", "de telregels"),
    ].filter { !history.changes.contains($0.0) }.map(\.1)
    if !kept.isEmpty {
      sentences.append("Gelijk gebleven zijn \(DutchText.enumeration(kept)).")
    }
    sentences += change(history.postcodes, "postcode", "postcodes")
    sentences += practices(history)
    if history.changes.contains("definities") {
      sentences.append("De definities van de aandoeningen zijn gewijzigd.")
    }
    if history.changes.contains("indeling") {
      sentences.append(
        "De praktijken leverden andere soorten patiëntenlijsten, bijvoorbeeld uit een ander HIS.")
    }
    if history.changes.contains("telregels") {
      sentences.append("Angst en stemming zijn met een andere codelijst geteld.")
    }
    if history.changes.contains("peildag") {
      sentences.append("De peildatum valt op een andere dag van het jaar.")
    }
    if !history.changes.isEmpty {
      sentences.append("De aantallen patiënten zijn daarom niet met elkaar vergeleken.")
    }
    return sentences
  }

  private static func change(
    _ change: ChapterHistory.Change, _ singular: String, _ plural: String
  ) -> [String] {
    [(change.added, "erbij gekomen"), (change.removed, "weggevallen")].compactMap { list, word in
      guard !list.isEmpty else { return nil }
      let verb = list.count == 1 ? "\(singular) is \(word)" : "\(plural) zijn \(word)"
      return "De volgende \(verb): \(DutchText.enumeration(list))."
    }
  }

  /// Practices are counted, not named.
  private static func practices(_ history: ChapterHistory) -> [String] {
    guard history.changes.contains("praktijken") else { return [] }
    let (added, removed) = (history.practices.added.count, history.practices.removed.count)
    var parts: [String] = []
    if added > 0 { parts.append("\(DutchText.worded(added, "praktijk", "praktijken")) erbij") }
    if removed > 0 { parts.append("\(DutchText.worded(removed, "praktijk", "praktijken")) weg") }
    return ["De deelnemende praktijken zijn gewijzigd: \(DutchText.enumeration(parts))."]
  }
}
