/// The structure of all tables of a release, in the terms of `tabellen/audit.json`.
///
/// An outside auditor reads it to attack the release: dimensions, hierarchies, totals, linked tables.
public struct ReleaseStructure: Hashable, Sendable {
  /// A part of `audit.json`, in the order in which it is written.
  public indirect enum Value: Hashable, Sendable {
    /// Text.
    case text(String)
    /// A whole number.
    case number(Int)
    /// Yes or no.
    case flag(Bool)
    /// Nothing.
    case null
    /// A list.
    case list([Value])
    /// Names and values in writing order.
    case object([Member])
  }

  /// A name with its value.
  public struct Member: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: Value

    /// Makes a member.
    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// The members of the top-level object.
  public let members: [Member]

  /// Makes a structure.
  public init(members: [Member]) { self.members = members }
}
