import Charts
import TestSupport
import Testing

@Suite("Maps")
struct ChoroplethTests {
  private func square(_ x: Double, _ y: Double, _ side: Double) -> [Point] {
    [Point(x, y), Point(x + side, y), Point(x + side, y + side), Point(x, y + side)]
  }

  private func map(_ areas: [Choropleth.Area]) -> Choropleth {
    Choropleth(areas: areas, breaks: [25, 50], unit: "%", language: .test)
  }

  @Test("A value on a limit belongs to the higher class, and each class has one color")
  func classes() {
    let areas = [("a", 24.9), ("b", 25.0), ("c", 50.0), ("d", 99.0)].enumerated().map {
      Choropleth.Area(
        label: $0.1.0, value: $0.1.1, valueLabel: "", rings: [square(Double($0.0) * 1000, 0, 1000)])
    }
    let svg = map(areas).svg(id: "k", title: "", description: "").text
    let fills = svg.split(separator: "\n").filter { $0.hasPrefix("<path") }.compactMap {
      $0.split(separator: "fill=\"").last?.prefix(7)
    }
    #expect(fills.count == 4)
    #expect(Set(fills).count == 3)
    #expect(fills.count > 3 && fills[2] == fills[3])
    #expect(svg.contains(">&lt; 25\u{A0}%</text>"))
    #expect(svg.contains(">25 tot 50\u{A0}%</text>"))
    #expect(svg.contains(">vanaf 50\u{A0}%</text>"))
  }

  @Test("An area without a value is hatched and told in the legend")
  func withheld() {
    let shown = map([
      .init(label: "1901", value: 3, valueLabel: "3 %", rings: [square(0, 0, 900)])
    ])
    let hidden = map([
      .init(label: "1901", value: nil, valueLabel: "•", rings: [square(0, 0, 900)])
    ])
    #expect(RecordingCanvas.drawing(hidden).lines.count > 20)
    #expect(RecordingCanvas.drawing(hidden).texts.contains("te weinig"))
    #expect(!RecordingCanvas.drawing(shown).texts.contains("te weinig"))
  }

  @Test("A label that does not fit stands beside the map with a line to its area")
  func outside() {
    let areas = [
      Choropleth.Area(label: "1901", value: 3, valueLabel: "3 %", rings: [square(0, 0, 900)]),
      Choropleth.Area(label: "1902", value: 30, valueLabel: "30 %", rings: [square(900, 0, 9)]),
    ]
    let canvas = RecordingCanvas.drawing(map(areas))
    #expect(canvas.circles.count == 1)
    #expect(canvas.texts.contains("1902"))
    #expect(canvas.fits(map(areas).size))
  }

  @Test("Nothing lies outside a map, and every area has its label", arguments: 1...30)
  func fits(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let areas = (0..<Int.random(in: 0...40, using: &random)).map { index in
      Choropleth.Area(
        label: String(1900 + index),
        value: index % 4 == 0 ? nil : Double.random(in: 0...100, using: &random),
        valueLabel: "12,3 %",
        rings: [
          square(
            Double.random(in: 0...9000, using: &random), Double.random(in: 0...900, using: &random),
            Double.random(in: 1...2000, using: &random))
        ])
    }
    let canvas = RecordingCanvas.drawing(map(areas))
    #expect(canvas.fits(map(areas).size), "seed \(seed): \(canvas.low) \(canvas.high)")
    for area in areas { #expect(canvas.texts.contains(area.label), "seed \(seed)") }
  }

  @Test("North is up and both axes have one scale")
  func projection() throws {
    let areas = [
      Choropleth.Area(label: "z", value: 3, valueLabel: "", rings: [square(0, 0, 500)]),
      Choropleth.Area(label: "n", value: 3, valueLabel: "", rings: [square(0, 500, 500)]),
    ]
    let polygons = RecordingCanvas.drawing(map(areas)).polygons
    try #require(polygons.count == 2)
    let (south, north) = (polygons[0][0], polygons[1][0])
    #expect((south.map(\.y).min() ?? 0) >= (north.map(\.y).max() ?? 0) - 1e-6)
    #expect(abs((south[1].x - south[0].x) - (south[1].y - south[2].y)) < 1e-6)
  }
}
