import Definitions
import WijkModel

/// The disease groups of the counted patients, and what became of the episodes.
struct PatientConditions: Sendable {
  /// One bit per group of ``PatientDefinitions/groups``, per counted patient.
  private(set) var bits: [UInt64]
  /// Episodes per practice of the directory.
  private(set) var episodes: [Int]
  /// Of these, those of a patient number that the practice list does not have.
  private(set) var orphans: [Int]
  /// Episodes with a patient, per file.
  private(set) var joinedByFile: [String: Int] = [:]
  /// W304, W306.
  private(set) var findings = FindingLog()
  /// E201: episodes without AGB codes while there are several practices.
  private(set) var refusals = FindingLog()

  /// Joins the episodes to the counted patients.
  init(
    _ files: [EpisodeColumns], register: EnrolledRegister, definitions: PatientDefinitions,
    date: CalendarDate
  ) {
    bits = [UInt64](repeating: 0, count: register.count)
    episodes = [Int](repeating: 0, count: register.directory.entries.count)
    orphans = episodes
    let rules = EpisodeRules(
      definitions.groups, date: date,
      recentMonths: Int(definitions.limit("recent_maanden", default: 12)))
    for columns in files {
      let join = CareJoin(
        file: columns.file, practices: columns.practices, keys: columns.keys, lines: columns.lines,
        register: register)
      findings.add(join.findings)
      refusals.add(join.refusals)
      joinedByFile[columns.file, default: 0] += join.joined
      for row in columns.keys.indices {
        let practice = join.practices[row]
        if practice != PracticeDirectory.none { episodes[Int(practice)] += 1 }
        let person = join.persons[row]
        if person == PersonIndex.none {
          if practice != PracticeDirectory.none { orphans[Int(practice)] += 1 }
          continue
        }
        let patient = register.countedOfPerson[Int(person)]
        if patient < 0 { continue }
        bits[Int(patient)] |= rules.groups(
          code: columns.codes[row], begin: columns.begins[row], end: columns.ends[row])
      }
    }
  }
}

/// The persons of the rows of an episode or chain-care file.
struct CareJoin {
  /// Places in the directory, per row; rows of practices in no wijk have ``PracticeDirectory/none``.
  private(set) var practices: [UInt16]
  /// Persons, per row, or ``PersonIndex/none``.
  let persons: [UInt32]
  /// Rows with a person of the practice lists.
  let joined: Int
  /// W304 and W306.
  private(set) var findings = FindingLog()
  /// E201.
  private(set) var refusals = FindingLog()

  /// Finds the persons; a file without AGB codes is of the practice list of the same name, or of the
  /// only practice there is.
  init(
    file: String, practices codes: [UInt32], keys: [PersonKey], lines: [UInt32],
    register: EnrolledRegister
  ) {
    let directory = register.directory
    var fallback = directory.index(file: file)
    if fallback == PracticeDirectory.none && directory.entries.count == 1 { fallback = 0 }
    practices = directory.indexes(of: codes, fallback: fallback)
    if fallback == PracticeDirectory.none && !codes.isEmpty
      && codes.allSatisfy({ $0 == ColumnCode.noPractice })
    {
      refusals.add(Finding("E201", file: file, column: "praktijk_agb"))
    }
    findings.add(directory.outsideFinding(file: file, practices: practices, lines: lines))
    var isElsewhere = [Bool](repeating: false, count: practices.count)
    for row in practices.indices {
      let practice = practices[row]
      guard practice != PracticeDirectory.none, directory.wijk(practice) == nil else { continue }
      isElsewhere[row] = true
      practices[row] = PracticeDirectory.none
    }
    persons = register.persons(of: keys, practices: practices)
    var orphans = 0
    var elsewhere = 0
    var firstLine = UInt32.max
    for row in keys.indices where persons[row] == PersonIndex.none {
      if isElsewhere[row] {
        elsewhere += 1
        continue
      }
      orphans += 1
      firstLine = min(firstLine, lines[row])
    }
    joined = keys.count - orphans - elsewhere
    if orphans > 0 {
      findings.add(
        Finding(
          "W304", file: file, line: Int(firstLine), column: "patientnummer", count: orphans))
    }
  }
}
