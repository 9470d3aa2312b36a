import DisclosureControl
import TestSupport
import Testing

@testable import Pipeline

@Suite("Protecting a folder of tables")
struct ProtectFolderTests {
  private let folder: TemporaryFolder
  private let application: Application
  private static let structure = """
    {"threshold":5,"min_width":3,"rest":false,"dutch_thousands":false,"bijzonder":1}

    """

  init() throws {
    folder = try TemporaryFolder()
    application = try Application(definitions: ProjectFolder.definitions.path)
    try folder.write(Self.structure, to: "bron/audit.json")
    try folder.write(
      """
      gebied,geslacht,aantal
      1901,M,7
      1901,V,20
      1901,Totaal,27
      1902,M,30
      1902,V,40
      1902,Totaal,70
      Totaal,M,37
      Totaal,V,60
      Totaal,Totaal,97

      """, to: "bron/t.csv")
  }

  private func protect(threshold: Int?) throws -> (structure: String, table: String) {
    _ = try application.protectFolder(
      folder.path + "/bron", to: folder.path + "/uit", threshold: threshold)
    return (try folder.read("uit/audit.json"), try folder.read("uit/t.csv"))
  }

  @Test("Without a threshold that of audit.json holds, and the file stays as it is")
  func unchanged() throws {
    let (structure, table) = try protect(threshold: nil)
    #expect(structure == Self.structure)
    #expect(table.contains("1901,M,7"))
  }

  @Test("Another threshold stands in audit.json of the result, and the rest of it stays")
  func threshold() throws {
    let (structure, table) = try protect(threshold: 10)
    let read = try ReleaseStructure(json: Array(structure.utf8))
    #expect(read.threshold == 10)
    #expect(
      read.members.map(\.name) == [
        "threshold", "min_width", "rest", "dutch_thousands", "bijzonder",
      ])
    #expect(table.contains("1901,M,•") && table.contains("1902,V,•"))
    // An outsider who reads the result with its own threshold finds nothing to object to.
    let files = try PublishedFiles.readTables(folder.path + "/uit")
    #expect(try OutputAudit.tableFindings(OutputAudit(files: files, wijk: "").release()).isEmpty)
  }
}
