import DisclosureControl
import WijkModel

/// 2.2 Kenmerken van de wijkpopulatie.
enum Section22 {
  static let id = "2.2"
  static let heading = "2.2 Kenmerken van de wijkpopulatie"

  static func blocks(_ book: inout ChapterBook) -> [Block] {
    var blocks = wijktype(book.context.wijktype)
    if let ages = book.data("t203") {
      blocks += book.paragraph(age(ages, book.names))
      blocks += ageTable(ages, &book)
      blocks += Pyramid.inhabitants(ages, &book)
    } else if !book.isOmitted("t203") {
      blocks.append(book.missing("t203"))
    }
    blocks += origin(&book) + households(&book) + socioeconomic(&book) + differences(&book)
    blocks += targetGroups(book.context.targetGroups)
    return blocks
      + book.duiding(
        id, prompt: "Eigen duiding: wat valt op aan de inwoners, en wat verklaart dat?")
  }

  // MARK: - Age and sex

  /// How old the wijk is, against the reference, and how its postcodes differ.
  static func age(_ table: ReleasableTable, _ names: Names) -> [String] {
    // A sum with unknown parts has no shares.
    let partial = (table.note("minstens")?.facts["rijen"] ?? "").split(separator: "|")
    if partial.contains("Totaal Totaal") || partial.contains("65+ Totaal") { return [] }
    let wijk = AgeStructure(table, area: names.wijk.area)
    guard let old = wijk.percentage(from: 65, to: nil) else { return [] }
    let name = names.wijk.name
    var sentences: [String]
    if let (area, reference) = reference(table, from: 65, to: nil) {
      let other = names.label(area)
      let difference = old - reference
      if difference.magnitude >= 2 {
        sentences = [
          "In \(name) wonen naar verhouding \(difference > 0 ? "meer" : "minder") ouderen dan in "
            + "\(other): \(DutchNumber.percentage(old)) is 65 jaar of ouder "
            + "(\(other): \(DutchNumber.percentage(reference)))."
        ]
      } else {
        sentences = [
          "In \(name) is \(DutchNumber.percentage(old)) van de inwoners 65 jaar of ouder, "
            + "ongeveer evenveel als in \(other) (\(DutchNumber.percentage(reference)))."
        ]
      }
    } else {
      sentences = [
        "In \(name) is \(DutchNumber.percentage(old)) van de inwoners 65 jaar of ouder."
      ]
    }
    if let young = wijk.percentage(from: 0, to: 14) {
      let reference = reference(table, from: 0, to: 14).map { area, value in
        " (\(names.label(area)): \(DutchNumber.percentage(value)))"
      }
      sentences.append("Jonger dan 15 jaar is \(DutchNumber.percentage(young))\(reference ?? "").")
    }
    return sentences + agesByPostcode(table)
  }

  /// The wider area that a share is compared with: the country, else the region, else the gemeente.
  static func reference(
    _ table: ReleasableTable, from lower: Int, to upper: Int?
  ) -> (Area, Double)? {
    for kind in [AreaKind.country, .region, .municipality] {
      for area in table.areas where area.kind == kind {
        if let value = AgeStructure(table, area: area).percentage(from: lower, to: upper) {
          return (area, value)
        }
      }
    }
    return nil
  }

  /// The postcodes with most and fewest inhabitants of 65 and older, when they differ by 5 points.
  private static func agesByPostcode(_ table: ReleasableTable) -> [String] {
    let shares = table.areas.filter { $0.kind == .postcode4 }.compactMap { area in
      AgeStructure(table, area: area).percentage(from: 65, to: nil).map { (area.code, $0) }
    }
    guard let lowest = shares.min(by: { $0.1 < $1.1 }),
      let highest = shares.max(by: { $0.1 < $1.1 }), highest.1 - lowest.1 >= 5
    else { return [] }
    let strongly = highest.1 - lowest.1 >= 10 ? "De postcodes verschillen sterk." : ""
    return [
      strongly,
      "In postcode \(highest.0) is \(DutchNumber.percentage(highest.1)) 65 jaar of ouder, in "
        + "postcode \(lowest.0) is dat \(DutchNumber.percentage(lowest.1)).",
    ]
  }

  private static func ageTable(_ table: ReleasableTable, _ book: inout ChapterBook) -> [Block] {
    let classes = [(0, 14), (15, 24), (25, 44), (45, 64), (65, nil)] as [(Int, Int?)]
    var columns = [DisplayColumn("Gebied", isNumeric: false)]
    columns += ["Inwoners", "Mannen", "Vrouwen"].map { DisplayColumn($0, isNumeric: true) }
    columns += classes.map { DisplayColumn(AgeBand($0.0, $0.1).label, isNumeric: true) }
    let rows = table.areas.map { area -> DisplayRow in
      let ages = AgeStructure(table, area: area)
      func total(_ sex: String) -> String {
        table.row([
          "gebied_soort": area.kind.rawValue, "gebied": area.code, "leeftijd": "Totaal",
          "geslacht": sex,
        ])?.cell("aantal").text() ?? ""
      }
      var cells = [book.names.label(area), total("Totaal"), total("M"), total("V")]
      cells += classes.map { lower, upper in
        ReleasableCell.text(ages.percentage(from: lower, to: upper), .percentage(1))
      }
      return DisplayRow(cells, isTotal: area.kind == .wijk)
    }
    return book.table(
      id: table.id, caption: book.caption("Inwoners naar leeftijd en geslacht", of: table),
      badge: .inhabitants,
      notes: ["Leeftijden in procenten van alle inwoners van het gebied."]
        + NoteText.sentences(table.notes, names: book.names), columns: columns, rows: rows)
  }

  // MARK: - Characteristics

  private static func origin(_ book: inout ChapterBook) -> [Block] {
    guard let table = book.data("t204") else { return missing("t204", &book) }
    return book.paragraph(Characteristics.origin(table, book.names))
      + Characteristics.table(
        table, title: "Herkomst van de inwoners", notes: classifications(table), &book)
  }

  private static func households(_ book: inout ChapterBook) -> [Block] {
    guard let table = book.data("t205") else { return missing("t205", &book) }
    return book.paragraph(Characteristics.households(table, book.names))
      + Characteristics.table(
        table, title: "Huishoudens, woningen en groepen", keys: Characteristics.isInMainText, &book)
  }

  /// The characteristics of t205 that the main text leaves out, for the appendix.
  static func otherCharacteristics(_ book: inout ChapterBook) -> [Block] {
    guard let table = book.data("t205") else { return [] }
    return Characteristics.table(
      table, id: "t205-overige-kenmerken",
      title: "Overige kenmerken van huishoudens en woningen",
      keys: { !Characteristics.isInMainText($0) }, &book)
  }

  private static func socioeconomic(_ book: inout ChapterBook) -> [Block] {
    guard let table = book.data("t206") else { return missing("t206", &book) }
    return book.paragraph(Characteristics.socioeconomic(table, book.names))
      + Characteristics.table(
        table, title: "Sociaaleconomische status (SES-WOA)",
        notes: [
          "SES-WOA vat welvaart, opleiding en werk van huishoudens samen. Hoe hoger de score, hoe "
            + "gunstiger."
        ], &book)
  }

  /// What to add where a table is missing; characteristics of inhabitants only when the inhabitants
  /// themselves are there, because one sentence about that source is enough.
  private static func missing(_ number: String, _ book: inout ChapterBook) -> [Block] {
    if number != "t206" && book.data("t203") == nil { return [] }
    return book.isOmitted(number)
      ? [] : [book.missing(number)]
  }

  private static func classifications(_ table: ReleasableTable) -> [String] {
    let names = table.texts("indeling")
    return names.isEmpty ? [] : ["Indeling: \(DutchText.enumeration(names))."]
  }

  private static func differences(_ book: inout ChapterBook) -> [Block] {
    guard let table = book.data("t207") else { return [] }
    let rows = table.tableRows.map { row in
      DisplayRow([
        book.names.characteristic(row.text("kenmerk")),
        number(row, "laagste") + " in " + row.text("laagste_gebied"),
        number(row, "hoogste") + " in " + row.text("hoogste_gebied"), difference(row),
      ])
    }
    return book.paragraph(differences(table, book.names))
      + book.table(
        id: table.id,
        caption: book.caption("Kenmerken waarin de postcodes sterk verschillen", of: table),
        badge: .inhabitants, notes: NoteText.sentences(table.notes, names: book.names),
        columns: [
          DisplayColumn("Kenmerk", isNumeric: false), DisplayColumn("Laagst", isNumeric: true),
          DisplayColumn("Hoogst", isNumeric: true), DisplayColumn("Verschil", isNumeric: true),
        ], rows: rows)
  }

  /// Shares have one decimal and a sign, other figures as few decimals as they need.
  private static func number(_ row: TableRow, _ column: String) -> String {
    guard let value = row.value(column) else { return row.cell(column).text() }
    return row.text("toelichting") == "procentpunten"
      ? DutchNumber.percentage(value, decimals: 1) : DutchNumber.short(value, decimals: 1)
  }

  /// The difference with its unit.
  private static func difference(_ row: TableRow) -> String {
    let unit = row.text("toelichting")
    guard let value = row.value("verschil") else { return row.cell("verschil").text() }
    if unit == "procentpunten" { return DutchNumber.decimal(value, decimals: 1) + " procentpunt" }
    return DutchNumber.short(value, decimals: 1) + (unit.isEmpty ? "" : " (\(unit))")
  }

  /// The three characteristics in which the postcodes differ most.
  static func differences(_ table: ReleasableTable, _ names: Names) -> [String] {
    let first = table.tableRows.prefix(3)
    let list = first.map { DutchText.uncapitalized(names.characteristic($0.text("kenmerk"))) }
    guard !list.isEmpty else { return [] }
    let share = first.allSatisfy { $0.text("toelichting") == "procentpunten" } ? "het aandeel " : ""
    return ["Het sterkst verschillen de postcodes in \(share)\(DutchText.enumeration(list))."]
  }

  // MARK: - The officer's words

  /// What the kind of wijk means, when the officer names it.
  private static func wijktype(_ text: String) -> [Block] {
    guard !text.isEmpty else { return [] }
    return [
      .paragraph(
        "In de indeling van het RIVM hoort de wijk bij de \(text). Dat is achtergrond: het telt in "
          + "geen enkele score mee.")
    ]
  }

  private static func targetGroups(_ groups: [TargetGroupText]) -> [Block] {
    guard !groups.isEmpty else { return [] }
    let items = groups.map { group in
      var text = DutchText.capitalized(group.name)
      if !group.note.isEmpty { text += ": \(group.note)" }
      if !group.source.isEmpty { text += " (bron: \(group.source))" }
      return text
    }
    return [.subheading("Doelgroepen die extra aandacht vragen"), .bullets(items)]
  }
}
