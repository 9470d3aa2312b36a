/// The range of each sum over all solutions seen so far; it lets most programs be skipped.
struct SeenRanges {
  private let targetsOf: [[Int32]]
  private let values: [Double]
  /// The smallest value seen of each sum.
  private(set) var lower: [Double]
  /// The largest value seen of each sum.
  private(set) var upper: [Double]
  private var moves: [Double]
  private var moved: [Int32] = []

  /// Makes the ranges of sums at a point.
  init(_ targets: [[Int]], point: [Double]) {
    var lists = [[Int32]](repeating: [], count: point.count)
    for (place, unknowns) in targets.enumerated() {
      for unknown in unknowns { lists[unknown].append(Int32(place)) }
    }
    targetsOf = lists
    values = targets.map { $0.reduce(0) { $0 + point[$1] } }
    lower = values
    upper = values
    moves = [Double](repeating: 0, count: targets.count)
  }

  /// Takes the last solution of a program in.
  mutating func add(_ program: ReaderProgram) {
    program.forEachMoved { unknown, deviation in
      for target in targetsOf[unknown] {
        if moves[Int(target)] == 0 { moved.append(target) }
        moves[Int(target)] += deviation
      }
    }
    for target in moved {
      // A sum that returned to zero on the way is listed twice, which does no harm.
      let place = Int(target)
      lower[place] = min(lower[place], values[place] + moves[place])
      upper[place] = max(upper[place], values[place] + moves[place])
      moves[place] = 0
    }
    moved.removeAll(keepingCapacity: true)
  }
}
