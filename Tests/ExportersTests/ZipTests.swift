import Testing

@testable import Exporters

@Suite("ZIP archives in memory")
struct ZipTests {
  private func archive(_ entries: [(String, [UInt8])]) throws -> [UInt8] {
    try ZipWriter.bytes(of: entries.map { ZipWriter.Entry(path: $0.0, bytes: $0.1) })
  }

  @Test("What is written is read back, in the same order, empty files too")
  func back() throws {
    let long = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }
    let bytes = try archive([("b.xml", Array("één".utf8)), ("a/leeg", []), ("a/lang.bin", long)])
    let reader = try ZipReader(bytes)
    #expect(reader.paths == ["b.xml", "a/leeg", "a/lang.bin"])
    #expect(try reader.read("B.XML") == Array("één".utf8))
    #expect(try reader.read("a/leeg") == [])
    #expect(try reader.read("a/lang.bin") == long)
    #expect(try reader.read("c") == nil)
  }

  @Test("The bytes hold no time but the first one of MS-DOS, and are the same every time")
  func same() throws {
    let bytes = try archive([("a", [1, 2, 3])])
    #expect(bytes == (try archive([("a", [1, 2, 3])])))
    // Local header: signature, version, flags, method, time, date.
    #expect(bytes[0..<4].elementsEqual([0x50, 0x4B, 3, 4]))
    #expect(bytes[10..<14].elementsEqual([0, 0, 0x21, 0]))
  }

  @Test("A picture is stored as it is")
  func stored() throws {
    let bytes = try ZipWriter.bytes(of: [
      ZipWriter.Entry(path: "p", bytes: Array(repeating: 65, count: 100), isCompressed: false)
    ])
    #expect(bytes[8..<10].elementsEqual([0, 0]))
    #expect(bytes.count >= 200)
  }

  @Test("A path that comes twice is refused")
  func twice() {
    #expect(throws: ZipError.failed) { try archive([("a", [1]), ("a", [2])]) }
  }

  @Test("What is no archive is refused", arguments: [0, 1, 4, 21, 22, 200])
  func noArchive(length: Int) {
    #expect(throws: ZipError.notAnArchive) {
      try ZipReader(Array("PK\u{3}\u{4}".utf8) + Array(repeating: 7, count: length))
    }
    #expect(throws: ZipError.notAnArchive) { try ZipReader(Array(repeating: 7, count: length)) }
  }

  @Test("A file that unpacks to more than the limit is refused, however small it is")
  func bomb() throws {
    let zeros = [UInt8](repeating: 0, count: ZipReader.Limits.foreign.entrySize + 1)
    let bytes = try archive([("bom", zeros)])
    #expect(bytes.count < 400_000)
    let reader = try ZipReader(bytes)
    #expect(throws: ZipError.tooLarge) { try reader.read("bom") }
  }

  @Test("A file that claims to be small is refused by its real size")
  func lie() throws {
    let size = ZipReader.Limits.foreign.entrySize + 3
    var bytes = try archive([("bom", [UInt8](repeating: 0, count: size))])
    let claim = (0..<4).map { UInt8(truncatingIfNeeded: size >> (8 * $0)) }
    var changed = 0
    for place in bytes.indices.dropLast(3) where bytes[place..<(place + 4)].elementsEqual(claim) {
      bytes.replaceSubrange(place..<(place + 4), with: [16, 0, 0, 0])
      changed += 1
    }
    #expect(changed == 2)
    // The library may also see it first.
    #expect(throws: ZipError.self) { try ZipReader(bytes).read("bom") }
  }

  @Test("Damaged bytes never read as other bytes", arguments: 1...200)
  func damaged(place: Int) throws {
    let content = (0..<2_000).map { UInt8(truncatingIfNeeded: $0 % 251) }
    var bytes = try archive([("a", content)])
    bytes[place % bytes.count] ^= 0xFF
    // Not every byte matters: a name or a time may change.
    let read = try? ZipReader(bytes).read("a")
    #expect(read == nil || read == content, "byte \(place)")
  }
}
