import WijkModel

/// t201 and t202: where the patients of a wijk's practices live, beside who lives there.
struct CoverageTables {
  let wijk: Wijk
  let tally: PatientTally
  let areas: WijkAreas
  let definitions: PatientDefinitions
  let inhabitants: InhabitantIndex
  let data: SourceData
  /// The smallest count that may be shown.
  let threshold: Int

  /// The postcodes outside the wijk that t202 names, at most.
  private static let namedOutside = 5

  // MARK: - t201

  /// t201: inhabitants and patients per postcode, coverage and core area.
  ///
  /// Merged postcodes are listed with their inhabitants only. Without a practice list the patients
  /// are unknown.
  func postcodes() -> DraftTable<EnrolledPatients> {
    let sum = inhabitants.sum(wijk.postcodes)
    var table = DraftTable<EnrolledPatients>(
      id: "t201-postcodes", columns: Self.postcodeColumns, notes: coverageNotes(sum),
      origins: sum.origins.compactMap {
        data.origins.indices.contains($0) ? data.origins[$0] : nil
      }, years: sum.years)
    let cores = ["kerngebied", "kerngebied_ruim"].map { core($0) }
    for (place, postcode) in wijk.postcodes.enumerated() {
      let (location, municipality) = names(postcode)
      let isMerged = areas.merged.contains(postcode)
      let number = inhabitants.total(postcode)?.number
      let coreCells = cores.map { core -> DraftCell in
        if isMerged { return .withheld }
        return core.map { .text($0.contains(postcode.number) ? "ja" : "nee") } ?? .absent
      }
      table.append(
        PatientTables.cells(Area(postcode)) + [location, municipality, Self.cell(number)]
          + (isMerged ? [.withheld, .withheld] : patientCells([place], number)) + coreCells)
    }
    for entry in [areas.rest, areas.wijk].compactMap({ $0 }) {
      let part = inhabitants.sum(entry.places.map { wijk.postcodes[$0] })
      table.append(
        PatientTables.cells(entry.area) + [.absent, .absent, Self.cell(part.known)]
          + patientCells(entry.places, part.isComplete ? part.known : nil) + [.absent, .absent])
    }
    return table
  }

  private static let postcodeColumns = [
    TableColumn("gebied_soort", .dimension), TableColumn("gebied", .dimension),
    TableColumn("plaats", .attribute), TableColumn("gemeente", .attribute),
    TableColumn("inwoners", .attribute), TableColumn("patienten", PatientTables.patients),
    TableColumn("dekkingsgraad", .derived(from: "patienten"), rounding: .decimals(1)),
    TableColumn("kerngebied80", .derived(from: "patienten")),
    TableColumn("kerngebied90", .derived(from: "patienten")),
  ]

  private var hasPatients: Bool { !data.patients.isEmpty }

  /// Patients and coverage; the coverage of an area of which inhabitants are unknown is unknown.
  private func patientCells(_ places: [Int], _ number: Double?) -> [DraftCell] {
    guard hasPatients else { return [.unknown, .unknown] }
    let patients = tally.patients(places)
    guard let number else { return [.count(patients), .unknown] }
    let coverage = Coverage(
      enrolled: Count(patients), inhabitants: Count(Int(number.rounded())))
    return [.count(patients), coverage.map { .number($0.percentage) } ?? .absent]
  }

  /// A number of inhabitants; half persons of estimates are kept.
  private static func cell(_ number: Double?) -> DraftCell {
    guard let number else { return .unknown }
    return number == number.rounded() ? .count(Int(number)) : .number(number)
  }

  private func core(_ limit: String) -> Set<UInt16>? {
    guard hasPatients else { return nil }
    var counts = tally.outside
    for (place, postcode) in wijk.postcodes.enumerated() {
      counts[postcode.number, default: 0] += tally.patients([place])
    }
    let standard: Double = limit == "kerngebied" ? 80 : 90
    return CoreArea.postcodes(counts, percentage: definitions.limit(limit, default: standard))
  }

  /// Place and gemeente in which most of the postcode lies, of the newest year that is given.
  private func names(_ postcode: Postcode4) -> (DraftCell, DraftCell) {
    let links = data.areaLinks.filter { $0.postcode == postcode }
    let newest = links.compactMap(\.year).max()
    func largest(_ name: (AreaLink) -> String) -> DraftCell {
      var shares: [String: Double] = [:]
      for link in links where link.year == newest && !name(link).isEmpty {
        shares[name(link), default: 0] += link.shareOfPostcode
      }
      let best = shares.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first
      return best.map { .text($0.key) } ?? .absent
    }
    return (largest(\.place), largest(\.municipality))
  }

  /// What coverage says about the wijk, overall and per age class of the inhabitants.
  private func coverageNotes(_ sum: InhabitantSum) -> [TableNote] {
    var notes: [TableNote] = []
    if sum.known != nil && !sum.isComplete { notes.append(TableNote("minstens")) }
    let missing = wijk.postcodes.filter { inhabitants.total($0) == nil }
    if !inhabitants.isEmpty && !missing.isEmpty {
      let list = missing.map(\.description).joined(separator: ",")
      notes.append(TableNote("postcode-niet-in-bron", ["postcodes": list]))
    }
    guard hasPatients else { return notes }
    for band in [nil] + definitions.inhabitantAges.bands {
      let part = inhabitants.sum(wijk.postcodes, band: band)
      let patients = tally.patients(areas.wijk.places, band: band)
      guard part.isComplete, let number = part.known, number > 0, patients >= threshold,
        let code = coverageCode(100 * Double(patients) / number)
      else { continue }
      notes.append(TableNote(code, band.map { ["leeftijd": $0.label] } ?? [:]))
    }
    return notes
  }

  private func coverageCode(_ percentage: Double) -> String? {
    if percentage > definitions.limit("dekking_volledig", default: 100) {
      return "dekking-boven-100"
    }
    if percentage < definitions.limit("dekking_zegt_weinig", default: 50) {
      return "dekking-zegt-weinig"
    }
    return percentage < definitions.limit("dekking_geen_opmerking", default: 70)
      ? "dekking-beperkt" : nil
  }

  // MARK: - t202

  /// t202: patients inside and outside the wijk; the five largest postcodes outside by name.
  ///
  /// `buiten` is the sum of the named postcodes and `elders`. A postcode below the threshold is not
  /// named.
  func origin() -> DraftTable<EnrolledPatients> {
    var table = DraftTable<EnrolledPatients>(
      id: "t202-herkomst-patienten",
      columns: [
        TableColumn("ligging", .dimension), TableColumn("gebied", .dimension),
        TableColumn("aantal", PatientTables.patients),
        TableColumn("aandeel", .derived(from: "aantal"), rounding: .decimals(1)),
      ], notes: compositionNotes())
    let total = tally.patients(areas.total.places)
    let minimum = Int(definitions.limit("noemer_percentage", default: 100))
    func add(_ location: String, _ area: String, _ count: Int) {
      let share: DraftCell =
        total >= max(1, minimum) ? .number(100 * Double(count) / Double(total)) : .absent
      table.append([.text(location), .text(area), .count(count), share])
    }
    add("binnen", wijk.slug, tally.patients(areas.wijk.places))
    let outside = tally.patients([tally.outsidePlace])
    add("buiten", "buiten", outside)
    let named = tally.outside.filter { $0.value >= max(1, threshold) }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.namedOutside)
    for (postcode, count) in named.sorted(by: { $0.key < $1.key }) {
      add("buiten", String(postcode), count)
    }
    if !named.isEmpty { add("buiten", "elders", outside - named.reduce(0) { $0 + $1.value }) }
    add("onbekend", "onbekend", tally.patients([tally.unknownPlace]))
    add("Totaal", "Totaal", total)
    return table
  }

  /// The difference in composition between all counted patients and the inhabitants of the wijk.
  ///
  /// Half the sum of the absolute differences in shares over age classes and sexes, as a whole
  /// percentage. Nothing when a number of inhabitants is missing.
  private func compositionNotes() -> [TableNote] {
    let patients = tally.patients(areas.total.places)
    let minimum = Int(definitions.limit("noemer_percentage", default: 100))
    guard patients >= max(1, minimum) else { return [] }
    var shares: [(patients: Double, inhabitants: Double)] = []
    for band in definitions.inhabitantAges.bands {
      for sex in Sex.allCases {
        let sum = inhabitants.sum(wijk.postcodes, band: band, sex: sex)
        guard sum.isComplete, let number = sum.known else { return [] }
        let count = tally.patients(areas.total.places, sex: sex, band: band)
        shares.append((Double(count) / Double(patients), number))
      }
    }
    let all = shares.reduce(0) { $0 + $1.inhabitants }
    guard all > 0 else { return [] }
    let difference = shares.reduce(0) { $0 + abs($1.patients - $1.inhabitants / all) } / 2
    return [TableNote("samenstelling", ["procent": String(Int((100 * difference).rounded()))])]
  }
}
