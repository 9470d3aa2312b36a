import WijkModel

/// Reads who leads the treatment (hoofdbehandelaar).
enum MainProviderCell {
  /// The general practitioner or a specialist; blank and `onbekend` are missing, anything else E383.
  static func parse(_ cell: CellBytes) -> CellResult<MainProvider> {
    let cell = cell.trimmed
    if cell.isEmpty || cell.isWord("onbekend") || cell.isWord("?") {
      return .missing(.unknown, nil)
    }
    if cell.isWord("huisarts") || cell.isWord("ha") { return .value(.generalPractitioner, nil) }
    if cell.isWord("specialist") || cell.isWord("spec") || cell.isWord("2e lijn") {
      return .value(.specialist, nil)
    }
    return .rejected("E383")
  }
}
