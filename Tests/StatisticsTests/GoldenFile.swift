import Foundation
import TestSupport

/// A file of golden values: records as numbers by column name; `NA` and text are nil.
struct GoldenFile {
  let records: [[String: Double]]
  let texts: [[String: String]]

  init(_ name: String) throws {
    let url = ProjectFolder.root.appendingPathComponent("Tests/StatisticsTests/Fixtures/\(name)")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    let header = (lines.first ?? "").split(separator: ",").map(String.init)
    texts = lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(zip(header, cells)) { first, _ in first }
    }
    records = texts.map { $0.compactMapValues(Double.init) }
  }
}

/// The difference of two numbers relative to the second; absolute when the second is 0.
func relativeError(_ value: Double, _ golden: Double) -> Double {
  golden == 0 ? abs(value) : abs(value - golden) / abs(golden)
}
