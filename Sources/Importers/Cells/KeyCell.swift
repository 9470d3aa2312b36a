import WijkModel

/// Reads the key of a person: any text, compared exactly; leading zeros are kept.
enum KeyCell {
  /// The key of the trimmed cell; a blank one is refused with its row (E304).
  static func parse(_ cell: CellBytes) -> CellResult<PersonKey> {
    guard let key = PersonKey(cell: cell.trimmed) else { return .rejected("E304") }
    return .value(key, nil)
  }
}
