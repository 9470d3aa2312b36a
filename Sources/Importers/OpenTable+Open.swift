import Definitions
import DelimitedText
import WijkModel

extension SourceImporter {
  /// Scans a file, recognizes its layout and binds its columns.
  ///
  /// Notes W103 (encoding), W110 (titles), W201 (other names, in own layouts), P401 (personal columns).
  ///
  /// - Throws: ``RefusedFile`` with E1xx when it is no such text, E201…E203 for its columns.
  func openTable(_ request: ImportRequest, log: inout FileLog) throws(RefusedFile) -> OpenTable {
    let file = try scan(request, log: &log)
    let recognition = LayoutRecognition(
      request, kind: request.kind, file: file, definitions: definitions)
    let found: LayoutRecognition.Found?
    do { found = try recognition.best() } catch { throw log.refusal(error) }
    guard let found else { throw log.refusalWithoutHeader() }
    log.record.delimiter = String(UnicodeScalar(found.delimiter))
    try check(found.match, log: &log)
    log.record.layout = found.match.layout.id
    let table = OpenTable(
      found, file: file, request: request, definitions: definitions)
    note(found, table, log: &log)
    return table
  }

  private func scan(
    _ request: ImportRequest, log: inout FileLog
  ) throws(RefusedFile) -> ScannedFile {
    let file: ScannedFile
    do {
      file = try ScannedFile.scan(
        path: request.path, name: request.name, encoding: request.encoding,
        takesHash: request.takesHash)
    } catch { throw log.refusal(error) }
    log.record.encoding = file.encoding.rawValue
    log.record.sha256 = file.sha256
    log.record.size = file.size
    if file.encoding == .windows1252, request.encoding == nil { log.add("W103") }
    return file
  }

  /// Refuses a header that lacks a required column or has one twice.
  private func check(_ match: HeaderMatch, log: inout FileLog) throws(RefusedFile) {
    guard match.isComplete else { throw refusal(of: match, log: &log) }
    if let column = match.repeated.first {
      throw log.refusal("E202", column: column.name, facts: ["kop": names(of: column, match)])
    }
    if let column = match.ambiguous.first {
      throw log.refusal("E203", column: column.name, facts: ["kop": names(of: column, match)])
    }
  }

  /// The names under which a column stands in the file.
  private func names(of column: LayoutColumn, _ match: HeaderMatch) -> String {
    match.header.names.filter { column.normalizedNames.contains(HeaderName.normalized($0)) }
      .map(\.oneLine).joined(separator: ", ")
  }

  /// E201 for every missing column; the names of the file only when it is surely a header.
  private func refusal(of match: HeaderMatch, log: inout FileLog) -> RefusedFile {
    let needed = definitions.limits["kopregel_aandeel"] ?? 0.5
    guard match.share >= needed, let first = match.missing.first else {
      return log.refusalWithoutHeader()
    }
    let present = match.header.names.map(\.oneLine).filter { !$0.isEmpty }
      .joined(separator: ", ")
    func facts(_ column: LayoutColumn) -> [String: String] {
      let group = match.layout.columns.filter {
        !column.requiredGroup.isEmpty && $0.requiredGroup == column.requiredGroup
      }
      let accepted = (group.isEmpty ? [column] : group).flatMap { [$0.name] + $0.aliases }
      return ["namen": accepted.joined(separator: ", "), "kolommen": present]
    }
    for column in match.missing.dropFirst() {
      log.add("E201", column: column.name, facts: facts(column))
    }
    return log.refusal("E201", column: first.name, facts: facts(first))
  }

  private func note(_ found: LayoutRecognition.Found, _ table: OpenTable, log: inout FileLog) {
    let match = found.match
    if match.header.record > 0 {
      log.add("W110", line: Int(found.head.lines[0]), count: match.header.record)
    }
    // A publisher's file has the publisher's names: nothing in it was renamed, and a finding for each
    // column would hide the findings that somebody must act on.
    let isOwn = match.layout.id.hasPrefix("eigen")
    for bound in match.columns where isOwn && bound.isAlias {
      log.add(
        "W201", line: table.headerLine, column: bound.column.name,
        facts: ["kop": match.header.names[bound.field].oneLine])
    }
    for header in table.personalHeaders { log.add("P401", column: header) }
  }
}

extension FileLog {
  /// The refusal for an error of the reader.
  func refusal(_ error: DelimitedTextError) -> RefusedFile {
    var facts: [String: String] = [:]
    switch error {
    case .notText(_, let kind): facts["gevonden"] = Self.name(ofFileKind: kind)
    case .nul(_, _, let offset): facts["plaats"] = String(offset)
    case .uneven(_, _, let expected, let found):
      facts["verwacht"] = String(expected)
      facts["gevonden"] = String(found)
    case .fieldTooLong(_, _, let limit): facts["grens"] = String(limit)
    default: break
    }
    return refusal(FindingCode(rawValue: error.code), line: error.line, facts: facts)
  }

  /// What a kind of file is called in Dutch.
  private static func name(ofFileKind kind: String) -> String {
    switch kind {
    case "xlsx", "xls", "ods": "een rekenblad (\(kind)), zoals van Excel"
    case "html": "een webpagina (html)"
    case "binary": "een bestand met tekens die geen tekst zijn"
    default: "een bestand van het soort \(kind)"
    }
  }

  /// The refusal of a file without a header: no text of it is told, it may be a person's.
  func refusalWithoutHeader() -> RefusedFile {
    refusal("E201")
  }
}

extension OpenTable {
  /// Binds the columns of a recognized layout.
  init(
    _ found: LayoutRecognition.Found, file: ScannedFile, request: ImportRequest,
    definitions: DefinitionSet
  ) {
    let match = found.match
    let names = match.header.names
    let columns = ColumnBinding(match, kind: request.kind, definitions)
    self.file = file
    kind = request.kind
    layout = match.layout
    delimiter = found.delimiter
    hasDecimalPoint = request.hasDecimalPoint ?? match.layout.hasDecimalPoint
    fields = columns.fields
    extraColumns = columns.extra
    headers = names
    personalHeaders = columns.personal
    skippedRecords = match.header.record + match.header.recordCount
    width = Self.dataWidth(found)
    kept = columns.kept
    headerLine = Int(found.head.lines[match.header.record])
    limits = RowLimits(definitions)
    headerCells = match.columns.filter { $0.column.type != .freeText }
      .map { HeaderCell(field: $0.field, bytes: Array(names[$0.field].trimmedBlanks.utf8)) }
    keyColumns = match.columns.filter { $0.column.type == .key }.map(\.column.name)
  }

  /// The number of fields of the data records: that of the header, or without its blank last names,
  /// or with one empty cell more, when every record ends with a delimiter.
  private static func dataWidth(_ found: LayoutRecognition.Found) -> Int {
    let names = found.match.header.names
    let named = (names.lastIndex { !$0.trimmedBlanks.isEmpty } ?? -1) + 1
    let head = found.head
    var counts: [Int: Int] = [:]
    let first = found.match.header.record + found.match.header.recordCount
    for record in first..<max(first, head.count) {
      let width = head.width(of: record)
      let isTrailing = width == names.count + 1 && head.field(width - 1, in: record).isEmpty
      if (named...max(named, names.count)).contains(width) || isTrailing {
        counts[width, default: 0] += 1
      }
    }
    let usual = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    return usual ?? names.count
  }
}

/// Which fields of a file are read, as what, and which are not.
private struct ColumnBinding {
  var fields: [String: Int] = [:]
  var kept: [Bool]
  var extra: [ExtraColumn] = []
  var personal: [String] = []

  init(_ match: HeaderMatch, kind: String, _ definitions: DefinitionSet) {
    let names = match.header.names
    // One field more than the header has: the empty one behind a last delimiter.
    kept = [Bool](repeating: true, count: names.count + 1)
    var bound: Set<Int> = []
    for column in match.columns {
      bound.insert(column.field)
      if column.column.type == .freeText {
        kept[column.field] = false
        personal.append(names[column.field].oneLine)
      } else {
        fields[column.column.name] = column.field
      }
    }
    for (field, name) in names.enumerated() where !bound.contains(field) {
      if definitions.isPersonal(name, in: kind) {
        kept[field] = false
        personal.append(name.oneLine)
      } else {
        extra.append(ExtraColumn(header: name.oneLine, field: field))
      }
    }
  }
}

extension RowLimits {
  /// The limits in force.
  init(_ definitions: DefinitionSet) {
    if let percent = definitions.limits["kapotte_records_procent"] { share = percent / 100 }
    if let number = definitions.limits["kapotte_records_aantal"] { self.number = Int(number) }
    if let share = definitions.limits["elfproef_aandeel"] { elevenProofShare = share }
    if let number = definitions.limits["elfproef_minimum_aantal"] { elevenProofCells = Int(number) }
  }
}

extension String {
  /// On one line, for findings.
  var oneLine: String {
    split(whereSeparator: \.isNewline).joined(separator: " ").trimmedBlanks
  }

  /// Without blanks and line breaks around it.
  var trimmedBlanks: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
