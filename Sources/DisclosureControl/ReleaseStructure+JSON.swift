extension ReleaseStructure {
  /// Reads `audit.json`; members keep their order.
  ///
  /// A number that is not whole is kept as its text: no key of the structure has one.
  ///
  /// - Parameter json: The file, UTF-8, with or without byte-order mark.
  /// - Throws: ``DisclosureError/malformedStructure(line:)`` for anything else than one JSON object.
  public init(json: [UInt8]) throws(DisclosureError) {
    guard case .object(let members) = try Value(json: json) else {
      throw .malformedStructure(line: 1)
    }
    self.init(members: members)
  }

  /// The smallest count that may be shown; 5 when it is not said.
  public var threshold: Int { AuditStructure(self).threshold }

  /// The structure with another threshold.
  public func with(threshold: Int) -> ReleaseStructure {
    let member = Member("threshold", .number(threshold))
    guard let place = members.firstIndex(where: { $0.name == member.name }) else {
      return ReleaseStructure(members: [member] + members)
    }
    var members = members
    members[place] = member
    return ReleaseStructure(members: members)
  }

  /// The names of the tables that count patients.
  public var countedTables: Set<String> {
    let tables = Value.object(members)["tables"]?.members ?? []
    return Set(tables.filter { $0.value["skip"]?.flag != true }.map(\.name))
  }
}

extension ReleaseStructure.Value {
  /// Reads JSON (RFC 8259), UTF-8, with or without byte-order mark; members keep their order.
  ///
  /// - Throws: ``DisclosureError/malformedStructure(line:)`` for anything else than one value.
  init(json: [UInt8]) throws(DisclosureError) {
    let hasMark = json.starts(with: [0xEF, 0xBB, 0xBF])
    var reader = StructureReader(bytes: hasMark ? Array(json.dropFirst(3)) : json)
    self = try reader.document()
  }

  /// The value as JSON without blanks; equal values give equal texts.
  var json: String {
    switch self {
    case .text(let text): MachineText.quoted(text)
    case .number(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .null: "null"
    case .list(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.map { MachineText.quoted($0.name) + ":" + $0.value.json }.joined(separator: ",")
        + "}"
    }
  }
}
