/// How a figure came about, as a type, so that the compiler refuses a method which the basis does not allow.
///
/// | basis | interval | test |
/// |---|---|---|
/// | ``Counted`` | Wilson (share), exact Poisson or Byar (rate, O/E) | with a known value, with another count |
/// | ``Measured`` | the publisher's margins | *T* of two samples; of counts when they are known |
/// | ``Modelled`` | the publisher's, if any; never ours | none; a score within the spread of areas |
/// | ``Redistributed`` | none | none |
/// | ``Costs`` | none from one year | none |
public protocol FigureBasis: Sendable {
  /// What is known behind the value.
  associatedtype Evidence: FigureEvidence
}

/// What is known behind the value of a figure.
public protocol FigureEvidence: Hashable, Sendable {
  /// The value, in the unit of the figure.
  var value: Double { get }
}

/// A complete count (geteld).
public enum Counted: FigureBasis {
  /// The counts behind the value.
  public enum Evidence: FigureEvidence {
    /// *x* out of *n* persons.
    case share(x: Int, n: Int)
    /// *x* events in an exposure of persons or person-years.
    case rate(x: Int, exposure: Double)
    /// Observed and expected cases.
    case ratio(observed: Int, expected: Double)

    /// The share (0...1), the rate per unit of exposure, or observed over expected.
    public var value: Double {
      switch self {
      case .share(let x, let n): Double(x) / Double(n)
      case .rate(let x, let exposure): Double(x) / exposure
      case .ratio(let observed, let expected): Double(observed) / expected
      }
    }
  }
}

/// Measured in a sample (gemeten).
public enum Measured: FigureBasis {
  /// The value and what the publisher says of its margin.
  public struct Evidence: FigureEvidence {
    /// The value, in the publisher's unit.
    public let value: Double
    /// The published limits, if any.
    public let limits: ConfidenceInterval?
    /// The level of the published limits, above 0 and below 1.
    public let confidence: Double
    /// How many of the respondents have the property and how many they are, when that is known.
    public let respondents: Respondents?

    /// The respondents behind a share; weights of the survey are left out of account.
    public struct Respondents: Hashable, Sendable {
      /// How many have the property, 0...*n*.
      public let x: Int
      /// How many there are, above 0.
      public let n: Int

      /// Makes a pair, or nil when a number lies outside its range.
      public init?(x: Int, n: Int) {
        guard n > 0, (0...n).contains(x) else { return nil }
        self.x = x
        self.n = n
      }
    }
  }
}

/// Estimated by a model (model), such as SMAP.
public enum Modelled: FigureBasis {
  /// The value and the limits that the publisher gives with it.
  public struct Evidence: FigureEvidence {
    /// The value, in the publisher's unit.
    public let value: Double
    /// The published limits, if any.
    public let limits: ConfidenceInterval?
  }
}

/// Moved between areas by shares of addresses or inhabitants (herverdeeld).
public enum Redistributed: FigureBasis {
  /// The value alone.
  public struct Evidence: FigureEvidence {
    /// The value, in the unit of the figure.
    public let value: Double
  }
}

/// Costs per insured year (kosten): without the spread between persons there is no margin.
public enum Costs: FigureBasis {
  /// The value alone.
  public struct Evidence: FigureEvidence {
    /// The costs in euros per insured year.
    public let value: Double
  }
}

/// A figure whose type says how it came about.
///
/// Only what the basis allows exists: a `Figure<Modelled>` has no interval of ours and no test, and a
/// trend or a comparison takes figures of a basis that has them.
public struct Figure<Basis: FigureBasis>: Hashable, Sendable {
  /// What is known behind the value.
  public let evidence: Basis.Evidence

  /// The value, in the unit of the figure.
  public var value: Double { evidence.value }
}
