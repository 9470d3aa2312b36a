internal import CLibxlsxwriter
import WijkModel

/// An open workbook of libxlsxwriter; ``WorkbookWriter`` closes it.
///
/// Whatever reaches the library was checked before, because it tells of problems on the standard
/// error of the program.
struct Workbook {
  /// The workbook.
  let book: UnsafeMutablePointer<lxw_workbook>
  private let numbers: [NumberStyle: UnsafeMutablePointer<lxw_format>]
  private let texts: [Look: UnsafeMutablePointer<lxw_format>]

  /// How texts look.
  enum Look: Hashable, CaseIterable {
    case title, about, warning, note, header, numberHeader, indentedHeader, cell, indentedCell,
      sign,
      link, heading
  }

  /// Prepares the formats of an open workbook.
  init?(_ book: UnsafeMutablePointer<lxw_workbook>) {
    self.book = book
    var numbers: [NumberStyle: UnsafeMutablePointer<lxw_format>] = [:]
    for style in NumberStyle.allCases {
      guard let format = workbook_add_format(book) else { return nil }
      format_set_num_format(format, style.format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      numbers[style] = format
    }
    var texts: [Look: UnsafeMutablePointer<lxw_format>] = [:]
    for look in Look.allCases {
      guard let format = workbook_add_format(book) else { return nil }
      Self.set(look, format)
      texts[look] = format
    }
    self.numbers = numbers
    self.texts = texts
  }

  /// The format of a number.
  func format(_ style: NumberStyle) -> UnsafeMutablePointer<lxw_format>? { numbers[style] }

  /// The format of a text.
  func format(_ look: Look) -> UnsafeMutablePointer<lxw_format>? { texts[look] }

  private static func set(_ look: Look, _ format: UnsafeMutablePointer<lxw_format>) {
    let top = UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)
    let right = UInt8(LXW_ALIGN_RIGHT.rawValue)
    format_set_align(format, top)
    switch look {
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 14)
      format_set_text_wrap(format)
    case .heading:
      format_set_bold(format)
      format_set_font_size(format, 12)
    case .about:
      format_set_font_color(format, 0x5A6572)
      format_set_text_wrap(format)
    case .warning:
      format_set_bold(format)
      format_set_font_color(format, 0xA3_1515)
      format_set_text_wrap(format)
    case .note: format_set_text_wrap(format)
    case .header, .numberHeader, .indentedHeader:
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_font_color(format, 0xFF_FFFF)
      format_set_bg_color(format, 0x2A_6496)
      if look == .numberHeader { format_set_align(format, right) }
      if look == .indentedHeader { format_set_indent(format, 1) }
    case .cell: format_set_text_wrap(format)
    case .indentedCell:
      format_set_text_wrap(format)
      format_set_indent(format, 1)
    case .sign: format_set_align(format, right)
    case .link:
      format_set_font_color(format, 0x1F_5FA8)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
  }

  /// Title, subject and the day of making; without the latter the library stores the clock's.
  func setProperties(title: String, subject: String, date: CalendarDate) {
    CStrings.with([title, subject, "nl-NL"]) { texts in
      var properties = lxw_doc_properties()
      properties.title = texts[0]
      properties.subject = texts[1]
      properties.created = 86_400 * time_t(date.dayNumber)
      workbook_set_properties(book, &properties)
    }
  }
}

/// Texts as C wants them, for as long as a call takes.
enum CStrings {
  /// Runs a body with copies that are freed afterwards.
  static func with<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>]) -> Result
  ) -> Result {
    let copies = texts.map { text in
      let bytes = text.utf8CString
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
      copy.update(from: Array(bytes), count: bytes.count)
      return copy
    }
    defer { for copy in copies { copy.deallocate() } }
    return body(copies)
  }
}
