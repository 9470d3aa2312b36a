/// The years of a series that may be compared with each other.
///
/// A change of definition, practices, postcodes, practice systems or code list breaks a series: a difference
/// across it may be the change itself. It is named, never bridged.
public struct ComparableYears: Hashable, Sendable {
  /// The years between breaks, each run and the runs from early to late.
  public let runs: [[Int]]

  /// Divides a series at its breaks.
  ///
  /// Years that are missing do not break it. Of a year that stands twice with other conditions the
  /// second begins a new run.
  ///
  /// - Parameter years: The years in any order with all that must be equal for a comparison.
  public init<Conditions: Equatable>(_ years: [(year: Int, conditions: Conditions)]) {
    var runs: [[Int]] = []
    var last: Conditions?
    for (year, conditions) in years.sorted(by: { $0.year < $1.year }) {
      if let last, last == conditions, let index = runs.indices.last {
        runs[index].append(year)
      } else {
        runs.append([year])
      }
      last = conditions
    }
    self.runs = runs
  }

  /// The years that may be compared with the last one, itself included; empty without years.
  public var latest: [Int] { runs.last ?? [] }

  /// The first year after each break.
  public var breaks: [Int] { runs.dropFirst().compactMap(\.first) }
}
