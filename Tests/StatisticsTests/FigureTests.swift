import Testing

@testable import Statistics

@Suite("The basis of a figure decides the method")
struct FigureTests {
  @Test("A counted share has Wilson, a rate and a ratio exact limits below ten and Byar's above")
  func counted() throws {
    let share = try #require(Figure<Counted>.share(5, of: 25))
    #expect(share.value == 0.2)
    #expect(share.interval() == wilsonInterval(of: 5, in: 25))
    #expect(share.intervalMethod == .wilson)
    let rate = try #require(Figure<Counted>.rate(9, per: 100))
    #expect(rate.intervalMethod == .exactPoisson)
    #expect(rate.interval().high == PoissonInterval.exact(9).high / 100)
    let ratio = try #require(Figure<Counted>.ratio(observed: 10, expected: 5))
    #expect(ratio.value == 2 && ratio.intervalMethod == .byar)
    #expect(ratio.interval().low == PoissonInterval.byar(10).low / 5)
    #expect(share.position(against: 0.05) == .higher)
    #expect(share.position(against: 0.2) == .similar)
  }

  @Test("What cannot be counted is no figure")
  func invalid() {
    #expect(Figure<Counted>.share(3, of: 2) == nil)
    #expect(Figure<Counted>.share(0, of: 0) == nil)
    #expect(Figure<Counted>.rate(-1, per: 2) == nil)
    #expect(Figure<Counted>.ratio(observed: 1, expected: 0) == nil)
    #expect(Measured.Evidence.Respondents(x: 3, n: 2) == nil)
  }

  @Test("Shares are compared with shares, rates with rates, a part with the rest")
  func comparisons() throws {
    let share = try #require(Figure<Counted>.share(30, of: 100))
    let whole = try #require(Figure<Counted>.share(50, of: 300))
    let rate = try #require(Figure<Counted>.rate(9, per: 100))
    #expect(share.difference(from: whole)?.x2 == 50)
    #expect(share.difference(fromRestOf: whole)?.x2 == 20)
    #expect(share.difference(from: rate) == nil)
    #expect(share.rateRatio(to: rate) == nil)
    #expect(try #require(rate.rateRatio(to: rate)?.value) == 1)
  }

  @Test("A sample has the publisher's margins, a standard error from them, and T")
  func measured() throws {
    let margin = 1.9599639845400536
    func figure(_ value: Double, _ error: Double) -> Figure<Measured> {
      Figure<Measured>(
        value: value,
        limits: ConfidenceInterval(low: value - margin * error, high: value + margin * error))
    }
    let difference = try #require(figure(30, 3).difference(from: figure(20, 4)))
    #expect(relativeError(difference.statistic, 2) < 1e-13)
    let known = try #require(figure(30, 3).difference(fromKnown: 24))
    #expect(relativeError(known.statistic, 2) < 1e-13)
    #expect(Figure<Measured>(value: 30).difference(from: figure(20, 4)) == nil)
    let some = Figure<Measured>(value: 30, respondents: .init(x: 30, n: 100))
    #expect(some.respondentDifference(from: some)?.difference == 0)
  }

  @Test("A model figure has its publisher's limits and a score among areas, no test")
  func modelled() throws {
    let areas = [2.0, 4, 4, 4, 5, 5, 7, 9].map { Figure<Modelled>(value: $0) }
    // Mean 5, deviation √(32/7).
    let score = try #require(areas[7].score(among: areas))
    #expect(relativeError(score, 4 / 2.138089935299395) < 1e-14)
    #expect(areas[0].score(among: [areas[0]]) == nil)
    #expect(areas[0].publishedInterval == nil)
  }

  @Test("Counted shares of three years have a trend, O/E has none")
  func trend() throws {
    let shares = try [10, 20, 40].enumerated().map {
      (year: 2023 + $0.offset, figure: try #require(Figure<Counted>.share($0.element, of: 100)))
    }
    #expect(abs(try Figure<Counted>.trend(of: shares).annualPercentageChange - 100) < 1e-10)
    let ratio = try #require(Figure<Counted>.ratio(observed: 3, expected: 2))
    #expect(throws: StatisticsError.outOfRange(index: 3)) {
      try Figure<Counted>.trend(of: shares + [(year: 2026, figure: ratio)])
    }
  }

  @Test("By the basis in the data: which interval and which test there is")
  func any() throws {
    let limits = ConfidenceInterval(low: 0.2, high: 0.4)
    let counted = AnyFigure.counted(try #require(.share(56, of: 70)))
    let others = AnyFigure.counted(try #require(.share(48, of: 80)))
    let few = AnyFigure.counted(try #require(.share(1, of: 4)))
    let measured = AnyFigure.measured(Figure<Measured>(value: 0.3, limits: limits))
    let modelled = AnyFigure.modelled(Figure<Modelled>(value: 0.3, publishedLimits: limits))
    let moved = AnyFigure.redistributed(Figure<Redistributed>(value: 0.3))
    let costs = AnyFigure.costs(Figure<Costs>(value: 1234.5))
    #expect(counted.interval()?.method == .wilson)
    #expect(measured.interval()?.method == .published)
    #expect(modelled.interval()?.limits == limits)
    #expect(moved.interval() == nil && costs.interval() == nil)
    #expect(costs.value == 1234.5)
    let test = try #require(counted.test(against: others))
    #expect(test.method == .pooledZ && relativeError(test.p, 0.00804508136819656) < 1e-10)
    #expect(few.test(against: counted)?.method == .fisher)
    #expect(measured.test(against: counted)?.method == .sampleT)
    #expect(measured.test(against: measured)?.p == 1)
    let one = try #require(measured.test(against: counted))
    let other = try #require(counted.test(against: measured))
    #expect(one.difference == -other.difference && one.p == other.p)
    for figure in [modelled, moved, costs] {
      for reference in [counted, measured, modelled, moved, costs] {
        #expect(figure.test(against: reference) == nil)
        #expect(reference.test(against: figure) == nil)
      }
    }
  }
}
