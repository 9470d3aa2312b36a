extension DirectStandardization {
  /// The method that a pair of limits was computed by.
  public enum Method: String, Hashable, Sendable {
    /// Dobson's limits with Byar's of the count, from 10 cases on.
    case dobsonByar = "dobson-byar"
    /// The gamma limits of Fay and Feuer, below 10 cases.
    case fayFeuer = "fay-feuer"
  }

  /// Dobson's from 10 cases on, Fay and Feuer's below.
  public var method: Method { cases < 10 ? .fayFeuer : .dobsonByar }

  /// The limits of the rate by ``method``.
  ///
  /// - Parameter confidence: The level, above 0 and below 1.
  /// - Returns: Limits per person.
  public func limits(confidence: Double = 0.95) -> ConfidenceInterval {
    cases < 10 ? fayFeuer(confidence: confidence) : dobsonByar(confidence: confidence)
  }

  /// Dobson's limits: value + √(variance/O)·(limit of O − O), with Byar's limits of the cases O.
  ///
  /// Meant for 10 cases or more; without cases the variance is 0 and both limits are the value.
  ///
  /// - Parameter confidence: The level, above 0 and below 1.
  /// - Returns: Limits per person.
  public func dobsonByar(confidence: Double = 0.95) -> ConfidenceInterval {
    guard cases > 0 else { return ConfidenceInterval(low: value, high: value) }
    let count = PoissonInterval.byar(cases, confidence: confidence)
    let scale = (variance / cases).squareRoot()
    return ConfidenceInterval(
      low: value + scale * (count.low - cases), high: value + scale * (count.high - cases))
  }

  /// The gamma limits of Fay and Feuer (1997), with the largest weight in the upper limit.
  ///
  /// With value *y*, variance *v* and largest weight *m*: *v*/*y* times the lower (1 − c)/2 quantile of
  /// Gamma(*y*²/*v*), and (*v* + *m*²)/(*y* + *m*) times the upper one of Gamma((*y* + *m*)²/(*v* + *m*²)). They cover at
  /// least the level in all simulations known. A lower limit of 0 without cases.
  ///
  /// - Parameter confidence: The level c, above 0 and below 1.
  /// - Returns: Limits per person.
  public func fayFeuer(confidence: Double = 0.95) -> ConfidenceInterval {
    let tail = (1 - confidence) / 2
    let (sum, square) = (value + largestWeight, variance + largestWeight * largestWeight)
    let low =
      value > 0
      ? variance / value * GammaDistribution.quantile(tail, shape: value * value / variance) : 0
    let high =
      square / sum
      * GammaDistribution.quantile(tail, shape: sum * sum / square, isUpperTail: true)
    return ConfidenceInterval(low: low, high: high)
  }
}
