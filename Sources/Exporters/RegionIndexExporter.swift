import Report

/// Writes `index.html`: all wijken of a region, linked relatively.
///
/// It holds no time of a run, so that the same figures give the same bytes.
public struct RegionIndexExporter: Sendable {
  /// Makes an exporter.
  public init() {}

  /// The page `index.html`, to be put beside the folders of the wijken.
  public func files(for index: RegionIndex) -> [ExportedFile] {
    let head = HTML.element(
      "header", [.css("head")],
      [
        .element("h1", text: "Wijken van " + index.region),
        .element("p", [.css("subtitle")], text: index.subtitle),
      ])
    var sections = [list(index)]
    for (number, badge) in badges(of: index).enumerated() {
      sections.append(comparison(index, badge, id: "cijfers-\(number + 1)"))
    }
    let page = HTML.element(
      "div", [.css("page")],
      HTMLPage.warnings(index.warnings) + [
        head, .element("main", [HTMLAttribute("id", "inhoud")], sections),
      ])
    let bytes = HTMLPage.bytes(
      title: index.region + " – wijken", body: [page], canCopy: !index.wijken.isEmpty)
    return [ExportedFile(path: "index.html", bytes: bytes)]
  }

  /// Documents in the order of the links, with what the link says.
  private static let documents = [
    ("hoofdstuk-2.html", "lezen"), ("hoofdstuk-2.docx", "Word"), ("hoofdstuk-2.xlsx", "Excel"),
    ("hoofdstuk-2.md", "Markdown"), ("verantwoording.json", "verantwoording"),
  ]

  private func list(_ index: RegionIndex) -> HTML {
    let items = index.wijken.map { entry in
      HTML.element(
        "li", [.css("wijk")],
        [
          .element("h3", [], [name(of: entry)])
        ] + date(of: entry) + [links(of: entry)] + warnings(of: entry))
    }
    return section(
      id: "wijken", heading: "Wijken", content: [.element("ul", [.css("wijken")], items)])
  }

  private func date(of entry: RegionIndex.Entry) -> [HTML] {
    entry.dateText.isEmpty
      ? [] : [.element("p", [.css("date")], text: "Peildatum \(entry.dateText)")]
  }

  /// One list, so that the number of remarks is clear.
  private func warnings(of entry: RegionIndex.Entry) -> [HTML] {
    entry.warnings.isEmpty
      ? []
      : [
        .element("ul", [.css("warnings")], entry.warnings.map { .element("li", text: $0) })
      ]
  }

  private func name(of entry: RegionIndex.Entry) -> HTML {
    guard entry.files.contains("hoofdstuk-2.html") else { return .text(entry.name) }
    return link(to: "hoofdstuk-2.html", of: entry, text: entry.name)
  }

  private func links(of entry: RegionIndex.Entry) -> HTML {
    let links = Self.documents.filter { entry.files.contains($0.0) }.map { file, text in
      HTML.element("li", containing: link(to: file, of: entry, text: text, about: entry.name))
    }
    return links.isEmpty ? .group([]) : .element("ul", [.css("links")], links)
  }

  private func link(
    to file: String, of entry: RegionIndex.Entry, text: String, about name: String? = nil
  ) -> HTML {
    var attributes = [
      HTMLAttribute("href", RelativeLink.escaped(entry.folder) + "/" + RelativeLink.escaped(file))
    ]
    // Links that say the same need their wijk for who hears them one by one.
    if let name { attributes.append(HTMLAttribute("aria-label", text + ", " + name)) }
    return .element("a", attributes, text: text)
  }

  /// The badges of all headline figures, in the order in which they come.
  private func badges(of index: RegionIndex) -> [Badge] {
    var seen: [Badge] = []
    for badge in index.wijken.flatMap(\.headlines).map(\.badge) where !seen.contains(badge) {
      seen.append(badge)
    }
    return seen
  }

  private func comparison(_ index: RegionIndex, _ badge: Badge, id: String) -> HTML {
    var labels: [String] = []
    for headline in index.wijken.flatMap(\.headlines)
    where headline.badge == badge && !labels.contains(headline.label) {
      labels.append(headline.label)
    }
    let rows = index.wijken.map { entry in
      let values = labels.map { label in
        entry.headlines.first { $0.badge == badge && $0.label == label }?.value ?? ""
      }
      return (cells: [entry.name] + values, kind: HTMLTable.RowKind.plain)
    }
    let caption =
      HTMLCaption.badge(badge) + [
        .text("Kerncijfers per wijk. Jaar, bron en uitleg staan in het hoofdstuk van elke wijk.")
      ]
    let table = HTMLTable.plain(
      caption: caption, columns: [("Wijk", false)] + labels.map { ($0, true) }, rows: rows)
    let heading = badge == .none ? "Kerncijfers" : "Kerncijfers: " + badge.rawValue.lowercased()
    return section(
      id: id, heading: heading,
      content: [
        HTMLTable.block(
          id: id + "-tabel", label: "Tabel " + heading, rows: rows.count, content: table,
          under: [HTMLCaption.copyButton(of: id + "-tabel", name: "Tabel")])
      ])
  }

  private func section(id: String, heading: String, content: [HTML]) -> HTML {
    .element(
      "section", [HTMLAttribute("id", id), HTMLAttribute("aria-labelledby", id + "-kop")],
      [.element("h2", [HTMLAttribute("id", id + "-kop")], text: heading)] + content)
  }
}

/// Parts of relative links.
enum RelativeLink {
  /// A part of a path with everything but unreserved signs (RFC 3986) percent-encoded.
  static func escaped(_ part: String) -> String {
    var result = ""
    for byte in part.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
