/// A population pyramid: men to the left, women to the right, young at the bottom.
///
/// Bars are percentages of the whole population, so that a reference of another size fits on top of
/// it as ticks. A band that may not be shown has no bar, only the sign for it.
public struct PopulationPyramid: Chart {
  /// A band of ages.
  public struct Band: Hashable, Sendable {
    /// The age label.
    public let label: String
    /// The percentage of men; nil when it may not be shown.
    public let men: Double?
    /// The percentage of women; nil when it may not be shown.
    public let women: Double?
    /// The percentage of men in the reference; nil when there is none.
    public let menReference: Double?
    /// The percentage of women in the reference; nil when there is none.
    public let womenReference: Double?

    /// Makes a band.
    public init(
      label: String, men: Double?, women: Double?, menReference: Double? = nil,
      womenReference: Double? = nil
    ) {
      self.label = label
      self.men = men
      self.women = women
      self.menReference = menReference
      self.womenReference = womenReference
    }
  }

  private let bands: [Band]
  private let referenceName: String?
  private let language: ChartLanguage

  /// Makes a pyramid of bands from young to old.
  public init(bands: [Band], referenceName: String?, language: ChartLanguage) {
    self.bands = bands
    self.referenceName = referenceName
    self.language = language
  }

  /// The size; it grows with the number of bands.
  public var size: Size {
    Size(width: ChartLayout.width, height: bottom + 32 + legendHeight + ChartLayout.margin)
  }

  /// Draws the pyramid.
  public func draw(on canvas: inout some Canvas) {
    let axis = Axis(covering: 0...(largest * (showsValues ? 1.18 : 1)), steps: 5)
    for side in [Side.men, .women] {
      drawGrid(side, axis, on: &canvas)
      drawTitle(side, on: &canvas)
      for (index, band) in bands.reversed().enumerated() {
        drawBar(band, side, top: top + Double(index) * rowHeight, axis, on: &canvas)
      }
    }
    for (index, band) in bands.reversed().enumerated() {
      canvas.text(
        band.label,
        at: Point(
          ChartLayout.width / 2, top + (Double(index) + 0.5) * rowHeight + labelStyle.size * 0.34),
        style: labelStyle.anchored(.middle))
    }
    canvas.legend(
      legend, at: Point(ChartLayout.margin, bottom + 42), width: legendWidth)
  }

  private enum Side { case men, women }

  private let top = 36.0
  private var rowHeight: Double { showsValues ? 30 : 17 }
  private var bottom: Double { top + rowHeight * Double(max(bands.count, 1)) + 4 }
  /// Values are printed only where the bars are few and thick enough to carry them.
  private var showsValues: Bool { bands.count <= 10 }
  private var labelStyle: TextStyle { TextStyle(size: showsValues ? 14 : 13) }
  private var gutter: Double {
    max(48, ChartLayout.room(for: bands.map(\.label), style: labelStyle) + 20)
  }
  private var half: Double { (ChartLayout.width - gutter) / 2 - ChartLayout.margin - 8 }

  private var largest: Double {
    let values = bands.flatMap { [$0.men, $0.women, $0.menReference, $0.womenReference] }
    return max(values.compactMap { $0 }.max() ?? 0, 0.1)
  }

  private var legendWidth: Double { ChartLayout.width - 2 * ChartLayout.margin }
  private var legendHeight: Double { LegendEntry.height(of: legend, width: legendWidth) }

  private var legend: [LegendEntry] {
    var entries: [LegendEntry] = []
    if let referenceName, bands.contains(where: { $0.menReference ?? $0.womenReference != nil }) {
      entries.append(LegendEntry(mark: .tick, text: referenceName))
    }
    if bands.contains(where: { $0.men == nil || $0.women == nil }) {
      entries.append(LegendEntry(mark: .sign(language.withheldSign), text: language.withheld))
    }
    return entries
  }

  /// The x of a percentage.
  private func place(_ value: Double, _ side: Side, _ axis: Axis) -> Double {
    let inner = side == .men ? (ChartLayout.width - gutter) / 2 : (ChartLayout.width + gutter) / 2
    return axis.place(value, from: inner, to: inner + (side == .men ? -half : half))
  }

  private func drawGrid(_ side: Side, _ axis: Axis, on canvas: inout some Canvas) {
    for tick in axis.ticks {
      let x = place(tick, side, axis)
      canvas.line(
        from: Point(x, top - 4), to: Point(x, bottom),
        stroke: Stroke(tick == 0 ? Palette.axis : Palette.grid))
      canvas.text(
        language.number(tick, decimals: axis.decimals, unit: "%"), at: Point(x, bottom + 16),
        style: ChartLayout.small.anchored(.middle))
    }
  }

  private func drawTitle(_ side: Side, on canvas: inout some Canvas) {
    let inner = side == .men ? (ChartLayout.width - gutter) / 2 : (ChartLayout.width + gutter) / 2
    let text = side == .men ? language.men : language.women
    let color = side == .men ? Palette.first : Palette.second
    let swatch = Rect(x: side == .men ? inner - 12 : inner, y: 8, width: 12, height: 12)
    canvas.rect(swatch, fill: color, stroke: nil)
    canvas.text(
      text, at: Point(side == .men ? inner - 18 : inner + 18, 19),
      style: ChartLayout.value.anchored(side == .men ? .end : .start))
  }

  private func drawBar(
    _ band: Band, _ side: Side, top: Double, _ axis: Axis, on canvas: inout some Canvas
  ) {
    let value = side == .men ? band.men : band.women
    let reference = side == .men ? band.menReference : band.womenReference
    let zero = place(0, side, axis)
    let direction = side == .men ? -1.0 : 1.0
    let anchor = side == .men ? TextAnchor.end : .start
    let baseline = top + rowHeight / 2 + 4.5
    var end = zero
    if let value {
      end = place(value, side, axis)
      canvas.rect(
        Rect(x: min(zero, end), y: top + 1.5, width: abs(end - zero), height: rowHeight - 3),
        fill: side == .men ? Palette.first : Palette.second, stroke: nil)
    } else {
      canvas.text(
        language.withheldSign, at: Point(zero + 6 * direction, baseline),
        style: ChartLayout.label.anchored(anchor))
    }
    if let reference {
      let x = place(reference, side, axis)
      canvas.benchmarkTick(x: x, from: top + 1, to: top + rowHeight - 1)
      if value != nil { end = side == .men ? min(end, x) : max(end, x) }
    }
    if let value, showsValues {
      canvas.text(
        language.number(value, decimals: 1, unit: "%"), at: Point(end + 7 * direction, baseline),
        style: ChartLayout.label.anchored(anchor))
    }
  }
}
