extension ReleaseStructure.Value {
  /// The member of an object with a name, or nil.
  subscript(name: String) -> Self? { members.last { $0.name == name }?.value }

  /// The members of an object, empty for anything else.
  var members: [ReleaseStructure.Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// The elements of a list, empty for anything else.
  var elements: [Self] { if case .list(let elements) = self { elements } else { [] } }

  /// The text, or nil.
  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The whole number, or nil.
  var number: Int? { if case .number(let number) = self { number } else { nil } }

  /// The flag, or nil.
  var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }

  /// The texts of a list, or the one text.
  var texts: [String] { text.map { [$0] } ?? elements.compactMap(\.text) }
}

/// What `audit.json` says of a whole release, with its defaults (`tools/audit`).
struct AuditStructure {
  /// Labels that mean "all codes".
  static let totalLabels = ["Totaal", "totaal", "TOTAAL", "Total", "total", "Alle", "alle"]

  private let value: ReleaseStructure.Value

  /// The smallest count that may be shown.
  let threshold: Int
  /// The smallest width of the interval of a hidden cell.
  let minimumWidth: Int
  /// Labels that mean "all codes".
  let totals: Set<String>
  /// Texts that mean "no such value".
  let missing: Set<String>
  /// What a reader knows of a symbol.
  let symbols: [String: ClosedRange<Double>]
  /// The least count that `<5` stands for.
  let lessThanLower: Double
  /// Whether `1.234` is 1234.
  let hasDutchThousands: Bool
  /// Dimensions whose codes overlap.
  let nonadditive: Set<String>
  /// Whether an unnamed rest code may be assumed.
  let allowsRest: Bool

  /// Reads the structure; unknown keys are ignored.
  init(_ structure: ReleaseStructure) {
    value = .object(structure.members)
    threshold = value["threshold"]?.number ?? 5
    minimumWidth = value["min_width"]?.number ?? 3
    totals = Set(value["total"]?.texts ?? Self.totalLabels)
    missing = Set(value["missing"]?.texts ?? [])
    lessThanLower = Double(value["lt_lower"]?.number ?? 1)
    hasDutchThousands = value["dutch_thousands"]?.flag ?? true
    nonadditive = Set(value["nonadditive"]?.texts ?? [])
    allowsRest = value["rest"]?.flag ?? true
    var symbols: [String: ClosedRange<Double>] = [:]
    for member in value["suppressed"]?.members ?? [] {
      let bounds = member.value.elements.map { $0.number.map(Double.init) }
      let lower = bounds.first.flatMap { $0 } ?? 0
      symbols[member.name] =
        lower...max(lower, bounds.dropFirst().first.flatMap { $0 } ?? .infinity)
    }
    self.symbols = symbols
  }

  /// A member of the top level.
  subscript(name: String) -> ReleaseStructure.Value? { value[name] }

  /// The children of every parent of a dimension, in writing order.
  func hierarchy(of dimension: String) -> [(parent: String, children: [String])] {
    (value["hierarchies"]?[dimension]?.members ?? []).map { ($0.name, $0.value.texts) }
  }

  /// The columns that form one dimension, from coarse to fine.
  var hierarchyColumns: [(dimension: String, columns: [String])] {
    (value["hier_columns"]?.members ?? []).map { ($0.name, $0.value.texts) }
  }

  /// Every value column of a table with what is said of it; one without a name by default.
  ///
  /// The structure of all releases together, `release`, gives keys that tables inherit.
  func values(of table: String, in release: AuditStructure) -> [TableStructure] {
    let own = value["tables"]?[table] ?? .object([])
    guard own["skip"]?.flag != true else { return [] }
    let common = own.members.filter { $0.name != "values" }
    let listed = own["values"]?.elements ?? [.object([])]
    return listed.map { TableStructure(members: common + $0.members, top: release.value) }
  }

  /// The names of the tables that are described.
  var tableNames: [String] { (value["tables"]?.members ?? []).map(\.name) }
}

/// What `audit.json` says of one value column of a table.
///
/// The members of the column come after those of its table and win.
struct TableStructure {
  private let value: ReleaseStructure.Value
  private let top: ReleaseStructure.Value

  init(members: [ReleaseStructure.Member], top: ReleaseStructure.Value) {
    value = .object(members)
    self.top = top
  }

  /// A member of the table.
  subscript(name: String) -> ReleaseStructure.Value? { value[name] }

  /// A member of the table, or else of the release.
  func inherited(_ name: String) -> ReleaseStructure.Value? { value[name] ?? top[name] }

  /// What the column holds.
  enum Kind {
    case count
    case ratio(scale: Double)
  }

  /// What the column holds.
  var kind: Kind {
    switch value["kind"]?.text {
    case "percentage": .ratio(scale: Double(value["scale"]?.number ?? 100))
    case "ratio": .ratio(scale: Double(value["scale"]?.number ?? 1))
    default: .count
    }
  }

  /// Whether the value is known from elsewhere.
  var isPublic: Bool { value["public"]?.flag ?? false }

  /// Whether rows that are not in the file are zero.
  var absentIsZero: Bool { inherited("absent")?.text == "zero" }
}

extension ReleaseStructure {
  /// The structure of successive releases together: objects and lists are united, of anything else
  /// the first counts.
  func merged(with other: ReleaseStructure) -> ReleaseStructure {
    ReleaseStructure(members: Value.object(members).merged(with: .object(other.members)).members)
  }
}

extension ReleaseStructure.Value {
  fileprivate func merged(with other: Self) -> Self {
    switch (self, other) {
    case (.object(let own), .object(let more)):
      let united = own.map { member in
        ReleaseStructure.Member(
          member.name, other[member.name].map { member.value.merged(with: $0) } ?? member.value)
      }
      return .object(united + more.filter { self[$0.name] == nil })
    case (.list(let own), .list(let more)):
      return .list(own + more.filter { !own.contains($0) })
    default: return self
    }
  }
}
