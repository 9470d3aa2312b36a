internal import CLibxlsxwriter
import Glibc
import Report
import Synchronization
import WijkModel

/// Writes `hoofdstuk-2.xlsx`: every table on a sheet of its own as a native Excel table, and every
/// figure as a native chart with its data.
///
/// libxlsxwriter needs files while it works; they stand in the folder that is given and are gone
/// afterwards. It does not see a failed write to them, so the workbook is read back and refused
/// unless every part is there and well-formed.
public struct XlsxExporter: Sendable {
  private let folder: String

  /// The library's complaints are kept from standard error of the process, for one workbook at a time.
  private static let silence = Mutex(())

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
  /// - Throws: ``ExportError/noMemory``, ``ExportError/notWritten(file:number:)``.
  public func files(for report: Report, date: CalendarDate) throws(ExportError) -> [ExportedFile] {
    let path = folder + "/hoofdstuk-2.xlsx"
    defer { unlink(path) }
    let number = try write(WorkbookPlan(report, date: date), to: path)
    guard let bytes = Self.content(of: path), WorkbookCheck.isWhole(bytes) else {
      throw .notWritten(file: "hoofdstuk-2.xlsx", number: number)
    }
    return [ExportedFile(path: "hoofdstuk-2.xlsx", bytes: bytes)]
  }

  /// Writes the workbook; gives the reason for which the disk may have kept parts of it out, or 0.
  private func write(_ plan: WorkbookPlan, to path: String) throws(ExportError) -> Int32 {
    let (error, number) = Self.silence.withLock { _ in
      let loud = wijkbeeld_silence_stderr()
      defer { wijkbeeld_restore_stderr(loud) }
      errno = 0
      return (assemble(plan, at: path), errno)
    }
    guard let error else { throw .noMemory }
    // The library looks for files that need not be there; only these numbers tell of the disk.
    let reason = [ENOSPC, EDQUOT, EFBIG, EIO, EROFS].contains(number) ? number : 0
    guard error == LXW_NO_ERROR else {
      if [EMFILE, ENFILE, ENOMEM].contains(number) { throw .noMemory }
      throw .notWritten(file: "hoofdstuk-2.xlsx", number: reason)
    }
    return reason
  }

  /// What the library says of the workbook; nil when it has no memory to begin or to go on.
  private func assemble(_ plan: WorkbookPlan, at path: String) -> lxw_error? {
    CStrings.with([folder]) { texts in
      var options = lxw_workbook_options()
      options.tmpdir = texts[0]
      guard let book = workbook_new_opt(path, &options) else { return nil }
      guard fill(book, with: plan) else {
        lxw_workbook_free(book)
        return nil
      }
      return workbook_close(book)
    }
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
