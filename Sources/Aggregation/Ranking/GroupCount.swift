/// The counted patients of one disease group among the patients who live in a wijk.
public struct GroupCount: Hashable, Sendable {
  /// The id of the disease group, such as `DM2`.
  public let group: String
  /// The patients in the group (`bekend`), at least 0; a patient counts once.
  public let cases: Int
  /// The patients expected by age and sex of the reference; nil without a reference.
  public let expected: Double?

  /// Makes a count.
  public init(group: String, cases: Int, expected: Double?) {
    self.group = group
    self.cases = cases
    self.expected = expected
  }
}

/// What the ranking among patients needs to know of one wijk (top3.md, section 6).
public struct WijkGroupCounts: Hashable, Sendable {
  /// The slug of the wijk.
  public let wijk: String
  /// *N*: counted patients of the collaboration who live in the postcodes of the wijk.
  public let patients: Int
  /// One count per disease group; the order has no meaning, a group that is absent is unknown.
  public let counts: [GroupCount]
  /// Ids of groups whose count may not be published in this wijk.
  ///
  /// They are no candidates here, and other wijken do not use them for their spread.
  public let suppressed: Set<String>

  /// Makes the counts of a wijk.
  public init(wijk: String, patients: Int, counts: [GroupCount], suppressed: Set<String>) {
    self.wijk = wijk
    self.patients = patients
    self.counts = counts
    self.suppressed = suppressed
  }
}
