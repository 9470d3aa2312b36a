/// Recognizes from the first bytes a file that is no delimited text.
///
/// The signatures are those of the formats' own specifications (APPNOTE.TXT for ZIP, RFC 1952 for
/// gzip, ISO 32000 for PDF, MS-CFB for old Office files).
enum FileKind {
  /// The kind, such as `xlsx`, `zip`, `html`, `pdf`, `gzip` or `binary`; nil for possible text.
  static func notText(_ head: UnsafeRawBufferPointer) -> String? {
    for (signature, kind) in signatures where head.starts(with: signature) { return kind }
    if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
      return archiveKind(head)
    }
    return markupKind(head) ?? (isBinary(head) ? "binary" : nil)
  }

  private static let signatures: [([UInt8], String)] = [
    (Array("%PDF-".utf8), "pdf"),
    ([0x1F, 0x8B], "gzip"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "xls"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z"),
    (Array("Rar!".utf8) + [0x1A, 0x07], "rar"),
    ([0x89] + Array("PNG".utf8) + [0x0D, 0x0A, 0x1A, 0x0A], "png"),
    ([0xFF, 0xD8, 0xFF], "jpeg"),
    (Array("SQLite format 3".utf8) + [0], "sqlite"),
    (Array("{\\rtf".utf8), "rtf"),
    (Array("PAR1".utf8) + [0x15], "parquet"),
    (Array("$FL2@(#)".utf8), "sav"),
  ]

  // A zip is what it holds: the first entries are near the start.
  private static func archiveKind(_ head: UnsafeRawBufferPointer) -> String {
    if contains(head, "mimetypeapplication/vnd.oasis.opendocument") { return "ods" }
    if contains(head, "word/") { return "docx" }
    if contains(head, "xl/") || contains(head, "[Content_Types].xml") { return "xlsx" }
    return "zip"
  }

  private static func markupKind(_ head: UnsafeRawBufferPointer) -> String? {
    var text = Array(head.prefix(512))
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    let start = text.drop { $0 == 32 || (9...13).contains($0) }
      .map { (65...90).contains($0) ? $0 + 32 : $0 }
    for tag in ["<!doctype html", "<html", "<head", "<body", "<script", "<title"]
    where start.starts(with: tag.utf8) {
      return "html"
    }
    return start.starts(with: "<?xml".utf8) ? "xml" : nil
  }

  // Text has hardly any control bytes but tab and line ends; NUL has its own message.
  private static func isBinary(_ head: UnsafeRawBufferPointer) -> Bool {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return false }
    let part = head.prefix(4096)
    var controls = 0
    for byte in part where (1...8).contains(byte) || (14...31).contains(byte) || byte == 127 {
      controls += 1
    }
    return controls >= 8 && controls * 20 >= part.count
  }

  private static func contains(_ head: UnsafeRawBufferPointer, _ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard head.count >= wanted.count, let first = wanted.first else { return false }
    for start in 0...(head.count - wanted.count)
    where head[start] == first && head[start..<(start + wanted.count)].elementsEqual(wanted) {
      return true
    }
    return false
  }
}
