import Glibc

extension SelfCheck {
  /// Quantiles and probabilities.
  static var distributions: [Case] {
    [
      Case("normal quantile 0.975", 1.9599639845400536, tolerance: 1e-14) {
        NormalDistribution.quantile(0.975)
      },
      Case("normal quantile 1e-9", -5.9978070150076865, tolerance: 1e-14) {
        NormalDistribution.quantile(1e-9)
      },
      Case("normal probability", 0.9750000000000000, tolerance: 1e-13) {
        NormalDistribution.cumulative(1.9599639845400536)
      },
      Case("t quantile, 1 degree", -12.706204736174707, tolerance: 1e-12) {
        StudentDistribution.quantile(0.025, degrees: 1)
      },
      Case("t quantile, 1000 degrees", -1.9623390808264078, tolerance: 1e-12) {
        StudentDistribution.quantile(0.025, degrees: 1000)
      },
      Case("chi-square quantile, 3 degrees", 9.3484036044961449, tolerance: 1e-12) {
        ChiSquareDistribution.quantile(0.975, degrees: 3)
      },
      Case("chi-square quantile, 100000 degrees", 100736.736177319, tolerance: 1e-9) {
        ChiSquareDistribution.quantile(0.95, degrees: 100_000)
      },
      Case("chi-square probability", 0.05, tolerance: 1e-13) {
        ChiSquareDistribution.tails(3.841458820694124, degrees: 1).upper
      },
      Case("poisson exact p", 0.0027476464174158327) {
        PoissonDistribution.twoSidedP(observed: 9, expected: 22.2)
      },
      Case("poisson upper tail", 0.0034543419758568087) {
        PoissonDistribution.upperTail(20, mean: 10)
      },
      Case("poisson lower tail", 0.0013298949982396436) {
        PoissonDistribution.lowerTail(9, mean: 22.2)
      },
      Case("poisson logarithm", -2482.389071305346, tolerance: 1e-12) {
        PoissonDistribution.logUpperTail(400, mean: 0.3)
      },
      Case("binomial exact p", 112.0 / 1024, tolerance: 1e-13) {
        BinomialDistribution.twoSidedP(8, of: 10, share: 0.5)
      },
      Case("hypergeometric exact p", 34.0 / 70, tolerance: 1e-13) {
        HypergeometricDistribution(marked: 4, unmarked: 4, drawn: 4)?.twoSidedP(3)
      },
      Case("ordered sum", 4, tolerance: 0) { orderedSum([1e16, 1, 1, 1, 1, -1e16]) },
    ]
  }

  /// Intervals of shares, counts and means.
  static var intervals: [Case] {
    [
      Case("wilson 5/25 low", 0.08860584686802575, tolerance: 1e-12) {
        wilsonInterval(of: 5, in: 25)?.low
      },
      Case("wilson 5/25 high", 0.39130950369540335, tolerance: 1e-12) {
        wilsonInterval(of: 5, in: 25)?.high
      },
      Case("wilson 1/1000000000 low", 1.7652455495696316e-10, tolerance: 1e-12) {
        wilsonInterval(of: 1, in: 1e9)?.low
      },
      Case("clopper-pearson 5/25 low", 0.06831146401248403) {
        ProportionInterval.clopperPearson(5, of: 25)?.low
      },
      Case("clopper-pearson 1/1000000000 low", 2.5317807983969421e-11) {
        ProportionInterval.clopperPearson(1, of: 1e9)?.low
      },
      Case("exact poisson 3 low", 0.61867212289560158) { PoissonInterval.exact(3).low },
      Case("exact poisson 3 high", 8.7672730697423233) { PoissonInterval.exact(3).high },
      Case("exact poisson 0 low", 0) { PoissonInterval.limits(of: 0).low },
      Case("byar 10 low", 4.7874499139675644, tolerance: 1e-11) { PoissonInterval.byar(10).low },
      Case("byar 10 high", 18.391458605756473, tolerance: 1e-11) { PoissonInterval.byar(10).high },
      Case("rate 9/997 high", 17.136212087682217) { PoissonInterval.rate(9, per: 997)?.high },
      Case("mean low", 64.328414301349483, tolerance: 1e-11) {
        SampleMean(of: [263, 54.05, 169.41, 348.49, 173.45])?.interval()?.low
      },
    ]
  }

  /// Direct and indirect standardization.
  static var standardization: [Case] {
    [
      Case("indirect expected", 38, tolerance: 1e-13) { indirect?.expected },
      Case("indirect ratio low", 0.12598552405177802) { indirect?.limits()?.low },
      Case("indirect ratio high", 0.483985752783065) { indirect?.limits()?.high },
      Case("direct value", 0.14668780009552455, tolerance: 1e-13) { direct?.value },
      Case("direct variance", 2.1603030374711321e-05, tolerance: 1e-13) { direct?.variance },
      Case("dobson-byar low", 0.13770862254925871, tolerance: 1e-11) {
        direct?.dobsonByar().low
      },
      Case("fay-feuer low", 0.13771835317158349, tolerance: 1e-11) { direct?.fayFeuer().low },
      Case("fay-feuer high", 0.15624710017686886, tolerance: 1e-11) { direct?.fayFeuer().high },
      // 3 persons with one event and 2 with two of 100: (3 + 2·4)/100².
      Case("variance of events", 0.0011, tolerance: 1e-13) {
        let parts = [EventStratum.Part(events: 1, persons: 3), .init(events: 2, persons: 2)]
        let stratum = EventStratum(personsByEvents: parts, persons: 100, weight: 7)
        return (try? DirectStandardization(events: [stratum]))?.variance
      },
    ]
  }

  private static var indirect: IndirectStandardization? {
    let rows: [(Int, Double, Double)] = [(3, 100, 500), (3, 200, 600), (4, 300, 700)]
    return try? IndirectStandardization(
      rows.map {
        ComparedStratum(
          cases: $0.0, persons: $0.1, reference: ReferenceStratum(cases: $0.2, persons: 10_000))
      })
  }

  private static var direct: DirectStandardization? {
    let rows: [(Double, Double, Double)] = [
      (609, 3165, 88_400), (72, 415, 16_200), (33, 230, 12_702), (434, 5130, 71_447),
    ]
    return try? DirectStandardization(
      rows.map { StandardStratum(cases: $0.0, persons: $0.1, weight: $0.2) })
  }
}
