/// A value of JSON (RFC 8259), as the map needs it.
///
/// Own and small, so that reading the files of practices does not load Foundation. Strict: nothing
/// but white space behind the value, no comments, no trailing commas. Of a name that an object has
/// twice the last value holds.
enum JSONValue: Sendable, Hashable {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case number(Double)
  case bool(Bool)
  case null

  /// Reads UTF-8, with or without a byte-order mark; nil when it is no JSON.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var reader = JSONReader(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
    self = value
  }

  /// The value of a name of an object, or nil.
  subscript(_ name: String) -> JSONValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// The elements of an array, or nil.
  var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

  /// The text of a string, or nil.
  var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The number, or nil.
  var number: Double? { if case .number(let number) = self { number } else { nil } }
}

/// Steps through the bytes of a text in JSON.
private struct JSONReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  /// A map has some seven levels; more would only use up the stack.
  private static let depthLimit = 64

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether only white space follows.
  var isAtEnd: Bool {
    mutating get { next() == nil }
  }

  mutating func value(depth: Int) -> JSONValue? {
    guard depth < Self.depthLimit, let byte = next() else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return take("false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return take("null") ? .null : nil
    default: return number().map { .number($0) }
    }
  }

  private mutating func object(_ depth: Int) -> JSONValue? {
    position += 1
    var members: [String: JSONValue] = [:]
    if next() == UInt8(ascii: "}") {
      position += 1
      return .object(members)
    }
    while next() == UInt8(ascii: "\""), let name = string(), next() == UInt8(ascii: ":") {
      position += 1
      guard let value = value(depth: depth + 1) else { return nil }
      members[name] = value
      guard let isLast = separator(before: UInt8(ascii: "}")) else { return nil }
      if isLast { return .object(members) }
    }
    return nil
  }

  private mutating func array(_ depth: Int) -> JSONValue? {
    position += 1
    var elements: [JSONValue] = []
    if next() == UInt8(ascii: "]") {
      position += 1
      return .array(elements)
    }
    while let value = value(depth: depth + 1) {
      elements.append(value)
      guard let isLast = separator(before: UInt8(ascii: "]")) else { return nil }
      if isLast { return .array(elements) }
    }
    return nil
  }

  /// Steps over a comma (false) or the end of an object or array (true); nil for anything else.
  private mutating func separator(before end: UInt8) -> Bool? {
    guard let byte = next(), byte == end || byte == UInt8(ascii: ",") else { return nil }
    position += 1
    return byte == end
  }

  private mutating func string() -> String? {
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escaped() else { return nil }
        text += String(scalar).utf8
      case 0..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func escaped() -> Unicode.Scalar? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return unicode()
    default: return nil
    }
  }

  private mutating func unicode() -> Unicode.Scalar? {
    guard let unit = hexadecimal() else { return nil }
    guard unit & 0xFC00 == 0xD800 else { return Unicode.Scalar(unit) }
    guard take("\\u"), let low = hexadecimal(), low & 0xFC00 == 0xDC00 else { return nil }
    return Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF)
  }

  private mutating func hexadecimal() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    let digits = bytes[position..<position + 4]
    position += 4
    guard digits.allSatisfy({ $0.isDigit || ($0 | 0x20) &- 97 < 6 }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private mutating func number() -> Double? {
    let start = position
    _ = take("-")
    let whole = digits()
    guard whole == 1 || (whole > 1 && bytes[position - whole] != UInt8(ascii: "0")) else {
      return nil
    }
    if take("."), digits() == 0 { return nil }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      if digits() == 0 { return nil }
    }
    return Double(String(decoding: bytes[start..<position], as: UTF8.self))
      .flatMap { $0.isFinite ? $0 : nil }
  }

  private mutating func digits() -> Int {
    let start = position
    while position < bytes.count, bytes[position].isDigit { position += 1 }
    return position - start
  }

  private mutating func take(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    for place in 0..<count where bytes[position + place] != word.utf8Start[place] { return false }
    position += count
    return true
  }

  /// The next byte that is no white space, without stepping over it.
  private mutating func next() -> UInt8? {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return bytes[position]
      }
    }
    return nil
  }
}
