import WijkModel

extension ReleasableTable {
  private typealias Value = ReleaseStructure.Value
  private typealias Member = ReleaseStructure.Member

  /// The table as a value that can be kept as text.
  var value: ReleaseStructure.Value {
    .object([
      Member("id", .text(id)), Member("populatie", .text(population.rawValue)),
      Member("kolommen", .list(columns.map(\.value))),
      Member(
        "opmerkingen",
        .list(
          notes.map { note in
            .list([
              .text(note.code),
              .object(
                note.facts.sorted { $0.key < $1.key }.map { Member($0.key, .text($0.value)) }),
            ])
          })),
      Member(
        "herkomst",
        .list(origins.map { .list([.text($0.file), .text($0.layout), .text($0.name)]) })),
      Member("jaren", .list(years.map { .number($0) })),
      Member("rijen", .list(rows.map { .list($0.map { .text($0.stored) }) })),
    ])
  }

  /// Reads a table that was kept; nil when it is not whole.
  init?(_ value: ReleaseStructure.Value) {
    guard let id = value["id"]?.text,
      let population = value["populatie"]?.text.flatMap(PopulationKind.init),
      case .list(let columnValues) = value["kolommen"], case .list(let rowValues) = value["rijen"]
    else { return nil }
    let columns = columnValues.compactMap(TableColumn.init(stored:))
    let rows = rowValues.map {
      $0.elements.compactMap { $0.text.flatMap(ReleasableCell.init(stored:)) }
    }
    guard columns.count == columnValues.count, rows.allSatisfy({ $0.count == columns.count })
    else { return nil }
    self.init(
      id: id, population: population, columns: columns, rows: rows,
      notes: (value["opmerkingen"]?.elements ?? []).compactMap { note in
        guard let code = note.elements.first?.text else { return nil }
        var facts: [String: String] = [:]
        for member in note.elements.last?.members ?? [] { facts[member.name] = member.value.text }
        return TableNote(code, facts)
      },
      origins: (value["herkomst"]?.elements ?? []).compactMap { origin in
        let texts = origin.texts
        return texts.count == 3
          ? SourceOrigin(file: texts[0], layout: texts[1], name: texts[2]) : nil
      }, years: (value["jaren"]?.elements ?? []).compactMap(\.number))
  }
}

extension ReleasableCell {
  /// A cell as a letter and its value: `c14`, `n0.5`, `tCOPD`, `s`, `a`, `u`.
  fileprivate var stored: String {
    switch self {
    case .text(let text): "t" + text
    case .count(let count): "c" + String(count)
    case .number(let number): number.isFinite ? "n" + MachineNumber.text(number) : "u"
    case .suppressed: "s"
    case .absent: "a"
    case .unknown: "u"
    }
  }

  fileprivate init?(stored: String) {
    let value = String(stored.dropFirst())
    switch stored.first {
    case "t": self = .text(value)
    case "c":
      guard let count = Int(value) else { return nil }
      self = .count(count)
    case "n":
      guard let number = Double(value) else { return nil }
      self = .number(number)
    case "s": self = .suppressed
    case "a": self = .absent
    case "u": self = .unknown
    default: return nil
    }
  }
}

extension TableColumn {
  /// Name, role and rounding as texts.
  fileprivate var value: ReleaseStructure.Value {
    let role: [String] =
      switch role {
      case .dimension: ["dimensie"]
      case .attribute: ["kenmerk"]
      case .count(let measure): ["aantal", measure]
      case .derived(let source): ["afgeleid", source]
      case .denominator(let measure): ["noemer", measure]
      }
    let rounding: [String] =
      switch rounding {
      case .exact: []
      case .decimals(let decimals): ["decimalen", String(decimals)]
      case .significant(let digits): ["cijfers", String(digits)]
      }
    return .list([.text(name), .texts(role), .texts(rounding)])
  }

  fileprivate init?(stored value: ReleaseStructure.Value) {
    let parts = value.elements
    guard parts.count == 3, let name = parts[0].text else { return nil }
    let (kind, measure) = (parts[1].texts.first, parts[1].texts.last ?? "")
    let number = parts[2].texts.last.flatMap { Int($0) }
    let roles: [String: ColumnRole] = [
      "dimensie": .dimension, "kenmerk": .attribute, "aantal": .count(measure: measure),
      "afgeleid": .derived(from: measure), "noemer": .denominator(measure: measure),
    ]
    guard let role = kind.flatMap({ roles[$0] }) else { return nil }
    switch (parts[2].texts.first, number) {
    case (nil, _): self.init(name, role)
    case ("decimalen", let number?): self.init(name, role, rounding: .decimals(number))
    case ("cijfers", let number?): self.init(name, role, rounding: .significant(number))
    default: return nil
    }
  }
}
