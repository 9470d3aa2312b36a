import WijkModel

/// The polygons of postcodes in a GeoJSON FeatureCollection (RFC 7946).
///
/// Coordinates are RD New metres or WGS84 degrees, decided by the numbers themselves, because many
/// exports lack the old `crs` member; degrees are projected with ``RijksdriehoekProjection``.
struct PostcodeMap {
  /// Why a map cannot be read.
  enum Problem: Error, Hashable {
    /// The bytes are not a FeatureCollection in JSON.
    case notFeatureCollection
    /// No feature has a property `postcode`, `pc4` or `postcode4`.
    case noPostcodes
    /// Coordinates are no numbers, or lie neither in RD New nor in WGS84 over the Netherlands.
    case coordinates
  }

  /// The shapes by postcode, in the order of postcodes; a postcode in several features is one shape.
  private(set) var shapes: [MapShape] = []
  /// How many features there are.
  private(set) var features = 0
  /// How many features have a postcode that does not exist or no postcode at all.
  private(set) var withoutPostcode = 0
  /// How many features have a postcode and no polygon.
  private(set) var withoutPolygon = 0

  private static let propertyNames: Set<String> = ["postcode", "pc4", "postcode4"]

  /// Reads a map from the bytes of a file.
  init(_ bytes: [UInt8]) throws(Problem) {
    guard let root = bytes.withUnsafeBufferPointer({ JSONValue($0) }),
      root["type"]?.text == "FeatureCollection", let list = root["features"]?.elements
    else { throw .notFeatureCollection }
    features = list.count
    var rings: [Postcode4: [[MapPoint]]] = [:]
    for case .object(let feature) in list {
      guard let postcode = Self.postcode(of: feature) else {
        withoutPostcode += 1
        continue
      }
      let found = try Self.rings(of: feature)
      if found.isEmpty { withoutPolygon += 1 } else { rings[postcode, default: []] += found }
    }
    guard !rings.isEmpty else { throw .noPostcodes }
    let isDegrees = try Self.isDegrees(rings.values.joined().joined())
    shapes = rings.keys.sorted().map { postcode in
      let found = rings[postcode] ?? []
      return MapShape(postcode: postcode, rings: isDegrees ? found.map(Self.projected) : found)
    }
  }

  private static func postcode(of feature: [String: JSONValue]) -> Postcode4? {
    guard case .object(let properties) = feature["properties"] else { return nil }
    // Sorted, so that a feature with two such properties always gives the same one.
    for name in properties.keys.sorted() where propertyNames.contains(name.lowercased()) {
      switch properties[name] {
      case .number(let number):
        return Int(exactly: number.rounded(.towardZero)).flatMap(Postcode4.init)
      case .string(let text):
        let digits = text.trimmedBlanks.prefix(4)
        if digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits) {
          return Postcode4(number)
        }
      default: continue
      }
    }
    return nil
  }

  private static func rings(of feature: [String: JSONValue]) throws(Problem) -> [[MapPoint]] {
    guard let geometry = feature["geometry"], let coordinates = geometry["coordinates"]?.elements
    else { return [] }
    var rings: [[MapPoint]] = []
    switch geometry["type"]?.text {
    case "Polygon":
      for value in coordinates { rings.append(try ring(value)) }
    case "MultiPolygon":
      for polygon in coordinates {
        for value in polygon.elements ?? [] { rings.append(try ring(value)) }
      }
    default: break
    }
    return rings
  }

  private static func ring(_ value: JSONValue) throws(Problem) -> [MapPoint] {
    guard let positions = value.elements, positions.count >= 3 else { throw .coordinates }
    var points: [MapPoint] = []
    for position in positions {
      guard let numbers = position.elements, numbers.count >= 2, let x = numbers[0].number,
        let y = numbers[1].number
      else { throw .coordinates }
      points.append(MapPoint(x: x, y: y))
    }
    return points
  }

  private static func projected(_ ring: [MapPoint]) -> [MapPoint] {
    ring.map { RijksdriehoekProjection.point(longitude: $0.x, latitude: $0.y) }
  }

  /// Whether the points are degrees; all points must agree, otherwise the map would lie in pieces.
  private static func isDegrees(_ points: some Sequence<MapPoint>) throws(Problem) -> Bool {
    var isDegrees = true
    var isMetres = true
    for point in points {
      isDegrees = isDegrees && (3.0...7.5).contains(point.x) && (50.5...53.9).contains(point.y)
      isMetres =
        isMetres && (-7_000...300_000).contains(point.x) && (289_000...629_000).contains(point.y)
    }
    guard isDegrees || isMetres else { throw .coordinates }
    return isDegrees
  }
}
