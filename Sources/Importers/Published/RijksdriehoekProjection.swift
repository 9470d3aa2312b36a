import WijkModel

/// The projection of WGS84 degrees to RD New metres, by the published approximation polynomial.
///
/// F.H. Schreutelkamp and G.L. Strang van Hees, "Benaderingsformules voor de transformatie tussen
/// RD- en WGS84-kaartcoördinaten", Geodesia 2001. Within 25 cm of RDNAPTRANS on land, which is
/// finer than any map of postcodes needs.
enum RijksdriehoekProjection {
  /// One term `coefficient · Δφ^p · Δλ^q`.
  private struct Term {
    let latitudePower: Int
    let longitudePower: Int
    let coefficient: Double

    init(_ latitudePower: Int, _ longitudePower: Int, _ coefficient: Double) {
      self.latitudePower = latitudePower
      self.longitudePower = longitudePower
      self.coefficient = coefficient
    }
  }

  private static let eastTerms = [
    Term(0, 1, 190_094.945), Term(1, 1, -11_832.228), Term(2, 1, -114.221), Term(0, 3, -32.391),
    Term(1, 0, -0.705), Term(3, 1, -2.340), Term(1, 3, -0.608), Term(0, 2, -0.008),
    Term(2, 3, 0.148),
  ]

  private static let northTerms = [
    Term(1, 0, 309_056.544), Term(0, 2, 3_638.893), Term(2, 0, 73.077), Term(1, 2, -157.984),
    Term(3, 0, 59.788), Term(0, 1, 0.433), Term(2, 2, -6.439), Term(1, 1, -0.032),
    Term(0, 4, 0.092), Term(1, 4, -0.054),
  ]

  /// The point in RD New of a longitude and latitude in degrees.
  ///
  /// Meant for the Netherlands (3.2...7.3 east, 50.6...53.7 north); outside it the error grows fast.
  static func point(longitude: Double, latitude: Double) -> MapPoint {
    let north = 0.36 * (latitude - 52.155_174_40)
    let east = 0.36 * (longitude - 5.387_206_21)
    return MapPoint(
      x: 155_000 + sum(eastTerms, north, east), y: 463_000 + sum(northTerms, north, east))
  }

  private static func sum(_ terms: [Term], _ north: Double, _ east: Double) -> Double {
    terms.reduce(0) { total, term in
      total + term.coefficient * power(north, term.latitudePower)
        * power(east, term.longitudePower)
    }
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
