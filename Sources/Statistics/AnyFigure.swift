/// How an interval beside a figure was made.
public enum IntervalMethod: String, Hashable, Sendable, CaseIterable {
  /// Wilson's score interval of a share.
  case wilson = "wilson"
  /// Exact Poisson limits, below 10 events.
  case exactPoisson = "exact-poisson"
  /// Byar's limits, from 10 events on.
  case byar = "byar"
  /// As its publisher gives it.
  case published = "gepubliceerd"
}

/// How two figures were tested.
public enum TestMethod: String, Hashable, Sendable, CaseIterable {
  /// Pooled *z* of two shares.
  case pooledZ = "z-gepoold"
  /// Fisher's exact test of two shares, where fewer than 5 are expected in a cell.
  case fisher = "fisher"
  /// The exact conditional test of two rates.
  case exactRates = "exact-conditioneel"
  /// *T* of samples.
  case sampleT = "t-steekproef"
}

/// The result of a test of two figures.
public struct FigureTest: Hashable, Sendable {
  /// The test.
  public let method: TestMethod
  /// The first value minus the second.
  public let difference: Double
  /// The two-sided *p*, 0...1.
  public let p: Double
}

/// A figure of any basis, for code that learns the basis from data.
///
/// It can do what the basis can and answers nil otherwise.
public enum AnyFigure: Hashable, Sendable {
  /// A complete count.
  case counted(Figure<Counted>)
  /// Measured in a sample.
  case measured(Figure<Measured>)
  /// Estimated by a model.
  case modelled(Figure<Modelled>)
  /// Moved between areas.
  case redistributed(Figure<Redistributed>)
  /// Costs per insured year.
  case costs(Figure<Costs>)

  /// The value, in the unit of the figure.
  public var value: Double {
    switch self {
    case .counted(let figure): figure.value
    case .measured(let figure): figure.value
    case .modelled(let figure): figure.value
    case .redistributed(let figure): figure.value
    case .costs(let figure): figure.value
    }
  }

  /// The interval that may stand beside the figure, with its method.
  ///
  /// - Parameter confidence: The level of intervals of ours; published ones have their own.
  /// - Returns: Nil when there is none.
  public func interval(
    confidence: Double = 0.95
  ) -> (limits: ConfidenceInterval, method: IntervalMethod)? {
    switch self {
    case .counted(let figure): (figure.interval(confidence: confidence), figure.intervalMethod)
    case .measured(let figure): figure.publishedInterval.map { ($0, .published) }
    case .modelled(let figure): figure.publishedInterval.map { ($0, .published) }
    case .redistributed, .costs: nil
    }
  }

  /// The test of this figure against another of a separate group.
  ///
  /// Two counts, two samples, or a sample and a complete count of the same unit, which counts as known.
  ///
  /// - Returns: Nil when no test is allowed or what it needs is unknown.
  public func test(against other: AnyFigure) -> FigureTest? {
    switch (self, other) {
    case (.counted(let one), .counted(let two)):
      if let shares = one.difference(from: two) { return Self.test(shares) }
      return one.rateRatio(to: two).map {
        FigureTest(method: .exactRates, difference: one.value - two.value, p: $0.exactP)
      }
    case (.measured(let one), .measured(let two)):
      if let samples = one.difference(from: two) { return Self.test(samples) }
      return one.respondentDifference(from: two).map(Self.test)
    case (.measured(let one), .counted(let two)):
      return one.difference(fromKnown: two.value).map(Self.test)
    case (.counted(let one), .measured(let two)):
      return two.difference(fromKnown: one.value).map {
        FigureTest(method: .sampleT, difference: -$0.difference, p: $0.twoSidedP)
      }
    default: return nil
    }
  }

  private static func test(_ shares: TwoProportions) -> FigureTest {
    if let p = shares.pooledP, shares.smallestExpected >= 5 {
      return FigureTest(method: .pooledZ, difference: shares.difference, p: p)
    }
    return FigureTest(method: .fisher, difference: shares.difference, p: shares.fisherP)
  }

  private static func test(_ samples: SampleDifference) -> FigureTest {
    FigureTest(method: .sampleT, difference: samples.difference, p: samples.twoSidedP)
  }
}
