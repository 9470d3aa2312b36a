import Foundation
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
}
