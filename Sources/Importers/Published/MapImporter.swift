import DelimitedText
import WijkModel

/// Reads the map of postcodes (GeoJSON).
///
/// The only input that is no table; no row of a person passes here.
extension SourceImporter {
  func readMap(
    _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {
    let file: ScannedFile
    do {
      file = try ScannedFile.scan(
        path: request.path, name: request.name, encoding: request.encoding)
    } catch {
      throw log.refusal(FindingCode(rawValue: error.code), line: error.line)
    }
    log.record.layout = "geojson"
    log.record.encoding = file.encoding.rawValue
    log.record.sha256 = file.sha256
    log.record.size = file.size
    let bytes: [UInt8]
    do { bytes = try file.contents() } catch { throw log.refusal(error) }
    let map: PostcodeMap
    do {
      map = try PostcodeMap(bytes)
    } catch {
      throw log.refusal(error.code, column: error == .noPostcodes ? "postcode" : nil)
    }
    log.record.records = map.features
    log.record.counted = map.features - map.withoutPostcode - map.withoutPolygon
    if map.withoutPostcode > 0 {
      log.add("E311", column: "postcode", count: map.withoutPostcode)
      log.record.rejected = map.withoutPostcode
    }
    data.shapes += map.shapes
    data.origins.append(
      SourceOrigin(file: request.name, layout: "geojson", name: request.sourceName ?? ""))
  }
}

extension PostcodeMap.Problem {
  /// The code of the finding with which the file is refused.
  fileprivate var code: FindingCode {
    switch self {
    case .notFeatureCollection: "E102"
    case .noPostcodes: "E201"
    case .coordinates: "E356"
    }
  }
}
