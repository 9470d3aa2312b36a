/// Values of a structure as JSON on one line, and back.
///
/// Only what our own writer makes is read: whole numbers, no comments, no repeated names that matter.
extension ReleaseStructure.Value {
  /// The value as JSON without blanks; equal values give equal texts.
  var json: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .number(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .null: "null"
    case .list(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { Self.quoted($0.name) + ":" + $0.value.json }.joined(separator: ",") + "}"
    }
  }

  /// Reads JSON; nil for anything that is not whole.
  init?(json: String) {
    var reader = StructureReader(Array(json.utf8))
    guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
    self = value
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// Reads the JSON of a structure.
private struct StructureReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func value(depth: Int) -> ReleaseStructure.Value? {
    guard depth < 64, place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "\""): return text().map { .text($0) }
    case UInt8(ascii: "["):
      var values: [ReleaseStructure.Value] = []
      let isWhole = items(until: "]") { reader in
        guard let value = reader.value(depth: depth + 1) else { return false }
        values.append(value)
        return true
      }
      return isWhole ? .list(values) : nil
    case UInt8(ascii: "{"):
      var members: [ReleaseStructure.Member] = []
      let isWhole = items(until: "}") { reader in
        guard let name = reader.text(), reader.take(":"),
          let value = reader.value(depth: depth + 1)
        else { return false }
        members.append(ReleaseStructure.Member(name, value))
        return true
      }
      return isWhole ? .object(members) : nil
    default: return word()
    }
  }

  /// Items between commas, behind the opening sign.
  private mutating func items(
    until end: Unicode.Scalar, _ item: (inout StructureReader) -> Bool
  ) -> Bool {
    place += 1
    if take(end) { return true }
    repeat {
      guard item(&self) else { return false }
    } while take(",")
    return take(end)
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  /// `true`, `false`, `null` or a whole number.
  private mutating func word() -> ReleaseStructure.Value? {
    let start = place
    while place < bytes.count, !",]}".utf8.contains(bytes[place]) { place += 1 }
    switch String(decoding: bytes[start..<place], as: UTF8.self) {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "null": return .null
    case let word: return Int(word).map { .number($0) }
    }
  }

  private mutating func text() -> String? {
    guard take("\"") else { return nil }
    var result: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: result, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let escaped = escaped() else { return nil }
        result += escaped
      default: result.append(byte)
      }
    }
    return nil
  }

  /// What stands behind a backslash.
  private mutating func escaped() -> [UInt8]? {
    guard place < bytes.count else { return nil }
    let sign = bytes[place]
    place += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [sign]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "u"):
      guard place + 4 <= bytes.count,
        let code = UInt8(
          String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16), code < 0x20
      else { return nil }
      place += 4
      return [code]
    default: return nil
    }
  }
}
