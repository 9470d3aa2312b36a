import DelimitedText
import WijkModel

/// The configuration of a region, as `wijkbeeld.yaml` gives it; every key was checked.
public struct Configuration: Sendable {
  /// The file, for messages.
  public let file: String
  /// The folder of the file; paths in it are relative to this folder.
  public let folder: String
  /// The name of the region.
  public let region: String
  /// Counts are as of this date.
  public let referenceDate: CalendarDate
  /// The folder for output, as an absolute path.
  public let output: String
  /// The year of the plan; the year after the reference date when not given.
  public let planYear: Int
  /// The choices that decide what is counted and shown.
  public let settings: RegionSettings
  /// The sources in the order of the file.
  public let sources: [ConfiguredSource]
  /// The wijken in the order of the file.
  public internal(set) var wijken: [ConfiguredWijk]
  /// Seconds that a file must be unchanged; 0 is off.
  public let restingSeconds: Int
  /// Days after which data are too old; nil is off.
  public let staleAfterDays: Int?
  /// Whether an input may be a symbolic link.
  public let allowsSymbolicLinks: Bool
  /// A .docx with the house style, as an absolute path; nil for our own.
  public let houseStyle: String?
  /// Own definition files, added to the shipped ones; absolute paths.
  public let definitionFiles: [String]

  /// The plan for the aggregation.
  public var regionPlan: RegionPlan {
    RegionPlan(
      name: region, referenceDate: referenceDate, wijken: wijken.map(\.wijk), settings: settings)
  }

  /// The AGB numbers of the practices of all wijken.
  var practices: Set<UInt32> { Set(wijken.flatMap(\.wijk.practices).map(\.number)) }
}

/// One entry of `bronnen`.
public struct ConfiguredSource: Hashable, Sendable {
  /// The kind of input, such as `praktijklijst`.
  public let kind: String
  /// A path or a pattern with `*`, relative to the configuration.
  public let pattern: String
  /// The line in the configuration, for messages.
  public let line: Int
  /// The layout, when given.
  public var layout: String?
  /// The year of the figures, when given.
  public var year: Int?
  /// The encoding, when given.
  public var encoding: TextEncoding?
  /// The delimiter, when given.
  public var delimiter: UInt8?
  /// Whether decimals have a point, when given.
  public var hasDecimalPoint: Bool?
  /// The text for captions, when given.
  public var sourceName: String?
}

/// A wijk with the texts and choices of the officer.
public struct ConfiguredWijk: Sendable {
  /// The wijk.
  public let wijk: Wijk
  /// Type of the wijk by the RIVM toolkit; context only.
  public var kindOfWijk: String?
  /// Borders, for 2.1.
  public var borders: String?
  /// Why this wijk, for 2.1.
  public var motivation: String?
  /// Special target groups, for 2.2.
  public var targetGroups: [NamedGroup] = []
  /// The file with the officer's own text; an absolute path.
  public var officerTextFile: String?
  /// Tables and sections that are left out of the chapter.
  public var leftOut: [String] = []
  /// The top 3 that the collaboration chose; empty when it did not.
  public var chosenProblems: [String] { wijk.chosenProblems }
  /// Why it chose these.
  public var choiceNote: String?
  /// The line in the configuration, for messages.
  public let line: Int

  /// A special target group of the wijk.
  public struct NamedGroup: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// What is known of it.
    public let note: String
    /// The source.
    public let source: String
  }
}
