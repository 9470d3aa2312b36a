import DelimitedText
import WijkModel

/// The rows of all definition files, before they get a meaning.
struct DefinitionTables {
  /// The rows by file, shipped rows before added ones.
  private(set) var rows: [DefinitionFile: [DefinitionRow]] = [:]
  /// SHA-256 over names and bytes of the files, in hexadecimal digits.
  private(set) var hash = ""

  private var fingerprint: [UInt8] = []
  /// The kinds of input whose layouts are wanted; nil for all.
  private let kinds: Set<String>?

  /// Reads the files of a folder and further files.
  init(
    folder: String, files: [DefinitionFile] = DefinitionFile.allCases, additional: [String] = [],
    kinds: Set<String>? = nil, _ problems: inout DefinitionProblems
  ) {
    self.kinds = kinds
    for file in files {
      add(path: folder + "/" + file.rawValue, as: file, &problems)
    }
    for path in additional.sorted(by: { Self.order($0) < Self.order($1) }) {
      add(path: path, as: nil, &problems)
    }
    hash = SHA256.hexDigest(fingerprint)
  }

  private static func order(_ path: String) -> (String, String) { (name(of: path), path) }

  private static func name(of path: String) -> String {
    String(path.split(separator: "/").last ?? Substring(path))
  }

  private mutating func add(
    path: String, as expected: DefinitionFile?, _ problems: inout DefinitionProblems
  ) {
    let name = Self.name(of: path)
    guard let content = DefinitionText(path: path, name: name, &problems) else { return }
    fingerprint += Array(name.utf8) + [0] + Array(content.sha256.utf8) + [10]
    guard let first = content.records.first else {
      problems.add(name, nil, "het bestand heeft geen kopregel")
      return
    }
    let header = first.cells.map(\.trimmed)
    guard let file = expected ?? DefinitionFile.kind(fileName: name, header: header) else {
      problems.add(
        name, first.line,
        "de kopregel hoort bij geen van de definitiebestanden: noem het bestand"
          + " zoals het bestand waar de rijen bij horen")
      return
    }
    check(header: header, of: file, name: name, line: first.line, &problems)
    let kind = kinds == nil ? nil : header.firstIndex(of: "soort")
    for record in content.records.dropFirst() {
      if let kinds, let kind, record.cells.indices.contains(kind),
        !kinds.contains(record.cells[kind].trimmed)
      {
        continue
      }
      let cells = record.cells.map(\.trimmed)
      guard cells.count == header.count else {
        problems.add(
          name, record.line, "de rij heeft \(cells.count) kolommen, de kopregel \(header.count)")
        continue
      }
      let row = DefinitionRow(file: name, line: record.line, header: header, cells: cells)
      checkSource(row, &problems)
      rows[file, default: []].append(row)
    }
  }

  private func check(
    header: [String], of file: DefinitionFile, name: String, line: Int,
    _ problems: inout DefinitionProblems
  ) {
    let known = file.columns
    for column in known where !header.contains(column) {
      problems.add(name, line, "kolom \(column) ontbreekt")
    }
    for column in header where !known.contains(column) {
      problems.add(
        name, line,
        "kolom \(column) is onbekend (kies uit: \(known.joined(separator: ", ")))")
    }
    if Set(header).count < header.count { problems.add(name, line, "een kolom staat er twee keer") }
  }

  private func checkSource(_ row: DefinitionRow, _ problems: inout DefinitionProblems) {
    if row["bron"].isEmpty { problems.add(row, "bron ontbreekt") }
    if row["geldig_vanaf"].isEmpty {
      problems.add(row, "geldig_vanaf ontbreekt")
    } else if CalendarDate(iso: row["geldig_vanaf"]) == nil {
      problems.add(row, "geldig_vanaf is geen datum (jjjj-mm-dd): \"\(row["geldig_vanaf"])\"")
    }
  }
}
