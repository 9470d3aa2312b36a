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
  /// What an episode must be to count at the reference date.
  public enum EpisodeRule: String, Sendable, Hashable {
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
  /// The theme in the top 3, such as `hart en vaten`; empty when it is not a candidate.
  public let theme: String
  /// Whether tables show it; the others only appear in the data-quality report.
  public let isShown: Bool
  /// The source of the definition.
  public let source: String

  /// Makes a group.
  public init(
    id: String, name: String, program: CareProgram?, codes: [CodeRule], episodes: EpisodeRule,
    countsAsChronic: Bool, theme: String, isShown: Bool, source: String
  ) {
    self.id = id
    self.name = name
    self.program = program
    self.codes = codes
    self.episodes = episodes
    self.countsAsChronic = countsAsChronic
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
  /// The source.
  public let source: String

  /// Makes a rule.
  public init(
    program: CareProgram, minimumAge: Int?, maximumAge: Int?, yieldsTo: [CareProgram],
    source: String
  ) {
    self.program = program
    self.minimumAge = minimumAge
    self.maximumAge = maximumAge
    self.yieldsTo = yieldsTo
    self.source = source
  }
}

/// A figure about inhabitants or their dwellings that the reports know.
public struct Indicator: Hashable, Sendable {
  /// Which section shows it.
  public enum Kind: String, Sendable, Hashable {
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
  /// The source.
  public let source: String

  /// Makes an indicator.
  public init(
    id: String, name: String, kind: Kind, aliases: [String], unit: String, isHighFavorable: Bool?,
    rankOrder: Int?, theme: String, problemName: String, dimension: String, classification: String,
    source: String
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
    self.source = source
  }
}

/// How the cells of a column are read (layouts.md, "Types").
public enum CellType: String, Sendable, Hashable, CaseIterable {
  /// Key of a person.
  case key = "sleutel"
  /// Postcode.
  case postcode
  /// Date.
  case date = "datum"
  /// Age in years.
  case age = "leeftijd"
  /// Age band.
  case ageBand = "leeftijdsklasse"
  /// Sex.
  case sex = "geslacht"
  /// Category of patient.
  case category = "categorie"
  /// AGB code.
  case agb
  /// Whole number.
  case count = "aantal"
  /// Percentage 0...100.
  case percentage
  /// Amount of money.
  case amount = "bedrag"
  /// Decimal number.
  case number = "getal"
  /// List of ICPC codes.
  case icpcList = "icpc-lijst"
  /// List of programmes.
  case programList = "programma-lijst"
  /// Yes or no.
  case flag = "vlag"
  /// Year.
  case year = "jaar"
  /// Text that is read.
  case text = "tekst"
  /// A code of an area (`WK…`, `BU…`, `GM…`, a postcode or a name).
  case area = "gebied"
  /// A list of words separated by `,` or `|`.
  case list = "lijst"
  /// Free text that is never read.
  case freeText = "vrije tekst"
}

/// A column of a layout.
public struct LayoutColumn: Hashable, Sendable {
  /// The own name, used in findings.
  public let name: String
  /// How its cells are read.
  public let type: CellType
  /// Whether the file is refused without it; columns with the same `requiredGroup` replace each other.
  public let isRequired: Bool
  /// A name shared by columns of which one suffices; empty when the column stands alone.
  public let requiredGroup: String
  /// Other accepted header names, as written; the own name is accepted always.
  public let aliases: [String]
  /// Which occurrence of a repeated header name it is (1 for the first); 0 when names are unique.
  public let occurrence: Int

  /// Makes a column.
  public init(
    name: String, type: CellType, isRequired: Bool, requiredGroup: String, aliases: [String],
    occurrence: Int
  ) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.requiredGroup = requiredGroup
    self.aliases = aliases
    self.occurrence = occurrence
  }
}

/// How the columns of a file of a kind are called.
public struct SourceLayout: Hashable, Sendable {
  /// The kind of input, such as `praktijklijst`.
  public let kind: String
  /// The id, such as `eigen` or `cbs-83502ned`.
  public let id: String
  /// Whether decimals are written with a point (publishers) instead of a comma.
  public let hasDecimalPoint: Bool
  /// The text for captions (`CBS, Kerncijfers per postcode`); empty for own layouts.
  public let sourceName: String
  /// The columns.
  public let columns: [LayoutColumn]
  /// Whether further columns are figures named by indicators or `kosten_…` (wide layouts).
  public let hasIndicatorColumns: Bool

  /// Makes a layout.
  public init(
    kind: String, id: String, hasDecimalPoint: Bool, sourceName: String, columns: [LayoutColumn],
    hasIndicatorColumns: Bool
  ) {
    self.kind = kind
    self.id = id
    self.hasDecimalPoint = hasDecimalPoint
    self.sourceName = sourceName
    self.columns = columns
    self.hasIndicatorColumns = hasIndicatorColumns
  }
}

/// A target group of activities.
public struct TargetGroup: Hashable, Sendable {
  /// The id.
  public let id: String
  /// The Dutch name.
  public let name: String
  /// Other names.
  public let aliases: [String]

  /// Makes a target group.
  public init(id: String, name: String, aliases: [String]) {
    self.id = id
    self.name = name
    self.aliases = aliases
  }
}

/// A kind of costs in t220: the columns of the Vektis files that it sums.
public struct CostKind: Hashable, Sendable {
  /// The Dutch name, the column `kostensoort`.
  public let name: String
  /// Full names of the columns that it sums.
  public let columns: [String]

  /// Makes a kind of costs.
  public init(name: String, columns: [String]) {
    self.name = name
    self.columns = columns
  }
}

/// How grave a finding is.
public enum Severity: String, Sendable, Hashable, CaseIterable {
  /// A record or file could not be used.
  case error = "fout"
  /// Used, but look at it.
  case warning = "waarschuwing"
  /// Good to know.
  case info
}

/// A finding or error of the catalogue.
public struct Message: Hashable, Sendable {
  /// The code, such as `E311`.
  public let code: FindingCode
  /// How grave it is.
  public let severity: Severity
  /// A few words.
  public let title: String
  /// The Dutch sentence, with slots such as `{kolom}`.
  public let text: String
  /// What to do; may be empty.
  public let advice: String

  /// Makes a message.
  public init(
    code: FindingCode, severity: Severity, title: String, text: String, advice: String
  ) {
    self.code = code
    self.severity = severity
    self.title = title
    self.text = text
    self.advice = advice
  }
}

/// The Dutch sentences of all codes.
public struct MessageCatalog: Sendable {
  /// The messages by code.
  public let messages: [FindingCode: Message]

  /// Makes a catalogue.
  public init(_ messages: [Message]) {
    self.messages = Dictionary(messages.map { ($0.code, $0) }) { first, _ in first }
  }

  /// How grave a finding is; an unknown code is an error.
  public func severity(of code: FindingCode) -> Severity { messages[code]?.severity ?? .error }
}
