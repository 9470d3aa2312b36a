import DisclosureControl

/// Reads the cells of a sheet piece by piece: sheets are the largest parts of a workbook.
struct SheetReader {
  /// How a number is shown, as far as it changes what the number says.
  enum NumberFormat { case plain, percentage, euros }

  /// What the value of a cell is.
  private enum Kind { case shared, inline, text, number }

  /// A cell that has begun; cells in cells are no Excel, but whoever looks finds them.
  private struct OpenCell {
    let depth: Int
    let place: SheetCells.Place?
    let kind: Kind
    let style: Int
    /// The text of the first value; nil before it.
    var value: String?
    var all = ""
    /// The depth of the value that is being read.
    var valueDepth: Int?
    /// The depth of a hint how to say a text, which is no part of it.
    var hintDepth: Int?
  }

  /// The cells that were found.
  private(set) var cells = SheetCells()
  private let strings: [String]
  private let formats: [NumberFormat]
  private var open: [OpenCell] = []

  /// Prepares reading.
  ///
  /// - Parameters:
  ///   - strings: The shared texts of the workbook.
  ///   - formats: The formats of numbers by the style of a cell.
  init(strings: [String], formats: [NumberFormat]) {
    self.strings = strings
    self.formats = formats
  }

  /// Takes a piece of the sheet.
  mutating func take(_ piece: MarkupScanner.Piece, _ scanner: inout MarkupScanner) {
    switch piece {
    case .start: start(&scanner)
    case .text: if !open.isEmpty { add(scanner.text) }
    case .end: if !open.isEmpty { end(scanner.depth + 1) }
    }
  }

  private mutating func start(_ scanner: inout MarkupScanner) {
    if !open.isEmpty {
      let isValue = scanner.isLocal("v")
      let isHint = scanner.isLocal("rPh")
      for place in open.indices {
        if isHint, open[place].hintDepth == nil { open[place].hintDepth = scanner.depth }
        if isValue, open[place].depth + 1 == scanner.depth, open[place].value == nil {
          open[place].value = ""
          open[place].valueDepth = scanner.depth
        }
      }
    }
    guard scanner.isLocal("c") else { return }
    let name = scanner.attributeBytes("r")
    open.append(
      OpenCell(
        depth: scanner.depth, place: name.flatMap { CellRange.place($0) },
        kind: Self.kind(scanner.attributeBytes("t")),
        style: scanner.attribute("s").flatMap { Int($0) } ?? 0))
  }

  private static func kind(_ name: ArraySlice<UInt8>?) -> Kind {
    guard let name else { return .number }
    if name.elementsEqual("s".utf8) { return .shared }
    if name.elementsEqual("inlineStr".utf8) { return .inline }
    return ["str", "b", "e"].contains { name.elementsEqual($0.utf8) } ? .text : .number
  }

  private mutating func add(_ text: String) {
    for place in open.indices where open[place].hintDepth == nil {
      if open[place].valueDepth != nil { open[place].value?.append(text) }
      if open[place].kind == .inline { open[place].all += text }
    }
  }

  /// Ends the element at a depth.
  private mutating func end(_ depth: Int) {
    for place in open.indices {
      if open[place].valueDepth == depth { open[place].valueDepth = nil }
      if open[place].hintDepth == depth { open[place].hintDepth = nil }
    }
    guard let last = open.last, last.depth == depth else { return }
    open.removeLast()
    guard let place = last.place else { return }
    let text = text(of: last)
    if !text.isEmpty { cells.set(place, text) }
  }

  private func text(of cell: OpenCell) -> String {
    let value = cell.value ?? ""
    switch cell.kind {
    case .shared:
      return Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case .inline: return cell.all
    case .text: return value
    case .number: return number(value, style: cell.style)
    }
  }

  private func number(_ value: String, style: Int) -> String {
    guard formats.indices.contains(style), formats[style] != .plain, let number = Double(value)
    else { return value }
    return formats[style] == .percentage ? MachineNumber.text(number * 100) + " %" : "€ " + value
  }
}
