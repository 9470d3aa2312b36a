/// What is printed in all tables of one or more releases: cells, ratios and the codes of dimensions.
///
/// The semantics are those of `tools/audit`, so that both auditors mean the same by one file.
struct CellModel {
  /// A place where a cell is printed.
  struct Occurrence: Hashable {
    /// The release, as its place among the releases that were read.
    let release: Int
    /// The table, as its place in the release.
    let table: Int
    /// The record.
    let row: Int
    /// The column.
    let column: Int
  }

  /// What is printed about one cell.
  struct Cell {
    let key: CellKey
    var lower: Double
    var upper: Double
    var isShown: Bool
    var isRounded: Bool
    /// Whether only a ratio of the cell is printed and not the count.
    var isRatioOnly: Bool
    /// Whether one of the places where it is printed hides it.
    var isHiddenSomewhere: Bool
    var occurrences: [Occurrence]
  }

  /// A printed ratio: a range of numerator ÷ denominator.
  struct Ratio {
    let numerator: CellKey
    let denominator: CellKey
    let range: ClosedRange<Double>
    let isShown: Bool
    let occurrence: Occurrence
  }

  /// The dimensions of one table, of which every combination of codes can be named.
  struct Cross: Hashable {
    let measure: Int
    let release: Int
    let dimensions: [Int]
    let absentIsZero: Bool
  }

  /// Something that is wrong before any program is solved.
  struct Problem {
    let kind: AuditFlag.Kind
    let key: CellKey?
    let detail: String
  }

  let structure: AuditStructure
  let releases: [TextRelease]
  var dimensions = NameRegistry()
  var measures = NameRegistry()
  var releaseNames = NameRegistry()
  /// All codes that were named, per dimension.
  var codeNames: [NameRegistry] = []
  /// The codes that exist, per dimension, in order of appearance.
  var codes: [[Int]] = []
  private var knownCodes: [Set<Int>] = []
  var cells: [Cell] = []
  /// The places of the printed cells.
  private(set) var places = CellPlaces()
  var ratios: [Ratio] = []
  var publicValues: [CellKey: Double] = [:]
  var crosses: [Cross] = []
  var problems: [Problem] = []

  /// Reads the tables of successive releases, the oldest first.
  init(_ releases: [TextRelease]) throws(DisclosureError) {
    self.releases = releases
    let structures = releases.map(\.structure)
    let merged = structures.dropFirst().reduce(structures.first ?? ReleaseStructure(members: [])) {
      $0.merged(with: $1)
    }
    structure = AuditStructure(merged)
    for place in releases.indices { try read(place) }
    if structure["joint"]?.flag == true { addJointCrosses() }
    addCodesOfStructure()
  }

  /// The place of a printed cell, or nil when nobody prints it.
  func place(of key: CellKey) -> Int? { places[key] }

  /// The place of a dimension; a new one is added.
  mutating func dimension(_ name: String) -> Int {
    let place = dimensions.place(name)
    while codes.count <= place {
      codes.append([])
      knownCodes.append([])
      codeNames.append(NameRegistry())
    }
    return place
  }

  /// The place of a code, without saying that it exists.
  mutating func code(_ name: String, of dimension: Int) -> Int {
    codeNames[dimension].place(name)
  }

  /// Says that a code exists.
  mutating func addCode(_ code: Int, of dimension: Int) {
    if knownCodes[dimension].insert(code).inserted { codes[dimension].append(code) }
  }

  /// Whether a code exists.
  func hasCode(_ code: Int, of dimension: Int) -> Bool { knownCodes[dimension].contains(code) }

  /// Adds what a table prints about a cell to what others print.
  mutating func add(_ cell: Cell, table: String) {
    guard let place = places[cell.key] else {
      places.insert(cells.count, for: cell.key)
      cells.append(cell)
      return
    }
    if cells[place].isRatioOnly {
      cells[place] = cell
      return
    }
    let old = cells[place]
    if old.isShown, cell.isShown, abs(old.lower - cell.lower) > 1e-6 {
      problems.append(Problem(kind: .inconsistent, key: cell.key, detail: table))
    } else if old.isShown != cell.isShown, !old.isRounded, !cell.isRounded {
      problems.append(Problem(kind: .exact, key: cell.key, detail: table))
    }
    cells[place].lower = max(old.lower, cell.lower)
    cells[place].upper = min(old.upper, cell.upper)
    cells[place].isShown = old.isShown || cell.isShown
    cells[place].isHiddenSomewhere = old.isHiddenSomewhere || cell.isHiddenSomewhere
    cells[place].occurrences += cell.occurrences
  }

  /// A cell as a reader would name it: `patienten[gebied=1901, groep=COPD]`.
  func name(_ key: CellKey) -> String {
    let release = releaseNames.names[key.release]
    let codes = key.codes.map {
      dimensions.names[$0.dimension] + "=" + codeNames[$0.dimension].names[$0.code]
    }
    return measures.names[key.measure] + (release.isEmpty ? "" : "@" + release) + "["
      + (codes.isEmpty ? "Totaal" : codes.joined(separator: ", ")) + "]"
  }

  /// Whether the codes of a dimension overlap.
  func isOverlapping(_ dimension: Int) -> Bool {
    structure.nonadditive.contains(dimensions.names[dimension])
  }

  /// The cell that an entry of `equal` names, or nil when nothing of it is printed.
  func key(_ value: ReleaseStructure.Value, _ release: Int) -> CellKey? {
    guard let measure = value["measure"]?.text.flatMap(measures.existing) else { return nil }
    var named: [DimensionCode] = []
    for member in value["codes"]?.members ?? [] {
      guard let dimension = dimensions.existing(member.name),
        let code = member.value.text.flatMap(codeNames[dimension].existing),
        hasCode(code, of: dimension)
      else { return nil }
      named.append(DimensionCode(dimension: dimension, code: code))
    }
    return CellKey(measure: measure, release: release, codes: CellSystem.sorted(named))
  }

  private mutating func addJointCrosses() {
    var joint: [Cross] = []
    for cross in crosses {
      let same = joint.firstIndex { $0.measure == cross.measure && $0.release == cross.release }
      let dimensions = Set(cross.dimensions + (same.map { joint[$0].dimensions } ?? [])).sorted()
      let united = Cross(
        measure: cross.measure, release: cross.release, dimensions: dimensions, absentIsZero: false)
      if let same { joint[same] = united } else { joint.append(united) }
    }
    crosses += joint
  }

  /// The codes that the structure names, and all children of parents that occur.
  private mutating func addCodesOfStructure() {
    for member in structure["codes"]?.members ?? [] {
      let place = dimension(member.name)
      for name in member.value.texts { addCode(code(name, of: place), of: place) }
    }
    for place in dimensions.names.indices {
      let hierarchy = structure.hierarchy(of: dimensions.names[place])
      var todo = hierarchy.compactMap { entry in
        codeNames[place].existing(entry.parent).flatMap { hasCode($0, of: place) ? $0 : nil }
      }
      while let parent = todo.popLast() {
        let name = codeNames[place].names[parent]
        for child in hierarchy.last(where: { $0.parent == name })?.children ?? [] {
          let childCode = code(child, of: place)
          guard !hasCode(childCode, of: place) else { continue }
          addCode(childCode, of: place)
          todo.append(childCode)
        }
      }
    }
  }
}
