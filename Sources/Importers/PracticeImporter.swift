import WijkModel

extension SourceImporter {
  /// Reads the list of practices; a row without a usable AGB code is left out (E371).
  func readPractices(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {
    var codes = ColumnTally("praktijk_agb")
    var names = ColumnTally("praktijknaam")
    var wijken = ColumnTally("wijk")
    var sizes = ColumnTally("fte")
    var mains = ColumnTally("hoofd_agb")
    var practices: [PracticeInfo] = []
    try table.forEachRow(&log) { row, _ in
      let result = AGBCell.parse(row.cell(table.field("praktijk_agb")))
      guard case .value(let code, _) = result else {
        codes.note("E371", line: row.line)
        return .rejected
      }
      _ = codes.take(result, line: row.line)
      let name = names.take(TextCell.parse(row.cell(table.field("praktijknaam"))), line: row.line)
      let wijk = wijken.take(TextCell.parse(row.cell(table.field("wijk"))), line: row.line)
      let fte = sizes.take(
        NumberCell.number(
          row.cell(table.field("fte")), hasDecimalPoint: table.hasDecimalPoint), line: row.line)
      let main = mains.take(AGBCell.parse(row.cell(table.field("hoofd_agb"))), line: row.line)
      practices.append(
        PracticeInfo(
          practice: code, name: name ?? "", wijk: wijk ?? "", fte: fte, mainPractice: main))
      return .accepted
    }
    log.add([codes, names, wijken, sizes, mains].filter { table.has($0.column) })
    data.practices += practices
  }
}
