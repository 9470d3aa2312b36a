import WijkModel

/// A code of a disease group and how it matches.
public struct CodeRule: Hashable, Sendable {
  /// Matching of a code.
  public enum Match: String, Sendable, Hashable {
    /// This code only; `X99.00` is `X99`.
    case exact
    /// `X99` with all subcodes.
    case rubric = "rubriek"
  }
  /// The code.
  public let code: ICPCCode
  /// How it matches.
  public let match: Match
  /// Whether the code is taken out of the group instead of put in.
  public let isExcluded: Bool

  /// Makes a rule.
  public init(code: ICPCCode, match: Match, isExcluded: Bool) {
    self.code = code
    self.match = match
    self.isExcluded = isExcluded
  }
}

/// A group of ICPC codes that is counted as one condition.
public struct DiseaseGroup: Hashable, Sendable {
  /// The largest number of groups that can be counted: a patient has a bit for each.
  static let maximum = 64

  /// What an episode must be to count at the reference date.
  public enum EpisodeRule: String, Sendable, Hashable, CaseIterable {
    /// Any episode that began by then; the end is ignored (chronic, irreversible).
    case chronic = "chronisch"
    /// An episode that is open at the date.
    case active = "actief"
    /// An episode that is open or ended in the last 12 months.
    case recent = "recent"
  }
  /// The id, such as `DM2`.
  public let id: String
  /// The Dutch name, the column `groep`; the five programmes are those of ``CareProgram``.
  public let name: String
  /// The programme of which it is the group, or nil.
  public let program: CareProgram?
  /// Its codes.
  public let codes: [CodeRule]
  /// Which episodes count.
  public let episodes: EpisodeRule
  /// Whether it counts for "minstens één chronische aandoening" and multimorbidity.
  public let countsAsChronic: Bool
  /// The condition it counts as in multimorbidity: groups with the same condition count once.
  ///
  /// The id of the group unless the definitions say otherwise (all kinds of diabetes are one).
  public let condition: String
  /// The theme in the top 3, such as `hart en vaten`; empty when it is not a candidate.
  public let theme: String
  /// Whether tables show it; the others only appear in the data-quality report.
  public let isShown: Bool
  /// The source of the definition.
  public let source: String

  /// Makes a group.
  public init(
    id: String, name: String, program: CareProgram?, codes: [CodeRule], episodes: EpisodeRule,
    countsAsChronic: Bool, condition: String? = nil, theme: String, isShown: Bool, source: String
  ) {
    self.id = id
    self.name = name
    self.program = program
    self.codes = codes
    self.episodes = episodes
    self.countsAsChronic = countsAsChronic
    self.condition = condition ?? id
    self.theme = theme
    self.isShown = isShown
    self.source = source
  }

  /// Whether a code belongs to the group: some rule takes it in and none takes it out.
  public func includes(_ code: ICPCCode) -> Bool {
    func matches(_ rule: CodeRule) -> Bool {
      switch rule.match {
      case .exact: rule.code == code
      case .rubric: rule.code.withoutSubcode == code.withoutSubcode
      }
    }
    return codes.contains { !$0.isExcluded && matches($0) }
      && !codes.contains { $0.isExcluded && matches($0) }
  }
}

/// Age limits of a programme; used for "in programma" only, never for "bekend".
public struct ProgramRule: Hashable, Sendable {
  /// The programme.
  public let program: CareProgram
  /// The lowest age; nil for none.
  public let minimumAge: Int?
  /// The highest age; nil for none.
  public let maximumAge: Int?
  /// Programmes that go before this one: whoever is in them is not counted here.
  public let yieldsTo: [CareProgram]
  /// Other names of the programme in chain-care files, as written.
  public let aliases: [String]
  /// The source.
  public let source: String

  /// Makes a rule.
  public init(
    program: CareProgram, minimumAge: Int?, maximumAge: Int?, yieldsTo: [CareProgram],
    aliases: [String] = [], source: String
  ) {
    self.program = program
    self.minimumAge = minimumAge
    self.maximumAge = maximumAge
    self.yieldsTo = yieldsTo
    self.aliases = aliases
    self.source = source
  }
}
