import WijkModel

/// Bands that together cover a range of ages once, with the share of each that lies in the range.
///
/// The ends may straddle the range; such a band counts for its years of age inside the range. Of
/// several covers the one with the fewest years outside is taken, then the one with the fewest
/// bands (or the most, when narrow bands are preferred).
public struct AgeCover: Hashable, Sendable {
  /// A band and its share inside the range, 0...1.
  public struct Part: Hashable, Sendable {
    /// The band.
    public let band: AgeBand
    /// Its years of age inside the range divided by all of its years.
    public let share: Double
  }

  /// The bands from young to old.
  public let parts: [Part]

  /// Whether no band lies partly outside the range.
  public var isExact: Bool { parts.allSatisfy { $0.share == 1 } }

  /// Finds a cover, or nil when the bands leave a gap or an open band would have to be divided.
  public init?(of range: AgeBand, from bands: [AgeBand], prefersNarrow: Bool = false) {
    struct Path {
      var outside: Int
      var bands: [AgeBand]
    }
    func isBetter(_ left: Path, _ right: Path) -> Bool {
      if left.outside != right.outside { return left.outside < right.outside }
      let fewer = left.bands.count < right.bands.count
      return left.bands.count == right.bands.count
        ? left.bands.lexicographicallyPrecedes(right.bands) : fewer != prefersNarrow
    }
    // paths[a] covers the range from its start up to and including age a - 1.
    var paths: [Int: Path] = [range.lower: Path(outside: 0, bands: [])]
    let end = range.upper.map { $0 + 1 } ?? Int.max
    for band in bands.sorted() where (band.upper ?? Int.max) >= range.lower && band.lower < end {
      guard let path = paths[max(band.lower, range.lower)] else { continue }
      if band.lower < range.lower && !path.bands.isEmpty { continue }
      var outside = max(0, range.lower - band.lower)
      if let upper = band.upper {
        outside += max(0, upper + 1 - end)
      } else if band.lower < range.lower || range.upper != nil {
        continue
      }
      let next = Path(outside: path.outside + outside, bands: path.bands + [band])
      let reached = min(band.upper.map { $0 + 1 } ?? Int.max, end)
      if let known = paths[reached], !isBetter(next, known) { continue }
      paths[reached] = next
    }
    guard let path = paths[end], !path.bands.isEmpty else { return nil }
    parts = path.bands.map { band in
      guard let upper = band.upper else { return Part(band: band, share: 1) }
      let inside = min(upper, range.upper ?? upper) - max(band.lower, range.lower) + 1
      return Part(band: band, share: Double(inside) / Double(upper - band.lower + 1))
    }
  }
}
