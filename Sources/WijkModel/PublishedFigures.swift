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
