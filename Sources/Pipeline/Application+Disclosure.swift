import DisclosureControl
import Exporters
import Glibc
import Report
import WijkModel

/// What `uitvoercontrole` found.
public struct OutputCheckOutcome: Sendable {
  /// For standard output: a line per wijk and per finding.
  public let text: String
  /// Whether nothing leaks.
  public let isClean: Bool
}

/// What `bescherm` did.
public struct ProtectionOutcome: Sendable {
  /// For standard error: how many cells are hidden.
  public let summary: String
}

extension Application {
  /// Re-reads published files and looks for leaks, as an outsider would.
  ///
  /// - Parameter path: The folder of a wijk, or a folder with folders of wijken.
  /// - Returns: What was found, per wijk.
  /// - Throws: 66 when there is nothing to check, 65 when the tables are not what `audit.json` says.
  public func outputCheck(_ path: String) throws(PipelineError) -> OutputCheckOutcome {
    var lines: [String] = []
    var isClean = true
    let top = FileAccess.absolute(path)
    let index = try PublishedFiles.index(in: top)
    for folder in try publishedFolders(top) {
      let files = try PublishedFiles.read(folder)
      let wijk = FileAccess.name(of: folder)
      let audit = OutputAudit(files: files, wijk: wijk, index: index)
      let findings: [Finding]
      let release: TextRelease
      do throws(DisclosureError) {
        release = try audit.release()
        findings = try OutputAudit.tableFindings(release) + audit.pageFindings(release)
      } catch {
        throw PipelineError(.dataRefused, findings: [Finding(error, file: wijk, wijk: wijk)])
      }
      let read = Self.others(audit.pages)
      let tables = DutchText.counted(release.tables.count, "tabel", "tabellen")
      if findings.isEmpty {
        lines.append("\(wijk): in orde (\(tables)\(read))")
      } else {
        isClean = false
        lines.append("\(wijk): NIET in orde (\(tables)\(read))")
        lines += findings.map { "  " + definitions.messages.text(for: $0) }
      }
    }
    return OutputCheckOutcome(
      text: lines.map { $0 + "\n" }.joined(), isClean: isClean)
  }

  /// `; ook gelezen: hoofdstuk-2.docx, 5 in figuren`, for what is read besides the tables.
  private static func others(_ pages: [String]) -> String {
    let folders = Dictionary(grouping: pages) { page in
      page.contains("/") ? String(page.prefix { $0 != "/" }) : ""
    }
    let names =
      (folders[""] ?? [])
      + folders.keys.sorted().filter { !$0.isEmpty }.map { "\(folders[$0]?.count ?? 0) in \($0)" }
    return names.isEmpty ? "" : "; ook gelezen: " + names.joined(separator: ", ")
  }

  /// Protects a folder of tidy tables with their `audit.json`.
  ///
  /// - Parameters:
  ///   - path: The folder with true tables.
  ///   - target: The new folder for the same files with hidden cells.
  ///   - threshold: The smallest count that may be shown; that of `audit.json` when nil.
  /// - Returns: How many cells are hidden.
  /// - Throws: 66 when the folder or `audit.json` is missing, 65 when they do not fit, 70 when the
  ///   tables cannot be protected, 73 or 74 when the target cannot be written.
  public func protectFolder(
    _ path: String, to target: String, threshold: Int?
  ) throws(PipelineError) -> ProtectionOutcome {
    if let threshold, threshold < 2 {
      throw PipelineError(.usage, "P502", facts: ["grens": "2"])
    }
    let source = FileAccess.absolute(path)
    let files = try PublishedFiles.readTables(source)
    let release: TextRelease
    let protected: (releases: [TextRelease], result: SuppressionResult)
    do throws(DisclosureError) {
      release = try OutputAudit(files: files, wijk: "").release()
      protected = try protectTables([release], threshold: threshold, rule: .mayBeZero)
      let flags = try audit(protected.releases, threshold: threshold).flags
      guard flags.isEmpty else { throw .leak(flags) }
    } catch {
      throw PipelineError(error.isOfInput ? .dataRefused : .internal, findings: [Finding(error)])
    }
    var written: [ExportedFile] = []
    for table in protected.releases.first?.tables ?? [] {
      let separator = PublishedCSV.separator(of: files["tabellen/" + table.name] ?? [])
      written.append(
        ExportedFile(
          path: table.name,
          bytes: PublishedCSV.bytes([table.header] + table.rows, separator: separator)))
    }
    // Who reads the result must know what was hidden in it.
    let structure = release.structure
    let bytes =
      threshold.map { TableExporter.audit(of: structure.with(threshold: $0)) }
      ?? files[OutputAudit.structurePath] ?? []
    written.append(ExportedFile(path: "audit.json", bytes: bytes))
    let place = try Self.freePlace(target)
    try Publication.place(FileAccess.name(of: place.path), written, in: place.parent)
    return ProtectionOutcome(summary: Self.summary(protected.result))
  }

  private static func summary(_ result: SuppressionResult) -> String {
    func number(_ count: Int) -> String { DutchNumber.whole(count) }
    return """
      Verborgen omdat het aantal klein is: \(number(result.primaryCount))
      Verborgen om die te beschermen: \(number(result.secondaryCount))
      Som van de verborgen aantallen: \(number(result.hiddenValue))

      """
  }

  /// The folder of a wijk itself, or those below it that hold tables.
  private func publishedFolders(_ path: String) throws(PipelineError) -> [String] {
    func isPublished(_ folder: String) -> Bool {
      FileAccess.exists(folder + "/" + OutputAudit.structurePath)
    }
    if isPublished(path) { return [path] }
    let names: [String]
    do throws(SystemFailure) { names = try FileAccess.names(in: path) } catch {
      throw error.inputOutputError
    }
    let folders = names.map { path + "/" + $0 }.filter(isPublished)
    guard !folders.isEmpty else {
      throw PipelineError(
        .inputMissing, "E520", file: FileAccess.name(of: path) + "/" + OutputAudit.structurePath)
    }
    return folders
  }
}

extension DisclosureError {
  /// Whether the tables or their structure are wrong, rather than what can be done with them.
  var isOfInput: Bool {
    switch self {
    case .missingColumn, .missingTable, .unknownCode, .inconsistent, .malformedStructure: true
    case .tooManyCells, .unprotectable, .leak: false
    }
  }
}
