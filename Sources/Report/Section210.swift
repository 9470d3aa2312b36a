import DisclosureControl
import WijkModel

/// 2.10 Verantwoording, generated from what was really done.
enum Section210 {
  static let id = "2.10"
  static let heading = "2.10 Verantwoording"

  static func blocks(_ book: inout ChapterBook) -> [Block] {
    // At the end the program would stand on a page of its own as soon as the text fills one.
    var blocks = book.paragraph(
      populations(book.context, book.released) + program(book.context))
    let sources = sources(book.context)
    if !sources.isEmpty {
      blocks += [.subheading("Bronnen"), .bullets(sources)]
    }
    blocks.append(.subheading("Kleine aantallen"))
    blocks += book.paragraph(protection(book.released, book.context))
    blocks += book.paragraph(series(book.context))
    if !book.context.deviations.isEmpty {
      blocks += [
        .subheading("Keuzes die afwijken van de standaard"), .bullets(book.context.deviations),
      ]
    }
    let methods = methods(book)
    if !methods.isEmpty { blocks += [.subheading("Werkwijze"), .bullets(methods)] }
    let quality = book.context.findingSummary
    if !quality.isEmpty {
      blocks += [.subheading("Kwaliteit van de gegevens")]
      blocks += book.paragraph([
        "Bij het lezen van de bestanden is het volgende opgevallen.",
        "Voor elke praktijk staat in een eigen overzicht wat er te verbeteren is.",
      ])
      blocks.append(.bullets(quality.map { Section21.closed(DutchText.capitalized($0)) }))
    }
    blocks += [.subheading("Woorden"), .bullets(words(book))]
    return blocks + book.officerText(id)
  }

  // MARK: - Sentences

  /// Whom the figures are about.
  static func populations(_ context: ChapterContext, _ released: ReleasedTables) -> [String] {
    var sentences = [
      "Dit hoofdstuk houdt twee groepen uit elkaar: de inwoners van de wijk en de patiënten van de "
        + "deelnemende praktijken."
    ]
    if released.tables.contains(where: { $0.population == .enrolledPatients }) {
      let date = DutchDate.long(context.patientDate)
      sentences += [
        "De patiënten zijn geteld op \(date).",
        "Wie op die dag op naam was ingeschreven, telt één keer mee, waar hij of zij ook woont.",
      ]
    } else {
      sentences.append("Er zijn geen gegevens over patiënten gebruikt.")
    }
    return sentences
  }

  /// Why figures of patients are printed again, and that a series was begun.
  static func series(_ context: ChapterContext) -> [String] {
    var sentences: [String] = []
    if let date = context.history.reprintedDate {
      let (old, new) = (DutchDate.long(date), DutchDate.long(context.referenceDate))
      sentences += [
        "De cijfers over patiënten zijn die van \(old) en niet van \(new).",
        "Naast de cijfers die al zijn gedeeld, zouden nieuwe cijfers te veel over enkele personen "
          + "vertellen.",
        "Zijn de eerdere cijfers nooit gedeeld, dan kunt u een nieuwe reeks beginnen met "
          + "“--nieuwe-reeks”.",
      ]
    }
    if context.history.isDeclaredSeries {
      sentences.append(
        "Voor deze wijk is een nieuwe reeks patiëntcijfers begonnen. De opsteller heeft verklaard dat "
          + "eerdere cijfers niet zijn gedeeld, of aanvaardt dat ze naast deze kunnen liggen.")
    }
    return sentences
  }

  /// The sources with their years.
  static func sources(_ context: ChapterContext) -> [String] {
    var lines: [String] = []
    var unnamed: [String] = []
    for source in context.sources {
      let kindName = kindNames[source.kind] ?? source.kind
      if source.name.isEmpty && source.years.isEmpty {
        if !unnamed.contains(kindName) { unnamed.append(kindName) }
        continue
      }
      let kind = DutchText.capitalized(kindName)
      let name = source.name.isEmpty ? "" : ": \(source.name)"
      let years =
        source.years.isEmpty
        ? "" : ", " + DutchText.enumeration(Set(source.years).sorted().map { String($0) })
      let line = kind + name + years + "."
      if !lines.contains(line) { lines.append(line) }
    }
    let own = unnamed.isEmpty ? [] : ["Uit de eigen regio: \(DutchText.enumeration(unnamed))."]
    return own + lines
  }

  /// The threshold and how many cells are hidden, no more.
  static func protection(_ released: ReleasedTables, _ context: ChapterContext) -> [String] {
    let counted = released.tables.filter { $0.population == .enrolledPatients }
    guard !counted.isEmpty else { return ["Er zijn geen aantallen patiënten in dit hoofdstuk."] }
    let hidden = counted.reduce(0) { $0 + $1.suppressedCounts }
    var sentences = [
      "Aantallen patiënten kleiner dan \(DutchNumber.whole(released.threshold)) zijn niet getoond "
        + "(\(DutchNumber.suppressed)).",
      "Andere aantallen zijn niet getoond als een klein aantal daaruit terug te rekenen was.",
    ]
    sentences.append(
      hidden == 0
        ? "Er zijn geen aantallen weggelaten."
        : "In alle tabellen samen \(hidden == 1 ? "is" : "zijn") "
          + "\(DutchText.counted(hidden, "aantal", "aantallen")) weggelaten.")
    if context.settings.roundsToFive {
      sentences.append("Alle getoonde aantallen patiënten zijn afgerond op 5.")
    }
    let area = context.settings.smallestArea
    if area > 0 {
      sentences.append(
        "Postcodes met minder dan \(DutchNumber.whole(area)) patiënten zijn waar dat kan "
          + "samengenomen als “overige postcodes”.")
    }
    return sentences
  }

  /// The methods behind the tables that are really there.
  static func methods(_ book: ChapterBook) -> [String] {
    func has(_ number: String) -> Bool { book.data(number) != nil }
    var lines: [String] = []
    if has("t203") {
      lines.append(
        "Inwoners: het CBS rondt aantallen af op 5. Daardoor tellen delen niet altijd precies op.")
    }
    if ["t204", "t205", "t206", "t208"].contains(where: has) {
      lines.append(
        "Percentages en gemiddelden van de wijk zijn het gemiddelde van de postcodes, gewogen naar "
          + "inwoners, huishoudens of woningen.")
    }
    if let table = book.data("t207"), table.tableRows.contains(where: { $0.value("p") != nil }) {
      lines.append(
        "Verschillen tussen postcodes: bij volledige tellingen een chi-kwadraattoets; p staat in "
          + "tabellen/\(table.id).csv.")
    }
    if let table = book.data("t208"),
      table.tableRows.contains(where: { !$0.text("oordeel").isEmpty })
    {
      lines.append(
        "Oordeel over gezondheid: het verschil met de vergelijking gedeeld door de standaardfout (T), "
          + "met de correctie van Benjamini en Hochberg over de gemeten cijfers van één jaar en "
          + "leeftijdsgroep (5\u{A0}%).")
    }
    if has("t209") {
      lines.append(
        "Top 3: een score uit omvang, ernst, afwijking van de regio en beïnvloedbaarheid. De hele "
          + "ranglijst staat in de bijlage.")
    }
    if has("t215") {
      lines.append(
        "Aandoeningen: een patiënt telt als bekend met een aandoening als de praktijk een "
          + "bijpassende ICPC-code heeft vastgelegd.")
    }
    if let table = book.data("t216") { lines += Prevalence(table, book.names).methods }
    if has("t201") || has("t214") {
      lines.append(
        "Het cijfer van de wijk bij patiënten is de som van de postcodes van de wijk. Het totaal "
          + "telt ook patiënten van buiten de wijk.")
    }
    if has("t219") {
      lines.append("Praktijkspiegel: de praktijken zijn samengenomen, gewogen naar patiënten.")
    }
    if !lines.isEmpty {
      lines.append(
        "Elke methode met formule en bron: zie de opdracht “wijkbeeld definities methoden”.")
    }
    return lines
  }

  /// Words of the tables, for a reader who is not used to them.
  static func words(_ book: ChapterBook) -> [String] {
    func has(_ number: String) -> Bool { book.data(number) != nil }
    var lines = [
      "Peildatum: de dag waarop is geteld.",
      "Wijkpopulatie: iedereen die in de wijk woont. Patiëntenpopulatie: iedereen die bij een "
        + "deelnemende praktijk is ingeschreven.",
    ]
    if has("t201") {
      lines.append("Dekkingsgraad: ingeschreven patiënten per 100 inwoners van hetzelfde gebied.")
    }
    if has("t208") {
      lines.append(
        "Modelschatting: een cijfer dat is berekend uit kenmerken van de inwoners, en niet gemeten."
      )
      lines.append("Omgerekend: een cijfer van een buurt of wijk, verdeeld over postcodes.")
    }
    if has("t206") {
      lines.append(
        "SES-WOA: een score van het CBS voor welvaart, opleidingsniveau en arbeid van huishoudens.")
    }
    if let table = book.data("t216"), Prevalence(table, book.names).isCompared {
      lines.append(
        "O/E: het getelde aantal gedeeld door het verwachte aantal, keer 100. Bij 100 is het aantal "
          + "zoals verwacht.")
    }
    if has("t215") {
      lines.append("ICPC: de codelijst waarmee huisartsen klachten en ziekten vastleggen.")
    }
    return lines
  }

  /// With what the chapter was made.
  static func program(_ context: ChapterContext) -> [String] {
    let program = context.programVersion.isEmpty ? "" : "wijkbeeld \(context.programVersion)"
    let definitions =
      context.definitionsHash.isEmpty ? "" : "definities \(context.definitionsHash.prefix(12))"
    let parts = [program, definitions].filter { !$0.isEmpty }
    guard let first = parts.first else { return [] }
    let rest = parts.dropFirst().map { " (\($0))" }.joined()
    return ["Dit hoofdstuk is gemaakt met \(first)\(rest)."]
  }

  private static let kindNames = [
    "praktijklijst": "patiëntenlijsten van de praktijken", "episoden": "episoden van de praktijken",
    "ketenzorg": "deelname aan ketenzorg", "inwoners": "inwoners",
    "ses": "sociaaleconomische status", "gezondheidsmonitor": "gezondheidsmonitor",
    "gebiedskoppeling": "koppeling van postcodes aan gebieden",
    "praktijkspiegel": "Praktijkspiegel", "zorgkosten": "zorgkosten",
    "referentie": "vergelijkingscijfers", "activiteiten": "activiteiten",
    "signalen": "signalen van bewoners en professionals", "wijkprofiel": "wijkprofiel",
    "praktijken": "praktijken", "ernst": "score van ernst en beïnvloedbaarheid", "kaart": "kaart",
  ]
}
