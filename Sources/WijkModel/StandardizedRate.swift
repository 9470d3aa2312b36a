/// A directly standardized rate of a group of patients in an area, for comparisons over time.
///
/// Computed from patients and not rounded: it is kept only with a released cell and never shared.
public struct StandardizedRate: Hashable, Sendable {
  /// The area.
  public let area: Area
  /// The name of the group, as in the column `groep`.
  public let group: String
  /// A mark of the standard population and the bands; only rates with equal marks are compared.
  public let standard: String
  /// The rate per person.
  public let rate: Double
  /// Its variance, per person squared.
  public let variance: Double

  /// Makes a rate.
  public init(area: Area, group: String, standard: String, rate: Double, variance: Double) {
    self.area = area
    self.group = group
    self.standard = standard
    self.rate = rate
    self.variance = variance
  }
}
