import Definitions
import WijkModel

/// The counted patients of a run at the reference date, as columns of integers, and where every
/// other record went.
///
/// A person is a practice and a patient number; where a row has a `pseudoniem`, rows with the same
/// one are the same person too, across practices. Of the rows of one person that count by
/// themselves the one with the latest first day counts (W303). Rows of that person with the same
/// first day must say the same; otherwise none of them counts (E303). Rows of one practice and
/// number say the same when all of their cells do; rows that only a pseudonym or a shared
/// `hoofd_agb` brings together, when the values that are counted do.
struct EnrolledRegister: Sendable {
  /// PC4 numbers of counted patients, or a code of `ColumnCode`.
  private(set) var postcodes: [UInt16] = []
  /// Ages in whole years, 0...120.
  private(set) var ages: [UInt8] = []
  /// 0 men, 1 women; other and unknown are placed by a fixed rule.
  private(set) var sexes: [UInt8] = []
  /// Places in the directory.
  private(set) var practices: [UInt16] = []
  /// Hashes of birth date, sex and full postcode, 0 when one is missing; empty unless searched.
  private(set) var doubleKeys: [UInt64] = []
  /// The place of a person's counted row in the columns above, or -1.
  private(set) var countedOfPerson: [Int32] = []
  /// The practices.
  let directory: PracticeDirectory
  /// Where the records of each file and practice ended.
  let waterfalls: WaterfallBook
  /// Counted patients per practice whose sex is other or unknown.
  private(set) var sexPlaced: [Int]
  /// W303, E303, W306.
  private(set) var findings = FindingLog()
  private let persons: PersonIndex

  /// The number of counted patients.
  var count: Int { postcodes.count }

  /// Judges every row of the practice lists.
  init(_ data: SourceData, plan: RegionPlan) {
    let files = data.patients.sorted { $0.file < $1.file }
    let directory = PracticeDirectory(data, plan: plan)
    self.directory = directory
    sexPlaced = [Int](repeating: 0, count: directory.entries.count)
    let practicesOfRow = files.map {
      directory.indexes(of: $0.practices, fallback: directory.index(file: $0.file))
    }
    var stages: [[UInt8]] = []
    var practicesOfPerson: [[UInt16]] = []
    for (file, columns) in files.enumerated() {
      let practices = practicesOfRow[file]
      stages.append(
        RowJudge(date: plan.referenceDate).stages(columns, practices, directory: directory))
      practicesOfPerson.append(
        practices.map { directory.wijk($0) == nil ? PracticeDirectory.none : $0 })
    }
    var personOfRow: [[UInt32]] = []
    persons = PersonIndex(
      files: zip(files, practicesOfPerson).map { ($0.keys, $1) }, personOfRow: &personOfRow)
    let leaders = PseudonymMerge.leaders(files, personOfRow, count: persons.count)
    for file in files.indices where !leaders.isEmpty {
      for row in personOfRow[file].indices where personOfRow[file][row] != PersonIndex.none {
        personOfRow[file][row] = leaders[Int(personOfRow[file][row])]
      }
    }
    var resolver = RegistrationResolver(files: files, practices: practicesOfRow)
    resolver.resolve(personOfRow, personCount: persons.count, stages: &stages)
    findings.add(resolver.findings)
    waterfalls = WaterfallBook(
      files: files, practices: practicesOfRow, stages: stages, directory: directory,
      wijkCount: plan.wijken.count)
    addOutside(files, practicesOfRow)
    collect(
      files, practicesOfRow, stages, personOfRow, withDoubles: plan.settings.searchesDoubles)
    for person in leaders.indices {
      countedOfPerson[person] = countedOfPerson[Int(leaders[person])]
    }
  }

  /// The person of every row of another file, or ``PersonIndex/none``.
  func persons(of keys: [PersonKey], practices: [UInt16]) -> [UInt32] {
    persons.persons(of: keys, practices: practices)
  }

  private mutating func collect(
    _ files: [PatientColumns], _ practicesOfRow: [[UInt16]], _ stages: [[UInt8]],
    _ personOfRow: [[UInt32]], withDoubles: Bool
  ) {
    let counted = UInt8(WaterfallStage.counted.index)
    countedOfPerson = [Int32](repeating: -1, count: persons.count)
    for (file, columns) in files.enumerated() {
      for row in columns.keys.indices where stages[file][row] == counted {
        let practice = practicesOfRow[file][row]
        countedOfPerson[Int(personOfRow[file][row])] = Int32(postcodes.count)
        postcodes.append(columns.postcodes[row])
        ages.append(min(columns.ages[row], 120))
        practices.append(practice)
        if withDoubles {
          doubleKeys.append(columns.doubleKeys.indices.contains(row) ? columns.doubleKeys[row] : 0)
        }
        switch columns.sexes[row] {
        case .male: sexes.append(Sex.male.rawValue)
        case .female: sexes.append(Sex.female.rawValue)
        case .other, .unknown:
          sexPlaced[Int(practice)] += 1
          sexes.append(
            PlacedSex.parity(columns.keys[row], practice: directory.entries[Int(practice)]))
        }
      }
    }
  }

  /// W306: one finding per file and AGB code.
  private mutating func addOutside(_ files: [PatientColumns], _ practicesOfRow: [[UInt16]]) {
    for (file, columns) in files.enumerated() {
      findings.add(
        directory.outsideFinding(
          file: columns.file, practices: practicesOfRow[file], lines: columns.lines))
    }
  }
}

/// The rule that places patients whose sex is other or unknown under M or V in tables by sex.
enum PlacedSex {
  /// 0 or 1: the parity of a hash of practice and patient number; the same in every run.
  static func parity(_ key: PersonKey, practice: PracticeDirectory.Entry) -> UInt8 {
    var seed: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in (practice.agb?.description ?? practice.file ?? "").utf8 {
      seed = (seed ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return UInt8(PersonIndex.hash(key.high ^ seed, key.low, 0) & 1)
  }
}

extension PracticeDirectory {
  /// With fewer rows a code that is in no wijk is not told: eight digits in a cell may be the number
  /// or the date of birth of a person that slipped into the wrong column.
  static let rowsOfPractice = 20

  /// W306 for the rows of practices that are in no wijk, one finding per AGB code.
  func outsideFinding(file: String, practices: [UInt16], lines: [UInt32]) -> FindingLog {
    var found: [UInt16: (line: UInt32, count: Int)] = [:]
    var log = FindingLog()
    for (row, practice) in practices.enumerated()
    where practice != Self.none && entries[Int(practice)].wijk == nil {
      let known = found[practice]
      found[practice] = (min(known?.line ?? .max, lines[row]), (known?.count ?? 0) + 1)
    }
    for (practice, place) in found {
      let agb = place.count < Self.rowsOfPractice ? nil : entries[Int(practice)].agb
      let facts = agb.map { ["praktijk": $0.description] } ?? [:]
      log.add(
        Finding(
          "W306", file: file, line: Int(place.line), column: "praktijk_agb", count: place.count,
          facts: facts))
    }
    return log
  }
}
