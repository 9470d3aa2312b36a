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
