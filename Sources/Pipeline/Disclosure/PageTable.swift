/// A table of the chapter as it stands in a published file, read from the outside.
struct PageTable: Hashable, Sendable {
  /// The caption, with the number and the badge.
  let caption: String
  /// The header, then the rows; all texts without markup.
  let rows: [[String]]
  /// The name on the tab of its sheet; empty elsewhere.
  var sheet = ""
  /// Whether it has the values of a figure, which are no counts unless a sheet of a table has them.
  var isFigure = false

  /// Whether the table counts patients.
  var countsPatients: Bool {
    let bytes = Array(caption.utf8)[...]
    return PageText.holds(bytes, "Patiëntenpopulatie")
      || PageText.holds(bytes, "Inwoners en patiënten")
      || isFigure && PageText.holds(Array(caption.lowercased().utf8)[...], "patiënt")
  }

  /// `Tabel 13` or `blad t214`, for messages.
  var name: String {
    if !sheet.isEmpty { return "blad " + sheet }
    let kind = isFigure ? "Figuur " : "Tabel "
    guard let start = caption.firstRange(of: kind) else { return isFigure ? "figuur" : "tabel" }
    return kind + caption[start.upperBound...].prefix { $0.isNumber }
  }
}

/// A table of the machine written once more, row by row, for other eyes: a sheet, a file for Excel.
struct TableCopy: Hashable, Sendable {
  /// `t214`, the number of the table.
  let number: String
  /// For messages, such as `blad t214`.
  let name: String
  /// The header, then the rows; numbers with a decimal point or comma.
  let rows: [[String]]
}

/// What a published file shows, read from the outside.
struct PublishedPage: Hashable, Sendable {
  /// Tables that are made for reading.
  var tables: [PageTable] = []
  /// Tables that are those of the machine in other words.
  var copies: [TableCopy] = []
  /// Sentences, captions, notes, descriptions of figures, properties.
  var texts: [String] = []
  /// Values that charts keep and their cells do not show.
  var strayValues: [StrayValue] = []
}

/// A value that a chart keeps of a cell that does not show it.
struct StrayValue: Hashable, Sendable {
  /// The name on the tab of the sheet.
  let sheet: String
  /// Whether the cell is hidden.
  let isHidden: Bool
}
