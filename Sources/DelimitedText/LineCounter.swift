/// Counts physical lines: CR, LF, CRLF and LFCR each end one.
struct LineCounter {
  /// The line, from 1, on which the next byte stands.
  private(set) var line: Int
  // The half of a pair that may still get its other half; 0 otherwise.
  private var half: UInt16 = 0

  /// Starts at a line.
  init(line: Int = 1) { self.line = line }

  /// Takes a code unit, a byte of an ASCII-compatible encoding or two of UTF-16.
  mutating func consume(_ unit: UInt16) {
    guard unit == 10 || unit == 13 else {
      half = 0
      return
    }
    if half != 0 && half != unit {
      half = 0
    } else {
      line += 1
      half = unit
    }
  }

  /// The number of line breaks within some bytes.
  static func breaks(in bytes: UnsafePointer<UInt8>, count: Int) -> Int {
    var breaks = 0
    var half: UInt8 = 0
    var i = 0
    while i < count {
      let byte = bytes[i]
      if byte != 10 && byte != 13 {
        half = 0
      } else if half != 0 && half != byte {
        half = 0
      } else {
        breaks &+= 1
        half = byte
      }
      i &+= 1
    }
    return breaks
  }
}
