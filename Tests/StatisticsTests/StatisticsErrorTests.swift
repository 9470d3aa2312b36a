import Foundation
import TestSupport
import Testing

@testable import Statistics

@Suite("Errors of arithmetic")
struct StatisticsErrorTests {
  @Test("Every code is different and has its sentence in the catalogue")
  func codes() throws {
    let errors: [StatisticsError] = [
      .noData, .outOfRange(index: 0), .missingReference(index: 0), .emptyStratum(index: 0),
      .noWeight, .partExceedsWhole(index: 0), .tooFew(count: 0, needed: 1), .noConvergence,
    ]
    #expect(Set(errors.map(\.code)).count == errors.count)
    let url = ProjectFolder.definitions.appendingPathComponent("meldingen.csv")
    let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
    for error in errors { #expect(lines.contains { $0.hasPrefix(error.code + ";") }) }
  }
}
