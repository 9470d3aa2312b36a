/// A JSON reader for structures: strict, and small because they are.
struct StructureReader {
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0

  /// Reads from the first of these bytes.
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The error at the place that was reached.
  var failure: DisclosureError {
    .malformedStructure(line: 1 + bytes.prefix(place).count { $0 == 0x0A })
  }

  /// The one value that the bytes hold.
  mutating func document() throws(DisclosureError) -> ReleaseStructure.Value {
    let value = try value()
    skipBlanks()
    guard place == bytes.count else { throw failure }
    return value
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      place += 1
    }
  }

  private mutating func take(_ text: StaticString) throws(DisclosureError) {
    for byte in "\(text)".utf8 {
      guard next == byte else { throw failure }
      place += 1
    }
  }

  private mutating func value() throws(DisclosureError) -> ReleaseStructure.Value {
    skipBlanks()
    depth += 1
    defer { depth -= 1 }
    guard depth < 64 else { throw failure }
    switch next {
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .list(try list())
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"):
      try take("true")
      return .flag(true)
    case UInt8(ascii: "f"):
      try take("false")
      return .flag(false)
    case UInt8(ascii: "n"):
      try take("null")
      return .null
    default: return try number()
    }
  }

  private mutating func object() throws(DisclosureError) -> [ReleaseStructure.Member] {
    var members: [ReleaseStructure.Member] = []
    place += 1
    skipBlanks()
    if next == UInt8(ascii: "}") {
      place += 1
      return members
    }
    while true {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw failure }
      let name = try text()
      skipBlanks()
      try take(":")
      members.append(ReleaseStructure.Member(name, try value()))
      skipBlanks()
      if next == UInt8(ascii: ",") {
        place += 1
        continue
      }
      try take("}")
      return members
    }
  }

  private mutating func list() throws(DisclosureError) -> [ReleaseStructure.Value] {
    var values: [ReleaseStructure.Value] = []
    place += 1
    skipBlanks()
    if next == UInt8(ascii: "]") {
      place += 1
      return values
    }
    while true {
      values.append(try value())
      skipBlanks()
      if next == UInt8(ascii: ",") {
        place += 1
        continue
      }
      try take("]")
      return values
    }
  }

  private mutating func number() throws(DisclosureError) -> ReleaseStructure.Value {
    let start = place
    while let byte = next, "+-.0123456789Ee".utf8.contains(byte) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    guard let number = Double(text) else { throw failure }
    return Int(exactly: number).map { .number($0) } ?? .text(text)
  }

  private mutating func text() throws(DisclosureError) -> String {
    place += 1
    var units: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw failure }
      place += 1
      if byte == UInt8(ascii: "\\") {
        try escape(into: &units)
      } else {
        units.append(byte)
      }
    }
    try take("\"")
    return String(decoding: units, as: UTF8.self)
  }

  private mutating func escape(into units: inout [UInt8]) throws(DisclosureError) {
    guard let byte = next else { throw failure }
    place += 1
    switch byte {
    case UInt8(ascii: "n"): units.append(0x0A)
    case UInt8(ascii: "t"): units.append(0x09)
    case UInt8(ascii: "r"): units.append(0x0D)
    case UInt8(ascii: "b"): units.append(0x08)
    case UInt8(ascii: "f"): units.append(0x0C)
    case UInt8(ascii: "u"): units += Array(String(try scalar()).utf8)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(byte)
    default: throw failure
    }
  }

  /// A character from its number, of which one beyond the first plane has two.
  private mutating func scalar() throws(DisclosureError) -> Character {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return Character(scalar) }
    guard (0xD800..<0xDC00).contains(first) else { throw failure }
    try take("\\u")
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw failure }
    return Character(scalar)
  }

  private mutating func hexadecimal() throws(DisclosureError) -> UInt32 {
    guard place + 4 <= bytes.count,
      let number = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
    else { throw failure }
    place += 4
    return number
  }
}
