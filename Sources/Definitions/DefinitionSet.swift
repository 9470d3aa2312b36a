import WijkModel

/// All definitions in force: disease groups, indicators, layouts, messages and limits.
///
/// Read from `data/definities/*.csv`; every row there has `bron` and `geldig_vanaf`.
public struct DefinitionSet: Sendable {
  /// The disease groups in the order of the reports, the five programmes first.
  ///
  /// Groups that only a setting brings in are in ``alternativeGroups``;
  /// ``diseaseGroups(for:)`` gives the groups that the settings of a region ask for.
  public let diseaseGroups: [DiseaseGroup]
  /// Groups that replace the one of the same programme when a setting asks for it, by setting
  /// (`angst_stemming=ruim`).
  public let alternativeGroups: [String: DiseaseGroup]
  /// Age limits and precedence of the programmes.
  public let programRules: [ProgramRule]
  /// Indicators of the Gezondheidsmonitor, of inhabitants and dwellings.
  public let indicators: [Indicator]
  /// Age bandings by id.
  public let ageBandings: [String: AgeBanding]
  /// The layouts of all input kinds.
  public let layouts: [SourceLayout]
  /// The catalogue of findings and errors.
  public let messages: MessageCatalog
  /// Limits by id (`grenzen.csv`), such as the share of broken records that refuses a file.
  public let limits: [String: Double]
  /// Target groups of activities, with aliases.
  public let targetGroups: [TargetGroup]
  /// Kinds of costs in the order of the table, with their Dutch names and the columns they sum.
  public let costKinds: [CostKind]
  /// Names of columns that are never read (P401), after header match.
  public let personalColumns: Set<String>
  /// For each of ``personalColumns`` the kinds of input in which it holds no person.
  public let personalExceptions: [String: Set<String>]
  /// The numbers of the ranking of problems.
  public let ranking: RankingRules
  /// The statistical methods in force, in the order in which they are listed.
  public let methods: [Method]
  /// SHA-256 over the names and bytes of all definition files, in hexadecimal digits.
  public let hash: String

  /// Indexes into ``indicators`` by the comparable form of id, name and aliases.
  let indicatorIndex: [String: Int]
  /// Source and date of each limit, for the listing.
  let limitSources: [String: String]
}
