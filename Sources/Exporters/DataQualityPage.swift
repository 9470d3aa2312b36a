import Report
import WijkModel

/// The page about the quality of the files.
struct DataQualityPage {
  private let report: DataQualityReport

  init(_ report: DataQualityReport) { self.report = report }

  /// The page in UTF-8.
  var bytes: [UInt8] {
    let head = HTML.element(
      "header", [.css("head")],
      [
        .element("p", containing: .element("span", [.css("intern")], text: "intern, niet delen")),
        .element("h1", text: report.title),
        .element("p", [.css("subtitle")], text: report.subtitle),
      ])
    let parts = sections
    let columns = HTML.element(
      "div", [.css("columns")],
      containing: contents(of: parts),
      .element("main", [HTMLAttribute("id", "inhoud")], parts.map(html)))
    let page = HTML.element(
      "div", [.css("page")], HTMLPage.warnings([report.warning]) + [head, columns])
    return HTMLPage.bytes(title: report.title + " (intern)", body: [page], canCopy: false)
  }

  private struct Part {
    let id: String
    let heading: String
    let content: [HTML]
  }

  private var sections: [Part] {
    var parts: [Part] = []
    if !report.waterfall.isEmpty {
      parts.append(
        Part(
          id: "waterval", heading: "Van patiëntenlijst naar getelde patiënten",
          content: waterfall(report.waterfall, caption: "Alle praktijklijsten samen", of: "")))
    }
    if !report.allFindings.isEmpty {
      parts.append(Part(id: "codes", heading: "Meldingen per code", content: [codes]))
    }
    parts.append(Part(id: "bestanden", heading: "Bestanden", content: [overview]))
    for (index, practice) in report.practices.enumerated() {
      parts.append(
        Part(
          id: "praktijk-\(index + 1)", heading: practice.heading, content: content(of: practice)))
    }
    for (index, file) in report.files.enumerated() {
      parts.append(
        Part(id: "bestand-\(index + 1)", heading: file.input.file, content: content(of: file)))
    }
    if !report.findings.isEmpty {
      parts.append(
        Part(
          id: "overig", heading: "Overige meldingen",
          content: [findings(report.findings, caption: "Meldingen zonder eigen bestand", of: "")]))
    }
    return parts
  }

  private func contents(of parts: [Part]) -> HTML {
    let links = parts.map { part in
      HTML.element(
        "li",
        containing: .element("a", [HTMLAttribute("href", "#" + part.id)], text: part.heading))
    }
    return .element(
      "nav", [HTMLAttribute("aria-labelledby", "inhoudsopgave")],
      containing: .element("h2", [HTMLAttribute("id", "inhoudsopgave")], text: "Inhoud"),
      .element("ul", [], links))
  }

  private func html(_ part: Part) -> HTML {
    .element(
      "section",
      [HTMLAttribute("id", part.id), HTMLAttribute("aria-labelledby", part.id + "-kop")],
      [.element("h2", [HTMLAttribute("id", part.id + "-kop")], text: part.heading)] + part.content)
  }

  /// Per code how often and in how many files, errors first.
  private var codes: HTML {
    table(
      "Hoe vaak elke melding voorkomt", of: "",
      [
        ("Code", false), ("Ernst", false), ("Aantal", true), ("Bestanden", true),
        ("Eerste melding", false),
      ],
      FindingGroup.groups(of: report.allFindings).map { group in
        [
          group.code, group.severity, DutchNumber.whole(group.count),
          DutchNumber.whole(group.files.count), group.text,
        ]
      })
  }

  private var overview: HTML {
    table(
      "Wat per bestand is gelezen", of: "",
      [
        ("Bestand", false), ("Soort", false), ("Indeling", false), ("Codering", false),
        ("Gelezen", true), ("Geteld", true), ("Afgekeurd", true), ("Meldingen", true),
      ],
      report.files.map { file in
        let input = file.input
        return [
          input.file, input.kind, input.isRefused ? "geweigerd" : input.layout, input.encoding,
          DutchNumber.whole(input.records), DutchNumber.whole(input.counted),
          DutchNumber.whole(input.rejected), DutchNumber.whole(file.findings.count),
        ]
      })
  }

  private func content(of file: FileQuality) -> [HTML] {
    var content: [HTML] = []
    if file.input.isRefused {
      content.append(.element("p", [.css("notice")], text: "Dit bestand is geweigerd."))
    }
    content.append(
      file.findings.isEmpty
        ? .element("p", text: "Geen meldingen.")
        : findings(file.findings, caption: "Meldingen", of: file.input.file))
    if !file.waterfall.isEmpty {
      content += waterfall(
        file.waterfall, caption: "Van rijen naar getelde patiënten", of: file.input.file)
    }
    if !file.columns.isEmpty { content.append(columns(file.columns, of: file.input.file)) }
    return content
  }

  private func content(of practice: PracticeQuality) -> [HTML] {
    var content: [HTML] = []
    if !practice.wijk.isEmpty {
      content.append(.element("p", text: "Wijk: \(practice.wijk)."))
    }
    if !practice.facts.isEmpty {
      content.append(
        table(
          "Wat de praktijk kan verbeteren", of: practice.heading,
          [("Onderwerp", false), ("Aantal", true), ("Advies", false)],
          practice.facts.map { [$0.label, DutchNumber.whole($0.count), $0.advice] }))
    }
    if !practice.waterfall.isEmpty {
      content += waterfall(
        practice.waterfall, caption: "Van rijen naar getelde patiënten", of: practice.heading)
    }
    return content
  }

  private func findings(
    _ findings: [QualityFinding], caption: String, of subject: String
  ) -> HTML {
    table(
      caption, of: subject,
      [
        ("Code", false), ("Ernst", false), ("Eerste regel", true), ("Kolom", false),
        ("Aantal", true), ("Melding", false),
      ],
      findings.map { finding in
        [
          finding.code.rawValue, finding.severity.rawValue, finding.line.map(String.init) ?? "",
          finding.column ?? "", DutchNumber.whole(finding.count), finding.text,
        ]
      })
  }

  private func columns(_ columns: [ColumnQuality], of subject: String) -> HTML {
    table(
      "Hoe goed de kolommen zijn gevuld", of: subject,
      [
        ("Kolom", false), ("Met waarde", true), ("Onbekend", true), ("Afgekeurd", true),
        ("Gevuld", true),
      ],
      columns.map { column in
        [
          column.column, DutchNumber.whole(column.values), DutchNumber.whole(column.unknown),
          DutchNumber.whole(column.rejected),
          column.completeness.map { DutchNumber.percentage($0, decimals: 1) } ?? "",
        ]
      })
  }

  private func waterfall(
    _ steps: [QualityStep], caption: String, of subject: String
  ) -> [HTML] {
    let last = steps.count - 1
    let rows = steps.enumerated().map { index, step in
      (
        cells: [step.label, DutchNumber.whole(step.count)],
        kind: index == last ? HTMLTable.RowKind.total : .plain
      )
    }
    var content = [frame(caption, of: subject, [("Stap", false), ("Aantal", true)], rows)]
    if !QualityStep.isComplete(steps) {
      content.append(
        .element("p", [.css("notice")], text: "Let op: deze stappen tellen niet op."))
    }
    return content
  }

  private func table(
    _ caption: String, of subject: String, _ columns: [(header: String, isNumeric: Bool)],
    _ rows: [[String]]
  ) -> HTML {
    frame(caption, of: subject, columns, rows.map { (cells: $0, kind: .plain) })
  }

  private func frame(
    _ caption: String, of subject: String, _ columns: [(header: String, isNumeric: Bool)],
    _ rows: [(cells: [String], kind: HTMLTable.RowKind)]
  ) -> HTML {
    let title: [HTML] = [.element("span", [.css("number")], text: caption)]
    let content = HTMLTable.plain(caption: title, columns: columns, rows: rows)
    let label = subject.isEmpty ? caption : caption + ", " + subject
    return HTMLTable.block(
      id: nil, label: label, rows: rows.count, content: content, under: [])
  }
}
