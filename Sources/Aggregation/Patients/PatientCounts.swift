import Definitions
import WijkModel

/// Everything that is counted of patients, per wijk of the plan.
struct PatientCounts {
  let register: EnrolledRegister
  let definitions: PatientDefinitions
  /// Nil without a source of episodes.
  let conditions: PatientConditions?
  /// Nil without a source of chain care.
  let programs: PatientPrograms?
  /// One per wijk of the plan.
  private(set) var tallies: [PatientTally]
  /// Counted patients per practice of the directory, and of these without a Dutch postcode.
  private(set) var practices: [(patients: Int, postcodeUnknown: Int)]
  /// Patients per practice and disease group bit (64 numbers per practice).
  private(set) var practiceGroups: [Int]
  /// Patients per practice, then sex, then age (2 × 121 numbers per practice).
  private(set) var practiceAges: [Int]
  /// Per wijk: patients with diabetes, and of these with only an episode that names no type.
  private(set) var diabetes: [(all: Int, withoutType: Int)]

  init(_ data: SourceData, plan: RegionPlan, definitions: PatientDefinitions) {
    let register = EnrolledRegister(data, plan: plan)
    self.register = register
    self.definitions = definitions
    let count = register.directory.entries.count
    conditions =
      data.episodes.isEmpty
      ? nil
      : PatientConditions(
        data.episodes, register: register, definitions: definitions, date: plan.referenceDate)
    programs =
      data.carePrograms.isEmpty
      ? nil
      : PatientPrograms(
        data.carePrograms, register: register, definitions: definitions, plan: plan)
    tallies = plan.wijken.map {
      PatientTally(
        $0, definitions: definitions, practiceCount: count,
        hasGroupAges: plan.settings.comparesWithRegion)
    }
    practices = [(patients: Int, postcodeUnknown: Int)](repeating: (0, 0), count: count)
    practiceGroups = [Int](repeating: 0, count: count * 64)
    practiceAges = [Int](repeating: 0, count: count * 2 * PatientTally.ageCount)
    diabetes = plan.wijken.map { _ in (0, 0) }
    tally(plan)
  }

  private mutating func tally(_ plan: RegionPlan) {
    let places = plan.wijken.map(Self.places)
    let wijkOfPractice = register.directory.entries.map(\.wijk)
    let types = DiabetesTypes(definitions.groups)
    for patient in 0..<register.count {
      let practice = Int(register.practices[patient])
      let postcode = register.postcodes[patient]
      practices[practice].patients += 1
      if postcode < 1000 { practices[practice].postcodeUnknown += 1 }
      guard let wijk = wijkOfPractice[practice] else { continue }
      let place = Int(places[wijk][Int(postcode)])
      let age = Int(register.ages[patient])
      let sex = Int(register.sexes[patient])
      practiceAges[(practice * 2 + sex) * PatientTally.ageCount + age] += 1
      tallies[wijk].add(
        place: place, postcode: postcode, age: age, sex: sex, practice: practice)
      if let bits = conditions?.bits[patient], bits != 0 {
        tallies[wijk].add(
          bits: bits, place: place, age: age, sex: sex, definitions: definitions)
        addGroups(bits, practice: practice)
        if bits & types.all != 0 {
          diabetes[wijk].all += 1
          if bits & types.all & ~types.unknown == 0 { diabetes[wijk].withoutType += 1 }
        }
      }
      if let programs {
        tallies[wijk].add(
          participants: programs.participants[patient],
          unknown: programs.providerUnknown[patient], place: place)
      }
    }
  }

  private mutating func addGroups(_ bits: UInt64, practice: Int) {
    var rest = bits
    while rest != 0 {
      practiceGroups[practice * 64 + rest.trailingZeroBitCount] += 1
      rest &= rest - 1
    }
  }

  /// The place in a tally of every number of a postcode column.
  private static func places(_ wijk: Wijk) -> [UInt16] {
    let outside = UInt16(wijk.postcodes.count)
    var places = [UInt16](repeating: outside, count: 10_000)
    // Numbers below 1000 are codes: unknown and foreign.
    for number in 0..<1000 { places[number] = outside + 1 }
    for (place, postcode) in wijk.postcodes.enumerated() {
      places[Int(postcode.number)] = UInt16(place)
    }
    return places
  }
}

/// The groups that are diabetes, and those of them that name no type.
private struct DiabetesTypes {
  var all: UInt64 = 0
  var unknown: UInt64 = 0

  /// Diabetes is the condition of the programme's group; the group without a type is known by its id.
  init(_ groups: [DiseaseGroup]) {
    guard let condition = groups.first(where: { $0.program == .diabetes })?.condition else {
      return
    }
    for (bit, group) in groups.enumerated() where group.condition == condition {
      all |= 1 << UInt64(bit)
      if group.id == "DM_ONGESPECIFICEERD" { unknown |= 1 << UInt64(bit) }
    }
  }
}
