/// A running sum that keeps the digits which a plain sum of doubles loses.
///
/// A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54
/// (1974). The sum of nothing is 0.
public struct CompensatedSum: Sendable {
  private var sum = 0.0
  private var lost = 0.0

  /// Makes an empty sum.
  public init() {}

  /// Adds a number.
  public mutating func add(_ value: Double) {
    let next = sum + value
    lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
    sum = next
  }

  /// The sum so far.
  public var value: Double { sum + lost }
}

/// The sum of numbers, the same to the last digit in whatever order they come.
///
/// The numbers are ordered by size before a compensated summation.
///
/// - Returns: 0 for no numbers.
public func orderedSum(_ values: some Sequence<Double>) -> Double {
  var sum = CompensatedSum()
  for value in values.sorted(by: { (abs($0), $0) < (abs($1), $1) }) { sum.add(value) }
  return sum.value
}

/// The mean Σ*w*·*x* / Σ*w*, the same to the last digit in whatever order the parts come.
///
/// A single part, or parts that are all equal, give that value itself.
///
/// - Parameter parts: Values with weights of at least 0.
/// - Returns: The mean in the unit of the values, or nil when the weights add up to 0.
public func weightedMean(_ parts: [(value: Double, weight: Double)]) -> Double? {
  let total = orderedSum(parts.map(\.weight))
  guard total > 0, let first = parts.first else { return nil }
  if parts.allSatisfy({ $0.value == first.value }) { return first.value }
  return orderedSum(parts.map { $0.value * $0.weight }) / total
}

/// The sample standard deviation √(Σ(*x* − mean)² / (*m* − 1)), in the unit of the values.
///
/// - Returns: Nil for fewer than two values; exactly 0 when all are equal.
public func sampleStandardDeviation(_ values: [Double]) -> Double? {
  guard values.count >= 2, let first = values.first else { return nil }
  if values.allSatisfy({ $0 == first }) { return 0 }
  let mean = orderedSum(values) / Double(values.count)
  let squares = orderedSum(values.map { ($0 - mean) * ($0 - mean) })
  return (squares / Double(values.count - 1)).squareRoot()
}
