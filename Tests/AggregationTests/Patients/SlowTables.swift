import Definitions
import WijkModel

@testable import Aggregation

/// The tables of ``SlowCount``.
extension SlowCount {
  typealias Place = (kind: String, code: String, holds: (Person) -> Bool)

  static let nhg: [(String, ClosedRange<Int>)] = [
    ("0–4", 0...4), ("5–14", 5...14), ("15–24", 15...24), ("25–44", 25...44), ("45–64", 45...64),
    ("65–74", 65...74), ("75+", 75...200), ("Totaal", 0...200),
  ]
  static let wide: [(String, ClosedRange<Int>)] = [
    ("0–44", 0...44), ("45–64", 45...64), ("65–74", 65...74), ("75+", 75...200),
    ("Totaal", 0...200),
  ]
  static let sexes: [(String, [Sex])] = [
    ("M", [.male]), ("V", [.female]), ("Totaal", [.male, .female]),
  ]

  func patients(_ wijk: Int) -> [Person] { persons.filter { self.wijk($0.practice) == wijk } }

  func postcodes(_ wijk: Int) -> [Int] { region.plan.wijken[wijk].postcodes.map { Int($0.number) } }

  func number(_ wijk: Int, _ postcode: Int) -> Int {
    patients(wijk).filter { $0.postcode == postcode }.count
  }

  func merged(_ wijk: Int) -> [Int] {
    let all = postcodes(wijk)
    let sorted = all.sorted { (number(wijk, $0), $0) < (number(wijk, $1), $1) }
    var merged = sorted.filter { number(wijk, $0) < region.plan.settings.smallestArea }
    if all.count == 1 || merged.isEmpty { return [] }
    while merged.count < all.count {
      let sum = merged.map { number(wijk, $0) }.reduce(0, +)
      if merged.count >= 2 && sum >= minimumMergedPatients { break }
      if let next = sorted.first(where: { !merged.contains($0) }) { merged.append(next) }
    }
    return merged.sorted()
  }

  func places(_ wijk: Int) -> [Place] {
    let all = postcodes(wijk)
    let merged = merged(wijk)
    var places: [Place] = all.filter { !merged.contains($0) }.map { code in
      ("pc4", "\(code)", { $0.postcode == code })
    }
    if !merged.isEmpty {
      places.append(("overig", "overige postcodes", { merged.contains($0.postcode) }))
    }
    places.append(("wijk", region.plan.wijken[wijk].slug, { all.contains($0.postcode) }))
    places.append(("buiten", "buiten-of-onbekend", { !all.contains($0.postcode) }))
    places.append(("Totaal", "Totaal", { _ in true }))
    return places
  }

  func t201(_ wijk: Int) -> [[String]] {
    let merged = merged(wijk)
    var counts: [Int: Int] = [:]
    for person in patients(wijk) where person.postcode >= 1000 {
      counts[person.postcode, default: 0] += 1
    }
    func core(_ share: Int) -> [Int] {
      let all = counts.values.reduce(0, +)
      var core: [Int] = []
      var sum = 0
      for code in counts.keys.sorted(by: { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }) {
        if sum * 100 >= share * all { break }
        core.append(code)
        sum += counts[code] ?? 0
      }
      return core
    }
    func coverage(_ count: Int, _ inhabitants: Int?) -> String {
      guard let inhabitants else { return "?" }
      return inhabitants == 0 ? "-" : text(100 * Double(count) / Double(inhabitants))
    }
    var table: [[String]] = []
    for code in postcodes(wijk) {
      let lives = region.inhabitants[code] ?? nil
      let start = ["pc4", "\(code)", "-", "-", lives.map { "\($0)" } ?? "?"]
      if merged.contains(code) {
        table.append(start + ["•", "•", "•", "•"])
      } else {
        table.append(
          start + ["\(number(wijk, code))", coverage(number(wijk, code), lives)]
            + [80, 90].map { core($0).contains(code) ? "ja" : "nee" })
      }
    }
    for (kind, name, codes) in [
      ("overig", "overige postcodes", merged),
      ("wijk", region.plan.wijken[wijk].slug, postcodes(wijk)),
    ] where !codes.isEmpty {
      let parts = codes.map { region.inhabitants[$0] ?? nil }
      let known = parts.compactMap { $0 }
      let sum = known.reduce(0, +)
      let count = codes.map { number(wijk, $0) }.reduce(0, +)
      table.append([
        kind, name, "-", "-", known.isEmpty ? "?" : "\(sum)", "\(count)",
        coverage(count, known.count == parts.count ? sum : nil), "-", "-",
      ])
    }
    return table
  }

  func t202(_ wijk: Int) -> [[String]] {
    let all = patients(wijk)
    let inside = all.filter { postcodes(wijk).contains($0.postcode) }.count
    let unknown = all.filter { $0.postcode < 1000 }.count
    let outside = all.count - inside - unknown
    var counts: [Int: Int] = [:]
    for person in all where person.postcode >= 1000 && !postcodes(wijk).contains(person.postcode) {
      counts[person.postcode, default: 0] += 1
    }
    let named = counts.keys.filter { counts[$0] ?? 0 >= region.plan.settings.threshold }
      .sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }.prefix(5).sorted()
    var table = [
      ["binnen", region.plan.wijken[wijk].slug, "\(inside)"], ["buiten", "buiten", "\(outside)"],
    ]
    for code in named { table.append(["buiten", "\(code)", "\(counts[code] ?? 0)"]) }
    if !named.isEmpty {
      let rest = outside - named.map { counts[$0] ?? 0 }.reduce(0, +)
      table.append(["buiten", "elders", "\(rest)"])
    }
    table.append(["onbekend", "onbekend", "\(unknown)"])
    table.append(["Totaal", "Totaal", "\(all.count)"])
    return table.map { row in
      row + [all.isEmpty ? "-" : text(100 * (Double(row[2]) ?? 0) / Double(all.count))]
    }
  }

  static let steps = [
    "afgekeurd", "praktijk onbekend", "praktijk in geen wijk", "categorie onbekend",
    "tijdelijk of passant", "nog niet ingeschreven", "uitgeschreven", "overleden",
    "geboren na peildatum", "leeftijd onbekend", "tegenstrijdig", "dubbel", "geteld",
  ]

  func t213(_ wijk: Int) -> [[String]] {
    var counts: [String: Int] = [:]
    for file in region.patients {
      let own = rows.filter { $0.file == file.name }
      let homes = Set(own.compactMap { $0.practice }.compactMap { self.wijk($0) })
      let isOurs = homes == [wijk] || (homes.isEmpty && region.plan.wijken.count == 1)
      for row in own {
        let home = row.practice.flatMap { self.wijk($0) }
        if home == wijk || (home == nil && isOurs) { counts[row.step, default: 0] += 1 }
      }
      if isOurs { counts["afgekeurd", default: 0] += file.rejected }
    }
    return [["gelezen", "\(counts.values.reduce(0, +))"]]
      + Self.steps.map { [$0, "\(counts[$0] ?? 0)"] }
  }

  func t214(_ wijk: Int) -> [[String]] {
    var table: [[String]] = []
    for place in places(wijk) {
      for (label, ages) in Self.nhg {
        for (name, sexes) in Self.sexes {
          let count = patients(wijk).filter {
            place.holds($0) && ages.contains($0.age) && sexes.contains($0.sex)
          }.count
          table.append([place.kind, place.code, label, name, "\(count)"])
        }
      }
    }
    return table
  }

  func has(_ person: Person, _ program: CareProgram) -> Bool {
    groups.contains { $0.program == program && person.groups.contains($0.id) }
  }

  func conditions(_ person: Person) -> Int {
    Set(groups.filter { $0.countsAsChronic && person.groups.contains($0.id) }.map(\.condition))
      .count
  }

  /// The programmes in the order of the groups.
  var programs: [CareProgram] {
    var programs: [CareProgram] = []
    for group in groups {
      if let program = group.program, !programs.contains(program) { programs.append(program) }
    }
    return programs
  }

  /// Whether a practice of the wijk with counted patients is in the chain-care files.
  func hasCare(_ wijk: Int) -> Bool {
    region.care.contains { file in
      file.rows.contains { row in
        guard
          let practice = practice(
            row.practice, codes: file.rows.map(\.practice),
            fileName: known.all.count == 1 ? known.all.first : nil)
        else { return false }
        return patients(wijk).contains { $0.practice == practice }
      }
    }
  }

  func t215(_ wijk: Int) -> [[String]] {
    var table: [[String]] = []
    for place in places(wijk) {
      let here = patients(wijk).filter(place.holds)
      func add(_ group: String, _ kind: String, _ holds: (Person) -> Bool) {
        table.append([place.kind, place.code, group, kind, "\(here.filter(holds).count)"])
      }
      for program in programs {
        add(program.rawValue, "bekend") { has($0, program) }
        if hasCare(wijk) {
          add(program.rawValue, "programma") { $0.programs.contains(program) }
          add(program.rawValue, "hoofdbehandelaar_onbekend") {
            $0.providerUnknown.contains(program)
          }
        }
      }
      for group in groups where group.program == nil && group.isShown {
        add(group.name, "bekend") { $0.groups.contains(group.id) }
      }
      add("Minstens één programma", "bekend") { person in
        CareProgram.allCases.contains { has(person, $0) }
      }
      add("Minstens één chronische aandoening", "bekend") { conditions($0) > 0 }
      add("Totaal", "bekend") { _ in true }
    }
    return table
  }

  func inWijk(_ wijk: Int) -> [Person] {
    patients(wijk).filter { postcodes(wijk).contains($0.postcode) }
  }

  func t217(_ wijk: Int) -> [[String]] {
    let slug = region.plan.wijken[wijk].slug
    var table: [[String]] = []
    for (label, ages) in Self.wide {
      let numbers = inWijk(wijk).filter { ages.contains($0.age) }.map { conditions($0) }
      table.append(["wijk", slug, label, "1", "\(numbers.filter { $0 == 1 }.count)"])
      table.append(["wijk", slug, label, "2", "\(numbers.filter { $0 == 2 }.count)"])
      table.append(["wijk", slug, label, "3+", "\(numbers.filter { $0 > 2 }.count)"])
      table.append(["wijk", slug, label, "Totaal", "\(numbers.filter { $0 > 0 }.count)"])
    }
    return table
  }

  func t223(_ wijk: Int) -> [[String]] {
    var table: [[String]] = []
    for program in programs {
      for (label, ages) in Self.wide {
        for (name, sexes) in Self.sexes {
          let count = inWijk(wijk).filter {
            has($0, program) && ages.contains($0.age) && sexes.contains($0.sex)
          }.count
          table.append([
            "wijk", region.plan.wijken[wijk].slug, program.rawValue, label, name, "\(count)",
          ])
        }
      }
    }
    return table
  }

  func text(_ number: Double) -> String { "\((number * 1e6).rounded() / 1e6)" }
}
