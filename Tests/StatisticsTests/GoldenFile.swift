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

  /// The records with both their numbers and their texts.
  var rows: [GoldenRow] {
    zip(records, texts).enumerated().map {
      GoldenRow(line: $0.offset + 2, numbers: $0.element.0, texts: $0.element.1)
    }
  }

  /// The rows of each set, in the order of the file.
  var sets: [[GoldenRow]] { grouped { $0.text("set") } }

  /// The rows with the same key, in the order of the file.
  func grouped(by key: (GoldenRow) -> String) -> [[GoldenRow]] {
    var order: [String] = []
    var groups: [String: [GoldenRow]] = [:]
    for row in rows {
      if groups[key(row)] == nil { order.append(key(row)) }
      groups[key(row), default: []].append(row)
    }
    return order.compactMap { groups[$0] }
  }
}

/// One record of a golden file.
struct GoldenRow {
  let line: Int
  let numbers: [String: Double]
  let texts: [String: String]

  /// The number in a column; not a number when there is none.
  subscript(_ column: String) -> Double { numbers[column] ?? .nan }

  /// The number in a column that holds whole numbers.
  func count(_ column: String) -> Int { Int(exactly: self[column]) ?? -1 }

  /// The text in a column.
  func text(_ column: String) -> String { texts[column] ?? "" }

  /// The numbers of a column that holds a list.
  func list(_ column: String) -> [Double] {
    text(column).split(separator: " ").compactMap { Double($0) }
  }
}

/// Compares results with golden rows and remembers those that differ.
struct GoldenCheck {
  /// The rows that differ, with column, result and golden value.
  private(set) var failures: [String] = []
  /// The comparisons made.
  private(set) var count = 0
  /// The largest relative difference of each column.
  private(set) var largest: [String: Double] = [:]

  /// Compares a number; `NA` in the file means that there must be no result.
  mutating func number(
    _ row: GoldenRow, _ column: String, _ result: Double?, tolerance: Double, scale: Double = 0
  ) {
    count += 1
    guard let golden = row.numbers[column], !golden.isNaN else {
      if row.texts[column] != "NA" { failures.append("line \(row.line) lacks \(column)") }
      if let result { failures.append("line \(row.line) \(column): \(result), golden NA") }
      return
    }
    guard let result else {
      failures.append("line \(row.line) \(column): nothing, golden \(golden)")
      return
    }
    let size = max(abs(golden), scale)
    let error = result == golden ? 0 : size == 0 ? abs(result) : abs(result - golden) / size
    largest[column] = max(largest[column] ?? 0, error)
    if !(error <= tolerance) {
      failures.append("line \(row.line) \(column): \(result), golden \(golden), off by \(error)")
    }
  }

  /// Compares a text.
  mutating func text(_ row: GoldenRow, _ column: String, _ result: String) {
    count += 1
    if row.texts[column] != result {
      failures.append("line \(row.line) \(column): \(result), golden \(row.text(column))")
    }
  }

  /// The first failures, for the message of an expectation.
  var summary: String {
    "\(failures.count) of \(count) differ\n" + failures.prefix(12).joined(separator: "\n")
  }
}

/// The difference of two numbers relative to the second; absolute when the second is 0.
func relativeError(_ value: Double, _ golden: Double) -> Double {
  golden == 0 ? abs(value) : abs(value - golden) / abs(golden)
}
