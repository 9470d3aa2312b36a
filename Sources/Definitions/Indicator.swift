/// A figure about inhabitants or their dwellings that the reports know.
public struct Indicator: Hashable, Sendable {
  /// Which section shows it.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Gezondheidsmonitor (t208).
    case monitor
    /// Origin (t204).
    case origin = "herkomst"
    /// Households, groups, dwellings (t205).
    case household = "huishoudens"
    /// Socioeconomic status (t206).
    case socioeconomic = "ses"
  }
  /// The id, such as `ernstig-eenzaam`.
  public let id: String
  /// The Dutch name on page and Word.
  public let name: String
  /// Which section shows it.
  public let kind: Kind
  /// Published names and keys that mean the same, as written in sources.
  public let aliases: [String]
  /// `%`, `aantal`, `x 1.000 euro`, `score`.
  public let unit: String
  /// Whether a high value is favourable; nil when it has no direction.
  public let isHighFavorable: Bool?
  /// Place in the list of candidates of top 3 (1…); nil when it is never ranked.
  public let rankOrder: Int?
  /// The theme in the top 3; empty when it is never ranked.
  public let theme: String
  /// The name of the problem that the ranking prints (`te weinig bewegen`); empty when not ranked.
  public let problemName: String
  /// The dimension of Positieve Gezondheid in t208; empty when not a monitor indicator.
  public let dimension: String
  /// The classification (`herkomst 2022`); empty when there is only one.
  public let classification: String
  /// The id of the number that it is a part or a mean of (`huishoudens`, `woningen`, `inwoners`).
  ///
  /// Percentages of counts are taken of it, and means of postcodes are weighted with it; empty for
  /// inhabitants as weight and no percentage.
  public let denominator: String
  /// The source.
  public let source: String

  /// Makes an indicator.
  public init(
    id: String, name: String, kind: Kind, aliases: [String], unit: String, isHighFavorable: Bool?,
    rankOrder: Int?, theme: String, problemName: String, dimension: String, classification: String,
    denominator: String = "", source: String
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.unit = unit
    self.isHighFavorable = isHighFavorable
    self.rankOrder = rankOrder
    self.theme = theme
    self.problemName = problemName
    self.dimension = dimension
    self.classification = classification
    self.denominator = denominator
    self.source = source
  }
}
