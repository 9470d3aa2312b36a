extension SelfCheck {
  /// Differences, ratios and many comparisons.
  static var comparisons: [Case] {
    [
      Case("newcombe low", 0.05243147240236498, tolerance: 1e-12) { shares?.newcombe().low },
      Case("newcombe high", 0.333872654036906, tolerance: 1e-12) { shares?.newcombe().high },
      Case("pooled p", 0.00804508136819656) { shares?.pooledP },
      Case("fisher p", 0.012521129749209154) { shares?.fisherP },
      Case("rate ratio log-wald low", 0.17090222548631334, tolerance: 1e-12) {
        RateRatio(5, per: 1000, to: 10, per: 1000)?.logWald()?.low
      },
      Case("rate ratio score high", 1.3973026854586743, tolerance: 1e-6) {
        RateRatio(5, per: 1000, to: 10, per: 1000)?.score()?.high
      },
      Case("rate ratio exact p", 0.30175781249999994) {
        RateRatio(5, per: 1000, to: 10, per: 1000)?.exactP
      },
      Case("t of samples", 0.04550026389635842, tolerance: 1e-13) {
        SampleDifference(value1: 30, standardError1: 3, value2: 20, standardError2: 4)?.twoSidedP
      },
      Case("benjamini-hochberg", 0.049999999999999996, tolerance: 1e-13) {
        MultipleTesting.benjaminiHochberg([0.01, 0.02, 0.03, 0.04, 0.05]).first
      },
      Case("holm", 0.09, tolerance: 1e-13) {
        MultipleTesting.holm([0.01, 0.02, 0.03, 0.04, 0.05]).last
      },
      Case("overdispersion", 5, tolerance: 1e-13) {
        Overdispersion.factor([10.0, 20, 30].map { (observed: $0, expected: 20) })
      },
      Case("benchmark", 1, tolerance: 0) {
        let inner = ConfidenceInterval(low: 0.2, high: 0.4)
        return BenchmarkPosition(inner, against: 0.1) == .higher ? 1 : 0
      },
    ]
  }

  /// Smoothing, ranks, groups, funnel limits and inequality.
  static var areas: [Case] {
    [
      Case("empirical bayes", 0.485, tolerance: 1e-12) {
        let areas = [AreaCount(cases: 10, size: 100), AreaCount(cases: 50, size: 100)]
        return (try? EmpiricalBayes(areas))?.rates.last
      },
      Case("empirical bayes without variance", 0.1, tolerance: 1e-13) {
        let areas = [1.0, 2, 3, 4].map { AreaCount(cases: 10 * $0, size: 100 * $0) }
        return (try? EmpiricalBayes(areas))?.rates.first
      },
      Case("best rank", 4, tolerance: 0) { ranks?.first.map { Double($0.best) } },
      Case("worst rank", 5, tolerance: 0) { ranks?.first.map { Double($0.worst) } },
      Case("quantile group", 4, tolerance: 0) {
        let values = [123.226, 156.124, 111.458, 93.714, 89.925, 106.076, 83.655, 103.62, 99.972]
        return QuantileGroups.groups(values + [119.662], count: 5)[2].map(Double.init)
      },
      Case("funnel of a share", 0.064712960181324677, tolerance: 1e-12) {
        FunnelLimits.share(around: 0.078682420880665627, of: 1427, confidence: 0.95).low
      },
      Case("gini", 0.07805954175062246, tolerance: 1e-12) { inequality?.giniOfPersons },
      Case("theil", 0.014094009441335306, tolerance: 1e-11) { inequality?.theilOfPersons },
      Case("heterogeneity", 0.0019304541362277093, tolerance: 1e-11) {
        Heterogeneity([(x: 10, n: 100), (x: 20, n: 100), (x: 30, n: 100)])?.p
      },
      Case("slope index", 16.537146695340017, tolerance: 1e-11) {
        slopeIndex(isTransformed: false)?.slope
      },
      Case("relative index of logarithms", 1.3483195998536696, tolerance: 1e-11) {
        slopeIndex(isTransformed: true)?.ratio
      },
    ]
  }

  /// Change over years and years left to live.
  static var trends: [Case] {
    [
      Case("annual change", -9.0754938163353, tolerance: 1e-8) { trend?.annualPercentageChange },
      Case("annual change high", 8.85377738657045, tolerance: 1e-8) { trend?.interval().high },
      Case("trend in shares", 3.0038850998279729) {
        let cases: [Double] = [628, 193, 235, 441]
        let persons: [Double] = [6223, 2072, 2250, 3967]
        return ProportionTrend(zip(cases, persons).map { (x: $0, n: $1) })?.chiSquare
      },
      Case("ratio of rates high", 1.1678903290437053, tolerance: 1e-12) {
        StandardizedRateRatio(
          rate: 76.176680075700489, variance: 13.039868850258081, toEarlier: 74.378076067572565,
          variance: 12.397391542661722)?.interval().high
      },
      Case("years left", 90, tolerance: 1e-13) {
        let young = LifeExpectancy.Band(startAge: 0, deaths: 0, persons: 8000)
        let old = LifeExpectancy.Band(startAge: 80, deaths: 40, persons: 400)
        return (try? LifeExpectancy([young, old]))?.years.first
      },
    ]
  }

  private static var shares: TwoProportions? { TwoProportions(56, of: 70, and: 48, of: 80) }

  private static var ranks: [RankInterval]? {
    RankInterval.intervals(counts: [1422, 1432, 1647, 1849, 2071], of: 14_511)
  }

  private static var inequality: Inequality? {
    let areas: [(Double, Double)] = [(427, 0.136856), (233, 0.182606), (1229, 0.114647)]
    return try? Inequality(areas.map { Inequality.Area(persons: $0.0, value: $0.1) })
  }

  private static func slopeIndex(isTransformed: Bool) -> SlopeIndex? {
    let groups: [(Double, Double)] = [
      (1075, 50.232558139534888), (5969, 51.264868487183783), (2981, 45.622274404562226),
      (12_566, 56.262931720515674), (6984, 62.2852233676976),
    ]
    return try? SlopeIndex(
      groups.map { SlopeIndex.Group(persons: $0.0, value: $0.1, limits: nil) }, scale: .rate,
      isTransformed: isTransformed)
  }

  private static var trend: PoissonTrend? {
    let years: [(Int, Double)] = [(492, 8290), (83, 1266), (10, 339)]
    return try? PoissonTrend(
      years.enumerated().map {
        YearCount(year: $0.offset, cases: $0.element.0, persons: $0.element.1)
      })
  }
}
