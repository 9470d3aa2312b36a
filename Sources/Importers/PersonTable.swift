import DelimitedText
import WijkModel

/// A file of persons that is recognized and checked, to be read in parts without keeping its rows.
///
/// For programs that count at once what they read. Parts may be read at the same time; join what
/// was read with ``finish(_:)`` before anything counted is believed.
public struct PersonTable: Sendable {
  /// What reading a part gave.
  public struct PartReading: Sendable {
    fileprivate var visit: RowVisit

    /// Whether the cut behind the part is between two records.
    public var endsBetweenRecords: Bool { visit.endsBetweenRecords }
  }

  private let table: OpenTable
  private let importer: SourceImporter
  private let log: FileLog

  /// Scans a file of kind `praktijklijst` or `episoden` and recognizes its layout.
  ///
  /// - Throws: ``RefusedFile`` as ``SourceImporter/read(_:into:findings:)`` does.
  public init(_ request: ImportRequest, importer: SourceImporter) throws(RefusedFile) {
    var log = FileLog(file: request.name, kind: request.kind)
    table = try importer.openTable(request, log: &log)
    self.importer = importer
    self.log = log
  }

  /// The size of the file in bytes.
  public var size: Int { table.file.size }

  /// Guesses where the file can be cut, see `ScannedFile.parts(_:)`.
  public func parts(_ count: Int) throws(RefusedFile) -> [FilePart] {
    do { return try table.file.parts(count) } catch { throw log.refusal(error) }
  }

  /// Reads the patients of a part of a practice list.
  ///
  /// - Parameters:
  ///   - part: One of ``parts(_:)``.
  ///   - body: Gets every row with a key, in order; an Excel serial of a date is read as the date.
  /// - Returns: What ``finish(_:)`` needs.
  /// - Throws: ``RefusedFile`` for broken quoting or a cut-off last record.
  public func readPatients(
    _ part: FilePart, _ body: (PatientRow) -> Void
  ) throws(RefusedFile) -> PartReading {
    var reader = PracticeListReader(table, importer)
    var log = log
    var visit = RowVisit(table: table)
    try visit.read(part, &log) { row, _ in
      var birth: BirthDate?
      guard let patient = reader.patient(row, &birth) else { return .rejected }
      body(patient)
      return .accepted
    }
    return PartReading(visit: visit)
  }

  /// Reads the episodes of a part of a file, as ``readPatients(_:_:)``; one call per code.
  public func readEpisodes(
    _ part: FilePart, _ body: (EpisodeRow) -> Void
  ) throws(RefusedFile) -> PartReading {
    var reader = EpisodeReader(table)
    var log = log
    var visit = RowVisit(table: table)
    try visit.read(part, &log) { row, _ in
      guard let episode = reader.episode(row) else { return .rejected }
      if episode.code != 0 {
        body(episode)
      } else {
        var episode = episode
        for code in reader.rowCodes {
          episode.code = code.packed
          body(episode)
        }
      }
      return .accepted
    }
    return PartReading(visit: visit)
  }

  /// Judges the file by what all of its parts hold, in order.
  ///
  /// - Throws: ``RefusedFile`` for keys that are burgerservicenummers (P402), too many broken
  ///   records (E108) or none at all (E107).
  public func finish(_ parts: [PartReading]) throws(RefusedFile) -> InputRecord {
    var log = log
    var visit = RowVisit(table: table)
    for part in parts { visit.add(part.visit) }
    try visit.finish(&log)
    return log.record
  }
}
