import Glibc

/// The binomial distribution of how many out of *n* have a property.
public enum BinomialDistribution {
  /// The logarithm of the probability of exactly *k* out of *n*.
  ///
  /// By Loader (2000).
  ///
  /// - Parameters:
  ///   - k: How many.
  ///   - n: Out of how many, at least 0.
  ///   - share: The probability of each, 0...1.
  /// - Returns: At most 0; −∞ for what cannot happen.
  public static func logMass(_ k: Int, of n: Int, share: Double) -> Double {
    logMass(k, of: n, share: share, rest: 1 - share)
  }

  /// The same where 1 − share is known to more digits.
  static func logMass(_ k: Int, of n: Int, share: Double, rest: Double) -> Double {
    guard k >= 0, k <= n else { return -.infinity }
    if share <= 0 { return k == 0 ? 0 : -.infinity }
    if rest <= 0 { return k == n ? 0 : -.infinity }
    if k == 0 { return Double(n) * (share < 0.1 ? log1p(-share) : log(rest)) }
    if k == n { return Double(n) * (rest < 0.1 ? log1p(-rest) : log(share)) }
    return SaddlePoint.logBinomialMass(Double(k), Double(n - k), share, rest)
  }

  /// The probability of at most *k* out of *n*.
  public static func lowerTail(_ k: Int, of n: Int, share: Double) -> Double {
    if k < 0 { return 0 }
    return k >= n ? 1 : BetaDistribution.tails(a: Double(k) + 1, b: Double(n - k), x: share).upper
  }

  /// The probability of at least *k* out of *n*.
  public static func upperTail(_ k: Int, of n: Int, share: Double) -> Double {
    if k <= 0 { return 1 }
    return k > n ? 0 : BetaDistribution.tails(a: Double(k), b: Double(n - k) + 1, x: share).lower
  }

  /// The exact two-sided *p* of *k* out of *n*: all counts at most as probable as the one seen.
  ///
  /// Minimum likelihood, as R's `binom.test`, with its tolerance of 10⁻⁷ for equal probabilities.
  ///
  /// - Parameters:
  ///   - k: How many, 0...*n*.
  ///   - n: Out of how many, at least 0.
  ///   - share: The probability of each, 0...1.
  /// - Returns: 0...1; not a number when *k* lies outside its range.
  public static func twoSidedP(_ k: Int, of n: Int, share: Double) -> Double {
    guard n >= 0, (0...n).contains(k) else { return .nan }
    if share <= 0 { return k == 0 ? 1 : 0 }
    if share >= 1 { return k == n ? 1 : 0 }
    let mean = Double(n) * share
    if Double(k) == mean { return 1 }
    let limit = logMass(k, of: n, share: share) + log1p(1e-7)
    if Double(k) < mean {
      let first = Bisection.first(in: Int(mean.rounded(.up))..<(n + 1)) {
        logMass($0, of: n, share: share) <= limit
      }
      return min(1, lowerTail(k, of: n, share: share) + upperTail(first, of: n, share: share))
    }
    let bottom = Bisection.first(in: 0..<(Int(mean.rounded(.down)) + 1)) {
      logMass($0, of: n, share: share) > limit
    }
    return min(1, lowerTail(bottom - 1, of: n, share: share) + upperTail(k, of: n, share: share))
  }
}
