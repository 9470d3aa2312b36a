/// A code of a dimension.
struct DimensionCode: Hashable {
  /// The dimension, as its place in the registry.
  let dimension: Int
  /// The code, as its place in the dimension.
  let code: Int
}

/// The name of a cell: what is counted, in which release, and the codes that are not "all".
struct CellKey: Hashable {
  /// What is counted, as its place in the registry.
  var measure: Int
  /// The release, as its place in the registry.
  var release: Int
  /// The codes in the order of the dimensions; a dimension that is not here is "all codes".
  var codes: [DimensionCode]

  /// The code of a dimension, or nil for "all codes".
  func code(of dimension: Int) -> Int? { codes.first { $0.dimension == dimension }?.code }
}

/// Texts with their places in order of first appearance.
struct NameRegistry {
  private(set) var names: [String] = []
  private var places: [String: Int] = [:]

  /// The place of a name; a new name gets the next one.
  mutating func place(_ name: String) -> Int {
    if let place = places[name] { return place }
    places[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// The place of a name, or nil.
  func existing(_ name: String) -> Int? { places[name] }
}
