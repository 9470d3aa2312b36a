import Report

extension SheetPlan {
  /// A figure as a table with a native chart.
  init(_ figure: ReportFigure) {
    let number = String(figure.id.prefix { $0 != "-" })
    let data = FigureData(figure)
    self.init(
      name: number, title: figure.caption,
      about: [figure.badge.rawValue, "Figuur \(figure.number) van hoofdstuk 2"].filter {
        !$0.isEmpty
      },
      notes: data.hasHidden ? [Self.hiddenNote] : [],
      table: SheetTable(name: "figuur_" + number, columns: data.columns, rows: data.rows),
      chart: data.chart)
  }

  private static let hiddenNote = "• = niet getoond: te weinig personen, of onbekend."
}

/// The values of a figure as rows, with the chart that Excel draws of them.
private struct FigureData {
  private(set) var columns: [SheetTable.Column] = []
  private(set) var rows: [[SheetTable.Cell]] = []
  private(set) var chart: SheetChart?
  private let figure: ReportFigure

  var hasHidden: Bool { rows.contains { $0.contains(.sign(DutchNumber.suppressed)) } }

  init(_ figure: ReportFigure) {
    self.figure = figure
    switch figure.content {
    case .pyramid(let bands, let name): pyramid(bands, name)
    case .dots(let rows, let unit, let valueName, let benchmarkName):
      dots(rows, unit, valueName, benchmarkName)
    case .bars(let rows, let unit): bars(rows.map { ($0.label, $0.value) }, unit)
    case .map(let areas, _, let unit): bars(areas.map { ($0.label, $0.value) }, unit)
    case .trend(let lines): trend(lines)
    }
  }

  /// Men are negative, so that their bars run to the left; no format shows the sign.
  private mutating func pyramid(_ bands: [PyramidBand], _ name: String?) {
    add("Leeftijd", [])
    add("Mannen (%)", bands.map(\.men), style: .unsigned)
    add("Vrouwen (%)", bands.map(\.women), style: .unsigned)
    if let name {
      add("Mannen, \(name) (%)", bands.map(\.menReference), style: .unsigned)
      add("Vrouwen, \(name) (%)", bands.map(\.womenReference), style: .unsigned)
    }
    rows = bands.map { band in
      let own: [SheetTable.Cell] = [
        .text(band.label), shown(band.men.map { -$0 }), shown(band.women),
      ]
      let other = [band.menReference.map { -$0 }, band.womenReference].map(orBlank)
      return name == nil ? own : own + other
    }
    draw(
      .pyramid, series: [1, 2], axisFormat: "0\"%\";0\"%\"",
      unit: figure.badge == .patients ? "% van alle patiënten" : "% van alle inwoners")
  }

  private mutating func dots(
    _ dots: [DotRow], _ unit: String, _ valueName: String, _ benchmarkName: String?
  ) {
    let sign = unit.isEmpty ? "" : " (\(unit))"
    add("Onderwerp", [])
    add(capitalized(valueName) + sign, dots.map(\.value))
    let hasLimits = dots.contains { $0.low != nil || $0.high != nil }
    if hasLimits {
      add("Ondergrens", dots.map(\.low))
      add("Bovengrens", dots.map(\.high))
    }
    if let benchmarkName { add(capitalized(benchmarkName) + sign, dots.map(\.benchmark)) }
    rows = dots.map { dot in
      [.text(dot.label), shown(dot.value)]
        + (hasLimits ? [dot.low, dot.high].map(orBlank) : [])
        + (benchmarkName == nil ? [] : [orBlank(dot.benchmark)])
    }
    let last = columns.count - 1
    draw(
      .bars, series: benchmarkName == nil ? [1] : [1, last], axisFormat: axisFormat(unit),
      unit: unit.count > 2 ? unit : "")
  }

  private mutating func bars(_ bars: [(label: String, value: Double?)], _ unit: String) {
    add("Onderwerp", [])
    add(unit.isEmpty ? "Waarde" : "Waarde (\(unit))", bars.map(\.value))
    rows = bars.map { [.text($0.label), shown($0.value)] }
    draw(.bars, series: [1], axisFormat: axisFormat(unit), unit: unit.count > 2 ? unit : "")
  }

  private mutating func trend(_ lines: TrendLines) {
    add("Moment", [])
    for line in lines.lines { add(line.label, line.values) }
    rows = lines.moments.indices.map { moment in
      [.text(lines.moments[moment].label)]
        + lines.lines.map { line in
          shown(line.values.indices.contains(moment) ? line.values[moment] : nil)
        }
    }
    draw(
      .lines(breaksAfter: lines.breaks.map(\.after)),
      series: Array(lines.lines.indices.map { $0 + 1 }), axisFormat: axisFormat(lines.unit),
      unit: lines.unit)
  }

  private mutating func draw(
    _ form: SheetChart.Form, series: [Int], axisFormat: String, unit: String
  ) {
    guard !rows.isEmpty, !series.isEmpty else { return }
    chart = SheetChart(
      form: form, alternative: figure.alternative, categories: 0, series: series,
      rows: rows.indices, axisFormat: axisFormat, unit: unit)
  }

  private mutating func add(_ header: String, _ values: [Double?], style: NumberStyle? = nil) {
    columns.append(
      SheetTable.Column(
        header: SheetTable.unique(header, among: columns),
        style: style ?? .fitting(values.compactMap { $0 }), isNumeric: !columns.isEmpty))
  }

  private func shown(_ value: Double?) -> SheetTable.Cell {
    value.map { .number($0) } ?? .sign(DutchNumber.suppressed)
  }

  private func orBlank(_ value: Double?) -> SheetTable.Cell { value.map { .number($0) } ?? .blank }

  private func axisFormat(_ unit: String) -> String { unit == "%" ? "0\"%\"" : "General" }

  private func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
