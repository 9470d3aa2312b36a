/// Round numbers along an axis.
struct Axis: Hashable, Sendable {
  /// The marks, from low to high; at least two.
  let ticks: [Double]
  /// Decimals that the marks need.
  let decimals: Int

  /// Makes an axis that covers the range with steps of 1, 2 or 5 times a power of ten.
  ///
  /// At most `steps` steps, and one more when the range does not start at a mark.
  init(covering range: ClosedRange<Double>, steps: Int) {
    let span = max(range.upperBound - range.lowerBound, 1e-9)
    var power = 1.0
    var decimals = 0
    while span / power > Double(steps) * 5 { power *= 10 }
    while span / power < Double(steps) / 2, decimals < 9 {
      power /= 10
      decimals += 1
    }
    let step = power * ([1.0, 2, 5, 10].first { span / (power * $0) <= Double(steps) } ?? 10)
    let first = Int((range.lowerBound / step).rounded(.down))
    let last = max(Int((range.upperBound / step).rounded(.up)), first + 1)
    ticks = (first...last).map { Double($0) * step }
    self.decimals = step >= 1 ? 0 : decimals
  }

  /// The lowest and highest mark.
  var range: ClosedRange<Double> { (ticks.first ?? 0)...(ticks.last ?? 1) }

  /// Where a value lies between two places on the canvas; outside values are put on the edge.
  func place(_ value: Double, from start: Double, to end: Double) -> Double {
    let part = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return start + (end - start) * min(max(part, 0), 1)
  }
}
