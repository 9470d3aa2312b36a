import Charts
import TestSupport
import Testing

@Suite("Charts")
struct ChartTests {
  private static let words = [
    "Goed", "ervaren", "gezondheid", "angststoornis", "x", "Wijk", "meervoudigebewegingsrichtlijn",
    "(18+)", "👩‍⚕️", "مرحبا", "<b>&",
  ]

  private func label(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...9, using: &random)).compactMap { _ in
      Self.words.randomElement(using: &random)
    }.joined(separator: " ")
  }

  private func value(_ random: inout SeededGenerator, _ range: ClosedRange<Double>) -> Double? {
    Int.random(in: 0..<5, using: &random) == 0 ? nil : Double.random(in: range, using: &random)
  }

  @Test("Nothing lies outside a chart, whatever the labels and values", arguments: 1...60)
  func fits(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let scales: [Double] = [0.3, 7, 99, 12_345, 3_000_000]
    let scale = scales.randomElement(using: &random) ?? 1
    let count = Int.random(in: 0...25, using: &random)
    let pyramid = PopulationPyramid(
      bands: (0..<count).map { _ in
        PopulationPyramid.Band(
          label: "15–19", men: value(&random, 0...scale.squareRoot()),
          women: value(&random, 0...scale.squareRoot()), menReference: value(&random, 0...9))
      }, referenceName: label(&random), language: .test)
    let dots = DotPlot(
      rows: (0..<count).map { _ in
        let middle = value(&random, -scale...scale)
        return DotPlot.Row(
          label: label(&random), value: middle, low: middle.map { $0 - scale / 9 },
          high: middle.map { $0 + scale / 9 }, benchmark: value(&random, 0...scale))
      }, unit: ["", "%", "per 1.000", "euro per verzekerde per jaar"][count % 4], decimals: 1,
      valueName: "waarde", benchmarkName: label(&random), language: .test)
    let bars = BarChart(
      rows: (0..<count).map { _ in
        BarChart.Row(label: label(&random), value: value(&random, -scale / 3...scale))
      }, unit: ["", "%", "per 1.000"][count % 3], decimals: 0, language: .test)
    func check(_ chart: some Chart) {
      let canvas = RecordingCanvas.drawing(chart)
      #expect(
        canvas.fits(chart.size), "seed \(seed): \(type(of: chart)) \(canvas.low) \(canvas.high)")
    }
    check(pyramid)
    check(dots)
    check(bars)
  }

  @Test("A suppressed band has no bar, only the sign, and the legend says what it means")
  func pyramidSuppressed() {
    func drawing(_ men: Double?) -> RecordingCanvas {
      .drawing(
        PopulationPyramid(
          bands: [.init(label: "0–4", men: men, women: 2)], referenceName: nil, language: .test))
    }
    #expect(drawing(3).rects.count == drawing(nil).rects.count + 1)
    #expect(drawing(nil).texts.filter { $0 == "•" }.count == 2)
    #expect(drawing(nil).texts.contains("niet getoond"))
    #expect(!drawing(3).texts.contains("•"))
  }

  @Test("A suppressed row has no dot and no interval, even when limits are given")
  func dotsSuppressed() {
    func drawing(_ value: Double?) -> RecordingCanvas {
      .drawing(
        DotPlot(
          rows: [
            .init(label: "a", value: value, low: 1, high: 90), .init(label: "b", value: 40),
          ], unit: "%", decimals: 0, valueName: "waarde", benchmarkName: nil, language: .test))
    }
    #expect(drawing(3).circles.count == drawing(nil).circles.count + 1)
    #expect(!drawing(nil).texts.contains("(1–90)"))
    #expect(drawing(3).texts.contains("(1–90)"))
    // The axis must not give the limits away either: it ends at the value that is shown.
    #expect(!drawing(nil).texts.contains("80\u{A0}%"))
  }

  @Test("A suppressed bar has no length")
  func barsSuppressed() {
    let chart = BarChart(
      rows: [.init(label: "a", value: nil), .init(label: "b", value: 4)], unit: "%", decimals: 1,
      language: .test)
    let canvas = RecordingCanvas.drawing(chart)
    #expect(canvas.rects.count == 1)
    #expect(canvas.texts.filter { $0 == "•" }.count == 2)
    #expect(canvas.texts.contains("4,0\u{A0}%"))
  }

  @Test("Women stand to the right, men to the left, the young at the bottom")
  func pyramidPlaces() throws {
    let chart = PopulationPyramid(
      bands: [.init(label: "0–4", men: 1, women: nil), .init(label: "5+", men: nil, women: 2)],
      referenceName: nil, language: .test)
    let bars = RecordingCanvas.drawing(chart).rects.filter { $0.height > 12 }
    try #require(bars.count == 2)
    #expect(bars[0].maxX < chart.size.width / 2)
    #expect(bars[1].x > chart.size.width / 2)
    #expect(bars[0].y > bars[1].y)
    #expect(abs(bars[1].width - 2 * bars[0].width) < 1e-6)
  }

  @Test("A long unit stands once beside the axis, a short one at every number")
  func units() {
    func texts(_ unit: String) -> [String] {
      RecordingCanvas.drawing(
        BarChart(
          rows: [.init(label: "a", value: 10)], unit: unit, decimals: 0, language: .test)
      ).texts
    }
    #expect(texts("per 1.000").filter { $0.contains("per 1.000") }.count == 1)
    #expect(texts("%").filter { $0.hasSuffix("\u{A0}%") }.count > 3)
  }
}

@Suite("Charts, sign by sign")
struct GoldenDrawingTests {
  @Test("A pyramid")
  func pyramid() { #expect(SmallCharts.svg(SmallCharts.pyramid) == GoldenDrawings.pyramid) }

  @Test("A dot plot")
  func dots() { #expect(SmallCharts.svg(SmallCharts.dots) == GoldenDrawings.dots) }

  @Test("Bars")
  func bars() { #expect(SmallCharts.svg(SmallCharts.bars) == GoldenDrawings.bars) }

  @Test("A map")
  func map() { #expect(SmallCharts.svg(SmallCharts.map) == GoldenDrawings.map) }
}
