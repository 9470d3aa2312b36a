import DisclosureControl
import WijkModel

/// 2.3 Gezondheid en welzijn van de inwoners.
enum Section23 {
  static let id = "2.3"
  static let heading = "2.3 Gezondheid en welzijn van de inwoners"

  static func blocks(_ book: inout ChapterBook) -> [Block] {
    var blocks: [Block] = []
    if let table = book.data("t208") {
      let monitor = MonitorTable(table, book.names)
      blocks += book.paragraph(sentences(monitor, book.names))
      blocks += self.table(monitor, &book)
      blocks += figure(monitor, &book)
    } else if !book.isOmitted("t208") {
      blocks.append(book.missing("t208"))
    }
    return blocks
      + book.duiding(
        id, prompt: "Eigen duiding: herkennen bewoners en professionals dit beeld van gezondheid?")
  }

  // MARK: - Sentences

  /// The strongest differences with the reference, and what kind of figures these are.
  static func sentences(_ monitor: MonitorTable, _ names: Names) -> [String] {
    let known = monitor.figures.filter { $0.value != nil }
    guard !known.isEmpty else { return [] }
    var sentences = differences(known, monitor)
    let place = names.label(monitor.place)
    if sentences.isEmpty, let first = known.first, let value = first.value {
      sentences = [
        "Voor “\(DutchText.uncapitalized(first.name))” is het cijfer van \(place) "
          + "\(DutchNumber.percentage(value))."
      ]
    }
    if !monitor.isWijk {
      sentences.insert(
        "Er zijn geen cijfers voor \(names.wijk.name) zelf; deze cijfers gaan over "
          + "\(names.label(monitor.place)).", at: 0)
    }
    return sentences + BasisText.explanation(known.compactMap(\.basis))
  }

  private static func differences(
    _ figures: [MonitorTable.Figure], _ monitor: MonitorTable
  ) -> [String] {
    let compared = figures.filter { $0.unfavorable != nil }
    guard !compared.isEmpty else { return [] }
    let worse = compared.filter { $0.isDifferent && ($0.unfavorable ?? 0) >= 2 }
    let better = compared.filter { $0.isDifferent && ($0.unfavorable ?? 0) <= -2 }
    let reference = monitor.referenceName
    let total = DutchText.worded(compared.count, "cijfer", "cijfers")
    if worse.isEmpty && better.isEmpty {
      return [
        compared.count == 1
          ? "Het cijfer verschilt niet of nauwelijks van dat van \(reference)."
          : "Geen van de \(total) verschilt duidelijk van \(reference)."
      ]
    }
    func part(_ number: Int, _ word: String) -> String {
      if number == compared.count {
        let all = number == 2 ? "beide cijfers" : "alle \(total)"
        return number == 1 ? "is het cijfer \(word)" : "zijn \(all) \(word)"
      }
      return "\(number == 1 ? "is" : "zijn") \(DutchNumber.word(number)) van de \(total) \(word)"
    }
    let about = compared.allSatisfy(\.isEstimate) ? "naar schatting " : ""
    var sentences: [String] = []
    if !worse.isEmpty {
      sentences.append("Vergeleken met \(reference) \(part(worse.count, about + "ongunstiger")).")
    }
    if !better.isEmpty {
      sentences.append(
        worse.isEmpty
          ? "Vergeleken met \(reference) \(part(better.count, about + "gunstiger"))."
          : "Gunstiger \(better.count == 1 ? "is er" : "zijn er") "
            + "\(DutchNumber.word(better.count)).")
    }
    if worse.count + better.count < compared.count {
      let rest = compared.count - worse.count - better.count
      sentences.append(
        rest == 1
          ? "Het andere cijfer verschilt niet of nauwelijks."
          : "De andere verschillen niet of nauwelijks.")
    }
    let strongest = worse.sorted { ($0.unfavorable ?? 0) > ($1.unfavorable ?? 0) }
    let isMixed = about.isEmpty && compared.contains(where: \.isEstimate)
    sentences += examples(
      Array(strongest.prefix(isMixed ? 2 : 3)), "ongunstig", marksEstimates: isMixed)
    let best = better.min { ($0.unfavorable ?? 0) < ($1.unfavorable ?? 0) }
    return sentences
      + examples(best.map { [$0] } ?? [], "gunstig", marksEstimates: isMixed)
  }

  /// `Het meest ongunstig zijn de verschillen bij “roker” (22 % tegen 15 %) en …`.
  private static func examples(
    _ figures: [MonitorTable.Figure], _ word: String, marksEstimates: Bool
  ) -> [String] {
    let list = figures.compactMap { figure -> String? in
      guard let value = figure.value, let reference = figure.reference else { return nil }
      let about = marksEstimates && figure.isEstimate ? "naar schatting " : ""
      return "“\(DutchText.uncapitalized(figure.name))” (\(about)\(DutchNumber.percentage(value)) "
        + "tegen \(DutchNumber.percentage(reference)))"
    }
    guard !list.isEmpty else { return [] }
    let verb = list.count == 1 ? "is het verschil" : "zijn de verschillen"
    return ["Het meest \(word) \(verb) bij \(DutchText.enumeration(list))."]
  }

  // MARK: - Blocks

  private static func table(_ monitor: MonitorTable, _ book: inout ChapterBook) -> [Block] {
    let hasLimits = monitor.figures.contains { $0.row.value("laag") != nil }
    let hasVerdict = monitor.figures.contains { !$0.row.text("oordeel").isEmpty }
    var columns = [
      DisplayColumn("Indicator", isNumeric: false),
      DisplayColumn(book.names.label(monitor.place), isNumeric: true),
    ]
    if hasLimits { columns.append(DisplayColumn("Marge", isNumeric: true)) }
    if !monitor.referenceName.isEmpty {
      columns.append(DisplayColumn(monitor.referenceName, isNumeric: true))
    }
    if monitor.hasCountry { columns.append(DisplayColumn("Nederland", isNumeric: true)) }
    if hasVerdict { columns.append(DisplayColumn("Oordeel", isNumeric: false)) }
    // What all figures have in common is said once, in the caption and below.
    let basis = monitor.commonBasis
    let hasYears = monitor.commonYear == nil
    if basis == nil { columns.append(DisplayColumn("Soort cijfer", isNumeric: false)) }
    if hasYears { columns.append(DisplayColumn("Jaar", isNumeric: true)) }
    var rows: [DisplayRow] = []
    for (dimension, figures) in monitor.grouped(book.names) {
      let heading = [DutchText.capitalized(dimension)] + columns.dropFirst().map { _ in "" }
      rows.append(DisplayRow(heading, isTotal: true))
      rows += figures.map { row($0, of: monitor, hasLimits: hasLimits, hasVerdict: hasVerdict) }
    }
    var notes = [
      "De indeling in dimensies van Positieve Gezondheid is een keuze van wijkbeeld, zonder score per "
        + "dimensie.",
      (basis.map { BasisText.all($0) } ?? "") + "De cijfers zijn niet gecorrigeerd voor leeftijd.",
    ]
    if hasVerdict { notes.append(VerdictText.note) }
    if !monitor.otherAges.isEmpty {
      notes.append(
        "Cijfers voor \(DutchText.enumeration(monitor.otherAges)) jaar staan in "
          + "tabellen/\(monitor.table.id).csv.")
    }
    let ages = monitor.ages.isEmpty ? "" : ", inwoners van \(monitor.ages)"
    return book.table(
      id: monitor.table.id,
      caption: book.caption("Gezondheid en welzijn\(ages)", of: monitor.table),
      badge: .inhabitants,
      notes: notes + NoteText.sentences(monitor.table.notes, names: book.names), columns: columns,
      rows: rows)
  }

  private static func row(
    _ figure: MonitorTable.Figure, of monitor: MonitorTable, hasLimits: Bool, hasVerdict: Bool
  ) -> DisplayRow {
    var cells = [figure.name, figure.row.cell("waarde").text(.percentage(1))]
    if hasLimits { cells.append(limits(figure.row)) }
    if !monitor.referenceName.isEmpty {
      cells.append(figure.row.cell("referentie_waarde").text(.percentage(1)))
    }
    if monitor.hasCountry {
      cells.append(ReleasableCell.text(monitor.country(figure), .percentage(1)))
    }
    if hasVerdict { cells.append(VerdictText.word(figure.row.text("oordeel"))) }
    if monitor.commonBasis == nil { cells.append(BasisText.word(figure.row.text("basis"))) }
    if monitor.commonYear == nil { cells.append(figure.row.cell("jaar").text(.year)) }
    return DisplayRow(cells)
  }

  /// `12,1–15,3`; empty without limits.
  static func limits(_ row: TableRow) -> String {
    guard let low = row.value("laag"), let high = row.value("hoog") else { return "" }
    return DutchNumber.decimal(low, decimals: 1) + "–" + DutchNumber.decimal(high, decimals: 1)
  }

  private static func figure(_ monitor: MonitorTable, _ book: inout ChapterBook) -> [Block] {
    let rows = monitor.figures.filter { $0.value != nil }.map {
      DotRow(
        label: $0.name, value: $0.value, low: $0.row.value("laag"), high: $0.row.value("hoog"),
        benchmark: $0.reference)
    }
    guard !rows.isEmpty else { return [] }
    let reference = monitor.referenceName
    return book.figure(
      id: "f203-gezondheid",
      caption: book.caption("Gezondheid en welzijn van de inwoners", of: monitor.table),
      badge: .inhabitants, alternative: alternative(monitor, book.names),
      content: .dots(
        rows, unit: "%", valueName: book.names.label(monitor.place),
        benchmarkName: reference.isEmpty ? nil : reference))
  }

  /// What the figure shows in a sentence.
  static func alternative(_ monitor: MonitorTable, _ names: Names) -> String {
    let count = monitor.figures.count { $0.value != nil }
    let reference = monitor.referenceName.isEmpty ? "" : ", naast \(monitor.referenceName)"
    let noun = count == 1 ? "cijfer" : "cijfers"
    var text =
      "\(DutchNumber.whole(count)) \(noun) over de gezondheid van de inwoners van "
      + "\(names.label(monitor.place))\(reference)."
    let worst = monitor.figures.filter { $0.isDifferent && ($0.unfavorable ?? 0) >= 2 }
      .max { ($0.unfavorable ?? 0) < ($1.unfavorable ?? 0) }
    if let worst, let value = worst.value {
      text +=
        " Het meest ongunstig vergeleken met \(worst.referenceName): "
        + "“\(DutchText.uncapitalized(worst.name))”, \(DutchNumber.percentage(value))."
    }
    return text
  }
}

/// The words for a verdict.
enum VerdictText {
  /// Under a table with verdicts on measured figures.
  static let note =
    "Oordeel: alleen bij gemeten cijfers met een marge, rekening houdend met het aantal cijfers."

  /// `hoger`, `lager` or `geen aantoonbaar verschil`; empty stays empty.
  static func word(_ verdict: String) -> String {
    verdict == "vergelijkbaar" ? "geen aantoonbaar verschil" : verdict
  }
}
