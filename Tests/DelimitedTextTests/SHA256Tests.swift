import TestSupport
import Testing

@testable import DelimitedText

/// Vectors of NIST, FIPS 180-2 appendix B and the Cryptographic Algorithm Validation Program.
@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "The published vectors come out",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ])
  func vectors(text: String, digest: String) {
    #expect(SHA256.hexDigest(text.utf8) == digest)
    // A collection that is not contiguous goes the other way.
    #expect(SHA256.hexDigest(Array(text.utf8).lazy.map { $0 }) == digest)
  }

  @Test("A million times the letter a, in blocks of odd sizes")
  func million() {
    var hasher = SHA256.Hasher()
    let block = [UInt8](repeating: 0x61, count: 1000)
    var left = 1_000_000
    var size = 1
    while left > 0 {
      let count = min(size, left)
      block[..<count].withUnsafeBytes { hasher.update($0) }
      left -= count
      size = size % 997 + 1
    }
    #expect(
      hasher.hexDigest() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("Lengths around the block border give what one call gives", arguments: 50..<140)
  func borders(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var hasher = SHA256.Hasher()
    for byte in bytes { withUnsafeBytes(of: byte) { hasher.update($0) } }
    #expect(hasher.hexDigest() == SHA256.hexDigest(bytes))
  }

  @Test("One single byte, NIST short message")
  func singleByte() {
    #expect(
      SHA256.hexDigest([0xD3])
        == "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1")
  }

  @Test("Processors with and without instructions for it agree", arguments: 0..<5 as Range<UInt64>)
  func software(seed: UInt64) {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let blocks = (0..<64 * Int.random(in: 1...9, using: &generator)).map { _ in
      UInt8.random(in: 0...255, using: &generator)
    }
    var (usual, software) = ([UInt32](1...8), [UInt32](1...8))
    blocks.withUnsafeBytes {
      SHA256.compress($0, into: &usual)
      SHA256.compressInSoftware($0, into: &software)
    }
    #expect(usual == software)
    #expect(usual != [UInt32](1...8))
  }
}
