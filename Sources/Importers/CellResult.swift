import WijkModel

/// What a cell parser makes of the bytes of one cell.
public enum CellResult<Value: Sendable & Hashable>: Sendable, Hashable {
  /// Read; the code tells an oddity that was understood.
  case value(Value, FindingCode?)
  /// Not there, with the reason; the code tells an oddity.
  case missing(MissingReason, FindingCode?)
  /// Refused: the value is unknown and the code is a finding.
  case rejected(FindingCode)
}
