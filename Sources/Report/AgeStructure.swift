import DisclosureControl
import WijkModel

/// Numbers by age and sex of one area, read from t203 or t214.
struct AgeStructure {
  private let counts: [String: [String: Double]]
  /// Rows that are there, also those without a number: they are never made up from others.
  private let printed: Set<String>
  /// Everybody; nil when the total is hidden or unknown.
  let total: Double?
  /// The age bands that are given by sex or in total, from young to old.
  let bands: [AgeBand]

  /// Reads the rows of an area; `aantal` by `leeftijd` and `geslacht`.
  init(_ table: ReleasableTable, area: Area) {
    var counts: [String: [String: Double]] = [:]
    var bands: Set<AgeBand> = []
    var printed: Set<String> = []
    for row in table.rows(["gebied_soort": area.kind.rawValue, "gebied": area.code]) {
      let age = row.text("leeftijd")
      if let band = AgeBand(label: age) { bands.insert(band) }
      printed.insert(age + row.text("geslacht"))
      if let value = row.value("aantal") { counts[age, default: [:]][row.text("geslacht")] = value }
    }
    self.counts = counts
    self.printed = printed
    self.bands = bands.sorted()
    total = counts["Totaal"]?["Totaal"]
  }

  /// Whether anything is known.
  var isEmpty: Bool { counts.isEmpty }

  /// The number in a band, for sex `M`, `V` or `Totaal`; nil when it is hidden or unknown.
  func count(_ age: String, _ sex: String = "Totaal") -> Double? {
    if let value = counts[age]?[sex] { return value }
    // Both sexes together where only they are given apart.
    guard sex == "Totaal", !printed.contains(age + sex), let men = counts[age]?["M"],
      let women = counts[age]?["V"]
    else { return nil }
    return men + women
  }

  /// The number in a range of ages: its own row, else the bands that fill it without a gap.
  func count(from lower: Int, to upper: Int?, _ sex: String = "Totaal") -> Double? {
    let wanted = AgeBand(lower, upper)
    if let value = count(wanted.label, sex) { return value }
    if printed.contains(wanted.label + sex) { return nil }
    var next: Int? = lower
    var sum = 0.0
    while let start = next {
      // The widest band that starts here and ends inside.
      guard
        let band = bands.last(where: {
          $0.lower == start && wanted.contains($0) && count($0.label, sex) != nil
        }), let value = count(band.label, sex)
      else { return nil }
      sum += value
      if band.upper == upper { return sum }
      next = band.upper.map { $0 + 1 }
    }
    return nil
  }

  /// A range of ages per 100 persons of all ages.
  func percentage(from lower: Int, to upper: Int?) -> Double? {
    guard let total, total > 0, let part = count(from: lower, to: upper) else { return nil }
    return 100 * part / total
  }

  /// A band and sex per 100 persons of all ages.
  func percentage(_ age: String, _ sex: String) -> Double? {
    guard let total, total > 0, let part = count(age, sex) else { return nil }
    return 100 * part / total
  }

  /// The finest bands that follow each other from 0 on and are given for both sexes.
  var finestBands: [AgeBand] {
    var result: [AgeBand] = []
    var next: Int? = 0
    while let start = next, let band = bands.first(where: { $0.lower == start }) {
      result.append(band)
      next = band.upper.map { $0 + 1 }
    }
    return next == nil ? result : []
  }
}
