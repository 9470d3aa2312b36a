import WijkModel

/// Where a record of a practice list ends, in the order of t213; raw values are the column `stap`.
///
/// Every record that was read ends in exactly one of the others. A row is judged in this order: has
/// it a practice, does a wijk have that practice, its own category, dates and age; then the rows of
/// one person that would count are compared with each other.
public enum WaterfallStage: String, Hashable, Sendable, CaseIterable {
  /// All records below the header.
  case read = "gelezen"
  /// Left out by the importer because of a finding.
  case rejected = "afgekeurd"
  /// No AGB code that says of which practice the row is.
  case practiceUnknown = "praktijk onbekend"
  /// The practice belongs to no wijk of the configuration (W306).
  case practiceOutside = "praktijk in geen wijk"
  /// The category is not V, T or P.
  case categoryUnknown = "categorie onbekend"
  /// Category T or P.
  case temporary = "tijdelijk of passant"
  /// Enrolled after the reference date.
  case notYetEnrolled = "nog niet ingeschreven"
  /// Left on the reference date or before.
  case left = "uitgeschreven"
  /// Died on the reference date or before.
  case deceased = "overleden"
  /// Born after the reference date.
  case bornLater = "geboren na peildatum"
  /// Neither birth date nor age.
  case ageUnknown = "leeftijd onbekend"
  /// Two rows of one person with the same first day and different content; none counts (E303).
  case contradiction = "tegenstrijdig"
  /// An earlier registration, or the same row once more (W303).
  case duplicate = "dubbel"
  /// A counted patient.
  case counted = "geteld"
}

/// A stage with its number of records.
public struct WaterfallStep: Hashable, Sendable {
  /// The stage.
  public let stage: WaterfallStage
  /// The number of records, never negative.
  public let count: Int

  /// Makes a step.
  public init(_ stage: WaterfallStage, _ count: Int) {
    self.stage = stage
    self.count = count
  }

  /// The stage as tables print it.
  public var name: String { stage.rawValue }
  /// The number with a minus sign where the stage takes records away, as `controleer` prints it.
  public var change: Int { stage == .read || stage == .counted ? count : -count }
}

/// How many records ended in which stage.
public struct Waterfall: Hashable, Sendable {
  private var counts = [Int](repeating: 0, count: WaterfallStage.allCases.count)

  /// Makes an empty waterfall.
  public init() {}

  /// The records of a stage; ``WaterfallStage/read`` is the sum of all others.
  public subscript(stage: WaterfallStage) -> Int {
    stage == .read ? counts.reduce(0, +) : counts[stage.index]
  }

  /// Adds records to a stage other than ``WaterfallStage/read``, which follows from them.
  public mutating func add(_ count: Int, to stage: WaterfallStage) {
    precondition(stage != .read, "records read are the sum of the other stages")
    counts[stage.index] += count
  }

  /// Adds another waterfall stage by stage.
  public mutating func add(_ other: Waterfall) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  /// All stages in order, the empty ones included.
  public var steps: [WaterfallStep] { WaterfallStage.allCases.map { WaterfallStep($0, self[$0]) } }
}

extension WaterfallStage {
  /// Place in the order.
  var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  /// The places by stage, for loops over rows.
  static let indexes = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, UInt8($0)) })
}
