/// The cheapest choice of cells that meets a list of demands, by branch and bound over whole choices.
///
/// Made for the many small problems of a release, where a solver for general programs spends its time
/// on preparing. Nodes are counted and not timed, so that the same input gives the same choice.
struct CoverSearch {
  /// How a search ended.
  enum Outcome {
    /// The cheapest choice below the ceiling.
    case cheapest([Bool])
    /// No choice is cheaper than the ceiling.
    case none
    /// The nodes were used up; the cheapest choice found below the ceiling, if any.
    case unfinished([Bool]?)
  }

  private enum Mark: UInt8 {
    case open, chosen, left
  }

  private let costs: [Double]
  private let demands: [SparseRow]
  private let demandsOf: [[(demand: Int, weight: Double)]]
  private var marks: [Mark]
  /// What each demand still asks for; conditional ones ask for nothing until they are switched on.
  private var missing: [Double]
  private var cost = 0.0
  private var ceiling: Double
  private var best: [Bool]?
  private var nodes: Int
  private var used: [Int]
  private var stamp = 0

  /// Makes a search for a choice that costs less than a ceiling.
  init(costs: [Double], demands: [SparseRow], ceiling: Double, maximumNodes: Int) {
    self.costs = costs
    self.demands = demands
    self.ceiling = ceiling
    nodes = maximumNodes
    var lists = [[(demand: Int, weight: Double)]](repeating: [], count: costs.count)
    for (place, demand) in demands.enumerated() {
      for (column, weight) in zip(demand.columns, demand.coefficients) {
        lists[column].append((place, weight))
      }
    }
    demandsOf = lists
    marks = [Mark](repeating: .open, count: costs.count)
    missing = demands.map(\.lower)
    used = [Int](repeating: 0, count: costs.count)
  }

  /// Searches.
  mutating func run() -> Outcome {
    let isComplete = descend()
    if !isComplete { return .unfinished(best) }
    return best.map { .cheapest($0) } ?? .none
  }

  /// Searches below the current choice; false when the nodes are used up.
  private mutating func descend() -> Bool {
    guard nodes > 0 else { return false }
    nodes -= 1
    guard let (bound, branch) = bound(), cost + bound < ceiling - 1e-6 else { return true }
    guard let branch else {
      ceiling = cost
      best = marks.map { $0 == .chosen }
      return true
    }
    var tried: [Int] = []
    var isComplete = true
    for column in candidates(of: branch) where isComplete {
      choose(column)
      isComplete = descend()
      undo(column)
      marks[column] = .left
      tried.append(column)
    }
    for column in tried { marks[column] = .open }
    return isComplete
  }

  private mutating func choose(_ column: Int) {
    marks[column] = .chosen
    cost += costs[column]
    for (demand, weight) in demandsOf[column] { missing[demand] -= weight }
  }

  private mutating func undo(_ column: Int) {
    cost -= costs[column]
    for (demand, weight) in demandsOf[column] { missing[demand] += weight }
  }

  /// What the open demands cost at least, with the one to branch on (nil when all are met); nil when one
  /// cannot be met.
  ///
  /// Demands that share no cell add up; each costs at least what its cheapest cells cost per weight.
  private mutating func bound() -> (bound: Double, branch: Int?)? {
    stamp += 1
    var bound = 0.0
    var branch: (demand: Int, room: Double)?
    for demand in demands.indices where missing[demand] > 1e-6 {
      let room = openWeight(of: demand)
      if room < missing[demand] - 1e-6 { return nil }
      let slack = room / missing[demand]
      if branch.map({ slack < $0.room }) ?? true { branch = (demand, slack) }
      if let least = leastCost(of: demand) { bound += least }
    }
    return (bound, branch?.demand)
  }

  private func openWeight(of demand: Int) -> Double {
    var sum = 0.0
    let row = demands[demand]
    for (column, weight) in zip(row.columns, row.coefficients)
    where marks[column] == .open && weight > 0 {
      sum += weight
    }
    return sum
  }

  /// The least cost of a demand, when no demand that counts already shares an open cell with it.
  private mutating func leastCost(of demand: Int) -> Double? {
    let row = demands[demand]
    var open: [(cost: Double, weight: Double)] = []
    for (column, weight) in zip(row.columns, row.coefficients)
    where marks[column] == .open && weight > 0 {
      if used[column] == stamp { return nil }
      open.append((costs[column], weight))
    }
    for column in row.columns where marks[column] == .open { used[column] = stamp }
    var left = missing[demand]
    // Whole cells: a cell that suffices alone costs no less than it costs.
    let isSimple = open.allSatisfy { $0.weight >= left - 1e-6 }
    if isSimple { return open.map(\.cost).min() }
    open.sort { $0.cost * $1.weight < $1.cost * $0.weight }
    var cost = 0.0
    for (price, weight) in open where left > 0 {
      cost += price * min(1, left / weight)
      left -= weight
    }
    return cost
  }

  /// The cells that help a demand, those that help most demands per cost first.
  private func candidates(of demand: Int) -> [Int] {
    let row = demands[demand]
    var order: [(column: Int, gain: Double)] = []
    for (column, weight) in zip(row.columns, row.coefficients)
    where marks[column] == .open && weight > 0 {
      var gain = 0.0
      for (other, weight) in demandsOf[column] where missing[other] > 1e-6 {
        gain += min(1, weight / missing[other])
      }
      order.append((column, gain / costs[column]))
    }
    order.sort { $0.gain != $1.gain ? $0.gain > $1.gain : $0.column < $1.column }
    return order.map(\.column)
  }
}
