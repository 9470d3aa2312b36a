internal import CLibxlsxwriter
import Glibc
import Report
import WijkModel

/// Writes `hoofdstuk-2.xlsx`: every table on a sheet of its own as a native Excel table, and every
/// figure as a native chart with its data.
///
/// libxlsxwriter needs files while it works; they stand in the folder that is given and are gone
/// afterwards. It does not see a failed write to them, so the workbook is read back and refused
/// unless every part is there and well-formed.
public struct XlsxExporter: Sendable {
  private let folder: String

  /// Makes an exporter.
  ///
  /// - Parameter folder: Where temporary files may stand: on the disk of the output, for the owner
  ///   alone.
  public init(temporaryFolder folder: String) { self.folder = folder }

  /// The file `hoofdstuk-2.xlsx`; the same report and date give the same bytes.
  ///
  /// - Parameters:
  ///   - report: The chapter.
  ///   - date: The reference date; it is stored as the day of making.
  /// - Returns: One file.
  /// - Throws: ``ExportError/noMemory``, ``ExportError/notWritten(file:)``.
  public func files(for report: Report, date: CalendarDate) throws(ExportError) -> [ExportedFile] {
    let path = folder + "/hoofdstuk-2.xlsx"
    defer { unlink(path) }
    try write(WorkbookPlan(report, date: date), to: path)
    guard let bytes = Self.content(of: path), WorkbookCheck.isWhole(bytes) else {
      throw .notWritten(file: "hoofdstuk-2.xlsx")
    }
    return [ExportedFile(path: "hoofdstuk-2.xlsx", bytes: bytes)]
  }

  private func write(_ plan: WorkbookPlan, to path: String) throws(ExportError) {
    let error = CStrings.with([folder]) { texts -> lxw_error? in
      var options = lxw_workbook_options()
      options.tmpdir = texts[0]
      guard let book = workbook_new_opt(path, &options) else { return nil }
      guard fill(book, with: plan) else {
        lxw_workbook_free(book)
        return nil
      }
      return workbook_close(book)
    }
    guard let error else { throw .noMemory }
    guard error == LXW_NO_ERROR else { throw .notWritten(file: "hoofdstuk-2.xlsx") }
  }

  private func fill(_ book: UnsafeMutablePointer<lxw_workbook>, with plan: WorkbookPlan) -> Bool {
    guard let workbook = Workbook(book),
      let contents = workbook_add_worksheet(book, SheetNames.contents)
    else { return false }
    let page = PageTexts(
      wijk: plan.wijk, warning: plan.warnings.isEmpty ? "" : "niet volledig",
      date: DutchDate.long(plan.date))
    workbook.setProperties(
      title: WorkbookText.line(plan.title, limit: 200),
      subject: WorkbookText.line(plan.subtitle, limit: 200), date: plan.date)
    ContentsWriter(plan, workbook, contents).write(page: page)
    for item in plan.sheets {
      guard let sheet = workbook_add_worksheet(book, item.name) else { return false }
      SheetWriter(item, workbook, sheet).write(warnings: plan.warnings, page: page)
    }
    return true
  }

  /// The bytes of a file, or nil when it cannot be read whole.
  private static func content(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
  }
}
