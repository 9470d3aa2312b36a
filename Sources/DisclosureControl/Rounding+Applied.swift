import WijkModel

extension Rounding {
  /// A figure as it is shared.
  ///
  /// Half is rounded away from zero, on the decimal number that the figure prints as: 2.675 with two
  /// decimals is 2.68, although its binary value lies just below. Infinite figures and NaN stay.
  public func applied(to figure: Double) -> Double {
    guard figure.isFinite else { return figure }
    switch self {
    case .exact: return figure
    case .decimals(let decimals): return Self.rounded(figure, decimals: decimals)
    case .significant(let digits):
      guard figure != 0 else { return 0 }
      return Self.rounded(figure, decimals: max(1, digits) - 1 - Self.exponent(of: figure))
    }
  }

  /// The decimal exponent: 2 for 314, −3 for 0.0042.
  private static func exponent(of figure: Double) -> Int {
    var exponent = 0
    while figure.magnitude >= power(exponent + 1) { exponent += 1 }
    while figure.magnitude < power(exponent) && exponent > -300 { exponent -= 1 }
    return exponent
  }

  private static func rounded(_ figure: Double, decimals: Int) -> Double {
    let factor = power(decimals.magnitude < 300 ? Int(decimals.magnitude) : 300)
    let scaled = decimals >= 0 ? figure.magnitude * factor : figure.magnitude / factor
    // Two units in the last place lift a half that lost its last bit in the multiplication.
    let lifted = (scaled + 2 * scaled.ulp).rounded(.toNearestOrAwayFromZero)
    let magnitude = decimals >= 0 ? lifted / factor : lifted * factor
    guard magnitude.isFinite else { return figure }
    return magnitude == 0 ? 0 : (figure < 0 ? -magnitude : magnitude)
  }

  private static func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent.magnitude { result *= 10 }
    return exponent < 0 ? 1 / result : result
  }
}
