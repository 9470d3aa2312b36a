import Charts
import Report
import WijkModel

/// Turns a figure of the chapter into a drawing.
public struct FigureRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// The drawing; ids in it start with `id`, which is unique on the page.
  public func svg(of figure: ReportFigure, id: String) -> SVGDocument {
    let title = "Figuur \(figure.number). \(figure.caption)"
    func drawn(_ chart: some Chart) -> SVGDocument {
      chart.svg(id: id, title: title, description: figure.alternative)
    }
    return switch figure.content {
    case .pyramid(let bands, let name): drawn(pyramid(bands, referenceName: name))
    case .dots(let rows, let unit, let name): drawn(dots(rows, unit: unit, benchmarkName: name))
    case .bars(let rows, let unit): drawn(bars(rows, unit: unit))
    case .map(let areas, let breaks, let unit): drawn(map(areas, breaks: breaks, unit: unit))
    }
  }

  private func pyramid(_ bands: [PyramidBand], referenceName: String?) -> PopulationPyramid {
    PopulationPyramid(
      bands: bands.map {
        PopulationPyramid.Band(
          label: $0.label, men: $0.men, women: $0.women, menReference: $0.menReference,
          womenReference: $0.womenReference)
      }, referenceName: referenceName, language: .dutch)
  }

  private func dots(_ rows: [DotRow], unit: String, benchmarkName: String?) -> DotPlot {
    DotPlot(
      rows: rows.map {
        DotPlot.Row(
          label: $0.label, value: $0.value, low: $0.low, high: $0.high, benchmark: $0.benchmark)
      }, unit: unit, decimals: decimals(for: rows.compactMap(\.value)), valueName: "waarde",
      benchmarkName: benchmarkName, language: .dutch)
  }

  private func bars(_ rows: [BarRow], unit: String) -> BarChart {
    BarChart(
      rows: rows.map { BarChart.Row(label: $0.label, value: $0.value) }, unit: unit,
      decimals: decimals(for: rows.compactMap(\.value)), language: .dutch)
  }

  private func map(_ areas: [MapArea], breaks: [Double], unit: String) -> Choropleth {
    Choropleth(
      areas: areas.map { area in
        Choropleth.Area(
          label: area.label, value: area.value, valueLabel: area.valueLabel,
          rings: area.rings.map { $0.map { Point($0.x, $0.y) } })
      }, breaks: breaks, unit: unit, language: .dutch)
  }

  /// Decimals by the size of the values, the same for all of one figure.
  private func decimals(for values: [Double]) -> Int {
    let largest = values.map(\.magnitude).max() ?? 0
    return largest < 1 ? 2 : largest < 10 ? 1 : 0
  }
}

extension ChartLanguage {
  /// Dutch words and numbers.
  static let dutch = ChartLanguage(
    number: { DutchNumber.decimal($0, decimals: $1) }, men: "Mannen", women: "Vrouwen",
    withheldSign: DutchNumber.suppressed, withheld: "niet getoond: te weinig of onbekend",
    tooFew: "te weinig", interval: "onzekerheidsmarge", below: { "minder dan " + $0 },
    between: { $0 + " tot " + $1 }, atLeast: { $0 + " of meer" })
}
