/// Why a number in a published file is not there.
public enum MissingReason: String, Hashable, Sendable, CaseIterable {
  /// The publisher keeps it secret (`-99997`, `x`).
  case secret = "geheim"
  /// The publisher says nil (`-99995`, `-`); nil is not a count of zero for us.
  case none = "nihil"
  /// Hidden below a limit (`<5`) or above one (`>95`).
  case suppressed = "onderdrukt"
  /// Unknown, blank, `.` or `onbekend`.
  case unknown = "onbekend"
  /// Not available (`NA`, `n.b.`).
  case notAvailable = "niet bekend"
  /// The cell was refused, with a finding.
  case rejected = "afgekeurd"
}

/// A number of a published file, or the reason why it is missing; a missing number is never 0.
public enum PublishedNumber: Hashable, Sendable {
  /// The number as published.
  case value(Double)
  /// Why there is none.
  case missing(MissingReason)

  /// The number, or nil when it is missing.
  public var number: Double? { if case .value(let number) = self { number } else { nil } }
}

/// How a figure came about; it decides which interval or test may be applied.
public enum Basis: String, Hashable, Sendable, CaseIterable, Comparable {
  /// A complete count.
  case counted = "geteld"
  /// Measured in a sample.
  case measured = "gemeten"
  /// Estimated by a model.
  case modelled = "model"
  /// Moved between areas by shares.
  case redistributed = "herverdeeld"
  /// Costs per insured year.
  case costs = "kosten"

  /// From strong to weak.
  public static func < (left: Self, right: Self) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}
