import DisclosureControl

/// A JSON value whose members keep their order.
public indirect enum JSONValue: Hashable, Sendable {
  /// Text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number; one that is not finite is written as `null`.
  case number(Double)
  /// `true` or `false`.
  case flag(Bool)
  /// `null`.
  case null
  /// A list.
  case list([JSONValue])
  /// Names and values in writing order.
  case object([JSONMember])

  /// An object of names and values in writing order.
  public static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { JSONMember($0.key, $0.value) })
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// Makes an object from a literal of names and values, in its order.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { JSONMember($0.0, $0.1) })
  }
}

/// A name with its value.
public struct JSONMember: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The value.
  public let value: JSONValue

  /// Makes a member.
  public init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}

/// Writes JSON (RFC 8259) in the order given: the same value gives the same bytes.
public enum JSONText {
  /// How values are laid out.
  public enum Layout: Hashable, Sendable {
    /// Everything on one line, without a line end.
    case compact
    /// One member or element per line, two blanks per level, with a line end at the end; a list or
    /// object that fits on a line of 100 signs stays on one line.
    case indented
  }

  /// The value as JSON text.
  public static func write(_ value: JSONValue, layout: Layout = .indented) -> String {
    switch layout {
    case .compact: compact(value)
    case .indented: indented(value, level: 0, used: 0) + "\n"
    }
  }

  private static func compact(_ value: JSONValue) -> String {
    switch value {
    case .text(let text): MachineText.quoted(text)
    case .integer(let number): String(number)
    case .number(let number): number.isFinite ? MachineNumber.text(number) : "null"
    case .flag(let flag): flag ? "true" : "false"
    case .null: "null"
    case .list(let values): "[" + values.map(compact).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.map { MachineText.quoted($0.name) + ":" + compact($0.value) }.joined(
          separator: ",") + "}"
    }
  }

  private static func indented(_ value: JSONValue, level: Int, used: Int) -> String {
    let line = compact(value)
    if line.utf8.count + used + 2 * level <= 100 { return line }
    let inner = "\n" + String(repeating: " ", count: 2 * level + 2)
    let outer = "\n" + String(repeating: " ", count: 2 * level)
    switch value {
    case .list(let values) where !values.isEmpty:
      let parts = values.map { indented($0, level: level + 1, used: 1) }
      return "[" + inner + parts.joined(separator: "," + inner) + outer + "]"
    case .object(let members) where !members.isEmpty:
      let parts = members.map { member in
        let name = MachineText.quoted(member.name) + ": "
        return name + indented(member.value, level: level + 1, used: name.utf8.count + 1)
      }
      return "{" + inner + parts.joined(separator: "," + inner) + outer + "}"
    default: return line
    }
  }
}
