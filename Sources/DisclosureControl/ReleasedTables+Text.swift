/// The tables as a reader of the published files has them: every cell as its text.
///
/// It is what goes into an attack (``audit(_:threshold:)``), also together with earlier releases.
///
/// - Parameter released: The tables of one wijk that may be published.
/// - Returns: One table per released table, `<id>.csv`, with the structure of the release.
public func textRelease(of released: ReleasedTables) -> TextRelease {
  textRelease(of: released.tables, structure: released.structure)
}

/// Tables as a reader of the published files has them, with what is said of their structure.
public func textRelease(
  of tables: [ReleasableTable], structure: ReleaseStructure
) -> TextRelease {
  TextRelease(tables: tables.map(\.text), structure: structure)
}

extension ReleasableTable {
  /// The table with its cells as texts.
  var text: TextTable {
    TextTable(name: fileName, header: columns.map(\.name), rows: rows.map { $0.map(\.text) })
  }

  /// The name of the file in `tabellen/`.
  public var fileName: String { id + ".csv" }
}

extension ReleasableCell {
  /// The symbol for a hidden value.
  public static let suppressedText = "•"
  /// The word for a value that is unknown in the source.
  public static let unknownText = "onbekend"

  /// What stands in `tabellen/*.csv`: numbers in the machine form, `•` for hidden, empty for absent.
  public var text: String {
    switch self {
    case .text(let text): text
    case .count(let count): String(count)
    case .number(let number): number.isFinite ? MachineNumber.text(number) : Self.unknownText
    case .suppressed: Self.suppressedText
    case .absent: ""
    case .unknown: Self.unknownText
    }
  }
}
