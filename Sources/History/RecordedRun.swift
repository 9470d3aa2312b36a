import WijkModel

/// An input file of a run, as the state remembers it.
public struct RecordedInput: Hashable, Sendable {
  /// The file as the configuration's folder sees it.
  public let file: String
  /// The kind of input (`praktijklijst`, …).
  public let kind: String
  /// SHA-256 of the bytes, in hexadecimal digits.
  public let sha256: String
  /// Size in bytes.
  public let size: Int
  /// Records below the header.
  public let records: Int
  /// Records that reached the counts.
  public let counted: Int

  /// Makes an input.
  public init(
    file: String, kind: String, sha256: String, size: Int, records: Int, counted: Int
  ) {
    self.file = file
    self.kind = kind
    self.sha256 = sha256
    self.size = size
    self.records = records
    self.counted = counted
  }

  /// What was read of a file.
  public init(_ record: InputRecord) {
    self.init(
      file: record.file, kind: record.kind, sha256: record.sha256, size: record.size,
      records: record.records, counted: record.counted)
  }
}

/// How much of one kind a practice delivered, as the state remembers it; a count, nothing of a person.
public struct RecordedDelivery: Hashable, Sendable {
  /// The kind of input (`praktijklijst`, …).
  public let kind: String
  /// The AGB number of the practice.
  public let practice: UInt32
  /// Accepted rows of the practice, over all files of the kind.
  public let records: Int

  /// Makes a delivery.
  public init(kind: String, practice: UInt32, records: Int) {
    self.kind = kind
    self.practice = practice
    self.records = records
  }
}

/// A run of `rapporteer`, as the state remembers it.
public struct RecordedRun: Hashable, Sendable {
  /// When it began, in seconds since 1970.
  public var startedAt: Int
  /// When it ended, in seconds since 1970.
  public var endedAt: Int
  /// The exit code; 0 is a good run.
  public var exitCode: Int
  /// The version of the program.
  public var programVersion: String
  /// The reference date of the counts.
  public var referenceDate: CalendarDate
  /// SHA-256 over the definitions; empty when they were not read.
  public var definitionsHash: String
  /// The slugs of the wijken that were written; empty for a run that failed.
  public var wijken: [String]
  /// The codes of warnings and errors, sorted.
  public var warnings: [String]
  /// The files that were read, in reading order; empty for a run that failed before.
  public var inputs: [RecordedInput]
  /// What each practice of the configuration delivered, by kind and AGB number; empty for a run that
  /// failed, and for one of a program that did not keep it yet.
  public var deliveries: [RecordedDelivery]

  /// Makes a run.
  public init(
    startedAt: Int, endedAt: Int, exitCode: Int, programVersion: String,
    referenceDate: CalendarDate, definitionsHash: String = "", wijken: [String] = [],
    warnings: [String] = [], inputs: [RecordedInput] = [], deliveries: [RecordedDelivery] = []
  ) {
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.exitCode = exitCode
    self.programVersion = programVersion
    self.referenceDate = referenceDate
    self.definitionsHash = definitionsHash
    self.wijken = wijken
    self.warnings = warnings
    self.inputs = inputs
    self.deliveries = deliveries
  }
}
