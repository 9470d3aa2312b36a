import WijkModel

/// Collects counts of inhabitants and checks totals against their parts.
///
/// CBS rounds every count to 5, so parts need not add up to a total: the check allows 5 per part.
/// Where a part is missing nothing can be checked. Nothing is ever corrected.
struct InhabitantCounts {
  /// What makes a count one count.
  struct Key: Hashable {
    let postcode: Postcode4
    let band: AgeBand?
    let sex: Sex?
    let year: Int
  }

  /// The row of an area above the postcodes.
  private struct Total {
    /// The first digits of the postcodes that it covers; empty for all.
    let prefix: String
    let band: AgeBand?
    let sex: Sex?
    let year: Int
    let number: Double
    let line: Int
    let column: String
  }

  /// A sum of parts.
  private enum Sum {
    /// No part is there.
    case absent
    /// A part is there without a number.
    case unknown
    case known(sum: Double, parts: Int)

    static func + (left: Self, right: Self) -> Self {
      switch (left, right) {
      case (.unknown, _), (_, .unknown): .unknown
      case (.absent, let other), (let other, .absent): other
      case (.known(let one, let parts), .known(let other, let more)):
        .known(sum: one + other, parts: parts + more)
      }
    }
  }

  private var counts: [Key: (number: PublishedNumber, line: Int, column: String)] = [:]
  private var bands: [Postcode4: Set<AgeBand>] = [:]
  private var totals: [Total] = []

  /// Adds a count; gives the line where it stands already, else nil.
  mutating func add(_ key: Key, _ number: PublishedNumber, line: Int, column: String) -> Int? {
    if let other = counts[key] { return other.line }
    counts[key] = (number, line, column)
    if let band = key.band { bands[key.postcode, default: []].insert(band) }
    return nil
  }

  /// Notes the row of a higher area, which is no count of its own.
  ///
  /// `prefix` holds the first digits of its postcodes; empty for an area above all of them.
  mutating func addTotal(
    prefix: String, band: AgeBand?, sex: Sex?, year: Int, _ number: PublishedNumber?, line: Int,
    column: String
  ) {
    guard let number = number?.number else { return }
    totals.append(
      Total(
        prefix: prefix, band: band, sex: sex, year: year, number: number, line: line,
        column: column))
  }

  /// The years that occur.
  var years: [Int] { Set(counts.keys.map(\.year)).sorted() }

  /// The counts by postcode, age, sex and year, whatever the order of the rows.
  func sorted(origin: Int) -> [InhabitantCount] {
    counts.map { key, value in
      InhabitantCount(
        postcode: key.postcode, band: key.band, sex: key.sex, count: value.number, year: key.year,
        origin: origin)
    }.sorted { left, right in
      func order(_ count: InhabitantCount) -> (Int, Int, Int, Int, Int) {
        (
          Int(count.postcode.number), count.year, count.band?.lower ?? -1,
          count.band.map { $0.upper ?? Int.max } ?? -1, count.sex.map { Int($0.rawValue) } ?? -1
        )
      }
      return order(left) < order(right)
    }
  }

  /// Tells totals that differ from the sum of their parts (W302).
  ///
  /// `tolerancePerPart` is how far one rounded count may be off.
  func check(tolerancePerPart: Double, _ log: inout FileLog) {
    for (key, value) in counts where key.band == nil || key.sex == nil {
      guard let total = value.number.number else { continue }
      if differs(total, parts(of: key), tolerancePerPart) {
        log.add("W302", line: value.line, column: value.column)
      }
    }
    let postcodes = Set(counts.keys.map(\.postcode))
    var covered: [String: [Postcode4]] = [:]
    for prefix in Set(totals.map(\.prefix)) {
      covered[prefix] = postcodes.filter { $0.description.hasPrefix(prefix) }
    }
    for total in totals {
      let sum = (covered[total.prefix] ?? []).reduce(Sum.absent) { sum, postcode in
        sum
          + self.sum(
            Key(postcode: postcode, band: total.band, sex: total.sex, year: total.year))
      }
      if differs(total.number, sum, tolerancePerPart) {
        log.add("W302", line: total.line, column: total.column)
      }
    }
  }

  private func differs(_ total: Double, _ sum: Sum, _ tolerance: Double) -> Bool {
    guard case .known(let sum, let parts) = sum else { return false }
    return abs(total - sum) > tolerance * Double(parts)
  }

  /// A count itself, or the sum of what it consists of.
  private func sum(_ key: Key) -> Sum {
    if let own = counts[key] {
      return own.number.number.map { .known(sum: $0, parts: 1) } ?? .unknown
    }
    return parts(of: key)
  }

  /// The sum over the sexes, else over the age bands, of the rows that are there.
  private func parts(of key: Key) -> Sum {
    if key.sex == nil {
      let sexes = Sex.allCases.map {
        sum(Key(postcode: key.postcode, band: key.band, sex: $0, year: key.year))
      }
      if !sexes.contains(where: { if case .absent = $0 { true } else { false } }) {
        return sexes.reduce(.absent, +)
      }
    }
    guard key.band == nil else { return .absent }
    let bands = (bands[key.postcode] ?? []).sorted()
    // Overlapping bands (0–14 beside 0–4) are no partition, so their sum says nothing.
    let isPartition = zip(bands, bands.dropFirst()).allSatisfy { ($0.upper ?? Int.max) < $1.lower }
    guard isPartition else { return .unknown }
    return bands.reduce(.absent) { sum, band in
      sum + self.sum(Key(postcode: key.postcode, band: band, sex: key.sex, year: key.year))
    }
  }
}
