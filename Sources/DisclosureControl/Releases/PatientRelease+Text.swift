import WijkModel

/// A text that is no release, or one of a form that this version does not know.
public struct UnreadableRelease: Error, Hashable, Sendable {}

extension PatientRelease {
  private typealias Value = ReleaseStructure.Value
  private typealias Member = ReleaseStructure.Member

  /// The number of the form; a change of the form gets a new one, and old ones stay readable.
  private static let form = 1

  /// The release as text, to be kept; equal releases give equal texts.
  public var storedText: String {
    Value.object([
      Member("uitgave", .number(Self.form)),
      Member(
        "wijk",
        .list([
          .text(wijk.name), .text(wijk.slug),
          .list(wijk.postcodes.map { .number(Int($0.number)) }),
          .list(wijk.practices.map { .text($0.description) }),
          .list(wijk.buurten.map { .text($0) }),
        ])),
      Member("drempel", .number(threshold)), Member("praktijken", .number(practiceCount)),
      Member("opmerkingen", .list(notes.map(\.value))),
      Member("structuur", .object(structure.members)),
      Member("tabellen", .list(tables.map(\.value))),
      Member("intern", .list(internalTables.map(\.value))),
      Member("tempo", .list(rates.map(\.value))),
    ]).json
  }

  /// Reads a release that was kept.
  ///
  /// - Parameter text: What ``storedText`` gave.
  /// - Throws: `UnreadableRelease` for anything else.
  public init(storedText text: String) throws(UnreadableRelease) {
    guard let value = try? Value(json: Array(text.utf8)), value["uitgave"]?.number == Self.form,
      let wijk = Wijk(value["wijk"]), let threshold = value["drempel"]?.number,
      let practices = value["praktijken"]?.number, let structure = value["structuur"]
    else { throw UnreadableRelease() }
    self.init(
      wijk: wijk, tables: try Self.all("tabellen", of: value) { ReleasableTable($0) },
      internalTables: try Self.all("intern", of: value) { ReleasableTable($0) },
      rates: try Self.all("tempo", of: value) { StandardizedRate($0) },
      structure: ReleaseStructure(members: structure.members), threshold: threshold,
      practiceCount: practices, notes: try Self.all("opmerkingen", of: value) { TableNote($0) })
  }

  private static func all<Element>(
    _ name: String, of value: Value, _ read: (Value) -> Element?
  ) throws(UnreadableRelease) -> [Element] {
    guard case .list(let items) = value[name] else { throw UnreadableRelease() }
    let elements = items.compactMap(read)
    guard elements.count == items.count else { throw UnreadableRelease() }
    return elements
  }
}

extension Wijk {
  fileprivate init?(_ value: ReleaseStructure.Value?) {
    guard let parts = value?.elements, parts.count == 5, let name = parts[0].text,
      let slug = parts[1].text
    else { return nil }
    let postcodes = parts[2].elements.compactMap { $0.number.flatMap { Postcode4($0) } }
    let practices = parts[3].elements.compactMap { $0.text.flatMap { AGBCode(text: $0) } }
    guard postcodes.count == parts[2].elements.count, practices.count == parts[3].elements.count
    else { return nil }
    self.init(
      name: name, slug: slug, postcodes: postcodes, practices: practices,
      buurten: parts[4].elements.compactMap(\.text))
  }
}

extension TableNote {
  fileprivate var value: ReleaseStructure.Value {
    let facts = facts.sorted { $0.key < $1.key }.map {
      ReleaseStructure.Member($0.key, .text($0.value))
    }
    return .list([.text(code), .object(facts)])
  }

  fileprivate init?(_ value: ReleaseStructure.Value) {
    let parts = value.elements
    guard parts.count == 2, let code = parts[0].text else { return nil }
    var facts: [String: String] = [:]
    for member in parts[1].members { facts[member.name] = member.value.text }
    self.init(code, facts)
  }
}

extension StandardizedRate {
  fileprivate var value: ReleaseStructure.Value {
    .list([
      .text(area.kind.rawValue), .text(area.code), .text(group), .text(standard),
      .text(MachineNumber.text(rate)), .text(MachineNumber.text(variance)),
    ])
  }

  fileprivate init?(_ value: ReleaseStructure.Value) {
    let texts = value.texts
    guard texts.count == 6, let kind = AreaKind(rawValue: texts[0]), let rate = Double(texts[4]),
      let variance = Double(texts[5])
    else { return nil }
    self.init(
      area: Area(kind, texts[1]), group: texts[2], standard: texts[3], rate: rate,
      variance: variance)
  }
}
