/// The category of a patient in a practice list (NHG table 5).
public enum PatientCategory: UInt8, Sendable, Hashable {
  /// V, enrolled by name (vast).
  case regular = 0
  /// T, temporary (tijdelijk).
  case temporary = 1
  /// P, passer-by (passant).
  case passerby = 2
  /// Not one of these; the row goes to its own step of the waterfall.
  case unknown = 3
}

/// Codes that stand for "no value" in the columns of ``PatientColumns`` and ``EpisodeColumns``.
public enum ColumnCode {
  /// No date in the cell.
  public static let noDate = Int32.min
  /// Age unknown.
  public static let ageUnknown: UInt8 = 255
  /// Born after the reference date.
  public static let bornLater: UInt8 = 254
  /// Postcode unknown, refused or blank.
  public static let postcodeUnknown: UInt16 = 0
  /// A foreign postcode.
  public static let postcodeForeign: UInt16 = 1
  /// No usable AGB code.
  public static let noPractice: UInt32 = 0
}

/// The rows of one practice-list file that were accepted, as columns of integers.
///
/// All arrays have one element per accepted row, in file order. Rows of persons exist only here and
/// in the aggregation, in memory, never as text.
public struct PatientColumns: Sendable {
  /// The file as findings name it.
  public var file: String
  /// Rows below the header that are records (see layouts.md, `records`).
  public var recordsRead = 0
  /// Rows that were left out because of a finding.
  public var recordsRejected = 0
  /// The patient number inside the practice.
  public var keys: [PersonKey] = []
  /// The key across practices; empty when the file has no `pseudoniem`, otherwise one per row.
  public var pseudonyms: [PersonKey?] = []
  /// AGB numbers; ``ColumnCode/noPractice`` when blank or refused.
  public var practices: [UInt32] = []
  /// Age in whole years at the reference date, or a code of ``ColumnCode``.
  public var ages: [UInt8] = []
  /// Recorded sex.
  public var sexes: [RecordedSex] = []
  /// PC4 number, or a code of ``ColumnCode``.
  public var postcodes: [UInt16] = []
  /// Day numbers; ``ColumnCode/noDate`` when there is none (then enrolled since ever).
  public var enrolledFrom: [Int32] = []
  /// Day numbers; ``ColumnCode/noDate`` when there is none (then still enrolled).
  public var enrolledUntil: [Int32] = []
  /// Day numbers of death; ``ColumnCode/noDate`` when there is none.
  public var deceased: [Int32] = []
  /// Categories.
  public var categories: [PatientCategory] = []
  /// A hash of all cells that were read of the row, to tell equal rows from contradicting ones.
  public var contents: [UInt64] = []
  /// A hash of birth date, sex and full postcode; empty unless possible double registrations are
  /// searched; 0 where one of the three is missing.
  public var doubleKeys: [UInt64] = []
  /// Physical line numbers.
  public var lines: [UInt32] = []
  /// Names of practices by AGB number, when the file gives them.
  public var practiceNames: [UInt32: String] = [:]
  /// When the file has no AGB column: the practice is the file, known by this key.
  public var isOnePractice = false

  /// Makes empty columns of a file.
  public init(file: String) { self.file = file }
}

/// Accepted episodes of one file, as columns of integers; one element per code.
public struct EpisodeColumns: Sendable {
  /// The file as findings name it.
  public var file: String
  /// Rows below the header that are records.
  public var recordsRead = 0
  /// Rows that were left out because of a finding.
  public var recordsRejected = 0
  /// The patient number inside the practice.
  public var keys: [PersonKey] = []
  /// AGB numbers; ``ColumnCode/noPractice`` when the file has none.
  public var practices: [UInt32] = []
  /// Packed ICPC codes.
  public var codes: [UInt32] = []
  /// First days; ``ColumnCode/noDate`` when unknown.
  public var begins: [Int32] = []
  /// Last days; ``ColumnCode/noDate`` when still open.
  public var ends: [Int32] = []
  /// Physical line numbers.
  public var lines: [UInt32] = []
  /// Whether the file is a practice list in the wide form, of which every row has its own patient.
  public var isWideForm = false

  /// Makes empty columns of a file.
  public init(file: String) { self.file = file }
}

/// The chain-care programmes of the reports; raw values are the column `groep`.
public enum CareProgram: String, Sendable, Hashable, CaseIterable {
  /// Asthma.
  case asthma = "Astma"
  /// COPD.
  case copd = "COPD"
  /// Diabetes mellitus type 2.
  case diabetes = "Diabetes"
  /// Cardiovascular risk management.
  case cvrm = "CVRM"
  /// Anxiety and mood disorders.
  case anxietyAndMood = "Angst en stemming"
}

/// Whether somebody takes part in a programme.
public enum Participation: UInt8, Sendable, Hashable {
  /// No.
  case no = 0
  /// Yes.
  case yes = 1
  /// Unknown.
  case unknown = 2
}

/// Who leads the treatment.
public enum MainProvider: UInt8, Sendable, Hashable {
  /// The general practitioner.
  case generalPractitioner = 0
  /// A medical specialist.
  case specialist = 1
  /// Not recorded.
  case unknown = 2
}

/// Accepted rows of one chain-care file; one element per patient and programme.
public struct CareProgramColumns: Sendable {
  /// The file as findings name it.
  public var file: String
  /// Rows below the header that are records.
  public var recordsRead = 0
  /// Rows that were left out because of a finding.
  public var recordsRejected = 0
  /// The patient number inside the practice.
  public var keys: [PersonKey] = []
  /// AGB numbers; ``ColumnCode/noPractice`` when the file has none.
  public var practices: [UInt32] = []
  /// Programmes.
  public var programs: [CareProgram] = []
  /// Participation.
  public var participations: [Participation] = []
  /// Who leads the treatment.
  public var mainProviders: [MainProvider] = []
  /// First days; ``ColumnCode/noDate`` when unknown.
  public var begins: [Int32] = []
  /// Last days; ``ColumnCode/noDate`` when still open.
  public var ends: [Int32] = []
  /// Physical line numbers.
  public var lines: [UInt32] = []

  /// Makes empty columns of a file.
  public init(file: String) { self.file = file }
}
