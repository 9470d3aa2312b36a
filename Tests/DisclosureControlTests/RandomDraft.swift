import TestSupport
import WijkModel

/// The true tables of a random sparse wijk: zeros, tiny postcodes, one postcode or a few, and patients
/// from outside.
struct RandomDraft {
  static let ages = ["0–14", "15–64", "65–74", "75+"]
  static let groups = ["Astma", "COPD"]

  private(set) var draft: DraftRelease
  private let postcodes: [String]
  /// Patients by area, age and sex; the last area lies outside.
  private var patients: [[Int]] = []
  /// Patients by area and group.
  private var cases: [[Int]] = []

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...3, using: &random)
    postcodes = (0..<count).map { "\(1901 + $0)" }
    for area in 0...count {
      // Some postcodes are tiny, and few come from outside.
      let size = area == count ? 6 : Int.random(in: 0...2, using: &random) == 0 ? 8 : 60
      let cells = (0..<8).map { _ in
        Int.random(in: 0..<6, using: &random) == 0 ? 0 : Int.random(in: 0...size, using: &random)
      }
      patients.append(cells)
      let all = cells.reduce(0, +)
      cases.append(Self.groups.map { _ in Int.random(in: 0...max(1, all / 5), using: &random) })
    }
    for area in cases.indices {
      let all = patients[area].reduce(0, +)
      cases[area] = cases[area].map { min($0, all) }
    }
    var draft = DraftRelease(
      wijk: Wijk(
        name: "W", slug: "w",
        postcodes: postcodes.compactMap { Int($0).flatMap(Postcode4.init) }, practices: []))
    draft.groups = Self.groups.map { GroupFacts(id: $0.uppercased(), name: $0) }
    self.draft = draft
    self.draft.patients = [demography(), conditions(), prevalence(), ranking()]
  }

  /// The areas with the places that they sum: postcodes, the wijk, outside, all.
  private var areas: [(kind: String, name: String, places: [Int])] {
    let inside = Array(postcodes.indices)
    return postcodes.enumerated().map { ("pc4", $1, [$0]) } + [
      ("wijk", "w", inside), ("buiten", "buiten-of-onbekend", [postcodes.count]),
      ("Totaal", "Totaal", inside + [postcodes.count]),
    ]
  }

  private func sum(_ places: [Int], _ age: Int? = nil, _ sex: Int? = nil) -> Int {
    places.reduce(0) { total, place in
      total
        + patients[place].indices.filter {
          (age == nil || $0 / 2 == age) && (sex == nil || $0 % 2 == sex)
        }.reduce(0) { $0 + patients[place][$1] }
    }
  }

  private func dimensions(_ names: String...) -> [TableColumn] {
    names.map { TableColumn($0, .dimension) }
  }

  private func demography() -> DraftTable<EnrolledPatients> {
    var table = DraftTable<EnrolledPatients>(
      id: "t214-patienten-pc4-leeftijd-geslacht",
      columns: dimensions("gebied_soort", "gebied", "leeftijd", "geslacht")
        + [TableColumn("aantal", .count(measure: "patienten"))])
    for area in areas {
      for age in [0, 1, 2, 3, nil] {
        for sex in [0, 1, nil] {
          table.append([
            .text(area.kind), .text(area.name), .text(age.map { Self.ages[$0] } ?? "Totaal"),
            .text(sex.map { ["M", "V"][$0] } ?? "Totaal"), .count(sum(area.places, age, sex)),
          ])
        }
      }
    }
    return table
  }

  private func count(_ places: [Int], _ group: Int) -> Int {
    places.reduce(0) { $0 + cases[$1][group] }
  }

  private func conditions() -> DraftTable<EnrolledPatients> {
    var table = DraftTable<EnrolledPatients>(
      id: "t215-chronisch-pc4",
      columns: dimensions("gebied_soort", "gebied", "groep", "soort")
        + [TableColumn("aantal", .count(measure: "patienten"))])
    for area in areas {
      func add(_ group: String, _ count: Int) {
        table.append([
          .text(area.kind), .text(area.name), .text(group), .text("bekend"), .count(count),
        ])
      }
      for (place, group) in Self.groups.enumerated() { add(group, count(area.places, place)) }
      add("Totaal", sum(area.places))
    }
    return table
  }

  private func prevalence() -> DraftTable<EnrolledPatients> {
    var table = DraftTable<EnrolledPatients>(
      id: "t216-prevalentie",
      columns: dimensions("gebied_soort", "gebied", "groep") + [
        TableColumn("aantal", .count(measure: "patienten")),
        TableColumn("noemer", .denominator(measure: "patienten")),
        TableColumn("per_1000", .derived(from: "aantal"), rounding: .decimals(1)),
        TableColumn("verwacht", .derived(from: "aantal"), rounding: .decimals(0)),
      ])
    for area in areas.dropLast(2) {
      for (place, group) in Self.groups.enumerated() {
        let all = sum(area.places)
        let known = count(area.places, place)
        let expected = (0..<4).reduce(0.0) {
          $0 + 0.01 * Double(1 + $1 * $1) * Double(sum(area.places, $1))
        }
        table.append([
          .text(area.kind), .text(area.name), .text(group), .count(known), .count(all),
          all > 0 ? .number(1000 * Double(known) / Double(all)) : .absent, .number(expected),
        ])
      }
    }
    return table
  }

  private func ranking() -> DraftTable<EnrolledPatients> {
    var table = DraftTable<EnrolledPatients>(
      id: "t222-ranglijst-patienten",
      columns: dimensions("populatie", "rang", "probleem") + [
        TableColumn("aandeel", .derived(from: "personen"), rounding: .decimals(1)),
        TableColumn("personen", .count(measure: "patienten")),
      ])
    let inside = Array(postcodes.indices)
    for (place, group) in Self.groups.enumerated() {
      let known = count(inside, place)
      let all = sum(inside)
      table.append([
        .text("patienten"), .count(place + 1), .text(group.uppercased()),
        all > 0 ? .number(100 * Double(known) / Double(all)) : .absent, .count(known),
      ])
    }
    return table
  }
}
