import WijkModel

/// What one release printed that a comparison over time needs; hidden numbers are not in it.
public struct PublishedYear: Sendable {
  /// A sex and one of the wide age bands.
  public struct Stratum: Hashable, Sendable {
    /// The sex.
    public let sex: Sex
    /// The band.
    public let band: AgeBand

    /// Makes a stratum.
    public init(_ sex: Sex, _ band: AgeBand) {
      self.sex = sex
      self.band = band
    }
  }

  /// The numbers of a group, or of all patients.
  public struct Counts: Hashable, Sendable {
    /// Everybody; nil when hidden.
    public var total: Int?
    /// By sex and age; a hidden number is absent.
    public var strata: [Stratum: Int]

    /// Makes numbers.
    public init(total: Int? = nil, strata: [Stratum: Int] = [:]) {
      self.total = total
      self.strata = strata
    }
  }

  /// The reference date.
  public let referenceDate: CalendarDate
  /// What must be equal for a comparison, as words by name.
  public let conditions: [String: String]
  /// All patients of the wijk.
  public let patients: Counts
  /// The patients of the wijk with the condition of each programme, by the name of the group.
  public let cases: [String: Counts]
  /// Standardized rates of released cells.
  public let rates: [StandardizedRate]

  /// Makes a year.
  public init(
    referenceDate: CalendarDate, conditions: [String: String], patients: Counts,
    cases: [String: Counts], rates: [StandardizedRate]
  ) {
    self.referenceDate = referenceDate
    self.conditions = conditions
    self.patients = patients
    self.cases = cases
    self.rates = rates
  }

  /// The calendar year of the reference date.
  var year: Int { referenceDate.components.year }

  /// Why a year cannot be compared with this one, as names of conditions; empty when it can.
  ///
  /// A reference date on another day of the year is such a reason: seasons differ.
  func breaks(since earlier: PublishedYear) -> [String] {
    let names = Set(conditions.keys).union(earlier.conditions.keys).sorted()
    var breaks = names.filter { conditions[$0] != earlier.conditions[$0] }
    let (now, before) = (referenceDate.components, earlier.referenceDate.components)
    if (now.month, now.day) != (before.month, before.day) { breaks.append("peildag") }
    return breaks
  }
}
