import Report

/// What `index.html` of a region shows: all wijken with their headline figures side by side.
public struct RegionIndex: Sendable {
  /// The name of the region.
  public let region: String
  /// `Peildatum 1 juli 2026`.
  public let subtitle: String
  /// Sentences that stand on top, such as what a partial run left out.
  public let warnings: [String]
  /// The wijken in the order of the configuration.
  public let wijken: [Entry]

  /// Makes an index.
  public init(region: String, subtitle: String, warnings: [String], wijken: [Entry]) {
    self.region = region
    self.subtitle = subtitle
    self.warnings = warnings
    self.wijken = wijken
  }

  /// A wijk in the index.
  public struct Entry: Sendable {
    /// Its name.
    public let name: String
    /// The folder of its files, relative to the index; the slug.
    public let folder: String
    /// The files below that folder that exist and are linked, such as `hoofdstuk-2.html`.
    public let files: [String]
    /// Its headline figures, inhabitants and patients apart.
    public let headlines: [Headline]
    /// What its reader must know, such as a source that is missing.
    public let warnings: [String]
    /// `1 juli 2026`: the day that its patients were counted on; empty when not given.
    public let dateText: String

    /// Makes an entry.
    public init(
      name: String, folder: String, files: [String], headlines: [Headline], warnings: [String],
      dateText: String = ""
    ) {
      self.dateText = dateText
      self.name = name
      self.folder = folder
      self.files = files
      self.headlines = headlines
      self.warnings = warnings
    }

    /// Makes an entry from the chapter of a wijk; the headline figures are those of its t200 tables.
    ///
    /// `files` are the paths below the wijk's folder that were written; only documents are linked. Of
    /// each remark of the chapter the first sentence is a warning.
    public init(_ report: Report, files: [String]) {
      self.init(
        name: report.wijk.name, folder: report.wijk.slug, files: files,
        headlines: report.tables.filter { $0.id.hasPrefix("t200") }.flatMap { table in
          table.rows.filter { $0.cells.count > 1 }.map {
            Headline(badge: table.badge, label: $0.cells[0], value: $0.cells[1])
          }
        }, warnings: report.notices.map(Self.firstSentence), dateText: report.dateText)
    }

    private static func firstSentence(_ text: String) -> String {
      var place = text.startIndex
      while let end = text[place...].firstIndex(of: ".") {
        let next = text.index(after: end)
        if next == text.endIndex || text[next] == " " { return String(text[..<next]) }
        place = next
      }
      return text
    }
  }

  /// A headline figure of a wijk.
  public struct Headline: Hashable, Sendable {
    /// Whom it is about.
    public let badge: Badge
    /// What it is.
    public let label: String
    /// Its value as shown.
    public let value: String

    /// Makes a headline figure.
    public init(badge: Badge, label: String, value: String) {
      self.badge = badge
      self.label = label
      self.value = value
    }
  }
}
