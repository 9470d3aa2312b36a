import Testing

@testable import Statistics

@Suite("Wilson interval")
struct WilsonIntervalTests {
  @Test("Limits agree with PHEindicatormethods")
  func golden() throws {
    let file = try GoldenFile("proportion.csv")
    #expect(file.records.count == 858)
    for record in file.records {
      let x = try #require(record["x"])
      let n = try #require(record["n"])
      let confidence = try #require(record["confidence"])
      let interval = try #require(wilsonInterval(of: x, in: n, confidence: confidence))
      let low = try #require(record["lower"])
      let high = try #require(record["upper"])
      #expect(relativeError(interval.low, low) < 1e-12, "\(x)/\(n) \(confidence)")
      #expect(relativeError(interval.high, high) < 1e-12, "\(x)/\(n) \(confidence)")
    }
  }

  @Test("The ends are exact, and there is no interval of nothing")
  func ends() throws {
    #expect(try #require(wilsonInterval(of: 0, in: 40)).low == 0)
    #expect(try #require(wilsonInterval(of: 40, in: 40)).high == 1)
    #expect(wilsonInterval(of: 0, in: 0) == nil)
    #expect(wilsonInterval(of: 5, in: 4) == nil)
    #expect(wilsonInterval(of: -1, in: 4) == nil)
  }
}
