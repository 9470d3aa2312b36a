import Definitions
import WijkModel

/// Who takes part in which chain-care programme at the reference date.
struct PatientPrograms: Sendable {
  /// Bit *i*: in the programme `CareProgram.allCases[i]`.
  private(set) var participants: [UInt8]
  /// Bit *i*: takes part, by age and precedence, but nobody recorded who leads the treatment.
  private(set) var providerUnknown: [UInt8]
  /// Chain-care rows per practice of the directory.
  private(set) var rows: [Int]
  /// Rows with a patient, per file.
  private(set) var joinedByFile: [String: Int] = [:]
  /// W304, W306.
  private(set) var findings = FindingLog()
  /// E201.
  private(set) var refusals = FindingLog()

  /// Joins chain-care rows to the counted patients and applies the rules of the programmes.
  ///
  /// Of several rows of one patient and programme one that takes part is enough, and one with the
  /// general practitioner goes before one that does not say, and that before a specialist. Whoever
  /// a specialist treats is not in the programme; without a main provider only when the setting
  /// says so. Age limits and precedence hold for both columns.
  init(
    _ files: [CareProgramColumns], register: EnrolledRegister, definitions: PatientDefinitions,
    plan: RegionPlan
  ) {
    // Three bits per programme: general practitioner, unknown, specialist.
    var states = [UInt16](repeating: 0, count: register.count)
    rows = [Int](repeating: 0, count: register.directory.entries.count)
    let day = plan.referenceDate.dayNumber
    for columns in files {
      let join = CareJoin(
        file: columns.file, practices: columns.practices, keys: columns.keys, lines: columns.lines,
        register: register)
      findings.add(join.findings)
      refusals.add(join.refusals)
      joinedByFile[columns.file, default: 0] += join.joined
      for row in columns.keys.indices {
        let practice = join.practices[row]
        if practice != PracticeDirectory.none { rows[Int(practice)] += 1 }
        let person = join.persons[row]
        guard person != PersonIndex.none, columns.participations[row] == .yes else { continue }
        let patient = register.countedOfPerson[Int(person)]
        let end = columns.ends[row]
        guard patient >= 0, columns.begins[row] <= day, end == ColumnCode.noDate || end > day
        else { continue }
        let shift = Self.place(columns.programs[row]) * 3
        states[Int(patient)] |= 1 << UInt16(shift + Self.place(columns.mainProviders[row]))
      }
    }
    participants = [UInt8](repeating: 0, count: register.count)
    providerUnknown = participants
    let order = ProgramOrder(definitions.programs.compactMap(\.rule))
    for patient in states.indices where states[patient] != 0 {
      let result = order.decide(
        states[patient], age: Int(register.ages[patient]),
        countsMissing: plan.settings.countsMissingMainProvider)
      participants[patient] = result.participants
      providerUnknown[patient] = result.unknown
    }
  }

  /// Place of a programme in `CareProgram.allCases`.
  static func place(_ program: CareProgram) -> Int {
    switch program {
    case .asthma: 0
    case .copd: 1
    case .diabetes: 2
    case .cvrm: 3
    case .anxietyAndMood: 4
    }
  }

  private static func place(_ provider: MainProvider) -> Int {
    switch provider {
    case .generalPractitioner: 0
    case .unknown: 1
    case .specialist: 2
    }
  }
}

/// Applies age limits and precedence: programmes that go before others are decided first.
private struct ProgramOrder {
  private struct Step {
    let place: Int
    let ages: ClosedRange<Int>
    let yieldsTo: UInt8
  }

  private var steps: [Step] = []

  init(_ rules: [ProgramRule]) {
    var waiting = CareProgram.allCases
    while !waiting.isEmpty {
      // A circle of precedence is cut at its first programme.
      let next =
        waiting.first { program in
          let before = rules.first { $0.program == program }?.yieldsTo ?? []
          return !before.contains { $0 != program && waiting.contains($0) }
        } ?? waiting[0]
      waiting.removeAll { $0 == next }
      let rule = rules.first { $0.program == next }
      let lower = rule?.minimumAge ?? 0
      let yields = (rule?.yieldsTo ?? []).filter { $0 != next }
      steps.append(
        Step(
          place: PatientPrograms.place(next), ages: lower...max(lower, rule?.maximumAge ?? 255),
          yieldsTo: yields.reduce(0) { $0 | 1 << UInt8(PatientPrograms.place($1)) }))
    }
  }

  func decide(
    _ state: UInt16, age: Int, countsMissing: Bool
  ) -> (participants: UInt8, unknown: UInt8) {
    var participants: UInt8 = 0
    var unknown: UInt8 = 0
    for step in steps {
      let providers = state >> UInt16(step.place * 3) & 0b111
      guard step.ages.contains(age), participants & step.yieldsTo == 0 else { continue }
      let bit = 1 << UInt8(step.place) as UInt8
      if providers & 0b001 != 0 {
        participants |= bit
      } else if providers & 0b010 != 0 {
        unknown |= bit
        if countsMissing { participants |= bit }
      }
    }
    return (participants, unknown)
  }
}
