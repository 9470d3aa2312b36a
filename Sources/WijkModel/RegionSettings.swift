/// The choices of the configuration that decide what is counted and shown.
public struct RegionSettings: Hashable, Sendable {
  /// Whether a missing main provider counts as the general practitioner.
  public var countsMissingMainProvider = false
  /// Whether the broad code list for anxiety and mood is used.
  public var usesBroadAnxietyAndMood = false
  /// Whether the other wijken of the configuration are the reference, instead of `referentie`.
  public var comparesWithRegion = false
  /// Whether possible double registrations are searched.
  public var searchesDoubles = false
  /// Whether practices are named in the chapter.
  public var showsPractices = false
  /// Whether limits are widened by the overdispersion between practices.
  public var widensForOverdispersion = true
  /// The smallest count of patients that may be shown; at least 5.
  public var threshold = 10
  /// Whether shown counts are rounded to 5.
  public var roundsToFive = false
  /// Postcodes with fewer patients are published together; 0 switches this off.
  public var smallestArea = 200

  /// Makes the default settings.
  public init() {}
}

/// What the aggregation needs to know of a region besides the data.
public struct RegionPlan: Sendable {
  /// The name of the region.
  public let name: String
  /// Counts are as of this date.
  public let referenceDate: CalendarDate
  /// All wijken of the configuration, in its order.
  public let wijken: [Wijk]
  /// The choices.
  public let settings: RegionSettings

  /// Makes a plan.
  public init(
    name: String, referenceDate: CalendarDate, wijken: [Wijk], settings: RegionSettings
  ) {
    self.name = name
    self.referenceDate = referenceDate
    self.wijken = wijken
    self.settings = settings
  }
}
