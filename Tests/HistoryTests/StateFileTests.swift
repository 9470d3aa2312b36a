import Foundation
import History
import TestSupport
import Testing

@Suite("The state file")
struct StateFileTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/.wijkbeeld/toestand.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test("Without a file the state is missing, and looking makes none")
  func missing() {
    #expect(!StateFile.exists(below: folder.path))
    #expect(throws: HistoryError.missing) { try StateFile.open(below: folder.path) }
    #expect(throws: HistoryError.missing) {
      try StateFile.open(below: folder.path, isReadOnly: true)
    }
    #expect(folder.files() == [])
  }

  @Test("A new state is one file of mode 0600 in a folder of mode 0700, and opens again")
  func created() throws {
    try StateFile.create(below: folder.path).close()
    #expect(folder.files() == [".wijkbeeld/toestand.sqlite"])
    #expect(try mode(path) == 0o600)
    #expect(try mode(folder.path + "/.wijkbeeld") == 0o700)
    let state = try StateFile.open(below: folder.path, isReadOnly: true)
    #expect(try state.lastRun() == nil)
  }

  @Test("What is not a whole state of ours is damaged, and stays as it is")
  func damaged() throws {
    try StateFile.create(below: folder.path).close()
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var torn = whole
    torn.replaceSubrange(4096..<4400, with: Data(repeating: 0xA5, count: 304))
    for bytes in [Data(), Data("geen database".utf8), whole.prefix(whole.count / 2), torn] {
      try bytes.write(to: URL(fileURLWithPath: path))
      #expect(throws: HistoryError.damaged) { try StateFile.open(below: folder.path) }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    }
    try whole.write(to: URL(fileURLWithPath: path))
    #expect(throws: Never.self) { try StateFile.open(below: folder.path) }
  }

  @Test("Another program's database and a link to a state are not ours")
  func foreign() throws {
    try StateFile.create(below: folder.path).close()
    var foreign = try Data(contentsOf: URL(fileURLWithPath: path))
    foreign.replaceSubrange(68..<72, with: Data([0, 0, 0, 1]))
    try foreign.write(to: URL(fileURLWithPath: path))
    #expect(throws: HistoryError.damaged) { try StateFile.open(below: folder.path) }
    try FileManager.default.moveItem(atPath: path, toPath: folder.path + "/elders")
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: folder.path + "/elders")
    #expect(throws: HistoryError.damaged) { try StateFile.open(below: folder.path) }
  }

  @Test("Leftovers of a run that was killed while making the state are cleared")
  func leftovers() throws {
    try folder.write("half", to: ".wijkbeeld/toestand.sqlite.nieuw")
    try folder.write("half", to: ".wijkbeeld/toestand.sqlite.nieuw-journal")
    try StateFile.create(below: folder.path).close()
    #expect(folder.files() == [".wijkbeeld/toestand.sqlite"])
  }

  @Test("A new state takes the place of a damaged one")
  func replaced() throws {
    try folder.write("kapot", to: ".wijkbeeld/toestand.sqlite")
    let state = try StateFile.create(below: folder.path)
    #expect(try state.pendingReleases() == [])
  }
}
