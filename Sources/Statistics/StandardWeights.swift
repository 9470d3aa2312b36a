/// The weights of a standard population by age band.
///
/// The European standard population of 2013 (Eurostat, Revision of the European Standard Population) and the
/// Dutch ones are input files; this brings them to the bands of the figures.
public enum StandardWeights {
  /// Adds up weights to wider bands.
  ///
  /// A band runs to the begin of the next one; the last is open. Both lists cover the same ages.
  ///
  /// - Parameters:
  ///   - weights: The weight of each band, at least 0.
  ///   - startAges: The ages at which those bands begin, rising.
  ///   - targetAges: The ages at which the wider bands begin, rising.
  /// - Returns: The weight of each wider band; their sum is that of the weights.
  /// - Throws: `noData` without bands; `outOfRange` when the lists differ in length or do not rise, and with the
  ///   position of a wider band that begins inside a band of the standard, which cannot be divided.
  public static func collapsed(
    _ weights: [Double], startAges: [Int], to targetAges: [Int]
  ) throws(StatisticsError) -> [Double] {
    guard let first = startAges.first, !targetAges.isEmpty else { throw .noData }
    guard weights.count == startAges.count else { throw .outOfRange(index: weights.count) }
    for (index, pair) in zip(startAges, startAges.dropFirst()).enumerated() where pair.0 >= pair.1 {
      throw .outOfRange(index: index + 1)
    }
    let known = Set(startAges)
    for (index, age) in targetAges.enumerated() {
      let isInOrder = index == 0 ? age == first : age > targetAges[index - 1]
      guard isInOrder, known.contains(age) else { throw .outOfRange(index: index) }
    }
    return targetAges.indices.map { index in
      let end = index + 1 < targetAges.count ? targetAges[index + 1] : Int.max
      return orderedSum(
        zip(startAges, weights).filter { $0.0 >= targetAges[index] && $0.0 < end }.map(\.1))
    }
  }
}
