/// A group of persons that figures are about.
///
/// Inhabitants and enrolled patients are two types, so that a figure of one can never be added to,
/// divided by or ranked with a figure of the other. The only crossing is ``Coverage``.
public protocol Population: Sendable {
  /// The population as a value, for code that carries tables of several populations.
  static var kind: PopulationKind { get }
}

/// The populations as values.
public enum PopulationKind: String, Sendable, Hashable, CaseIterable {
  /// Who lives in the area (wijkpopulatie; CBS, GGD).
  case inhabitants = "inwoners"
  /// Who is enrolled by name with a practice (patiëntenpopulatie).
  case enrolledPatients = "patienten"
  /// Who is insured under the Zvw and lives in the gemeente (Vektis open data).
  case insuredPersons = "verzekerden"
  /// Figures that are not about persons, such as activities.
  case none = "geen"
}

/// Who lives in the area (wijkpopulatie).
public enum Inhabitants: Population {
  /// The population as a value.
  public static var kind: PopulationKind { .inhabitants }
}

/// Who is enrolled by name with a participating practice (patiëntenpopulatie).
public enum EnrolledPatients: Population {
  /// The population as a value.
  public static var kind: PopulationKind { .enrolledPatients }
}

/// Who is insured under the Zvw and lives in the gemeente.
public enum InsuredPersons: Population {
  /// The population as a value.
  public static var kind: PopulationKind { .insuredPersons }
}

/// The "population" of tables that do not count persons, such as activities.
public enum NoPopulation: Population {
  /// The population as a value.
  public static var kind: PopulationKind { .none }
}

/// A number of persons of one population.
public struct Count<Of: Population>: Hashable, Comparable, Sendable {
  /// The number of persons, at least 0.
  public let people: Int

  /// Makes a count; a negative number is a programmer's mistake.
  public init(_ people: Int) {
    precondition(people >= 0, "a count of people is never negative")
    self.people = people
  }

  /// Compares numbers of persons of one population.
  public static func < (left: Self, right: Self) -> Bool { left.people < right.people }

  /// Adds numbers of persons of one population.
  public static func + (left: Self, right: Self) -> Self { Self(left.people + right.people) }
}

/// A part of one population; two populations never share a fraction.
public struct Share<Of: Population>: Hashable, Sendable {
  /// How many persons have the property.
  public let numerator: Count<Of>
  /// Out of how many, never 0.
  public let denominator: Count<Of>

  /// Makes a share, or nil when the denominator is 0 or smaller than the numerator.
  public init?(of numerator: Count<Of>, in denominator: Count<Of>) {
    guard denominator.people > 0, numerator <= denominator else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The share as a number in `0...1`.
  public var fraction: Double { Double(numerator.people) / Double(denominator.people) }
}

/// Enrolled patients per inhabitant of the same PC4 (dekkingsgraad), the only crossing of the two
/// populations.
///
/// It may exceed 1: the two counts have different dates and addresses.
public struct Coverage: Hashable, Sendable {
  /// The enrolled patients who live in the area.
  public let enrolled: Count<EnrolledPatients>
  /// The inhabitants of the same area, never 0.
  public let inhabitants: Count<Inhabitants>

  /// Makes a coverage, or nil when nobody lives in the area.
  public init?(enrolled: Count<EnrolledPatients>, inhabitants: Count<Inhabitants>) {
    guard inhabitants.people > 0 else { return nil }
    self.enrolled = enrolled
    self.inhabitants = inhabitants
  }

  /// Enrolled patients per 100 inhabitants.
  public var percentage: Double { 100 * Double(enrolled.people) / Double(inhabitants.people) }
}
