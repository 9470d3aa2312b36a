import Charts
import TestSupport
import Testing

@Suite("Trend lines")
struct TrendChartTests {
  private func chart(
    _ values: [[Double?]], breaks: [TrendChart.Break] = []
  ) -> TrendChart {
    let count = values.map(\.count).max() ?? 0
    return TrendChart(
      moments: (0..<count).map { .init(label: "\(2020 + $0)", year: Double(2020 + $0)) },
      series: values.enumerated().map { .init(label: "Lijn \($0)", values: $1) }, breaks: breaks,
      unit: "per 1.000", decimals: 0, language: .test)
  }

  /// The parts of lines through values: those that are neither level nor upright.
  private func parts(_ chart: TrendChart) -> Int {
    RecordingCanvas.drawing(chart).lines.count { $0.from.x != $0.to.x && $0.from.y != $0.to.y }
  }

  @Test("A line is broken at a value that is not shown, and the legend says so")
  func gaps() {
    #expect(parts(chart([[10, 20, 30, 40, 50]])) == 4)
    #expect(parts(chart([[10, 20, nil, 40, 50]])) == 2)
    #expect(parts(chart([[10, nil, 30, nil, 50]])) == 0)
    #expect(RecordingCanvas.drawing(chart([[10, nil, 30]])).texts.contains("niet getoond"))
    #expect(!RecordingCanvas.drawing(chart([[10, 20, 30]])).texts.contains("niet getoond"))
    // A lone value is still seen.
    #expect(RecordingCanvas.drawing(chart([[10, nil, 30]])).circles.count == 3)
  }

  @Test("No line crosses a break, and its reason stands below")
  func breaks() {
    let broken = chart(
      [[10, 20, 30, 40], [40, 30, 20, 10]], breaks: [.init(after: 1, name: "andere codelijst")])
    #expect(parts(broken) == 4)
    let texts = RecordingCanvas.drawing(broken).texts
    #expect(texts.contains("andere codelijst"))
    #expect(texts.filter { $0 == "A" }.count == 2)
    // A break before the first or behind the last moment is none.
    let outside = chart(
      [[10, 20]], breaks: [.init(after: -1, name: "voor"), .init(after: 1, name: "na")])
    #expect(parts(outside) == 1)
    #expect(!RecordingCanvas.drawing(outside).texts.contains("voor"))
  }

  @Test("The last value that is shown stands beside the name")
  func ends() {
    let texts = RecordingCanvas.drawing(chart([[10, 25, nil], [nil, nil, nil]])).texts
    #expect(texts.contains("25"))
    #expect(texts.contains("•"))
  }

  @Test("Names of lines do not overlap", arguments: 1...30)
  func names(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...18, using: &random)
    let drawing = NamePlaces.drawing(
      chart((0..<count).map { _ in [1, Double(Int.random(in: 40...45, using: &random))] }))
    let places = drawing.names.sorted()
    #expect(places.count == count, "seed \(seed)")
    for (one, next) in zip(places, places.dropFirst()) {
      #expect(next - one > 18.9, "seed \(seed)")
    }
  }

  @Test("Nothing lies outside the chart, whatever the names and values", arguments: 1...40)
  func fits(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let scales: [Double] = [0.3, 7, 3_000_000]
    let scale = scales[Int(seed % 3)]
    func value() -> Double? {
      Bool.random(using: &random) ? nil : Double.random(in: -scale...scale, using: &random)
    }
    let words = ["Diabetes", "angst en stemming", "x", "meervoudigebewegingsrichtlijn", "👩‍⚕️"]
    func text() -> String {
      (0..<Int.random(in: 0...5, using: &random)).compactMap { _ in
        words.randomElement(using: &random)
      }.joined(separator: " ")
    }
    let count = Int.random(in: 0...14, using: &random)
    let chart = TrendChart(
      moments: (0..<count).map { .init(label: text(), year: Double($0 / 2)) },
      series: (0..<Int.random(in: 0...15, using: &random)).map { _ in
        .init(
          label: text(),
          values: (0..<Int.random(in: 0...16, using: &random)).map { _ in value() })
      }, breaks: (0..<3).map { .init(after: $0 * 2, name: text()) },
      unit: ["", "%", "per 1.000 ingeschreven patiënten van de wijk"][count % 3], decimals: 1,
      language: .test)
    let canvas = RecordingCanvas.drawing(chart)
    #expect(canvas.fits(chart.size), "seed \(seed): \(canvas.low) \(canvas.high)")
  }

  @Test("Sign by sign")
  func golden() {
    #expect(SmallCharts.svg(SmallCharts.trend) == GoldenDrawings.trend)
  }
}

/// Remembers where the names of lines stand.
private struct NamePlaces: Canvas {
  private(set) var names: [Double] = []

  static func drawing(_ chart: some Chart) -> NamePlaces {
    var canvas = NamePlaces()
    chart.draw(on: &canvas)
    return canvas
  }

  mutating func line(from start: Point, to end: Point, stroke: Stroke) {}
  mutating func rect(_ rect: Rect, fill: Color?, stroke: Stroke?) {}
  mutating func polygon(_ rings: [[Point]], fill: Color?, stroke: Stroke?) {}
  mutating func circle(center: Point, radius: Double, fill: Color?, stroke: Stroke?) {}
  mutating func text(_ text: String, at point: Point, style: TextStyle) {
    if text.hasPrefix("Lijn") { names.append(point.y) }
  }
}
