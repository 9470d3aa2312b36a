/// Attacks published tables as a reader with a solver would, and says what leaks.
///
/// All tables enter one linear program whose unknowns are the finest cells. For every hidden cell, and
/// for every cell that nobody printed but anybody can name, the smallest and the largest count that fit
/// everything printed are computed (Fischetti and Salazar, Management Science 47(7), 2001, section 2).
///
/// - Parameters:
///   - releases: The tables of successive releases of one wijk, the oldest first.
///   - threshold: The smallest count that may be shown; that of the structure when nil.
/// - Returns: All flags and the interval of every hidden cell; the interval of a cell that is safe is at
///   least so wide. Clean means that nothing leaks.
/// - Throws: `DisclosureError` when the tables do not have the structure that they claim.
public func audit(
  _ releases: [TextRelease], threshold: Int? = nil
) throws(DisclosureError) -> AuditResult {
  try attack(releases, threshold: threshold, isExact: false)
}

/// Attacks published tables like ``audit(_:threshold:)``, and computes every interval exactly.
///
/// The flags are the same; this takes many times longer.
public func exactAudit(
  _ releases: [TextRelease], threshold: Int? = nil
) throws(DisclosureError) -> AuditResult {
  try attack(releases, threshold: threshold, isExact: true)
}

/// Attacks published tables; without `mergesLeaves` no parent stands for its children.
func attack(
  _ releases: [TextRelease], threshold: Int? = nil, isExact: Bool, mergesLeaves: Bool = true
) throws(DisclosureError) -> AuditResult {
  let model = try CellModel(releases)
  var auditor = Auditor(
    model, threshold: threshold ?? model.structure.threshold, isExact: isExact,
    mergesLeaves: mergesLeaves)
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
  /// Whether the interval of every hidden cell is computed; else that of cells that are not safe.
  let isExact: Bool
  /// Whether parents may stand for their children.
  let mergesLeaves: Bool
  private(set) var result = AuditResult()
  private var known: [(key: CellKey, value: Double)] = []

  init(_ model: CellModel, threshold: Int, isExact: Bool, mergesLeaves: Bool) {
    self.model = model
    self.isExact = isExact
    self.mergesLeaves = mergesLeaves
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
    let found = try CellSystem.consistent(with: model, mergesLeaves: mergesLeaves)
    guard let (system, program) = found else {
      flag(.inconsistent, nil, "")
      return
    }
    let targets = try targets(of: system, at: program.point)
    var seen = SeenRanges(targets.map(\.unknowns), point: program.point)
    for (place, target) in targets.enumerated() {
      attack(target, at: place, program, &seen)
    }
    addDifferences()
  }

  /// The cells to attack; those that nobody printed only where they are not safe at a point.
  private func targets(
    of system: CellSystem, at point: [Double]
  ) throws(DisclosureError) -> [Target] {
    var targets: [Target] = []
    var named: Set<CellSum> = []
    for cell in model.cells {
      let sum = try system.sum(of: cell.key)
      named.insert(sum)
      if cell.isShown { continue }
      targets.append(
        Target(
          key: cell.key, kind: cell.isRounded ? .rounded : .hidden,
          unknowns: system.unknowns(of: sum), upper: cell.upper))
    }
    let suspects = try UnprintedCells(
      system, at: point, besides: named, within: (1 - 1e-5)..<max(1, threshold))
    for cell in suspects.suspects {
      targets.append(
        Target(key: cell.key, kind: .derived, unknowns: cell.unknowns, upper: .infinity))
    }
    return targets
  }

  private mutating func attack(
    _ target: Target, at place: Int, _ program: ReaderProgram, _ seen: inout SeenRanges
  ) {
    let mustSolve = isExact && target.kind != .derived
    var range = (lower: seen.lower[place], upper: seen.upper[place])
    var near: [Double: Bool] = [:]
    for sense in [1.0, -1.0] where mustSolve || !isSafe(target, range) {
      guard let limit = program.nearLimit(of: target.unknowns, sense: sense) else { continue }
      take(limit.value, sense, place, program, &seen, &range)
      near[sense] = limit.isExact
    }
    for sense in [1.0, -1.0] where mustSolve || !isSafe(target, range) {
      if near[sense] == true { continue }
      guard let limit = program.limit(of: target.unknowns, sense: sense) else {
        flag(.unsolved, target.key, "")
        return
      }
      take(limit, sense, place, program, &seen, &range)
    }
    // Between 0 and 1 lies no whole count, yet nobody can be sure that there is one person.
    if target.kind == .derived, isSafe(target, range) { return }
    judge(target, whole(range))
  }

  /// Widens what is known of a target by the last solution.
  private func take(
    _ limit: Double, _ sense: Double, _ place: Int, _ program: ReaderProgram,
    _ seen: inout SeenRanges, _ range: inout (lower: Double, upper: Double)
  ) {
    if limit.isFinite { seen.add(program) }
    let ends = sense > 0 ? (limit, seen.upper[place]) : (seen.lower[place], limit)
    range = (min(range.lower, ends.0), max(range.upper, ends.1))
  }

  /// The whole numbers in a range.
  private func whole(_ range: (lower: Double, upper: Double)) -> (lower: Double, upper: Double) {
    (max(0, (range.lower - 1e-5).rounded(.up)), (range.upper + 1e-5).rounded(.down))
  }

  /// Whether a range that is possible suffices to see that a target leaks nothing.
  private func isSafe(_ target: Target, _ range: (lower: Double, upper: Double)) -> Bool {
    let (lower, upper) = whole(range)
    switch target.kind {
    // A cell that nobody printed is only objected to when it is certainly 1 up to the threshold.
    case .derived: return range.lower < 1 - 1e-5 || upper >= threshold
    case .rounded: return lower < upper
    case .hidden:
      return upper - lower >= Double(model.structure.minimumWidth)
        && (lower < 1 || upper >= threshold || threshold > target.upper)
    }
  }

  private mutating func judge(_ target: Target, _ range: (lower: Double, upper: Double)) {
    let (lower, upper) = range
    if lower == upper { known.append((target.key, lower)) }
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
