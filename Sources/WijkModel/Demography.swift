/// A sex as tables show it.
public enum Sex: UInt8, Sendable, Hashable, CaseIterable, Comparable {
  /// Men, `M`.
  case male = 0
  /// Women, `V`.
  case female = 1

  /// `M` or `V`.
  public var label: String { self == .male ? "M" : "V" }

  /// Men first, as in all tables.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A sex as a practice recorded it.
public enum RecordedSex: UInt8, Sendable, Hashable, CaseIterable {
  /// Men.
  case male = 0
  /// Women.
  case female = 1
  /// Other (NHG table 4: anders).
  case other = 2
  /// Not recorded or refused.
  case unknown = 3
}

/// A range of ages in whole years; both ends are included.
public struct AgeBand: Hashable, Comparable, Sendable {
  /// The lowest age.
  public let lower: Int
  /// The highest age; nil when the band is open, as in `75+`.
  public let upper: Int?

  /// Makes a band; the upper end must not lie below the lower one.
  public init(_ lower: Int, _ upper: Int?) {
    precondition(lower >= 0 && (upper ?? lower) >= lower, "an age band runs upwards")
    self.lower = lower
    self.upper = upper
  }

  /// `0–14` or `75+`; the en dash keeps spreadsheets from making a date of it.
  public var label: String {
    upper.map { $0 == lower ? "\(lower)" : "\(lower)–\($0)" } ?? "\(lower)+"
  }

  /// Reads a ``label``: `0–14`, `75+` or `3`; nil for anything else, `Totaal` included.
  public init?(label: String) {
    if label.hasSuffix("+") {
      guard let lower = Int(label.dropLast()), lower >= 0 else { return nil }
      self.init(lower, nil)
      return
    }
    let ends = label.split(separator: "–", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = ends.first, let lower = first, lower >= 0, let last = ends.last,
      let upper = last, upper >= lower, ends.count <= 2
    else { return nil }
    self.init(lower, upper)
  }

  /// Whether an age lies in the band.
  public func contains(_ age: Int) -> Bool { age >= lower && age <= upper ?? Int.max }

  /// Whether another band lies wholly in this one.
  public func contains(_ other: AgeBand) -> Bool {
    other.lower >= lower && (other.upper ?? Int.max) <= (upper ?? Int.max)
  }

  /// Orders by lower end, then by upper end, open last.
  public static func < (left: Self, right: Self) -> Bool {
    (left.lower, left.upper ?? Int.max) < (right.lower, right.upper ?? Int.max)
  }
}

/// Age bands that follow each other without a gap.
public struct AgeBanding: Hashable, Sendable {
  /// The name in `data/definities/leeftijdsklassen.csv`.
  public let id: String
  /// The bands from young to old.
  public let bands: [AgeBand]

  /// Makes a banding; the definitions check that bands follow each other.
  public init(id: String, bands: [AgeBand]) {
    self.id = id
    self.bands = bands
  }

  /// The place of the band that holds an age, or nil when no band does.
  public func index(of age: Int) -> Int? { bands.firstIndex { $0.contains(age) } }
}
