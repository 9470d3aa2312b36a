import Charts
import Report
import WijkModel

/// A figure, drawn: for files of its own and for Word.
public struct FigurePicture: Sendable {
  /// The id of the figure.
  public let id: String
  /// The drawing that stays sharp.
  public let svg: SVGDocument
  /// The drawing in pixels.
  public let png: PNGImage
}

/// Turns a figure of the chapter into a drawing.
public struct FigureRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// The drawing as SVG; ids in it start with `id`, which is unique on the page.
  public func svg(of figure: ReportFigure, id: String) -> SVGDocument {
    chart(of: figure.content).svg(
      id: id, title: "Figuur \(figure.number). \(figure.caption)", description: figure.alternative)
  }

  /// All figures of a chapter as files need them, in order.
  ///
  /// Drawing costs time, so it is done once for all formats.
  ///
  /// - Throws: ``ExportError/noMemory``.
  public func pictures(of report: Report) throws(ExportError) -> [FigurePicture] {
    var pictures: [FigurePicture] = []
    for figure in report.figures {
      do throws(DrawingError) {
        let png = try chart(of: figure.content).png()
        pictures.append(FigurePicture(id: figure.id, svg: svg(of: figure, id: figure.id), png: png))
      } catch {
        throw .noMemory
      }
    }
    return pictures
  }

  private func chart(of content: FigureContent) -> any Chart {
    switch content {
    case .pyramid(let bands, let name): pyramid(bands, referenceName: name)
    case .dots(let rows, let unit, let valueName, let benchmarkName):
      dots(rows, unit: unit, valueName: valueName, benchmarkName: benchmarkName)
    case .bars(let rows, let unit): bars(rows, unit: unit)
    case .map(let areas, let breaks, let unit): map(areas, breaks: breaks, unit: unit)
    case .trend(let lines): trend(lines)
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

  private func dots(
    _ rows: [DotRow], unit: String, valueName: String, benchmarkName: String?
  ) -> DotPlot {
    DotPlot(
      rows: rows.map {
        DotPlot.Row(
          label: $0.label, value: $0.value, low: $0.low, high: $0.high, benchmark: $0.benchmark)
      }, unit: unit, decimals: decimals(for: rows.compactMap(\.value)), valueName: valueName,
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

  private func trend(_ trend: TrendLines) -> TrendChart {
    TrendChart(
      moments: trend.moments.map { TrendChart.Moment(label: $0.label, year: $0.year) },
      series: trend.lines.map { TrendChart.Series(label: $0.label, values: $0.values) },
      breaks: trend.breaks.map { TrendChart.Break(after: $0.after, name: $0.name) },
      unit: trend.unit,
      decimals: decimals(for: trend.lines.flatMap(\.values).compactMap { $0 }), language: .dutch)
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
