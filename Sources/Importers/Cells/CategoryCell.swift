import WijkModel

/// Reads the category of a patient (NHG table 5).
enum CategoryCell {
  /// Regular, temporary or passer-by; a blank cell is regular with W203, anything else E322.
  static func parse(_ cell: CellBytes) -> CellResult<PatientCategory> {
    let cell = cell.trimmed
    if cell.isEmpty { return .value(.regular, "W203") }
    if cell.isWord("v") || cell.isWord("vast") || cell.isWord("ion") {
      return .value(.regular, nil)
    }
    if cell.isWord("t") || cell.isWord("tijdelijk") { return .value(.temporary, nil) }
    if cell.isWord("p") || cell.isWord("passant") { return .value(.passerby, nil) }
    return .rejected("E322")
  }
}
