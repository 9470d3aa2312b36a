import WijkModel

/// Decides which of several rows of one person counts.
struct RegistrationResolver {
  /// A row of a file.
  struct Place {
    let file: Int
    let row: Int
  }

  private let files: [PatientColumns]
  private let practices: [[UInt16]]
  /// Contradicting rows per pair of lines, per file.
  private var pairs: [[Pair: Int]]
  /// W303 and E303.
  private(set) var findings = FindingLog()
  /// E303 names both lines of this many pairs per file; the rest are one finding with a count.
  private static let namedPairs = 10

  init(files: [PatientColumns], practices: [[UInt16]]) {
    self.files = files
    self.practices = practices
    pairs = files.map { _ in [:] }
  }

  /// Moves rows that do not count to ``WaterfallStage/duplicate`` or
  /// ``WaterfallStage/contradiction``.
  mutating func resolve(
    _ personOfRow: [[UInt32]], personCount: Int, stages: inout [[UInt8]]
  ) {
    var rowCounts = [UInt8](repeating: 0, count: personCount)
    for persons in personOfRow {
      for person in persons where person != PersonIndex.none {
        rowCounts[Int(person)] = min(rowCounts[Int(person)] + 1, 2)
      }
    }
    var rows: [(person: UInt32, place: Place)] = []
    for (file, persons) in personOfRow.enumerated() {
      for (row, person) in persons.enumerated()
      where person != PersonIndex.none && rowCounts[Int(person)] > 1 {
        rows.append((person, Place(file: file, row: row)))
      }
    }
    rows.sort {
      ($0.person, $0.place.file, $0.place.row) < ($1.person, $1.place.file, $1.place.row)
    }
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count && rows[end].person == rows[start].person { end += 1 }
      resolve(rows[start..<end].map(\.place), stages: &stages)
      start = end
    }
    addContradictions()
  }

  private mutating func resolve(_ rows: [Place], stages: inout [[UInt8]]) {
    let counted = UInt8(WaterfallStage.counted.index)
    let eligible = rows.filter { stages[$0.file][$0.row] == counted }
    guard let latest = eligible.map({ files[$0.file].enrolledFrom[$0.row] }).max() else { return }
    let sameDay = rows.filter { files[$0.file].enrolledFrom[$0.row] == latest }
    let isSound = saySame(sameDay)
    let winner =
      isSound
      ? eligible.filter { files[$0.file].enrolledFrom[$0.row] == latest }.min(by: isFirst) : nil
    for place in eligible {
      if let winner, winner.file == place.file && winner.row == place.row { continue }
      let columns = files[place.file]
      if !isSound && columns.enrolledFrom[place.row] == latest {
        stages[place.file][place.row] = UInt8(WaterfallStage.contradiction.index)
        note(place, against: sameDay)
      } else {
        stages[place.file][place.row] = UInt8(WaterfallStage.duplicate.index)
        findings.add(
          Finding(
            "W303", file: columns.file, line: Int(columns.lines[place.row]),
            column: "patientnummer"))
      }
    }
  }

  /// The order that decides which of equal rows counts: practice, file, line.
  private func isFirst(_ left: Place, _ right: Place) -> Bool {
    (practices[left.file][left.row], left.file, files[left.file].lines[left.row], left.row)
      < (
        practices[right.file][right.row], right.file, files[right.file].lines[right.row], right.row
      )
  }

  private func saySame(_ rows: [Place]) -> Bool {
    for (index, left) in rows.enumerated() {
      for right in rows[(index + 1)...] where !saySame(left, right) { return false }
    }
    return true
  }

  private func saySame(_ left: Place, _ right: Place) -> Bool {
    let (one, two) = (files[left.file], files[right.file])
    let isOneNumber =
      one.keys[left.row] == two.keys[right.row]
      && one.practices[left.row] == two.practices[right.row]
      && practices[left.file][left.row] == practices[right.file][right.row]
    if isOneNumber { return one.contents[left.row] == two.contents[right.row] }
    return one.ages[left.row] == two.ages[right.row]
      && one.sexes[left.row] == two.sexes[right.row]
      && one.postcodes[left.row] == two.postcodes[right.row]
      && one.enrolledUntil[left.row] == two.enrolledUntil[right.row]
      && one.deceased[left.row] == two.deceased[right.row]
      && one.categories[left.row] == two.categories[right.row]
  }

  private mutating func note(_ place: Place, against rows: [Place]) {
    let line = files[place.file].lines[place.row]
    let other =
      rows.filter { !saySame($0, place) }.min(by: isFirst)
      ?? rows.filter { $0.file != place.file || $0.row != place.row }.min(by: isFirst)
    guard let other else { return }
    let otherLine = files[other.file].lines[other.row]
    let pair =
      other.file == place.file
      ? Pair(line: min(line, otherLine), file: "", other: max(line, otherLine))
      : Pair(line: line, file: files[other.file].file, other: otherLine)
    pairs[place.file][pair, default: 0] += 1
  }

  private mutating func addContradictions() {
    for (file, pairs) in pairs.enumerated() {
      for (place, pair) in pairs.sorted(by: { $0.key < $1.key }).enumerated() {
        findings.add(
          Finding(
            "E303", file: files[file].file, line: Int(pair.key.line), column: "patientnummer",
            count: pair.value, facts: place < Self.namedPairs ? ["andere": pair.key.text] : [:]))
      }
    }
  }
}

/// Two lines that contradict each other; the second may be in another file.
private struct Pair: Hashable, Comparable {
  let line: UInt32
  let file: String
  let other: UInt32

  var text: String { file.isEmpty ? "\(other)" : "\(other) van \(file)" }

  static func < (left: Self, right: Self) -> Bool {
    (left.line, left.file, left.other) < (right.line, right.file, right.other)
  }
}
