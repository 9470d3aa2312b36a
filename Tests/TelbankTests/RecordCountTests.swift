import DelimitedText
import TestSupport
import Testing

@testable import telbank

@Suite("Reading the files of the benchmark without looking at cells")
struct RecordCountTests {
  @Test("Records are counted without the header, those over several lines once")
  func count() throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let path = try folder.write(Array("a;b\r\n1;x\r\n2;\"y\r\nz\"\r\n".utf8), to: "p.csv")
    #expect(try recordCount(path) == 2)
    let open = try folder.write(Array("a;b\r\n1;\"x\r\n".utf8), to: "q.csv")
    #expect(throws: DelimitedTextError.self) { try recordCount(open) }
  }
}
