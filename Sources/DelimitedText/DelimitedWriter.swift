/// Writes delimited text with the quoting of RFC 4180, safe to open in a spreadsheet.
///
/// A text cell whose first non-blank sign could start a formula gets an apostrophe in front and
/// quotes (OWASP, CSV injection); a number never does. Blanks at the ends of a text are kept by
/// quotes, and a record of one empty cell is written as `""`, because a blank line is no record.
public struct DelimitedWriter: Sendable {
  /// For whom the file is.
  public enum Form: Hashable, Sendable {
    /// For programs: UTF-8 without byte-order mark, `,` between cells, LF after each record.
    case machine
    /// For Dutch Excel: UTF-8 with byte-order mark, `;` between cells, CRLF after each record.
    case dutch
  }

  /// What stands in a cell.
  public enum Cell: Hashable, Sendable {
    /// A text; guarded against being read as a formula.
    case text(String)
    /// A number as it is to be written, decimal sign included; never guarded.
    case number(String)
    /// Nothing.
    case empty
  }

  /// The file so far, as UTF-8.
  public private(set) var bytes: [UInt8]
  private let delimiter: UInt8
  private let lineEnd: [UInt8]

  /// Starts a file.
  public init(_ form: Form) {
    switch form {
    case .machine:
      self.init(delimiter: 0x2C, lineEnd: [10], mark: [])
    case .dutch:
      self.init(delimiter: 0x3B, lineEnd: [13, 10], mark: [0xEF, 0xBB, 0xBF])
    }
  }

  init(delimiter: UInt8, lineEnd: [UInt8], mark: [UInt8]) {
    self.delimiter = delimiter
    self.lineEnd = lineEnd
    bytes = mark
  }

  /// Adds a record; one without cells adds nothing.
  public mutating func append(_ record: [Cell]) {
    if record.isEmpty { return }
    let start = bytes.count
    for (index, cell) in record.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      switch cell {
      case .text(let text): append(text: text)
      case .number(let digits): append(digits.utf8, isQuoted: needsQuotes(digits.utf8))
      case .empty: break
      }
    }
    if bytes.count == start { bytes += [0x22, 0x22] }
    bytes += lineEnd
  }

  /// Adds a record of texts, such as a header.
  public mutating func append(texts: [String]) { append(texts.map(Cell.text)) }

  private mutating func append(text: String) {
    if Self.isFormula(text) {
      append(("'" + text).utf8, isQuoted: true)
    } else {
      append(text.utf8, isQuoted: needsQuotes(text.utf8))
    }
  }

  private mutating func append(_ text: String.UTF8View, isQuoted: Bool) {
    guard isQuoted else {
      bytes += text
      return
    }
    bytes.append(0x22)
    for byte in text {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  private func needsQuotes(_ text: String.UTF8View) -> Bool {
    if Self.isBlank(text.first) || Self.isBlank(text.last) { return true }
    return text.contains { $0 == delimiter || $0 == 0x22 || $0 == 10 || $0 == 13 }
  }

  private static func isBlank(_ byte: UInt8?) -> Bool { byte == 32 || byte == 9 }

  // Blanks are what a spreadsheet may drop before it looks: space, no-break space and line feed.
  private static func isFormula(_ text: String) -> Bool {
    let first = text.unicodeScalars.first { $0 != " " && $0 != "\u{A0}" && $0 != "\n" }
    switch first {
    case "=", "+", "-", "@", "\t", "\r": return true
    default: return false
    }
  }
}
