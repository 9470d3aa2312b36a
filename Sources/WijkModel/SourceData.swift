/// Everything that the importers read for one region.
///
/// A source that is not configured is empty, and ``kinds`` does not name it.
public struct SourceData: Sendable {
  /// The kinds that the configuration names (`praktijklijst`, `inwoners`, …), even when empty.
  public var kinds: Set<String> = []
  /// Where figures come from; figures hold indexes into it.
  public var origins: [SourceOrigin] = []
  /// Practice lists, one per file.
  public var patients: [PatientColumns] = []
  /// Episodes, one per file, the wide form of practice lists included.
  public var episodes: [EpisodeColumns] = []
  /// Chain-care files.
  public var carePrograms: [CareProgramColumns] = []
  /// Inhabitants by age and sex.
  public var inhabitants: [InhabitantCount] = []
  /// Characteristics of areas: kerncijfers, wijkprofiel, SES-WOA.
  public var characteristics: [AreaCharacteristic] = []
  /// Figures of the Gezondheidsmonitor.
  public var monitor: [MonitorFigure] = []
  /// Which areas a postcode lies in.
  public var areaLinks: [AreaLink] = []
  /// Praktijkspiegel.
  public var praktijkspiegel: [PraktijkspiegelFigure] = []
  /// Vektis open data.
  public var costs: [CostTable] = []
  /// Reference populations.
  public var references: [ReferenceCount] = []
  /// Activities.
  public var activities: [Activity] = []
  /// Signals.
  public var signals: [Signal] = []
  /// Scores of seriousness.
  public var severities: [SeverityScore] = []
  /// Practices.
  public var practices: [PracticeInfo] = []
  /// The map.
  public var shapes: [MapShape] = []

  /// Makes empty data.
  public init() {}
}

/// What was read of one input file, for the run record and for `controleer`.
public struct InputRecord: Hashable, Sendable {
  /// The file as the configuration's folder sees it.
  public var file: String
  /// The kind of input (`praktijklijst`, …).
  public var kind: String
  /// The layout that was recognized; empty when the file was refused before that.
  public var layout = ""
  /// `utf-8`, `windows-1252` or `utf-16`; empty when unknown.
  public var encoding = ""
  /// The delimiter as text; empty when unknown.
  public var delimiter = ""
  /// Records below the header (layouts.md, `records`).
  public var records = 0
  /// Records that reach the counts.
  public var counted = 0
  /// Records left out because of a finding.
  public var rejected = 0
  /// Whether the file was refused.
  public var isRefused = false
  /// SHA-256 of the bytes, in hexadecimal digits.
  public var sha256 = ""
  /// Size in bytes.
  public var size = 0
  /// The years of the figures, or nothing for files about the reference date.
  public var years: [Int] = []
  /// Values, unknowns and refusals per column.
  public var columns: [ColumnRecord] = []

  /// Makes a record of a file.
  public init(file: String, kind: String) {
    self.file = file
    self.kind = kind
  }
}

/// How often a column had a value, over the accepted records of a file.
public struct ColumnRecord: Hashable, Sendable {
  /// The own name of the column.
  public let column: String
  /// Cells with a value.
  public var values: Int
  /// Cells without a known value.
  public var unknown: Int
  /// Cells that were refused.
  public var rejected: Int

  /// Makes a record of a column.
  public init(column: String, values: Int = 0, unknown: Int = 0, rejected: Int = 0) {
    self.column = column
    self.values = values
    self.unknown = unknown
    self.rejected = rejected
  }
}
