import DisclosureControl
import WijkModel

/// f202 and f204: population pyramids.
enum Pyramid {
  /// Inhabitants of the wijk in the finest bands, with the reference as ticks.
  static func inhabitants(_ table: ReleasableTable, _ book: inout ChapterBook) -> [Block] {
    let wijk = AgeStructure(table, area: book.names.wijk.area)
    let bands = wijk.finestBands
    guard bands.count > 1, (wijk.total ?? 0) > 0 else { return [] }
    let reference = table.areas.first { area in
      guard [.country, .region, .municipality].contains(area.kind) else { return false }
      let other = AgeStructure(table, area: area)
      return bands.allSatisfy { other.percentage($0.label, "M") != nil }
    }
    let other = reference.map { AgeStructure(table, area: $0) }
    let rows = bands.map { band in
      PyramidBand(
        label: band.label, men: wijk.percentage(band.label, "M"),
        women: wijk.percentage(band.label, "V"),
        menReference: other?.percentage(band.label, "M"),
        womenReference: other?.percentage(band.label, "V"))
    }
    let name = reference.map { book.names.label($0) }
    return book.figure(
      id: "f202-piramide", caption: book.caption("Leeftijdsopbouw van de inwoners", of: table),
      badge: .inhabitants,
      alternative: alternative("inwoners van \(book.names.wijk.name)", wijk),
      content: .pyramid(rows, referenceName: name))
  }

  /// Patients from the wijk by NHG class, with the inhabitants as ticks.
  static func patients(
    _ table: ReleasableTable, inhabitants: ReleasableTable?, _ book: inout ChapterBook
  ) -> [Block] {
    let patients = AgeStructure(table, area: book.names.wijk.area)
    let bands = patients.finestBands
    guard bands.count > 1, (patients.total ?? 0) >= 100 else { return [] }
    let residents = inhabitants.map { AgeStructure($0, area: book.names.wijk.area) }
    func share(_ band: AgeBand, _ sex: String) -> Double? {
      guard let residents, let total = residents.total, total > 0,
        let part = residents.count(from: band.lower, to: band.upper, sex)
      else { return nil }
      return 100 * part / total
    }
    let rows = bands.map { band in
      PyramidBand(
        label: band.label, men: shared(patients.percentage(band.label, "M")),
        women: shared(patients.percentage(band.label, "V")), menReference: share(band, "M"),
        womenReference: share(band, "V"))
    }
    let hasReference = rows.contains { $0.menReference != nil || $0.womenReference != nil }
    return book.figure(
      id: "f204-piramide-patienten",
      caption: book.caption(
        "Leeftijdsopbouw van de patiënten uit de wijk", of: table, isCounted: true),
      badge: .patients,
      alternative: alternative("patiënten uit \(book.names.wijk.name)", patients),
      content: .pyramid(rows, referenceName: hasReference ? "inwoners" : nil))
  }

  /// A share of patients as it may be shared: with one decimal, in drawings and sheets too.
  private static func shared(_ share: Double?) -> Double? {
    share.map { ($0 * 10).rounded() / 10 }
  }

  /// The largest band and the share of 65 and older.
  static func alternative(_ whom: String, _ ages: AgeStructure) -> String {
    var sentence = "Bevolkingspiramide van de \(whom)."
    let largest = ages.finestBands.compactMap { band in
      ages.count(band.label).map { (band.label, $0) }
    }.max { $0.1 < $1.1 }
    if let largest { sentence += " De grootste groep is \(inWords(largest.0))." }
    if let old = ages.percentage(from: 65, to: nil) {
      sentence += " Van hen is \(DutchNumber.percentage(old)) 65 jaar of ouder."
    }
    return sentence
  }

  /// An age class in words: `75 jaar en ouder`, `45–64 jaar`.
  static func inWords(_ label: String) -> String {
    label.hasSuffix("+") ? "\(label.dropLast()) jaar en ouder" : "\(label) jaar"
  }
}
