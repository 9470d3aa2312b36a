/// Reads delimited text as an outsider would: nothing is known of how it was written.
///
/// Quotes are those of RFC 4180; the separator is `;` when the first line has more of them than commas.
/// It shares nothing with the writer, so that a fault of the writer shows.
enum PublishedCSV {
  /// The records of a file, the header first; blank lines are none.
  static func records(_ bytes: [UInt8]) -> [[String]] {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var scanner = Scanner(separator: separator(of: bytes) == ";" ? 0x3B : 0x2C)
    for byte in hasMark ? bytes[3...] : bytes[...] { scanner.take(byte) }
    scanner.endRecord()
    return scanner.records
  }

  /// `;` when the first line has more of them than commas, else `,`.
  static func separator(of bytes: [UInt8]) -> Character {
    let first = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    return first.count { $0 == 0x3B } > first.count { $0 == 0x2C } ? ";" : ","
  }

  /// The file of some records: quotes where they are needed, LF after each record.
  static func bytes(_ records: [[String]], separator: Character) -> [UInt8] {
    var text = ""
    for record in records {
      text += record.map { quoted($0, separator) }.joined(separator: String(separator)) + "\n"
    }
    return Array(text.utf8)
  }

  private static func quoted(_ field: String, _ separator: Character) -> String {
    let needsQuotes = field.contains { $0 == separator || $0 == "\"" || $0.isNewline }
    return needsQuotes ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
  }

  private struct Scanner {
    let separator: UInt8
    var records: [[String]] = []
    private var record: [String] = []
    private var field: [UInt8] = []
    private var isQuoted = false
    /// A quote inside quotes: the end, or the first half of a doubled one.
    private var isPending = false

    private static let quote = UInt8(ascii: "\"")

    init(separator: UInt8) { self.separator = separator }

    mutating func take(_ byte: UInt8) {
      if isQuoted {
        if isPending {
          isPending = false
          if byte == Self.quote {
            field.append(byte)
            return
          }
          isQuoted = false
        } else {
          if byte == Self.quote { isPending = true } else { field.append(byte) }
          return
        }
      }
      if byte == Self.quote, field.isEmpty {
        isQuoted = true
      } else if byte == separator {
        endField()
      } else if byte == 0x0A || byte == 0x0D {
        // The second half of CR LF ends an empty record, which is none.
        endRecord()
      } else {
        field.append(byte)
      }
    }

    private mutating func endField() {
      record.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
    }

    mutating func endRecord() {
      (isQuoted, isPending) = (false, false)
      endField()
      if record != [""] { records.append(record) }
      record = []
    }
  }
}
