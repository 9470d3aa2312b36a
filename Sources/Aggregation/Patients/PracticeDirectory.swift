import WijkModel

/// The practices of a run: one entry per practice, whatever number of AGB codes it has.
///
/// Several AGB codes with one `hoofd_agb` (source `praktijken`) are one practice. A file without an
/// AGB column is a practice of its own, known by the name of the file; it belongs to the wijk of the
/// configuration when there is only one, and when that is also the only file and the only practice
/// of the configuration, it is that practice.
struct PracticeDirectory: Sendable {
  /// One practice.
  struct Entry: Sendable {
    /// The AGB code (of several: the main one); nil for a file without codes.
    let agb: AGBCode?
    /// The file, for a practice without an AGB code.
    let file: String?
    /// The name, or empty.
    var name: String
    /// Place of its wijk in the plan; nil when it belongs to none.
    let wijk: Int?
  }

  /// No practice.
  static let none: UInt16 = .max

  /// The practices: by AGB code, then those of files, by name.
  private(set) var entries: [Entry] = []
  private var byCode: [UInt32: UInt16] = [:]
  private var byFile: [String: UInt16] = [:]

  init(_ data: SourceData, plan: RegionPlan) {
    var mains: [UInt32: UInt32] = [:]
    for practice in data.practices {
      if let main = practice.mainPractice { mains[practice.practice.number] = main.number }
    }
    var codes = Set(plan.wijken.flatMap { $0.practices.map(\.number) })
    for practices in data.patients.map(\.practices) + data.episodes.map(\.practices)
      + data.carePrograms.map(\.practices)
    {
      var last: UInt32 = ColumnCode.noPractice
      for code in practices where code != last {
        codes.insert(code)
        last = code
      }
    }
    codes.remove(ColumnCode.noPractice)
    addPractices(codes, mains: mains, plan: plan)
    addFiles(data, plan: plan)
    nameEntries(data)
  }

  /// The practice of an AGB code, or ``none``.
  func index(code: UInt32) -> UInt16 { byCode[code] ?? Self.none }

  /// The practice that a file without AGB codes is, or ``none``.
  func index(file: String) -> UInt16 { byFile[file] ?? Self.none }

  /// The wijk of a practice.
  func wijk(_ index: UInt16) -> Int? { index == Self.none ? nil : entries[Int(index)].wijk }

  private mutating func addPractices(
    _ codes: Set<UInt32>, mains: [UInt32: UInt32], plan: RegionPlan
  ) {
    var wijkOfMain: [UInt32: Int] = [:]
    for (place, wijk) in plan.wijken.enumerated() {
      for practice in wijk.practices {
        let main = mains[practice.number] ?? practice.number
        wijkOfMain[main] = wijkOfMain[main] ?? place
      }
    }
    for main in Set(codes.map { mains[$0] ?? $0 }).sorted() {
      byCode[main] = UInt16(entries.count)
      entries.append(
        Entry(agb: AGBCode(Int(main)), file: nil, name: "", wijk: wijkOfMain[main]))
    }
    for code in codes { byCode[code] = byCode[mains[code] ?? code] }
  }

  private mutating func addFiles(_ data: SourceData, plan: RegionPlan) {
    let files = data.patients.filter(\.isOnePractice).map(\.file).sorted()
    if files.count == 1 && data.patients.count == 1 && entries.count == 1
      && entries[0].wijk != nil
    {
      byFile[files[0]] = 0
      return
    }
    for file in files {
      byFile[file] = UInt16(entries.count)
      let wijk = plan.wijken.count == 1 ? 0 : nil
      entries.append(Entry(agb: nil, file: file, name: file, wijk: wijk))
    }
  }

  private mutating func nameEntries(_ data: SourceData) {
    let infos = data.practices.sorted { $0.practice < $1.practice }
    let fromFiles = data.patients.flatMap { columns in
      columns.practiceNames.map { ($0.key, $0.value) }
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    for (code, name) in infos.map({ ($0.practice.number, $0.name) }) + fromFiles {
      let place = index(code: code)
      guard place != Self.none, entries[Int(place)].name.isEmpty else { continue }
      entries[Int(place)].name = name
    }
  }
}

extension PracticeDirectory {
  /// The practice of every row of a column of AGB codes.
  ///
  /// A blank takes the file's AGB code when all its other rows have one and the same.
  ///
  /// - Parameters:
  ///   - codes: AGB numbers, one per row.
  ///   - fallback: The practice of blank cells when the file has no code at all.
  /// - Returns: Places in ``entries``, or ``none``, one per row.
  func indexes(of codes: [UInt32], fallback: UInt16) -> [UInt16] {
    var sole: UInt32?
    var isSole = true
    var last = ColumnCode.noPractice
    for code in codes where code != last && code != ColumnCode.noPractice {
      if let sole, sole != code { isSole = false }
      sole = sole ?? code
      last = code
    }
    let blank = sole.map { isSole ? index(code: $0) : Self.none } ?? fallback
    var known = (code: ColumnCode.noPractice, index: blank)
    return codes.map { code in
      if code != known.code {
        known = (code, code == ColumnCode.noPractice ? blank : index(code: code))
      }
      return known.index
    }
  }
}
