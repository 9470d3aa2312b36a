import Testing

@testable import Importers

/// Points of the core net, from the paper that gives the polynomial (Schreutelkamp and Strang van
/// Hees 2001): Onze Lieve Vrouwetoren, Westertoren, Martinitoren.
@Suite("Projection of WGS84 to RD New")
struct RijksdriehoekProjectionTests {
  @Test(
    "Known towers come out within 25 cm",
    arguments: [
      (5.387_206_21, 52.155_174_40, 155_000.0, 463_000.0),
      (4.883_525_59, 52.374_532_53, 120_700.723, 487_525.502),
      (6.568_200_53, 53.219_383_17, 233_883.131, 582_065.167),
    ])
  func towers(longitude: Double, latitude: Double, x: Double, y: Double) {
    let point = RijksdriehoekProjection.point(longitude: longitude, latitude: latitude)
    #expect(abs(point.x - x) < 0.25)
    #expect(abs(point.y - y) < 0.25)
  }
}
