import Definitions
import WijkModel

/// Reads a cell with one or more programmes of chain care.
///
/// Names come from the definitions. Every spelling is looked up once and remembered, because a file
/// holds few of them and very many cells.
struct ProgramListCell: Sendable {
  /// What a spelling of a cell means.
  private struct Known: Sendable {
    let bytes: [UInt8]
    let programs: [CareProgram]
    let result: CellResult<Int>
  }

  private let definitions: DefinitionSet
  private var known: [Known] = []

  init(definitions: DefinitionSet) { self.definitions = definitions }

  /// The programmes of a cell and how it was read: their number; blank is missing; a cell without a
  /// known name is refused (E381), of a list with known and unknown names the known ones are used.
  mutating func parse(_ cell: CellBytes) -> (programs: [CareProgram], result: CellResult<Int>) {
    let cell = cell.trimmed
    if let found = known.first(where: { $0.bytes.elementsEqual(cell) }) {
      return (found.programs, found.result)
    }
    let read = Self.read(cell, definitions)
    // A column of free text must not fill the memory.
    if known.count < 200 {
      known.append(Known(bytes: Array(cell), programs: read.programs, result: read.result))
    }
    return read
  }

  private static func read(
    _ cell: CellBytes, _ definitions: DefinitionSet
  ) -> (programs: [CareProgram], result: CellResult<Int>) {
    if cell.isEmpty { return ([], .missing(.unknown, nil)) }
    let names = String(decoding: cell, as: UTF8.self)
      .split { ",;/|\n\r".contains($0) || $0 == "\r\n" }
      .map { HeaderName.normalized(String($0)) }.filter { !$0.isEmpty }
    var programs: [CareProgram] = []
    var isComplete = true
    for name in names {
      guard let program = definitions.program(named: name) else {
        isComplete = false
        continue
      }
      if !programs.contains(program) { programs.append(program) }
    }
    if programs.isEmpty { return ([], .rejected("E381")) }
    return (programs, .value(programs.count, isComplete ? nil : "E381"))
  }
}
