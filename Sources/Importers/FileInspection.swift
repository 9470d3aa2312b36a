import Definitions
import DelimitedText
import WijkModel

/// What the reader sees of a file, for the command `inspecteer`.
///
/// Values of persons are never in it: of the kinds with a row per person, and of files that are not
/// recognized, every filled cell is ``mask``, and headers are given only when at least half of the
/// required columns of some layout were found, because otherwise the first line may be a person.
public struct FileInspection: Sendable {
  /// Why the encoding is what it is.
  public enum EncodingReason: String, Sendable, Hashable {
    /// A byte-order mark names it.
    case byteOrderMark
    /// The request names it.
    case requested
    /// The whole file is valid UTF-8.
    case validUTF8
    /// The file is not UTF-8, and all its bytes exist in Windows-1252.
    case notUTF8
  }

  /// What happens to a column of the file.
  public enum ColumnUse: String, Sendable, Hashable {
    /// Read under its own name.
    case read
    /// Read, known by another name (W201).
    case alias
    /// Read as a figure: an indicator or a kind of costs.
    case figure
    /// Never read: a person's data or free text (P401).
    case personal
    /// Not read: the layout does not know it (W202).
    case unknown
    /// Not read: it has no name (W204).
    case blank
  }

  /// A column of the file.
  public struct Column: Sendable, Hashable {
    /// The header as it stands, in one line.
    public let header: String
    /// The own name in the layout; empty when it is not read.
    public let column: String
    /// What happens to it.
    public let use: ColumnUse
  }

  /// A layout that the file might have.
  public struct Candidate: Sendable, Hashable {
    /// The kind of input.
    public let kind: String
    /// The id of the layout.
    public let layout: String
    /// How many required columns were found.
    public let found: Int
    /// How many columns are required.
    public let required: Int
    /// The own names of the missing columns.
    public let missing: [String]

    /// Whether nothing is missing.
    public var isComplete: Bool { missing.isEmpty }
  }

  /// What stands in the place of a value that is not shown.
  public static let mask = "\u{2022}\u{2022}\u{2022}"
  /// The number of rows that are shown.
  public static let rowCount = 5

  /// The file as messages name it.
  public let file: String
  /// Size in bytes.
  public let size: Int
  /// The encoding.
  public let encoding: TextEncoding
  /// Why.
  public let encodingReason: EncodingReason
  /// The delimiter under which most columns were recognized; nil when none was.
  public let delimiter: UInt8?
  /// Whether a `sep=` line names the delimiter.
  public let isDelimiterDeclared: Bool
  /// Records above the header; 0 without a header.
  public let titleRecords: Int
  /// The physical line of the header; nil when none was found.
  public let headerLine: Int?
  /// The layouts of which at least half of the required columns was found, the best first.
  public let candidates: [Candidate]
  /// The columns in the order of the file; empty when no header was found.
  public let columns: [Column]
  /// The first rows below the header, with ``mask`` in the place of what is not shown.
  public let rows: [[String]]

  /// Looks at a file.
  ///
  /// - Parameters:
  ///   - request: The file; an empty `kind` tries all kinds.
  ///   - definitions: The layouts in force.
  /// - Throws: ``RefusedFile`` when the file is no delimited text at all.
  public init(_ request: ImportRequest, definitions: DefinitionSet) throws(RefusedFile) {
    let log = FileLog(file: request.name, kind: request.kind)
    do throws(DelimitedTextError) {
      try self.init(scanning: request, definitions)
    } catch { throw log.refusal(error) }
  }

  private init(
    scanning request: ImportRequest, _ definitions: DefinitionSet
  ) throws(DelimitedTextError) {
    let scan = try ScannedFile.scan(
      path: request.path, name: request.name, encoding: request.encoding)
    file = request.name
    size = scan.size
    encoding = scan.encoding
    encodingReason = Self.reason(scan, request)
    isDelimiterDeclared = scan.declaredDelimiter != nil
    let needed = definitions.limits["kopregel_aandeel"] ?? 0.5
    let found = try Self.found(request, scan, definitions).filter { $0.found.match.share >= needed }
    candidates = found.map { Self.candidate($0.found.match) }
    guard let best = found.first else {
      (delimiter, titleRecords, headerLine, columns, rows) = (nil, 0, nil, [], [])
      return
    }
    let match = best.found.match
    delimiter = best.found.delimiter
    titleRecords = match.header.record
    headerLine = Int(best.found.head.lines[match.header.record])
    columns = Self.columns(of: match, kind: best.kind, definitions)
    let hidesAll = !match.isComplete || found.contains { Self.isAboutPersons($0) }
    rows = Self.rows(
      best.found, hidden: columns.map { hidesAll || Self.isHidden($0, definitions) })
  }

  /// Whether the cells of a column are not shown: personal ones, ones without a name, and ones that
  /// are not read and would be personal in a list of persons (a remark, a name).
  private static func isHidden(_ column: Column, _ definitions: DefinitionSet) -> Bool {
    switch column.use {
    case .personal, .blank: true
    case .unknown: definitions.isPersonal(column.header, in: "praktijklijst")
    case .read, .alias, .figure: false
    }
  }

  private static func reason(_ scan: ScannedFile, _ request: ImportRequest) -> EncodingReason {
    if scan.hasByteOrderMark { return .byteOrderMark }
    if request.encoding != nil { return .requested }
    return scan.encoding == .windows1252 ? .notUTF8 : .validUTF8
  }

  /// The best match of every kind, the best first.
  private static func found(
    _ request: ImportRequest, _ scan: ScannedFile, _ definitions: DefinitionSet
  ) throws(DelimitedTextError) -> [(kind: String, found: LayoutRecognition.Found)] {
    var kinds: [String] = []
    for layout in definitions.layouts where !kinds.contains(layout.kind) {
      if request.kind.isEmpty || layout.kind == request.kind { kinds.append(layout.kind) }
    }
    var result: [(kind: String, found: LayoutRecognition.Found)] = []
    for kind in kinds {
      let recognition = LayoutRecognition(
        request, kind: kind, file: scan, definitions: definitions)
      guard let found = try recognition.best() else { continue }
      // Insertion keeps the order of the definitions among equals.
      let place =
        result.firstIndex { found.match.isBetter(than: $0.found.match) } ?? result.count
      result.insert((kind, found), at: place)
    }
    return result
  }

  /// Whether a kind has a row per person and the file has a column with their keys.
  private static func isAboutPersons(
    _ found: (kind: String, found: LayoutRecognition.Found)
  ) -> Bool {
    personKinds.contains(found.kind)
      && found.found.match.columns.contains { $0.column.type == .key }
  }

  private static func candidate(_ match: HeaderMatch) -> Candidate {
    Candidate(
      kind: match.layout.kind, layout: match.layout.id,
      found: match.requiredCount - match.missing.count, required: match.requiredCount,
      missing: match.missing.map(\.name))
  }

  private static func columns(
    of match: HeaderMatch, kind: String, _ definitions: DefinitionSet
  ) -> [Column] {
    match.header.names.enumerated().map { field, name in
      let header = name.oneLine
      if let bound = match.columns.first(where: { $0.field == field }) {
        let isRead = bound.column.type != .freeText
        return Column(
          header: header, column: isRead ? bound.column.name : "",
          use: isRead ? (bound.isAlias ? .alias : .read) : .personal)
      }
      let use: ColumnUse =
        definitions.isPersonal(name, in: kind)
        ? .personal
        : match.layout.hasIndicatorColumns ? .figure : header.isEmpty ? .blank : .unknown
      return Column(header: header, column: "", use: use)
    }
  }

  private static func rows(_ found: LayoutRecognition.Found, hidden: [Bool]) -> [[String]] {
    let first = found.match.header.record + found.match.header.recordCount
    let head = found.head
    return (first..<max(first, min(head.count, first + rowCount))).map { record in
      (0..<head.width(of: record)).map { field in
        let text = head.text(field, in: record)
        let isHidden = field >= hidden.count || hidden[field]
        return isHidden && !text.isEmpty ? mask : text
      }
    }
  }
}
