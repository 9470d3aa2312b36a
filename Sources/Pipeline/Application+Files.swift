import DelimitedText
import Exporters
import Glibc
import Importers
import WijkModel

/// What `inspecteer` tells of a file.
public struct InspectionOutcome: Sendable {
  /// For people.
  public let text: String
  /// For machines.
  public let json: String
}

extension Application {
  /// What the reader sees in one file; the kind is found by trying all.
  public func inspect(_ path: String) throws(PipelineError) -> InspectionOutcome {
    let inspection: FileInspection
    do throws(RefusedFile) {
      inspection = try FileInspection(
        ImportRequest(path: path, name: path, kind: ""), definitions: definitions)
    } catch {
      throw refusal(error.findings)
    }
    let words = InspectionText(inspection: inspection)
    return InspectionOutcome(text: words.text, json: words.json)
  }

  /// Every record of a file as a JSON array of strings with a line end.
  ///
  /// - Throws: 65 for a file that `rapporteer` would refuse, 66 for one that cannot be read.
  public func cells(_ path: String, _ take: (String) -> Void) throws(PipelineError) {
    do throws(DelimitedTextError) {
      let file = try ScannedFile.scan(path: path, name: path)
      try file.forEachPlainRecord { cells in
        take(JSONText.write(.list(cells.map { .text($0) }), layout: .compact) + "\n")
      }
    } catch {
      throw refusal([Finding(error)])
    }
  }

  /// Writes a new configuration with empty layouts.
  ///
  /// - Returns: What was written, and what to do now.
  /// - Throws: `E607` (73) when the folder holds something, `E601` (73) or `E602` (74).
  public func scaffold(in folder: String) throws(PipelineError) -> String {
    let place = try Self.freePlace(folder)
    try Publication.place(
      FileAccess.name(of: place.path), Scaffold(definitions: definitions).files(), in: place.parent)
    return """
      In \(folder) staan nu:
        wijkbeeld.yaml   de configuratie; vul in wat tussen < > staat
        leeg/            lege bestanden met de juiste koppen
        duiding/         plaats voor eigen tekst
      Zet uw bestanden in \(folder)/invoer en controleer ze met:
        wijkbeeld controleer \(folder)/wijkbeeld.yaml

      """
  }
  /// A place for a new folder, with the folder that holds it.
  ///
  /// - Throws: `E607` (73) when something stands there.
  static func freePlace(
    _ folder: String
  ) throws(PipelineError) -> (path: String, parent: Folder) {
    let path = FileAccess.absolute(folder)
    do throws(SystemFailure) {
      var isFree = true
      if FileAccess.exists(path) {
        isFree = FileAccess.isFolder(path)
        if isFree { isFree = try FileAccess.names(in: path).isEmpty }
      }
      guard isFree else { throw SystemFailure(number: EEXIST, name: folder) }
    } catch {
      guard error.number == EEXIST else { throw error.outputError }
      throw PipelineError(.outputNotCreated, "E607", file: folder)
    }
    // The user named the whole path, links in it included.
    return (path, try Folder.open(FileAccess.folder(of: path), trusted: path))
  }

  private func refusal(_ findings: [Finding]) -> PipelineError {
    let status = findings.lazy.compactMap { ExitStatus(ofReading: $0.code) }.first
    return PipelineError(status ?? .dataRefused, findings: findings)
  }
}

extension Finding {
  /// The finding of a file that cannot be read as delimited text.
  init(_ error: DelimitedTextError) {
    self.init(FindingCode(rawValue: error.code), file: error.file, line: error.line)
  }
}
