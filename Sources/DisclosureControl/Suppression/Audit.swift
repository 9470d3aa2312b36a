/// Attacks published tables as a reader with a solver would, and says what leaks.
///
/// All tables enter one linear program whose unknowns are the finest cells. For every hidden cell, and
/// for every cell that nobody printed but anybody can name, the smallest and the largest count that fit
/// everything printed are computed (Fischetti and Salazar, Management Science 47(7), 2001, section 2).
///
/// - Parameters:
///   - releases: The tables of successive releases of one wijk, the oldest first.
///   - threshold: The smallest count that may be shown; that of the structure when nil.
/// - Returns: All flags and the interval of every hidden cell. Clean means that nothing leaks.
/// - Throws: `DisclosureError` when the tables do not have the structure that they claim.
public func audit(
  _ releases: [TextRelease], threshold: Int? = nil
) throws(DisclosureError) -> AuditResult {
  let model = try CellModel(releases)
  var auditor = Auditor(model, threshold: threshold ?? model.structure.threshold)
  try auditor.run()
  return auditor.result
}

/// One attack.
struct Auditor {
  private enum TargetKind {
    case hidden
    case rounded
    case derived
  }

  private struct Target {
    let key: CellKey
    let kind: TargetKind
    let unknowns: [Int]
    let upper: Double
  }

  let model: CellModel
  let threshold: Double
  private(set) var result = AuditResult()
  private var known: [(key: CellKey, value: Double)] = []

  init(_ model: CellModel, threshold: Int) {
    self.model = model
    self.threshold = Double(threshold)
  }

  /// Attacks.
  mutating func run() throws(DisclosureError) {
    for problem in model.problems {
      flag(problem.kind, problem.key, problem.detail)
    }
    result.cellCount = model.cells.count
    result.hiddenCount = model.cells.count { !$0.isShown && !$0.isRatioOnly }
    for cell in model.cells where cell.isShown {
      if isSmall(cell.lower) { flag(.shown, cell.key, "") }
      known.append((cell.key, cell.lower))
    }
    guard let (system, program) = try CellSystem.consistent(with: model) else {
      flag(.inconsistent, nil, "")
      return
    }
    let targets = try targets(of: system)
    var seen = SeenRanges(targets.map(\.unknowns), unknownCount: system.unknownCount)
    if let point = program.anyPoint() { seen.add(point) }
    for (place, target) in targets.enumerated() {
      attack(target, at: place, program, &seen)
    }
    addDifferences()
  }

  private func targets(of system: CellSystem) throws(DisclosureError) -> [Target] {
    var targets: [Target] = []
    var named: Set<[Int]> = []
    for cell in model.cells {
      let unknowns = try system.unknowns(of: cell.key).sorted()
      named.insert(unknowns)
      if cell.isShown { continue }
      targets.append(
        Target(
          key: cell.key, kind: cell.isRounded ? .rounded : .hidden, unknowns: unknowns,
          upper: cell.upper))
    }
    for cross in model.crosses {
      for key in system.keys(of: cross) where model.place(of: key) == nil {
        let unknowns = try system.unknowns(of: key).sorted()
        guard named.insert(unknowns).inserted else { continue }
        targets.append(Target(key: key, kind: .derived, unknowns: unknowns, upper: .infinity))
      }
    }
    return targets
  }

  private mutating func attack(
    _ target: Target, at place: Int, _ program: SplitProgram, _ seen: inout SeenRanges
  ) {
    // A cell that nobody printed is only objected to when it is certainly 1 up to the threshold.
    if target.kind == .derived, seen.lower[place] < 1 - 1e-5 || seen.upper[place] >= threshold {
      return
    }
    guard let low = program.extreme(of: target.unknowns, sense: 1) else {
      flag(.unsolved, target.key, "")
      return
    }
    seen.add(program)
    if target.kind == .derived, low < 1e-5 { return }
    guard let high = program.extreme(of: target.unknowns, sense: -1) else {
      flag(.unsolved, target.key, "")
      return
    }
    if high < .infinity { seen.add(program) }
    let lower = max(0, (low - 1e-5).rounded(.up))
    let upper = (high + 1e-5).rounded(.down)
    if lower == upper { known.append((target.key, lower)) }
    judge(target, lower, upper)
  }

  private mutating func judge(_ target: Target, _ lower: Double, _ upper: Double) {
    let limit: Int? = upper < 1e15 ? Int(upper) : nil
    let interval = "[\(Int(lower)),\(limit.map(String.init) ?? "∞")]"
    if target.kind == .derived {
      if lower == upper, isSmall(lower) {
        flag(.derived, target.key, interval)
      } else if lower >= 1, upper < threshold {
        flag(.narrower, target.key, interval)
      }
      return
    }
    result.intervals.append(
      AuditInterval(cell: model.name(target.key), lower: Int(lower), upper: limit))
    if upper < lower {
      flag(.inconsistent, target.key, interval)
    } else if upper == lower {
      if isSmall(lower) { flag(.exact, target.key, interval) }
    } else if target.kind == .rounded {
      return
    } else if upper - lower < Double(model.structure.minimumWidth) {
      if lower < threshold { flag(.narrow, target.key, interval) }
    } else if lower >= 1, upper < threshold, threshold <= target.upper {
      flag(.proven, target.key, interval)
    }
  }

  /// Cells that are known in two releases and differ by a small number.
  private mutating func addDifferences() {
    var places: [CellKey: [(release: Int, value: Double)]] = [:]
    var order: [CellKey] = []
    for (key, value) in known {
      var name = key
      name.release = 0
      if places[name] == nil { order.append(name) }
      places[name, default: []].append((key.release, value))
    }
    for name in order {
      let values = (places[name] ?? []).sorted { $0.release < $1.release }
      for (index, first) in values.enumerated() {
        for second in values[(index + 1)...]
        where first.release != second.release && isSmall(abs(first.value - second.value)) {
          flag(.difference, name, model.releaseNames.names[second.release])
        }
      }
    }
  }

  private func isSmall(_ value: Double) -> Bool { value > 0 && value < threshold }

  private mutating func flag(_ kind: AuditFlag.Kind, _ key: CellKey?, _ detail: String) {
    result.flags.append(AuditFlag(kind: kind, cell: key.map(model.name) ?? "", detail: detail))
  }
}

/// The range of each sum over all solutions seen so far; it lets most programs be skipped.
struct SeenRanges {
  private let targetsOf: [[Int32]]
  private let sizes: [Int]
  private(set) var lower: [Double]
  private(set) var upper: [Double]
  private var sums: [Double]

  init(_ targets: [[Int]], unknownCount: Int) {
    var lists = [[Int32]](repeating: [], count: unknownCount)
    for (place, unknowns) in targets.enumerated() {
      for unknown in unknowns { lists[unknown].append(Int32(place)) }
    }
    targetsOf = lists
    sizes = targets.map(\.count)
    lower = [Double](repeating: .infinity, count: targets.count)
    upper = [Double](repeating: -.infinity, count: targets.count)
    sums = [Double](repeating: 0, count: targets.count)
  }

  /// Takes a whole solution in.
  mutating func add(_ point: [Double]) {
    for (unknown, value) in point.enumerated() {
      for target in targetsOf[unknown] { sums[Int(target)] += value }
    }
    for place in sums.indices {
      lower[place] = min(lower[place], sums[place])
      upper[place] = max(upper[place], sums[place])
      sums[place] = 0
    }
  }

  /// Takes the last solution of a program in, for targets that lie in its solved parts entirely.
  mutating func add(_ program: SplitProgram) {
    var counts: [Int32: Int] = [:]
    var order: [Int32] = []
    program.forEachSolvedUnknown { unknown, value in
      for target in targetsOf[unknown] {
        if counts[target] == nil { order.append(target) }
        counts[target, default: 0] += 1
        sums[Int(target)] += value
      }
    }
    for target in order {
      let place = Int(target)
      if counts[target] == sizes[place] {
        lower[place] = min(lower[place], sums[place])
        upper[place] = max(upper[place], sums[place])
      }
      sums[place] = 0
    }
  }
}
