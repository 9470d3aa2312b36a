import DisclosureControl
import WijkModel

/// Chapter 2 of the wijkplan of one wijk, as a value; every exporter writes the same one.
public struct Report: Sendable {
  /// `Hoofdstuk 2. Beschrijving wijk- en patiëntenpopulatie`.
  public let title: String
  /// `Voorbeeldwijk · wijkplan 2027 · peildatum 1 juli 2026`.
  public let subtitle: String
  /// The wijk.
  public let wijk: Wijk
  /// `1 juli 2026`: the day that counts of patients are about; empty when not given.
  public let dateText: String
  /// Sentences that stand on top of every page and file, such as what a partial run left out.
  public let warnings: [String]
  /// The sections in order: 2.1 to 2.10, then the appendix.
  public let sections: [Section]
  /// The tables that are published, in the order of `tabellen/`, also those that no section shows.
  public let data: [ReleasableTable]
  /// Tables in full precision for `intern/tabellen`; never shared.
  public let internalData: [ReleasableTable]
  /// The structure of the release.
  public let structure: ReleaseStructure
  /// The words for codes in ``data``, for files that people read.
  public let words: ReaderWords

  /// Makes a report.
  public init(
    title: String, subtitle: String, wijk: Wijk, warnings: [String], sections: [Section],
    data: [ReleasableTable], internalData: [ReleasableTable] = [], structure: ReleaseStructure,
    dateText: String = "", words: ReaderWords = .none
  ) {
    self.dateText = dateText
    self.title = title
    self.subtitle = subtitle
    self.wijk = wijk
    self.warnings = warnings
    self.sections = sections
    self.data = data
    self.internalData = internalData
    self.structure = structure
    self.words = words
  }

  /// All tables that sections show, in order.
  public var tables: [ReportTable] {
    sections.flatMap(\.blocks).compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  /// The remarks that must not be missed, such as a missing source, in order.
  public var notices: [String] {
    sections.flatMap(\.blocks).compactMap { if case .notice(let text) = $0 { text } else { nil } }
  }

  /// All figures that sections show, in order.
  public var figures: [ReportFigure] {
    sections.flatMap(\.blocks).compactMap {
      if case .figure(let figure) = $0 { figure } else { nil }
    }
  }
}

/// A section of the chapter.
public struct Section: Sendable {
  /// `2.1` … `2.10`, or `bijlage`.
  public let id: String
  /// `2.1 Afbakening van de wijk`.
  public let heading: String
  /// What it says, in order.
  public let blocks: [Block]

  /// Makes a section.
  public init(id: String, heading: String, blocks: [Block]) {
    self.id = id
    self.heading = heading
    self.blocks = blocks
  }
}

/// A piece of a section.
public enum Block: Sendable {
  /// A smaller heading inside the section.
  case subheading(String)
  /// A paragraph of generated sentences.
  case paragraph(String)
  /// A list of short texts.
  case bullets([String])
  /// A remark that must not be missed, such as a missing source.
  case notice(String)
  /// The officer's own text; paragraphs, plain.
  case officerText([String])
  /// An empty place for the officer's own text, with the prompt.
  case officerPrompt(String)
  /// A table.
  case table(ReportTable)
  /// A figure.
  case figure(ReportFigure)
}

/// Whom a table or figure is about, as the reader sees it.
public enum Badge: String, Sendable, Hashable {
  /// Inhabitants.
  case inhabitants = "Wijkpopulatie (inwoners)"
  /// Enrolled patients.
  case patients = "Patiëntenpopulatie (ingeschreven)"
  /// Both, side by side and apart.
  case both = "Inwoners en patiënten, apart geteld"
  /// Insured persons of the gemeente.
  case insured = "Verzekerden van de gemeente"
  /// Nobody, such as activities.
  case none = ""
}

/// A table as the reader sees it, with its tidy data.
public struct ReportTable: Sendable {
  /// The id of the data, such as `t214-patienten-pc4-leeftijd-geslacht`.
  public let id: String
  /// 1… in the order of the chapter (`Tabel 3`).
  public let number: Int
  /// What it shows, with date and source, without number and badge.
  public let caption: String
  /// Whom it is about.
  public let badge: Badge
  /// Sentences under the table.
  public let notes: [String]
  /// The columns as shown; at most 10.
  public let columns: [DisplayColumn]
  /// The rows as shown.
  public let rows: [DisplayRow]

  /// Makes a table.
  public init(
    id: String, number: Int, caption: String, badge: Badge, notes: [String],
    columns: [DisplayColumn], rows: [DisplayRow]
  ) {
    self.id = id
    self.number = number
    self.caption = caption
    self.badge = badge
    self.notes = notes
    self.columns = columns
    self.rows = rows
  }
}

/// A column as shown.
public struct DisplayColumn: Hashable, Sendable {
  /// The header.
  public let header: String
  /// Whether cells are numbers, aligned right.
  public let isNumeric: Bool

  /// Makes a column.
  public init(_ header: String, isNumeric: Bool) {
    self.header = header
    self.isNumeric = isNumeric
  }
}

/// A row as shown: Dutch text, `•` for suppressed, empty for "does not exist".
public struct DisplayRow: Hashable, Sendable {
  /// The cells; the first is the row header.
  public let cells: [String]
  /// Whether the row is a total, set apart.
  public let isTotal: Bool

  /// Makes a row.
  public init(_ cells: [String], isTotal: Bool = false) {
    self.cells = cells
    self.isTotal = isTotal
  }
}

/// A figure with what a reader who cannot see it needs.
public struct ReportFigure: Sendable {
  /// The id, such as `f202-piramide`; also the file name.
  public let id: String
  /// 1… in the order of the chapter (`Figuur 2`).
  public let number: Int
  /// What it shows, with date and source, without number and badge.
  public let caption: String
  /// Whom it is about.
  public let badge: Badge
  /// A sentence with the main finding and the population.
  public let alternative: String
  /// What is drawn.
  public let content: FigureContent

  /// Makes a figure.
  public init(
    id: String, number: Int, caption: String, badge: Badge, alternative: String,
    content: FigureContent
  ) {
    self.id = id
    self.number = number
    self.caption = caption
    self.badge = badge
    self.alternative = alternative
    self.content = content
  }
}

/// What a figure draws; nothing of a suppressed value is in it.
public enum FigureContent: Sendable {
  /// A population pyramid: per band men and women as percentages, young first; nil when suppressed.
  case pyramid([PyramidBand], referenceName: String?)
  /// Rows with a value, an optional interval and an optional benchmark, in one unit.
  ///
  /// `valueName` says in the legend what a dot is about.
  case dots([DotRow], unit: String, valueName: String, benchmarkName: String?)
  /// Horizontal bars.
  case bars([BarRow], unit: String)
  /// Postcodes with a value in classes, unit included in `valueLabel`.
  case map([MapArea], breaks: [Double], unit: String)
  /// Lines over the years.
  case trend(TrendLines)
}

/// A band of a pyramid; percentages of the whole population (both sexes, all ages).
public struct PyramidBand: Hashable, Sendable {
  /// The age label.
  public let label: String
  /// Men; nil when suppressed.
  public let men: Double?
  /// Women; nil when suppressed.
  public let women: Double?
  /// Men in the reference; nil when there is none.
  public let menReference: Double?
  /// Women in the reference; nil when there is none.
  public let womenReference: Double?

  /// Makes a band.
  public init(
    label: String, men: Double?, women: Double?, menReference: Double?, womenReference: Double?
  ) {
    self.label = label
    self.men = men
    self.women = women
    self.menReference = menReference
    self.womenReference = womenReference
  }
}

/// A row of a dot plot.
public struct DotRow: Hashable, Sendable {
  /// The label.
  public let label: String
  /// The value; nil when suppressed or unknown.
  public let value: Double?
  /// The lower limit; nil when there is no interval.
  public let low: Double?
  /// The upper limit; nil when there is no interval.
  public let high: Double?
  /// The benchmark; nil when there is none.
  public let benchmark: Double?

  /// Makes a row.
  public init(label: String, value: Double?, low: Double?, high: Double?, benchmark: Double?) {
    self.label = label
    self.value = value
    self.low = low
    self.high = high
    self.benchmark = benchmark
  }
}

/// A bar.
public struct BarRow: Hashable, Sendable {
  /// The label.
  public let label: String
  /// The value; nil when suppressed or unknown.
  public let value: Double?

  /// Makes a bar.
  public init(label: String, value: Double?) {
    self.label = label
    self.value = value
  }
}

/// A postcode on a map.
public struct MapArea: Hashable, Sendable {
  /// The label, usually the postcode.
  public let label: String
  /// The value; nil when suppressed ("te weinig").
  public let value: Double?
  /// The value as text, such as `54 %`.
  public let valueLabel: String
  /// Rings in RD metres.
  public let rings: [[MapPoint]]

  /// Makes an area.
  public init(label: String, value: Double?, valueLabel: String, rings: [[MapPoint]]) {
    self.label = label
    self.value = value
    self.valueLabel = valueLabel
    self.rings = rings
  }
}

/// Lines through figures of successive years, in one unit, with the breaks in them.
public struct TrendLines: Hashable, Sendable {
  /// The moments, from early to late.
  public let moments: [TrendMoment]
  /// The lines.
  public let lines: [TrendLine]
  /// Where figures on both sides may not be compared.
  public let breaks: [TrendBreak]
  /// The unit, such as `per 1.000`.
  public let unit: String

  /// Makes lines.
  public init(moments: [TrendMoment], lines: [TrendLine], breaks: [TrendBreak], unit: String) {
    self.moments = moments
    self.lines = lines
    self.breaks = breaks
    self.unit = unit
  }
}

/// A moment of measuring.
public struct TrendMoment: Hashable, Sendable {
  /// The label, such as `2026` or `juli 2026`.
  public let label: String
  /// The moment in years, such as 2026.5; it gives the distance on the axis.
  public let year: Double

  /// Makes a moment.
  public init(label: String, year: Double) {
    self.label = label
    self.year = year
  }
}

/// A line of a trend.
public struct TrendLine: Hashable, Sendable {
  /// What it is about.
  public let label: String
  /// One value per moment; nil when suppressed, unknown or not measured.
  public let values: [Double?]

  /// Makes a line.
  public init(label: String, values: [Double?]) {
    self.label = label
    self.values = values
  }
}

/// A break in a series, such as another definition; no line is drawn across it.
public struct TrendBreak: Hashable, Sendable {
  /// The index of the last moment before the break.
  public let after: Int
  /// The reason, as the reader sees it.
  public let name: String

  /// Makes a break between the moments `after` and `after + 1`.
  public init(after: Int, name: String) {
    self.after = after
    self.name = name
  }
}
