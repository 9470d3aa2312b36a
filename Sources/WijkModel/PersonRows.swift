/// One accepted row of a practice list.
public struct PatientRow: Sendable {
  /// The patient number inside the practice.
  public var key: PersonKey
  /// Physical line number.
  public var line: UInt32
  /// AGB number, or ``ColumnCode/noPractice``.
  public var practice: UInt32 = ColumnCode.noPractice
  /// PC4 number, or a code of ``ColumnCode``.
  public var postcode: UInt16 = ColumnCode.postcodeUnknown
  /// Age in whole years at the reference date, or a code of ``ColumnCode``.
  public var age: UInt8 = ColumnCode.ageUnknown
  /// Recorded sex.
  public var sex: RecordedSex = .unknown
  /// Category.
  public var category: PatientCategory = .regular
  /// First day of enrolment, or ``ColumnCode/noDate``.
  public var enrolledFrom: Int32 = ColumnCode.noDate
  /// Last day of enrolment, or ``ColumnCode/noDate``.
  public var enrolledUntil: Int32 = ColumnCode.noDate
  /// Day of death, or ``ColumnCode/noDate``.
  public var deceased: Int32 = ColumnCode.noDate
  /// Whether date of birth, sex, postcode and first day have a value and every date has the usual
  /// form `dd-mm-yyyy`; what another counting program reads in the same way.
  public var isPlain = true

  /// Makes a row of which only the key is known.
  public init(key: PersonKey, line: Int) {
    self.key = key
    self.line = UInt32(truncatingIfNeeded: line)
  }
}

/// One code of an accepted row of episodes.
public struct EpisodeRow: Sendable {
  /// The patient number inside the practice.
  public var key: PersonKey
  /// Physical line number.
  public var line: UInt32
  /// AGB number, or ``ColumnCode/noPractice``.
  public var practice: UInt32 = ColumnCode.noPractice
  /// Packed ICPC code.
  public var code: UInt32 = 0
  /// First day, or ``ColumnCode/noDate``.
  public var begin: Int32 = ColumnCode.noDate
  /// Last day, or ``ColumnCode/noDate``.
  public var end: Int32 = ColumnCode.noDate
  /// Whether code and dates have the usual forms and the first day is there.
  public var isPlain = true

  /// Makes a row of which only the key is known.
  public init(key: PersonKey, line: Int) {
    self.key = key
    self.line = UInt32(truncatingIfNeeded: line)
  }
}

extension PatientColumns {
  /// Adds a row; ``pseudonyms``, ``contents`` and ``doubleKeys`` are for the importer to add.
  public mutating func append(_ row: PatientRow) {
    keys.append(row.key)
    lines.append(row.line)
    practices.append(row.practice)
    ages.append(row.age)
    sexes.append(row.sex)
    postcodes.append(row.postcode)
    enrolledFrom.append(row.enrolledFrom)
    enrolledUntil.append(row.enrolledUntil)
    deceased.append(row.deceased)
    categories.append(row.category)
  }
}

extension EpisodeColumns {
  /// Adds one code of a patient.
  public mutating func append(_ row: EpisodeRow) {
    keys.append(row.key)
    practices.append(row.practice)
    codes.append(row.code)
    begins.append(row.begin)
    ends.append(row.end)
    lines.append(row.line)
  }
}
