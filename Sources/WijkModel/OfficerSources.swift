/// A running activity in the wijk.
public struct Activity: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// The organization.
  public let organization: String
  /// `wsv`, `gemeente`, `welzijn` or `overig`.
  public let performer: String
  /// The years of plans that named it.
  public let planYears: [Int]
  /// The domain; may be empty.
  public let domain: String
  /// Target groups: ids of `doelgroepen.csv`, or the text as given.
  public let targetGroups: [String]
  /// Ids of problems or themes, or the text as given.
  public let problems: [String]
  /// The postcodes; empty for the whole wijk.
  public let postcodes: [Postcode4]
  /// The first day.
  public let start: CalendarDate?
  /// The last day; nil while it runs.
  public let end: CalendarDate?
  /// How many persons it reaches; nil when not given.
  public let reach: Int?

  /// Makes an activity.
  public init(
    name: String, organization: String, performer: String, planYears: [Int], domain: String,
    targetGroups: [String], problems: [String], postcodes: [Postcode4], start: CalendarDate?,
    end: CalendarDate?, reach: Int?
  ) {
    self.name = name
    self.organization = organization
    self.performer = performer
    self.planYears = planYears
    self.domain = domain
    self.targetGroups = targetGroups
    self.problems = problems
    self.postcodes = postcodes
    self.start = start
    self.end = end
    self.reach = reach
  }
}

/// What residents or professionals name as a problem.
public struct Signal: Hashable, Sendable {
  /// Id, name or free text.
  public let problem: String
  /// `bewoner`, `patiënt`, `professional` or `organisatie`.
  public let reporter: String
  /// The explanation; may be empty.
  public let note: String
  /// Name of the wijk; empty for all.
  public let wijk: String

  /// Makes a signal.
  public init(problem: String, reporter: String, note: String, wijk: String) {
    self.problem = problem
    self.reporter = reporter
    self.note = note
    self.wijk = wijk
  }
}

/// Seriousness and influence of a problem, scored by the collaboration itself.
public struct SeverityScore: Hashable, Sendable {
  /// Id or Dutch name of the problem.
  public let problem: String
  /// Seriousness 0...10; nil when not scored.
  public let severity: Double?
  /// Influence 0...10; nil when not scored.
  public let influence: Double?
  /// Name of the wijk; empty for all.
  public let wijk: String
  /// Who scored.
  public let source: String

  /// Makes a score.
  public init(problem: String, severity: Double?, influence: Double?, wijk: String, source: String)
  {
    self.problem = problem
    self.severity = severity
    self.influence = influence
    self.wijk = wijk
    self.source = source
  }
}

/// A practice of the collaboration.
public struct PracticeInfo: Hashable, Sendable {
  /// Its AGB code.
  public let practice: AGBCode
  /// Its name.
  public let name: String
  /// The name of its wijk; empty when not given.
  public let wijk: String
  /// Full-time equivalents; nil when not given.
  public let fte: Double?
  /// The AGB code that several AGB codes of one practice share; nil when not given.
  public let mainPractice: AGBCode?

  /// Makes a practice.
  public init(
    practice: AGBCode, name: String, wijk: String, fte: Double?, mainPractice: AGBCode?
  ) {
    self.practice = practice
    self.name = name
    self.wijk = wijk
    self.fte = fte
    self.mainPractice = mainPractice
  }
}

/// The polygons of a postcode on a map.
public struct MapShape: Hashable, Sendable {
  /// The postcode.
  public let postcode: Postcode4
  /// Rings of points in RD New metres (x, y); holes are told by the even-odd rule.
  public let rings: [[MapPoint]]

  /// Makes a shape.
  public init(postcode: Postcode4, rings: [[MapPoint]]) {
    self.postcode = postcode
    self.rings = rings
  }
}

/// A point in RD New (EPSG:28992), metres.
public struct MapPoint: Hashable, Sendable {
  /// East.
  public let x: Double
  /// North.
  public let y: Double

  /// Makes a point.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
