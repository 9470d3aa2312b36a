import Definitions
import WijkModel

@testable import Aggregation

/// The patient tables once more: slow, obvious, from plain rows, without anything of the engine but
/// the rule that places an unknown sex.
///
/// Every table is a list of rows of texts: numbers as digits, `-` absent, `?` unknown, `•` withheld.
struct SlowCount {
  struct Person {
    var practice: String
    var age: Int
    var sex: Sex
    var postcode: Int
    var keys: Set<String>
    var groups: Set<String> = []
    var programs: Set<CareProgram> = []
    var providerUnknown: Set<CareProgram> = []
  }

  struct Row {
    let file: String
    let row: PatientRow
    let practice: String?
    var person = 0
    var step = ""
  }

  let region: PlainRegion
  let groups: [DiseaseGroup]
  let rules: [ProgramRule]
  let minimumMergedPatients: Int
  /// All practices, with and without those that are files.
  var known: (codes: Set<String>, all: Set<String>) = ([], [])
  var rows: [Row] = []
  var persons: [Person] = []

  init(
    _ region: PlainRegion, groups: [DiseaseGroup], rules: [ProgramRule], minimumMergedPatients: Int
  ) {
    self.region = region
    self.groups = groups
    self.rules = rules
    self.minimumMergedPatients = minimumMergedPatients
    known = (allPractices(withFiles: false), allPractices(withFiles: true))
    for file in region.patients {
      for row in file.rows {
        let codes = file.rows.map(\.practice)
        rows.append(
          Row(
            file: file.name, row: row,
            practice: practice(
              row.practice, codes: codes, fileName: file.isOnePractice ? file.name : nil)))
      }
    }
    judge()
    joinPersons()
    compareRows()
    addEpisodes()
    addCare()
  }

  // MARK: - Practices

  func main(_ code: UInt32) -> UInt32 { region.mains[code] ?? code }

  /// `11` or the name of a file; nil when nobody knows.
  func practice(_ code: UInt32, codes: [UInt32], fileName: String?) -> String? {
    if code != 0 { return String(main(code)) }
    let others = Set(codes.filter { $0 != 0 })
    if others.count == 1, let only = others.first { return String(main(only)) }
    if others.count > 1 { return nil }
    guard let fileName else { return nil }
    return soleFileIsPractice(fileName) ?? fileName
  }

  /// One file without codes and one practice in everything: the file is that practice.
  func soleFileIsPractice(_ file: String) -> String? {
    let all = known.codes
    return region.patients.count == 1 && all.count == 1 && wijk(all.first ?? "") != nil
      ? all.first : nil
  }

  func allPractices(withFiles: Bool) -> Set<String> {
    var codes = Set(region.plan.wijken.flatMap { $0.practices.map(\.number) })
    codes.formUnion(region.patients.flatMap { $0.rows.map(\.practice) })
    codes.formUnion(region.episodes.flatMap { $0.rows.map(\.practice) })
    codes.formUnion(region.care.flatMap { $0.rows.map(\.practice) })
    codes.remove(0)
    var all = Set(codes.map { String(main($0)) })
    if withFiles { all.formUnion(region.patients.filter(\.isOnePractice).map(\.name)) }
    return all
  }

  func wijk(_ practice: String) -> Int? {
    for (place, wijk) in region.plan.wijken.enumerated()
    where wijk.practices.contains(where: { String(main($0.number)) == practice }) {
      return place
    }
    return region.plan.wijken.count == 1 && practice.hasSuffix(".csv") ? 0 : nil
  }

  // MARK: - Who counts

  mutating func judge() {
    for index in rows.indices {
      let row = rows[index].row
      let step: String
      if rows[index].practice == nil {
        step = "praktijk onbekend"
      } else if wijk(rows[index].practice ?? "") == nil {
        step = "praktijk in geen wijk"
      } else if row.category == .unknown {
        step = "categorie onbekend"
      } else if row.category != .regular {
        step = "tijdelijk of passant"
      } else if let from = row.from, from > 0 {
        step = "nog niet ingeschreven"
      } else if let until = row.until, until <= 0 {
        step = "uitgeschreven"
      } else if let died = row.died, died <= 0 {
        step = "overleden"
      } else if row.age == 254 {
        step = "geboren na peildatum"
      } else if row.age == 255 {
        step = "leeftijd onbekend"
      } else {
        step = "geteld"
      }
      rows[index].step = step
    }
  }

  func hasPerson(_ row: Row) -> Bool {
    row.step != "praktijk onbekend" && row.step != "praktijk in geen wijk"
  }

  /// Rows of one practice and number, or with one pseudonym, get one label.
  mutating func joinPersons() {
    for index in rows.indices { rows[index].person = index }
    var isChanged = true
    while isChanged {
      isChanged = false
      for left in rows.indices where hasPerson(rows[left]) {
        for right in rows.indices where right > left && hasPerson(rows[right]) {
          let (one, two) = (rows[left], rows[right])
          let isSame =
            (one.practice == two.practice && one.row.number == two.row.number)
            || (one.row.pseudonym != nil && one.row.pseudonym == two.row.pseudonym)
          let label = min(one.person, two.person)
          if isSame && one.person != two.person {
            rows[left].person = label
            rows[right].person = label
            isChanged = true
          }
        }
      }
    }
  }

  mutating func compareRows() {
    for label in Set(rows.filter(hasPerson).map(\.person)).sorted() {
      let own = rows.indices.filter { hasPerson(rows[$0]) && rows[$0].person == label }
      let eligible = own.filter { rows[$0].step == "geteld" }
      guard !eligible.isEmpty else { continue }
      func day(_ index: Int) -> Int32 { rows[index].row.from ?? Int32.min }
      let latest = eligible.map(day).max() ?? 0
      let sameDay = own.filter { day($0) == latest }
      let isSound = sameDay.allSatisfy { left in
        sameDay.allSatisfy { right in saySame(rows[left], rows[right]) }
      }
      var winner: Int?
      for index in eligible {
        if day(index) < latest {
          rows[index].step = "dubbel"
        } else if !isSound {
          rows[index].step = "tegenstrijdig"
        } else if let best = winner {
          let isBetter = order(rows[index]) < order(rows[best])
          rows[isBetter ? best : index].step = "dubbel"
          if isBetter { winner = index }
        } else {
          winner = index
        }
      }
      if let winner { persons.append(person(winner, own)) }
    }
  }

  func order(_ row: Row) -> (String, String, UInt32) {
    // Practices with a code go before files; all codes here have two digits.
    (row.practice ?? "", row.file, row.row.line)
  }

  func saySame(_ left: Row, _ right: Row) -> Bool {
    var (one, two) = (left.row, right.row)
    one.line = 0
    two.line = 0
    if left.practice == right.practice && one.practice == two.practice && one.number == two.number {
      return one == two
    }
    return one.age == two.age && one.sex == two.sex && one.postcode == two.postcode
      && one.until == two.until && one.died == two.died && one.category == two.category
  }

  func person(_ winner: Int, _ own: [Int]) -> Person {
    let row = rows[winner].row
    let practice = rows[winner].practice ?? ""
    var sex = Sex.male
    if row.sex == .female { sex = .female }
    if row.sex == .other || row.sex == .unknown, let key = PersonKey(Array(row.number.utf8)) {
      let entry = PracticeDirectory.Entry(
        agb: Int(practice).flatMap { AGBCode($0) }, file: practice, name: "", wijk: nil)
      sex = PlacedSex.parity(key, practice: entry) == 0 ? .male : .female
    }
    return Person(
      practice: practice, age: Int(row.age), sex: sex, postcode: Int(row.postcode),
      keys: Set(own.map { "\(rows[$0].practice ?? "")/\(rows[$0].row.number)" }))
  }

  // MARK: - Conditions

  /// The places of persons with a practice and a number.
  func find(_ code: UInt32, _ codes: [UInt32], _ file: String, _ number: String) -> [Int] {
    let isPracticeFile = region.patients.contains { $0.name == file && $0.isOnePractice }
    let all = known.all
    let fallback = isPracticeFile ? file : all.count == 1 ? all.first : nil
    guard let practice = practice(code, codes: codes, fileName: fallback) else { return [] }
    return persons.indices.filter { persons[$0].keys.contains("\(practice)/\(number)") }
  }

  mutating func addEpisodes() {
    for file in region.episodes {
      for row in file.rows {
        guard let code = ICPCCode(row.code), row.begin ?? -1 <= 0 else { continue }
        for place in find(row.practice, file.rows.map(\.practice), file.name, row.number) {
          for group in groups where group.includes(code) {
            let isOpen = row.end == nil || row.end ?? 0 > 0
            // 1 July 2025 lies 365 days before the reference date.
            let isRecent = isOpen || row.end ?? 0 > -365
            let counts =
              group.episodes == .chronic || (group.episodes == .active && isOpen)
              || (group.episodes == .recent && isRecent)
            if counts { persons[place].groups.insert(group.id) }
          }
        }
      }
    }
  }

  mutating func addCare() {
    var providers: [Int: [CareProgram: Set<MainProvider>]] = [:]
    for file in region.care {
      for row in file.rows where row.participation == .yes {
        if row.begin ?? -1 > 0 { continue }
        if let end = row.end, end <= 0 { continue }
        for place in find(row.practice, file.rows.map(\.practice), file.name, row.number) {
          providers[place, default: [:]][row.program, default: []].insert(row.provider)
        }
      }
    }
    for place in persons.indices {
      // Diabetes goes before CVRM and has no programme before it: the order of the cases will do.
      for program in CareProgram.allCases {
        guard let known = providers[place]?[program] else { continue }
        let rule = rules.first { $0.program == program }
        if let minimum = rule?.minimumAge, persons[place].age < minimum { continue }
        if let maximum = rule?.maximumAge, persons[place].age > maximum { continue }
        if let rule, rule.yieldsTo.contains(where: persons[place].programs.contains) { continue }
        if known.contains(.generalPractitioner) {
          persons[place].programs.insert(program)
        } else if known.contains(.unknown) {
          persons[place].providerUnknown.insert(program)
          if region.plan.settings.countsMissingMainProvider {
            persons[place].programs.insert(program)
          }
        }
      }
    }
  }
}
