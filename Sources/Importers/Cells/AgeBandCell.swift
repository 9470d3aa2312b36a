import WijkModel

/// An age band as a published table writes it, or all ages together.
enum AgeBandValue: Hashable, Sendable {
  /// One band.
  case band(AgeBand)
  /// `Totaal`, `Totaal leeftijd`, `Alle leeftijden`.
  case total
}

/// Reads age bands.
enum AgeBandCell {
  static func parse(_ cell: CellBytes) -> CellResult<AgeBandValue> { .rejected("E344") }
}
