import Foundation
import Testing
import WijkModel

@testable import Importers

@Suite("Map of postcodes")
struct PostcodeMapTests {
  private func map(_ features: String) throws -> PostcodeMap {
    try PostcodeMap(Array(#"{"type":"FeatureCollection","features":[\#(features)]}"#.utf8))
  }

  private func feature(_ property: String, _ geometry: String) -> String {
    #"{"type":"Feature","properties":{\#(property)},"geometry":\#(geometry)}"#
  }

  private let square =
    #"{"type":"Polygon","coordinates":[[[93000,463000],[94000,463000],[94000,464000],[93000,463000]]]}"#

  @Test(
    "The postcode is a number or a text, under three names",
    arguments: [
      #""postcode":2312"#, #""PC4":"2312""#, #""postcode4":"2312 AB""#, #""naam":"x","pc4":2312.0"#,
    ])
  func postcodes(property: String) throws {
    let shapes = try map(feature(property, square)).shapes
    #expect(shapes.map(\.postcode) == [try #require(Postcode4(2312))])
    #expect(
      shapes.first?.rings == [
        [
          MapPoint(x: 93_000, y: 463_000), MapPoint(x: 94_000, y: 463_000),
          MapPoint(x: 94_000, y: 464_000), MapPoint(x: 93_000, y: 463_000),
        ]
      ])
  }

  @Test("Shapes stand in the order of postcodes and all parts of a postcode are one shape")
  func order() throws {
    let multi =
      #"{"type":"MultiPolygon","coordinates":["#
      + #"[[[93000,463000],[94000,463000],[94000,464000]],[[93100,463100],[93200,463100],[93200,463200]]],"#
      + #"[[[95000,463000],[96000,463000],[96000,464000]]]]}"#
    let shapes = try map(
      [
        feature(#""pc4":2313"#, square), feature(#""pc4":2312"#, multi),
        feature(#""pc4":2313"#, square),
      ].joined(separator: ",")
    ).shapes
    #expect(shapes.map(\.postcode.number) == [2312, 2313])
    #expect(shapes.map(\.rings.count) == [3, 2])
  }

  @Test("Degrees become metres in RD New")
  func degrees() throws {
    let polygon =
      #"{"type":"Polygon","coordinates":[[[5.38720621,52.1551744],[4.88352559,52.37453253],[6.56820053,53.21938317]]]}"#
    let ring = try #require(try map(feature(#""pc4":2312"#, polygon)).shapes.first?.rings.first)
    let expected = [(155_000.0, 463_000.0), (120_700.723, 487_525.502), (233_883.131, 582_065.167)]
    for (point, place) in zip(ring, expected) {
      #expect(abs(point.x - place.0) < 0.25)
      #expect(abs(point.y - place.1) < 0.25)
    }
    #expect(ring.count == 3)
  }

  @Test("Features without postcode or polygon are left out and counted")
  func leftOut() throws {
    let map = try map(
      [
        feature(#""pc4":2312"#, square), feature(#""naam":"x""#, square),
        feature(#""pc4":12"#, square),
        feature(#""pc4":2313"#, "null"),
        feature(#""pc4":2314"#, #"{"type":"Point","coordinates":[1,2]}"#),
      ].joined(separator: ","))
    #expect(map.shapes.map(\.postcode.number) == [2312])
    #expect((map.features, map.withoutPostcode, map.withoutPolygon) == (5, 2, 2))
  }

  @Test(
    "What is no map is refused",
    arguments: [
      ("", PostcodeMap.Problem.notFeatureCollection),
      ("postcode;aantal\n2312;5\n", .notFeatureCollection),
      (#"{"type":"Feature"}"#, .notFeatureCollection),
      (#"{"type":"FeatureCollection","features":[]}"#, .noPostcodes),
      (
        #"{"type":"FeatureCollection","features":[{"properties":{"pc4":2312},"geometry":"#
          + #"{"type":"Polygon","coordinates":[[[52.1,5.3],[52.2,5.3],[52.2,5.4]]]}}]}"#,
        .coordinates
      ),
      (
        #"{"type":"FeatureCollection","features":[{"properties":{"pc4":2312},"geometry":"#
          + #"{"type":"Polygon","coordinates":[[[5.3,52.1],[93000,463000],[5.4,52.2]]]}}]}"#,
        .coordinates
      ),
      (
        #"{"type":"FeatureCollection","features":[{"properties":{"pc4":2312},"geometry":"#
          + #"{"type":"Polygon","coordinates":[[["a",52.1],[5.3,52.2],[5.4,52.2],[5.4,52.3]]]}}]}"#,
        .coordinates
      ),
    ])
  func refused(text: String, problem: PostcodeMap.Problem) {
    #expect(throws: problem) { try PostcodeMap(Array(text.utf8)) }
  }
}
