import WijkModel

/// What the chapter needs to know besides the tables: the officer's words and facts of the run.
///
/// Nothing in it counts patients.
public struct ChapterContext: Sendable {
  /// The name of the region.
  public var regionName: String
  /// Counts of patients are as of this date.
  public var referenceDate: CalendarDate
  /// The year of the plan; nil when not given.
  public var planYear: Int?
  /// The kind of wijk after the RIVM toolkit; empty when not given.
  public var wijktype = ""
  /// Where the wijk lies; empty when not given.
  public var boundaries = ""
  /// Why this wijk was chosen; empty when not given.
  public var motivation = ""
  /// Groups that the plan wants to name.
  public var targetGroups: [TargetGroupText] = []
  /// The choices of the configuration.
  public var settings: RegionSettings
  /// The choices that differ from their default, each as a Dutch sentence.
  public var deviations: [String] = []
  /// What is missing in this run, as Dutch sentences that stand on top of everything.
  public var remarks: [String] = []
  /// The officer's own paragraphs by id of a section (`2.2`) or table (`t208`).
  public var officerTexts: [String: [String]] = [:]
  /// Ids of sections and tables that are left out (`2.8`, `t217`).
  public var omitted: [String] = []
  /// The top 3 that the collaboration chose: ids or names of problems.
  public var chosenProblems: [String] = []
  /// Why it chose them; empty when not given.
  public var choiceNote = ""
  /// What residents and professionals name as problems in this wijk.
  public var signals: [Signal] = []
  /// The sources that were read.
  public var sources: [SourceFact] = []
  /// SHA-256 over the definitions, in hexadecimal digits.
  public var definitionsHash = ""
  /// The version of the program.
  public var programVersion = ""
  /// The map; empty when there is none.
  public var shapes: [MapShape] = []
  /// Earlier releases of the same wijk.
  public var history = ChapterHistory()
  /// Names of the practices; empty unless they may be named.
  public var practiceNames: [String] = []
  /// What was odd in the files, as Dutch sentences without numbers of rows.
  public var findingSummary: [String] = []

  /// The day that the counts of patients are about.
  public var patientDate: CalendarDate { history.reprintedDate ?? referenceDate }

  /// Makes a context with nothing optional in it.
  public init(regionName: String, referenceDate: CalendarDate, settings: RegionSettings) {
    self.regionName = regionName
    self.referenceDate = referenceDate
    self.settings = settings
  }
}

/// A target group that the officer names.
public struct TargetGroupText: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// The explanation; may be empty.
  public let note: String
  /// Who says so; may be empty.
  public let source: String

  /// Makes a target group.
  public init(name: String, note: String = "", source: String = "") {
    self.name = name
    self.note = note
    self.source = source
  }
}

/// A source as the accountability section names it; without numbers of rows.
public struct SourceFact: Hashable, Sendable {
  /// The kind of input, a key of the configuration such as `inwoners`.
  public let kind: String
  /// The text for captions, such as `CBS, Kerncijfers per postcode`; may be empty.
  public let name: String
  /// The years of the figures; empty for data of the reference date.
  public let years: [Int]

  /// Makes a source.
  public init(kind: String, name: String, years: [Int]) {
    self.kind = kind
    self.name = name
    self.years = years
  }
}
