import WijkModel

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

/// What the figures of a column of a published layout are about.
public enum ColumnMeaning: Hashable, Sendable {
  /// Inhabitants of an age band (nil: all ages) and sex (nil: both).
  case inhabitants(band: AgeBand?, sex: Sex?)
  /// The characteristic with this id in `indicatoren.csv`.
  case indicator(String)
  /// Households in the area, the weight of a SES score.
  case households
  /// Costs; the own name of the column is the kind.
  case costs
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
  /// What its figures are about; nil when the kind of input and the own name say it already.
  public let meaning: ColumnMeaning?
  /// Where the names come from.
  public let source: String
  /// The own name and the aliases after ``HeaderName/normalized(_:)``, own name first.
  ///
  /// An empty name stands for a header without a name (the alias `(leeg)`).
  public let normalizedNames: [String]

  /// The word for a header without a name in the list of aliases.
  static let blank = "(leeg)"

  /// Makes a column.
  public init(
    name: String, type: CellType, isRequired: Bool, requiredGroup: String, aliases: [String],
    occurrence: Int, meaning: ColumnMeaning? = nil, source: String = ""
  ) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.requiredGroup = requiredGroup
    self.aliases = aliases
    self.occurrence = occurrence
    self.meaning = meaning
    self.source = source
    self.normalizedNames = ([name] + aliases).map {
      $0 == Self.blank ? "" : HeaderName.normalized($0)
    }
  }
}

/// How the columns of a file of a kind are called.
public struct SourceLayout: Hashable, Sendable {
  /// Which columns besides the named ones are figures.
  public enum FurtherColumns: String, Hashable, Sendable, CaseIterable {
    /// None: an unknown column is ignored (W202).
    case none = "geen"
    /// Columns whose header is the name, key or alias of an indicator.
    case indicators = "indicatoren"
    /// Columns whose header starts with `kosten_`.
    case costs = "kosten"
  }
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
  public var hasIndicatorColumns: Bool { furtherColumns != .none }
  /// Which columns besides the named ones are figures.
  public let furtherColumns: FurtherColumns
  /// The first cell of a record with units below the header, compared after
  /// ``HeaderName/normalized(_:)``; empty when there is no such record.
  public let unitsRecordMark: String

  /// Makes a layout.
  public init(
    kind: String, id: String, hasDecimalPoint: Bool, sourceName: String, columns: [LayoutColumn],
    furtherColumns: FurtherColumns = .none, unitsRecordMark: String = ""
  ) {
    self.kind = kind
    self.id = id
    self.hasDecimalPoint = hasDecimalPoint
    self.sourceName = sourceName
    self.columns = columns
    self.furtherColumns = furtherColumns
    self.unitsRecordMark = unitsRecordMark
  }

  /// The column with an own name, or nil.
  public func column(named name: String) -> LayoutColumn? { columns.first { $0.name == name } }
}
