import Foundation
import TestSupport
import Testing

@testable import DelimitedText

@Suite("Windows-1252")
struct Windows1252Tests {
  @Test("The bytes that differ from ISO 8859-1 stand for these signs")
  func upperControls() {
    // Byte 80 first; `?` where the byte is undefined.
    let expected = Array("€?‚ƒ„…†‡ˆ‰Š‹Œ?Ž??‘’“”•–—˜™š›œ?žŸ".unicodeScalars)
    for (index, scalar) in expected.enumerated() {
      let byte = UInt8(0x80 + index)
      if scalar == "?" {
        #expect(Windows1252.isUndefined(byte))
        #expect(Windows1252.scalars[Int(byte)] == 0)
      } else {
        #expect(!Windows1252.isUndefined(byte))
        #expect(UInt32(Windows1252.scalars[Int(byte)]) == scalar.value)
      }
    }
  }

  @Test("All other bytes stand for the scalar of the same number")
  func others() {
    #expect(Windows1252.scalars.count == 256)
    for byte in 0..<256 where !(0x80..<0xA0).contains(byte) {
      #expect(Int(Windows1252.scalars[byte]) == byte)
      #expect(!Windows1252.isUndefined(UInt8(byte)))
    }
  }

  @Test("The table is the one of Foundation, but for the undefined bytes")
  func foundation() {
    for byte in UInt8.min...UInt8.max where !Windows1252.isUndefined(byte) {
      let text = String(data: Data([byte]), encoding: .windowsCP1252)
      #expect(text?.unicodeScalars.first?.value == UInt32(Windows1252.scalars[Int(byte)]))
    }
  }

  @Test(
    "Blocks are turned into UTF-8 wherever the letters stand", arguments: 0..<30 as Range<UInt64>)
  func blocks(seed: UInt64) {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<Int.random(in: 1...300, using: &generator)).map { _ -> UInt8 in
      let isLetter = Int.random(in: 0..<20, using: &generator) == 0
      let byte = isLetter ? UInt8.random(in: 0x80...0xFF, using: &generator) : 0x61
      return Windows1252.isUndefined(byte) ? 0xE9 : byte
    }
    var expected = ""
    for byte in bytes {
      expected.unicodeScalars.append(Unicode.Scalar(Windows1252.scalars[Int(byte)]) ?? "?")
    }
    var transcoder = UTF8Transcoder(encoding: .windows1252, isBigEndian: false)
    let room = UnsafeMutableRawBufferPointer.allocate(
      byteCount: UTF8Transcoder.room(for: bytes.count), alignment: 16)
    defer { room.deallocate() }
    let result = bytes.withUnsafeBytes { Array(transcoder.transcode($0, room: room)) }
    #expect(result == Array(expected.utf8))
  }
}
