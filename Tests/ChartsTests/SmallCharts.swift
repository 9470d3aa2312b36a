import Charts

/// Small charts whose drawing is compared sign by sign.
enum SmallCharts {
  static let pyramid = PopulationPyramid(
    bands: [
      .init(label: "0–14", men: 8, women: 7.5, menReference: 7, womenReference: 7),
      .init(label: "15+", men: nil, women: 44.25),
    ], referenceName: "Nederland", language: .test)

  static let dots = DotPlot(
    rows: [
      .init(label: "Eenzaam", value: 49, low: 46, high: 52, benchmark: 46),
      .init(label: "Ernstig eenzaam", value: nil, benchmark: 11),
    ], unit: "%", decimals: 0, valueName: "waarde", benchmarkName: "Regio", language: .test)

  static let bars = BarChart(
    rows: [.init(label: "Astma", value: 52.4), .init(label: "COPD", value: nil)],
    unit: "per 1.000", decimals: 1, language: .test)

  static let trend = TrendChart(
    moments: (2024...2026).map { .init(label: String($0), year: Double($0)) },
    series: [
      .init(label: "Astma", values: [50, 52, 55]), .init(label: "COPD", values: [20, nil, 22]),
    ], breaks: [.init(after: 0, name: "andere codelijst")], unit: "per 1.000", decimals: 0,
    language: .test)

  static let map = Choropleth(
    areas: [
      .init(label: "1901", value: 71, valueLabel: "71 %", rings: [square(0, 0, 900)]),
      .init(label: "1902", value: 20, valueLabel: "20 %", rings: [square(900, 0, 40)]),
    ], breaks: [25, 50], unit: "%", language: .test)

  private static func square(_ x: Double, _ y: Double, _ side: Double) -> [Point] {
    [Point(x, y), Point(x + side, y), Point(x + side, y + side), Point(x, y + side)]
  }

  static func svg(_ chart: some Chart) -> String {
    chart.svg(id: "f", title: "Titel", description: "Omschrijving").text
  }
}
