import WijkModel

/// Waterfalls per file, practice and wijk, and in total.
///
/// Rejected records and rows without a practice belong to a practice or wijk when all other rows of
/// their file do; otherwise they are in the total and in the file's waterfall only. Rows of a
/// practice in no wijk are in the waterfall of a wijk under the same condition.
struct WaterfallBook: Sendable {
  /// Everything together.
  private(set) var total = Waterfall()
  /// Per file.
  private(set) var byFile: [String: Waterfall] = [:]
  /// Per practice of the directory.
  private(set) var byPractice: [Waterfall]
  /// Per wijk of the plan.
  private(set) var byWijk: [Waterfall]

  init(
    files: [PatientColumns], practices: [[UInt16]], stages: [[UInt8]],
    directory: PracticeDirectory, wijkCount: Int
  ) {
    byPractice = [Waterfall](repeating: Waterfall(), count: directory.entries.count)
    byWijk = [Waterfall](repeating: Waterfall(), count: wijkCount)
    for (file, columns) in files.enumerated() {
      let own = Self.waterfalls(practices[file], stages[file], count: directory.entries.count)
      let present = own.indices.dropLast().filter { own[$0][.read] > 0 }
      let wijken = Set(present.compactMap { directory.entries[$0].wijk })
      let wijk = wijken.count == 1 ? wijken.first : wijken.isEmpty && wijkCount == 1 ? 0 : nil
      // Whatever the importer calls rejected: what was read and did not reach us.
      var loose = own[own.count - 1]
      loose.add(max(0, columns.recordsRead - columns.keys.count), to: .rejected)
      var whole = loose
      for place in present {
        whole.add(own[place])
        byPractice[place].add(own[place])
        if let home = directory.entries[place].wijk ?? wijk { byWijk[home].add(own[place]) }
      }
      if present.count == 1 { byPractice[present[0]].add(loose) }
      if let wijk { byWijk[wijk].add(loose) }
      byFile[columns.file, default: Waterfall()].add(whole)
      total.add(whole)
    }
  }

  /// One waterfall per practice, then one of the rows without a practice.
  private static func waterfalls(
    _ practices: [UInt16], _ stages: [UInt8], count: Int
  ) -> [Waterfall] {
    let width = WaterfallStage.allCases.count
    var counts = [Int](repeating: 0, count: (count + 1) * width)
    for row in practices.indices {
      let practice = practices[row] == PracticeDirectory.none ? count : Int(practices[row])
      counts[practice * width + Int(stages[row])] += 1
    }
    return (0...count).map { practice in
      var waterfall = Waterfall()
      for (place, stage) in WaterfallStage.allCases.enumerated() where stage != .read {
        waterfall.add(counts[practice * width + place], to: stage)
      }
      return waterfall
    }
  }
}
