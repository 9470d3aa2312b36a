import Glibc

/// The Poisson distribution of a count of independent events.
public enum PoissonDistribution {
  /// The logarithm of the probability of exactly *k* events, ln(*m*^*k*·e^−*m* / *k*!).
  ///
  /// By Loader (2000).
  ///
  /// - Parameters:
  ///   - k: The events.
  ///   - mean: The events expected, at least 0.
  /// - Returns: At most 0; −∞ for a negative *k*, and for *k* above 0 at a mean of 0.
  public static func logMass(_ k: Int, mean: Double) -> Double {
    guard k >= 0 else { return -.infinity }
    guard k > 0 else { return -mean }
    guard mean > 0 else { return -.infinity }
    let events = Double(k)
    return -SaddlePoint.stirlingError(events) - SaddlePoint.deviance(events, mean)
      - 0.5 * log(2 * Double.pi * events)
  }

  /// The probability of at most *k* events, Q(*k* + 1, *m*); 0 for a negative *k*.
  public static func lowerTail(_ k: Int, mean: Double) -> Double {
    k < 0 ? 0 : GammaDistribution.tails(shape: Double(k) + 1, x: mean).upper
  }

  /// The probability of at least *k* events, P(*k*, *m*); 1 for *k* of at most 0.
  public static func upperTail(_ k: Int, mean: Double) -> Double {
    k <= 0 ? 1 : GammaDistribution.tails(shape: Double(k), x: mean).lower
  }

  /// The logarithm of the probability of at most *k* events, also where that is below 10⁻³⁰⁰.
  public static func logLowerTail(_ k: Int, mean: Double) -> Double {
    guard k >= 0 else { return -.infinity }
    let tail = lowerTail(k, mean: mean)
    if tail > 1e-290 { return log(tail) }
    var (sum, term, left) = (1.0, 1.0, Double(k))
    while left > 0, term > 1e-17 * sum {
      term *= left / mean
      left -= 1
      sum += term
    }
    return logMass(k, mean: mean) + log(sum)
  }

  /// The logarithm of the probability of at least *k* events, also where that is below 10⁻³⁰⁰.
  public static func logUpperTail(_ k: Int, mean: Double) -> Double {
    guard k > 0 else { return 0 }
    let tail = upperTail(k, mean: mean)
    if tail > 1e-290 || mean <= 0 { return log(tail) }
    var (sum, term, next) = (1.0, 1.0, Double(k) + 1)
    while term > 1e-17 * sum {
      term *= mean / next
      next += 1
      sum += term
    }
    return logMass(k, mean: mean) + log(sum)
  }

  /// The exact two-sided *p* of *k* events where *m* are expected.
  ///
  /// The probability of all counts that are at most as probable as the one seen (minimum likelihood; R,
  /// `poisson.test`, with its tolerance of 10⁻⁷ for equal probabilities). 1 when as many are seen as
  /// expected.
  ///
  /// - Parameters:
  ///   - observed: The events, at least 0.
  ///   - expected: The mean, 0...10¹⁵; at 0 the *p* is 1 for no event and 0 for any.
  /// - Returns: 0...1; not a number for numbers outside their range.
  public static func twoSidedP(observed: Int, expected: Double) -> Double {
    guard observed >= 0, expected >= 0, expected <= 1e15 else { return .nan }
    guard expected > 0 else { return observed == 0 ? 1 : 0 }
    if Double(observed) == expected { return 1 }
    let limit = logMass(observed, mean: expected) + log1p(1e-7)
    if Double(observed) < expected {
      var top = Int(expected.rounded(.up))
      while logMass(top, mean: expected) > limit { top += max(1, top) }
      let first = Bisection.first(in: Int(expected.rounded(.up))..<(top + 1)) {
        logMass($0, mean: expected) <= limit
      }
      return min(1, lowerTail(observed, mean: expected) + upperTail(first, mean: expected))
    }
    let bottom = Bisection.first(in: 0..<(Int(expected.rounded(.down)) + 1)) {
      logMass($0, mean: expected) > limit
    }
    return min(1, lowerTail(bottom - 1, mean: expected) + upperTail(observed, mean: expected))
  }
}

/// The search for a border between integers.
enum Bisection {
  /// The first integer of a range that fulfils a condition which holds from there on.
  ///
  /// - Returns: The upper bound when none does.
  static func first(in range: Range<Int>, where condition: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if condition(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
