/// A target group of activities.
public struct TargetGroup: Hashable, Sendable {
  /// The id.
  public let id: String
  /// The Dutch name.
  public let name: String
  /// Other names.
  public let aliases: [String]

  /// Makes a target group.
  public init(id: String, name: String, aliases: [String]) {
    self.id = id
    self.name = name
    self.aliases = aliases
  }
}

/// A kind of costs in t220: the columns of the Vektis files that it sums.
public struct CostKind: Hashable, Sendable {
  /// The Dutch name, the column `kostensoort`.
  public let name: String
  /// Full names of the columns that it sums.
  public let columns: [String]

  /// Makes a kind of costs.
  public init(name: String, columns: [String]) {
    self.name = name
    self.columns = columns
  }
}
