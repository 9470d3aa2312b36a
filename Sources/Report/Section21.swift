import DisclosureControl
import WijkModel

/// 2.1 Afbakening van de wijk.
enum Section21 {
  static let id = "2.1"
  static let heading = "2.1 Afbakening van de wijk"

  static func blocks(_ book: inout ChapterBook) -> [Block] {
    let postcodes = book.data("t201")
    let origin = book.data("t202")
    var blocks = book.paragraph(
      place(book.names.wijk) + inhabitants(postcodes)
        + enrolled(
          postcodes, origin, practices: book.released.practiceCount, date: book.names.date)
        + practices(book.context.practiceNames))
    blocks += choice(book.context)
    if let postcodes {
      blocks += book.paragraph(coverage(postcodes) + core(postcodes))
      blocks += postcodeTable(postcodes, &book)
    } else if !book.isOmitted("t201") {
      blocks.append(book.missing("t201"))
    }
    if let origin {
      blocks += book.paragraph(outside(origin))
      blocks += originTable(origin, &book)
    } else if !book.isOmitted("t202") {
      blocks.append(book.missing("t202"))
    }
    if let postcodes { blocks += CoverageFigure.blocks(postcodes, &book) }
    return blocks
      + book.duiding(
        id, prompt: "Eigen duiding: past deze afbakening bij de samenwerking, en waarom?")
  }

  // MARK: - Sentences

  /// The postcodes of the wijk.
  static func place(_ wijk: Wijk) -> [String] {
    let postcodes = wijk.postcodes.map(\.description)
    guard let only = postcodes.first else { return [] }
    return postcodes.count == 1
      ? ["\(wijk.name) bestaat uit postcode \(only)."]
      : ["\(wijk.name) bestaat uit de postcodes \(DutchText.enumeration(postcodes))."]
  }

  /// How many people live in the wijk.
  static func inhabitants(_ table: ReleasableTable?) -> [String] {
    guard let table, let row = table.wijkRows.first, let number = row.count("inwoners")
    else { return [] }
    let atLeast = table.hasNote("minstens") ? "minstens " : ""
    let source = table.origins.first?.name.prefix { $0 != "," } ?? ""
    let date =
      table.years.max().map {
        " (\(source.isEmpty ? "op" : source + ",") 1 januari \($0))"
      } ?? ""
    let people = DutchText.counted(number, "mens", "mensen")
    return ["Er \(number == 1 ? "woont" : "wonen") \(atLeast)\(people)\(date)."]
  }

  /// How many patients the practices have and how many of them live in the wijk.
  static func enrolled(
    _ postcodes: ReleasableTable?, _ origin: ReleasableTable?, practices: Int, date: String
  ) -> [String] {
    let total =
      postcodes?.row(["gebied_soort": "Totaal"])?.count("patienten")
      ?? origin?.row(["gebied": "Totaal"])?.count("aantal")
      ?? origin?.row(["ligging": "Totaal"])?.count("aantal")
    guard let total else { return [] }
    let patients = DutchText.counted(total, "ingeschreven patiënt", "ingeschreven patiënten")
    let subject =
      practices == 1
      ? "De deelnemende praktijk heeft"
      : practices == 0
        ? "De deelnemende praktijken hebben"
        : "De \(DutchNumber.word(practices)) deelnemende praktijken hebben"
    var sentences = ["\(subject) \(patients) (peildatum \(date))."]
    let inside = origin?.row(["ligging": "binnen"])
    let number = inside?.count("aantal") ?? postcodes?.wijkRows.first?.count("patienten")
    if total > 0, let number {
      let share = inside?.value("aandeel").map { " (\(DutchNumber.percentage($0)))" } ?? ""
      sentences.append(
        number == 0
          ? "Van hen woont niemand in de wijk."
          : "Van hen wonen er \(DutchNumber.whole(number))\(share) in de wijk.")
    }
    return sentences
  }

  /// `Dat zijn praktijk A en praktijk B.`, only when they may be named.
  static func practices(_ names: [String]) -> [String] {
    names.isEmpty ? [] : ["De deelnemende praktijken zijn \(DutchText.enumeration(names))."]
  }

  /// What coverage says about the wijk, with the limits of domain.md ("Denominators").
  static func coverage(_ table: ReleasableTable) -> [String] {
    guard let wijk = table.wijkRows.first?.value("dekkingsgraad") else { return [] }
    let percentage = DutchNumber.percentage(wijk)
    var sentences: [String]
    if wijk > 100 {
      sentences = [
        "Het aantal patiënten uit de wijk is \(percentage) van het aantal inwoners (de "
          + "dekkingsgraad).",
        "Meer dan 100\u{A0}% kan, omdat de datums en adressen van beide bronnen verschillen.",
      ]
    } else {
      sentences = [
        "Het aantal patiënten uit de wijk is \(percentage) van het aantal inwoners (de "
          + "dekkingsgraad)."
      ]
      if wijk < 50 {
        sentences.append("De cijfers over patiënten zeggen daarom weinig over de hele wijk.")
      } else if wijk < 70 {
        sentences.append("De cijfers over patiënten geven daarom een beperkt beeld van de wijk.")
      }
    }
    return sentences + lowCoverage(table, wijk: wijk)
  }

  /// The postcodes of which less than half is enrolled, when the wijk as a whole is not.
  private static func lowCoverage(_ table: ReleasableTable, wijk: Double) -> [String] {
    guard wijk >= 50 else { return [] }
    let low = table.rows(["gebied_soort": "pc4"]).compactMap { row -> (String, Double)? in
      guard let value = row.value("dekkingsgraad"), value < 50 else { return nil }
      return (row.area, value)
    }
    guard let first = low.first else { return [] }
    if low.count == 1 {
      return [
        "In postcode \(first.0) is dat \(DutchNumber.percentage(first.1)).",
        "Cijfers over patiënten zeggen daar weinig over de hele buurt.",
      ]
    }
    let list = low.map { "\($0.0) (\(DutchNumber.percentage($0.1)))" }
    return [
      "In de postcodes \(DutchText.enumeration(list)) is dat minder dan 50\u{A0}%.",
      "Cijfers over patiënten zeggen daar weinig over de hele buurt.",
    ]
  }

  /// The postcodes in which most patients live.
  static func core(_ table: ReleasableTable) -> [String] {
    let postcodes = table.rows(["gebied_soort": "pc4"])
    let core = postcodes.filter { $0.isYes("kerngebied80") }.map(\.area)
    guard !core.isEmpty else { return [] }
    let list = (core.count == 1 ? "postcode " : "de postcodes ") + DutchText.enumeration(core)
    // A postcode that is not shown may belong to it too.
    if postcodes.contains(where: { $0.isHidden("kerngebied80") }) {
      let verb = core.count == 1 ? "hoort" : "horen"
      return ["Bij het verzorgingsgebied (80\u{A0}%) \(verb) in elk geval \(list)."]
    }
    return ["Het verzorgingsgebied (80\u{A0}%) bestaat uit \(list)."]
  }

  /// How many patients live elsewhere, and where.
  static func outside(_ table: ReleasableTable) -> [String] {
    var sentences: [String] = []
    let outside = table.rows(["ligging": "buiten"])
    if let row = outside.first(where: { Int($0.area) == nil }) ?? outside.first,
      let number = row.count("aantal")
    {
      let share = row.value("aandeel").map { " (\(DutchNumber.percentage($0)))" } ?? ""
      let most = outside.filter { Int($0.area) != nil && $0.count("aantal") != nil }
        .max { ($0.count("aantal") ?? 0) < ($1.count("aantal") ?? 0) }
      let place = most.map { ", het meest in postcode \($0.area)" } ?? ""
      sentences.append(
        number == 0
          ? "Geen van de patiënten woont buiten de wijk."
          : "Van de patiënten wonen er \(DutchNumber.whole(number))\(share) buiten de wijk"
            + "\(place).")
    }
    if let number = table.row(["ligging": "onbekend"])?.count("aantal"), number > 0 {
      sentences.append(
        "Van \(DutchText.counted(number, "patiënt", "patiënten")) is de postcode onbekend.")
    }
    return sentences
  }

  // MARK: - Blocks

  /// The officer's words on borders and choice of the wijk.
  private static func choice(_ context: ChapterContext) -> [Block] {
    var texts: [String] = []
    if !context.boundaries.isEmpty {
      texts.append("Grenzen van de wijk: \(closed(context.boundaries))")
    }
    if !context.motivation.isEmpty {
      texts.append("Waarom deze wijk: \(closed(context.motivation))")
    }
    return texts.isEmpty ? [] : [.officerText(texts)]
  }

  /// The text with a period at its end.
  static func closed(_ text: String) -> String {
    guard let last = text.last else { return "" }
    return ".!?".contains(last) ? text : text + "."
  }

  private static func postcodeTable(
    _ table: ReleasableTable, _ book: inout ChapterBook
  ) -> [Block] {
    let hasMunicipality = !table.texts("gemeente").isEmpty
    let hasPlace = !table.texts("plaats").isEmpty
    var columns = [DisplayColumn("Gebied", isNumeric: false)]
    if hasPlace { columns.append(DisplayColumn("Plaats", isNumeric: false)) }
    if hasMunicipality { columns.append(DisplayColumn("Gemeente", isNumeric: false)) }
    columns += ["Inwoners", "Patiënten", "Dekkingsgraad"].map { DisplayColumn($0, isNumeric: true) }
    columns.append(DisplayColumn("Verzorgingsgebied", isNumeric: false))
    let rows = table.tableRows.map { row -> DisplayRow in
      let area = Area(row.areaKind ?? .unknown, row.area)
      var cells = [book.names.label(area)]
      if hasPlace { cells.append(row.cell("plaats").text()) }
      if hasMunicipality { cells.append(row.cell("gemeente").text()) }
      cells += [
        row.cell("inwoners").text(), row.cell("patienten").text(),
        row.cell("dekkingsgraad").text(.percentage(1)), coreArea(row),
      ]
      return DisplayRow(cells, isTotal: area.kind == .wijk || area.kind == .total)
    }
    let year = table.years.max().map { "Inwoners op 1 januari \($0)" } ?? "Inwoners"
    let source = table.sourceNames.isEmpty ? "" : " (bron: \(table.sourceNames))"
    return book.table(
      id: table.id,
      caption: "\(year) en ingeschreven patiënten op \(book.names.date), per postcode\(source)",
      badge: .both,
      notes: [
        "Dekkingsgraad: ingeschreven patiënten per 100 inwoners van hetzelfde gebied.",
        "Verzorgingsgebied: de postcodes waar samen 80\u{A0}% of 90\u{A0}% van de patiënten woont.",
      ] + NoteText.sentences(table.notes, names: book.names), columns: columns, rows: rows)
  }

  /// `80 %`, `90 %` or `daarbuiten`: the smallest core area that a postcode belongs to.
  private static func coreArea(_ row: TableRow) -> String {
    if row.isHidden("kerngebied80") { return DutchNumber.suppressed }
    guard !row.text("kerngebied80").isEmpty else { return "" }
    if row.isYes("kerngebied80") { return "80\u{A0}%" }
    return row.isYes("kerngebied90") ? "90\u{A0}%" : "daarbuiten"
  }

  private static func originTable(
    _ table: ReleasableTable, _ book: inout ChapterBook
  ) -> [Block] {
    let labels = [
      "binnen": "In de wijk", "buiten": "Buiten de wijk", "onbekend": "Postcode onbekend",
    ]
    let rows = table.tableRows.map { row -> DisplayRow in
      let place = row.text("ligging")
      let isTotal = place == "Totaal" || row.area == "Totaal"
      var label = isTotal ? "Totaal" : labels[place] ?? place
      if Int(row.area) != nil { label = "– waarvan in postcode \(row.area)" }
      if row.area == "elders" { label = "– waarvan elders" }
      return DisplayRow(
        [
          label, row.cell("aantal").text(),
          row.cell("aandeel").text(.percentage(1)),
        ], isTotal: isTotal)
    }
    return book.table(
      id: table.id, caption: book.caption("Waar de patiënten wonen", of: table, isCounted: true),
      badge: .patients, notes: NoteText.sentences(table.notes, names: book.names),
      columns: [
        DisplayColumn("Woonplaats", isNumeric: false), DisplayColumn("Patiënten", isNumeric: true),
        DisplayColumn("Aandeel", isNumeric: true),
      ], rows: rows)
  }
}
