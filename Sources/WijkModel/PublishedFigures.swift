/// Where figures come from; every published figure carries it.
public struct SourceOrigin: Hashable, Sendable {
  /// The file as findings name it.
  public let file: String
  /// The layout that was recognized, such as `cbs-83502ned`.
  public let layout: String
  /// The text for captions, such as `CBS, Kerncijfers per postcode`.
  public let name: String

  /// Makes an origin.
  public init(file: String, layout: String, name: String) {
    self.file = file
    self.layout = layout
    self.name = name
  }
}

/// Inhabitants of an area by age and sex.
public struct InhabitantCount: Hashable, Sendable {
  /// The postcode.
  public let postcode: Postcode4
  /// The age band; nil for all ages.
  public let band: AgeBand?
  /// The sex; nil for both.
  public let sex: Sex?
  /// The number, rounded by the publisher (CBS: to 5), or why it is missing.
  public let count: PublishedNumber
  /// The year of the figure (1 January).
  public let year: Int
  /// Index into ``SourceData/origins``.
  public let origin: Int

  /// Makes a count.
  public init(
    postcode: Postcode4, band: AgeBand?, sex: Sex?, count: PublishedNumber, year: Int, origin: Int
  ) {
    self.postcode = postcode
    self.band = band
    self.sex = sex
    self.count = count
    self.year = year
    self.origin = origin
  }
}

/// A characteristic of the inhabitants or dwellings of an area (herkomst, huishoudens, WOZ, SES-WOA).
public struct AreaCharacteristic: Hashable, Sendable {
  /// The area: a postcode, a CBS wijk or buurt, a gemeente or the country.
  public let area: Area
  /// The id of the characteristic in `indicatoren.csv`.
  public let indicator: String
  /// The figure, in the unit below, or why it is missing.
  public let value: PublishedNumber
  /// The unit: `aantal`, `%`, `x 1.000 euro` or `score`.
  public let unit: String
  /// The classification, where there are several (`herkomst 2022`); empty otherwise.
  public let classification: String
  /// The year of the figure.
  public let year: Int
  /// Households in the area, the weight of a SES score; nil when not given.
  public let households: Double?
  /// Index into ``SourceData/origins``.
  public let origin: Int

  /// Makes a characteristic.
  public init(
    area: Area, indicator: String, value: PublishedNumber, unit: String,
    classification: String = "", year: Int, households: Double? = nil, origin: Int
  ) {
    self.area = area
    self.indicator = indicator
    self.value = value
    self.unit = unit
    self.classification = classification
    self.year = year
    self.households = households
    self.origin = origin
  }
}

/// A figure of the Gezondheidsmonitor: the percentage of inhabitants with a characteristic.
public struct MonitorFigure: Hashable, Sendable {
  /// The area: a postcode, CBS wijk or buurt, gemeente, region (GGD) or the country.
  public let area: Area
  /// The id in `indicatoren.csv`.
  public let indicator: String
  /// The age base, such as 18+.
  public let ages: AgeBand
  /// The year of the monitor.
  public let year: Int
  /// The percentage, 0...100, or why it is missing.
  public let value: PublishedNumber
  /// The publisher's lower limit, 0...100; nil when not given.
  public let low: Double?
  /// The publisher's upper limit, 0...100; nil when not given.
  public let high: Double?
  /// The number of respondents; nil when not given.
  public let respondents: Double?
  /// Measured, modelled or redistributed.
  public let basis: Basis
  /// Index into ``SourceData/origins``.
  public let origin: Int

  /// Makes a figure.
  public init(
    area: Area, indicator: String, ages: AgeBand, year: Int, value: PublishedNumber,
    low: Double? = nil, high: Double? = nil, respondents: Double? = nil, basis: Basis, origin: Int
  ) {
    self.area = area
    self.indicator = indicator
    self.ages = ages
    self.year = year
    self.value = value
    self.low = low
    self.high = high
    self.respondents = respondents
    self.basis = basis
    self.origin = origin
  }
}

/// Which areas a postcode lies in, with the share of its inhabitants.
public struct AreaLink: Hashable, Sendable {
  /// The postcode.
  public let postcode: Postcode4
  /// `BU########`, or empty.
  public let buurt: String
  /// `WK######`, or empty.
  public let wijk: String
  /// `GM####`, or empty.
  public let municipalityCode: String
  /// Name of the gemeente, or empty.
  public let municipality: String
  /// Name of the place, or empty.
  public let place: String
  /// Name of the GGD region, or empty.
  public let healthRegion: String
  /// Share of the postcode's inhabitants in this row, 0...1.
  public let shareOfPostcode: Double
  /// Share of the area's inhabitants in this row, 0...1; nil when not given.
  public let shareOfArea: Double?
  /// The year; nil when not given.
  public let year: Int?

  /// Makes a link.
  public init(
    postcode: Postcode4, buurt: String = "", wijk: String = "", municipalityCode: String = "",
    municipality: String = "", place: String = "", healthRegion: String = "",
    shareOfPostcode: Double = 1, shareOfArea: Double? = nil, year: Int? = nil
  ) {
    self.postcode = postcode
    self.buurt = buurt
    self.wijk = wijk
    self.municipalityCode = municipalityCode
    self.municipality = municipality
    self.place = place
    self.healthRegion = healthRegion
    self.shareOfPostcode = shareOfPostcode
    self.shareOfArea = shareOfArea
    self.year = year
  }
}

/// A figure of the Vektis Praktijkspiegel of one practice.
public struct PraktijkspiegelFigure: Hashable, Sendable {
  /// The practice.
  public let practice: AGBCode
  /// The year.
  public let year: Int
  /// The code of the indicator.
  public let indicator: String
  /// Its description; may be empty.
  public let text: String
  /// `aantal`, `per 1.000`, `%` or `euro`.
  public let unit: String
  /// Numerator and denominator; nil when not given.
  public let numerator: Double?
  /// The denominator (patients); nil when not given.
  public let denominator: Double?
  /// The practice's value.
  public let value: PublishedNumber
  /// The expected value, the region's and the national one; nil when not given.
  public let expected: Double?
  /// The region's value.
  public let region: Double?
  /// The national value.
  public let national: Double?
  /// Index into ``SourceData/origins``.
  public let origin: Int

  /// Makes a figure.
  public init(
    practice: AGBCode, year: Int, indicator: String, text: String, unit: String,
    numerator: Double?, denominator: Double?, value: PublishedNumber, expected: Double?,
    region: Double?, national: Double?, origin: Int
  ) {
    self.practice = practice
    self.year = year
    self.indicator = indicator
    self.text = text
    self.unit = unit
    self.numerator = numerator
    self.denominator = denominator
    self.value = value
    self.expected = expected
    self.region = region
    self.national = national
    self.origin = origin
  }
}

/// One file of the Vektis open data: insured persons and costs by sex, age and area.
public struct CostTable: Sendable {
  /// One row of the file.
  public struct Row: Sendable, Hashable {
    /// Sex; nil in the rest row.
    public let sex: Sex?
    /// Age band; nil in the rest row.
    public let band: AgeBand?
    /// Gemeente in capitals or the three digits of a PC3; nil in the rest row.
    public let area: String?
    /// Insured persons (`aantal_bsn`, a count).
    public let insured: Double
    /// Insured years.
    public let insuredYears: Double
    /// Costs in euros, in the order of ``CostTable/kinds``.
    public let costs: [Double]

    /// Makes a row.
    public init(
      sex: Sex?, band: AgeBand?, area: String?, insured: Double, insuredYears: Double,
      costs: [Double]
    ) {
      self.sex = sex
      self.band = band
      self.area = area
      self.insured = insured
      self.insuredYears = insuredYears
      self.costs = costs
    }
  }

  /// The year of the costs.
  public let year: Int
  /// Whether areas are gemeenten (`vektis-gemeente`) or PC3s (`vektis-pc3`).
  public let areaKind: AreaKind
  /// The full names of the cost columns that the file has (`kosten_huisarts_consult`, …).
  public let kinds: [String]
  /// The rows, the rest row included.
  public let rows: [Row]
  /// Index into ``SourceData/origins``.
  public let origin: Int

  /// Makes a table.
  public init(year: Int, areaKind: AreaKind, kinds: [String], rows: [Row], origin: Int) {
    self.year = year
    self.areaKind = areaKind
    self.kinds = kinds
    self.rows = rows
    self.origin = origin
  }
}

/// Persons and cases of a reference population by sex and age.
public struct ReferenceCount: Hashable, Sendable {
  /// `Nederland` or the name of a region.
  public let area: String
  /// The year.
  public let year: Int
  /// Id of a disease group, or `bevolking` for a standard population.
  public let group: String
  /// Sex; nil when both are together.
  public let sex: Sex?
  /// The age band.
  public let band: AgeBand
  /// Persons.
  public let persons: Double
  /// Cases; nil for a standard population.
  public let cases: Double?
  /// The code list the cases were counted with; empty means ours, on the supplier's word.
  public let definition: String
  /// `punt`, `jaar`, `ooit` or empty.
  public let prevalence: String
  /// Index into ``SourceData/origins``.
  public let origin: Int

  /// Makes a count.
  public init(
    area: String, year: Int, group: String, sex: Sex?, band: AgeBand, persons: Double,
    cases: Double?, definition: String = "", prevalence: String = "", origin: Int
  ) {
    self.area = area
    self.year = year
    self.group = group
    self.sex = sex
    self.band = band
    self.persons = persons
    self.cases = cases
    self.definition = definition
    self.prevalence = prevalence
    self.origin = origin
  }
}

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
