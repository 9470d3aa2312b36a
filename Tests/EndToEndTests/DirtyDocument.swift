import Foundation

/// One input file of the region of a dirty case: records and what is done to them as bytes.
struct DirtyDocument {
  var head: [String]
  var rows: [[String]]
  private var delimiter = ";"
  private var lineEnds = ["\n"]
  private var encoding = "utf-8"
  private var prefix = ""
  private var suffix = ""
  private var raw: String?
  private var rawCells: [[Int]: String] = [:]
  private var lines: [(place: Int, text: String)] = []
  private var endsWithDelimiter = false
  private var hasBlankLines = false
  private var isMixed = false

  init(_ head: String, _ rows: [[String]]) {
    self.head = head.split(separator: ";").map(String.init)
    self.rows = rows
  }

  func column(_ name: String) -> Int { head.firstIndex(of: name) ?? 0 }

  /// Does the operations of a recipe, in order.
  mutating func apply(_ operations: [[Any]]) {
    for operation in operations {
      func text(_ index: Int) -> String { operation[index] as? String ?? "" }
      func number(_ index: Int) -> Int { operation[index] as? Int ?? 0 }
      switch text(0) {
      case "prefix": prefix = text(1)
      case "suffix": suffix = text(1)
      case "eol": lineEnds = text(1) == "mixed" ? ["\r\n", "\n", "\r"] : [text(1)]
      case "encode": encoding = text(1)
      case "delim": delimiter = text(1)
      case "raw": raw = text(1)
      case "norows": rows = []
      case "mixed": isMixed = true
      case "blank": hasBlankLines = true
      case "trailing": endsWithDelimiter = true
      case "set": rows[number(1) - 1][column(text(2))] = text(3)
      case "rawcell": rawCells[[number(1), column(text(2))]] = text(3)
      case "header": head[column(text(1))] = text(2)
      case "add":
        head.append(text(1))
        for row in rows.indices { rows[row].append(text(2)) }
      case "drop":
        let place = column(text(1))
        head.remove(at: place)
        for row in rows.indices { rows[row].remove(at: place) }
      case "emptyrows":
        let blank = String(repeating: delimiter, count: head.count - 1)
        for _ in 0..<number(1) { lines.append((0, blank)) }
      case "headeragain": lines.append((number(1), head.joined(separator: delimiter)))
      case "line": lines.append((number(1), text(2)))
      case "again":
        var row = rows[number(1) - 1]
        for (name, value) in operation[2] as? [String: String] ?? [:] { row[column(name)] = value }
        rows.append(row)
      case "ids":
        let numbers = DirtyNumbers.make(text(1), rows.count)
        for row in rows.indices { rows[row][0] = numbers[row] }
      case "serials":
        let place = column("geboortedatum")
        for row in rows.indices {
          rows[row][place] =
            row >= 120 ? "43831" : rows[row][place].hasSuffix("1994") ? "34500" : "27195"
        }
      default: preconditionFailure("unknown operation \(text(0))")
      }
    }
  }

  /// The file.
  var bytes: Data {
    if let raw { return Data(raw.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }) }
    var out = [head.map(quoted).joined(separator: delimiter)]
    for (index, row) in rows.enumerated() {
      out.append(
        row.enumerated().map { rawCells[[index + 1, $0.offset]] ?? quoted($0.element) }
          .joined(separator: delimiter))
    }
    for (place, text) in lines { out.insert(text, at: 1 + place) }
    if endsWithDelimiter { out = out.map { $0 + delimiter } }
    if hasBlankLines { out = [out[0], ""] + out[1...] + [""] }
    if isMixed {
      return out.enumerated().reduce(into: Data()) { data, line in
        let text = line.element + "\n"
        data += text.data(using: line.offset % 2 == 1 ? .isoLatin1 : .utf8) ?? Data()
      }
    }
    var text = prefix
    for (index, line) in out.enumerated() { text += line + lineEnds[index % lineEnds.count] }
    return encoded(text + suffix)
  }

  private func encoded(_ text: String) -> Data {
    switch encoding {
    case "cp1252": text.data(using: .windowsCP1252) ?? Data()
    case "utf-16": Data([0xFF, 0xFE]) + (text.data(using: .utf16LittleEndian) ?? Data())
    default: Data(text.utf8)
    }
  }

  private func quoted(_ cell: String) -> String {
    let needsQuotes = cell.unicodeScalars.contains {
      delimiter.unicodeScalars.contains($0) || "\"\r\n".unicodeScalars.contains($0)
    }
    return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }
}

/// Made-up numbers in the place of patient numbers.
enum DirtyNumbers {
  /// `bsn9`: nine digits that pass the eleven-test; `plain9`: nine digits that do not.
  static func make(_ kind: String, _ count: Int) -> [String] {
    var numbers: [String] = []
    var stem = kind == "bsn9" ? 10_000_001 : 100_000_000
    while numbers.count < count {
      if kind == "bsn9" {
        let digits = String(stem).compactMap(\.wholeNumberValue)
        let check = zip(digits, [9, 8, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 } % 11
        if check < 10 { numbers.append("\(stem)\(check)") }
        stem += 104_729
      } else {
        if !passes(stem) { numbers.append(String(stem)) }
        stem += 7919
      }
    }
    return numbers
  }

  private static func passes(_ number: Int) -> Bool {
    let digits = String(number).compactMap(\.wholeNumberValue)
    return zip(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 0
  }
}
