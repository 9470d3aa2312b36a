/// Strata of which neighbouring age bands were joined because some held no persons.
public struct JoinedStrata: Hashable, Sendable {
  /// The strata after joining, group after group.
  public let strata: [StandardStratum]
  /// What was joined, by group and from young to old.
  public let joins: [Join]

  /// Bands of one group that became one stratum.
  public struct Join: Hashable, Sendable {
    /// The group, such as a sex, from 0 in the order given.
    public let group: Int
    /// The bands from 0 in the order given; at least two.
    public let bands: ClosedRange<Int>
  }
}

extension DirectStandardization {
  /// Joins age bands without persons with a neighbour, so that the rate can be standardized.
  ///
  /// The rule: a band without persons joins the next younger band that has persons; when there is none, the
  /// next older one. Cases, persons and standard weights are added. Groups (sexes) are never joined. The
  /// rule looks at persons only, never at cases, so that it cannot favour a result.
  ///
  /// - Parameter groups: The bands of each group from young to old.
  /// - Returns: The joined strata, and which bands were joined, to be reported.
  /// - Throws: `emptyStratum` with the position of a group that has no persons at all but a weight; a group
  ///   without persons and weight is left out. `noData` when nothing is left.
  public static func joiningEmptyBands(
    _ groups: [[StandardStratum]]
  ) throws(StatisticsError) -> JoinedStrata {
    var strata: [StandardStratum] = []
    var joins: [JoinedStrata.Join] = []
    for (group, bands) in groups.enumerated() {
      guard let first = bands.firstIndex(where: { $0.persons > 0 }) else {
        if bands.contains(where: { $0.weight > 0 }) { throw .emptyStratum(index: group) }
        continue
      }
      var start = 0
      for band in bands.indices where band >= first {
        let next = band + 1
        guard next == bands.count || bands[next].persons > 0 else { continue }
        strata.append(sum(bands[start...band]))
        if band > start { joins.append(JoinedStrata.Join(group: group, bands: start...band)) }
        start = next
      }
    }
    guard !strata.isEmpty else { throw .noData }
    return JoinedStrata(strata: strata, joins: joins)
  }

  private static func sum(_ bands: ArraySlice<StandardStratum>) -> StandardStratum {
    StandardStratum(
      cases: orderedSum(bands.map(\.cases)), persons: orderedSum(bands.map(\.persons)),
      weight: orderedSum(bands.map(\.weight)))
  }
}
