import WijkModel

/// Collects the figures of a Gezondheidsmonitor whose value and limits may stand in different rows.
struct MonitorFigures {
  /// What makes a figure one figure.
  struct Key: Hashable, Comparable {
    let area: Area
    let indicator: String
    let ages: AgeBand
    let year: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.indicator, left.year, left.ages, left.area)
        < (right.indicator, right.year, right.ages, right.area)
    }
  }

  /// The parts of a figure that StatLine gives as rows (`Marges`).
  enum Part: CaseIterable {
    case value
    case low
    case high
  }

  private struct Figure {
    var parts: [Part: PublishedNumber] = [:]
    var respondents: Double?
    var basis = Basis.modelled
    var line = 0
    var value: PublishedNumber? { parts[.value] }
    var low: PublishedNumber? { parts[.low] }
    var high: PublishedNumber? { parts[.high] }
  }

  private var figures: [Key: Figure] = [:]

  /// Adds a part of a figure; gives the line where the figure has that part already, else nil.
  mutating func add(
    _ key: Key, _ part: Part, _ number: PublishedNumber, basis: Basis, line: Int
  ) -> Int? {
    var figure = figures[key] ?? Figure()
    guard figure.parts[part] == nil else { return figure.line }
    figure.parts[part] = number
    figure.basis = basis
    figure.line = line
    figures[key] = figure
    return nil
  }

  /// Notes the number of respondents of a figure.
  mutating func setRespondents(_ number: Double?, of key: Key) {
    figures[key]?.respondents = number
  }

  /// The years that occur.
  var years: [Int] { Set(figures.keys.map(\.year)).sorted() }

  /// The figures by indicator, year, ages and area, whatever the order of the rows.
  func sorted(origin: Int) -> [MonitorFigure] {
    figures.sorted { $0.key < $1.key }.map { key, figure in
      MonitorFigure(
        area: key.area, indicator: key.indicator, ages: key.ages, year: key.year,
        value: figure.value ?? .missing(.unknown), low: figure.low?.number,
        high: figure.high?.number, respondents: figure.respondents, basis: figure.basis,
        origin: origin)
    }
  }

  /// Tells values that look like shares of 1 between percentages (W355).
  ///
  /// A value below 1 is odd when another figure of its indicator is at least 25 times as large: a
  /// share is a hundredth of its percentage, while areas never differ that much. When no value of
  /// the file exceeds 1, every one is odd.
  ///
  /// - Parameters:
  ///   - column: The column of the values; nil names the indicator.
  ///   - log: Gets the findings.
  func checkScale(column: String?, _ log: inout FileLog) {
    var largest: [String: Double] = [:]
    for (key, figure) in figures {
      guard let number = figure.value?.number else { continue }
      largest[key.indicator] = max(largest[key.indicator] ?? 0, number)
    }
    let isAllShares = (largest.values.max() ?? 0) <= 1
    for (key, figure) in figures {
      guard let number = figure.value?.number, number > 0, number < 1 else { continue }
      if isAllShares || (largest[key.indicator] ?? 0) >= 25 * number {
        log.add("W355", line: figure.line, column: column ?? key.indicator)
      }
    }
  }
}

extension FigureColumn {
  /// Reads a percentage; its scale is judged by ``MonitorFigures/checkScale(column:_:)``, which sees
  /// the whole column, instead of cell by cell.
  mutating func monitorPercentage(_ row: Row) -> PublishedNumber? {
    let parse = parser(.percentage)
    return number(row) { cell in
      let result = parse(cell)
      if case .value(let number, "W355") = result { return .value(number, nil) }
      return result
    }
  }
}
