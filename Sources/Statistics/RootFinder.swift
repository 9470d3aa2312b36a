/// Finds where a rising function is 0, by Halley's method kept inside a shrinking bracket.
enum RootFinder {
  /// The value and what Halley's method needs beside it.
  struct Evaluation {
    /// The value; below 0 left of the root.
    let error: Double
    /// The first derivative, at least 0.
    let slope: Double
    /// The second derivative over the first.
    let curvature: Double
  }

  /// The root inside a bracket.
  ///
  /// - Parameters:
  ///   - start: Where to begin, inside the bracket.
  ///   - low: A lower bound, at least 0.
  ///   - high: An upper bound.
  ///   - evaluate: The function.
  /// - Returns: The root to about the precision of the function.
  static func root(
    start: Double, low: Double, high: Double, evaluate: (Double) -> Evaluation
  ) -> Double {
    var (low, high, x) = (low, high, start)
    for _ in 0..<300 {
      let here = evaluate(x)
      if here.error == 0 { return x }
      if here.error > 0 { high = x } else { low = x }
      let newton = here.slope > 0 ? here.error / here.slope : .infinity
      var next = x - newton / max(0.5, min(1.5, 1 - 0.5 * min(1, newton * here.curvature)))
      if !(next > low && next < high) { next = middle(low, high) }
      if abs(next - x) <= 4e-16 * x || next == low || next == high { return next }
      x = next
    }
    return x
  }

  /// The geometric middle where the bounds differ by orders of magnitude, else the plain one.
  private static func middle(_ low: Double, _ high: Double) -> Double {
    if low <= 0 { return high / 1024 }
    return high > 4 * low ? (low * high).squareRoot() : low + (high - low) / 2
  }
}
