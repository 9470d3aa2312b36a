import Definitions
import WijkModel

/// The counts of one wijk, dense: by place, single year of age, sex, group and programme.
///
/// A place is a postcode of the wijk (0 ..< postcodes), outside, or unknown.
struct PatientTally: Sendable {
  /// Ages 0...120.
  static let ageCount = 121

  /// The postcodes of the wijk.
  let postcodes: [Postcode4]
  /// Patients by place, then sex, then age.
  private(set) var demography: [Int]
  /// Patients per group bit, by place.
  private(set) var groups: [Int]
  /// Patients per programme of the definitions, by place.
  private(set) var programs: [Int]
  /// Patients with at least one programme's condition, by place.
  private(set) var anyProgram: [Int]
  /// Patients with at least one chronic condition, by place.
  private(set) var anyChronic: [Int]
  /// Patients in the wijk with 1, 2, 3 or more conditions (three numbers per age).
  private(set) var multimorbidity: [Int]
  /// Patients in the wijk per programme of the definitions, then sex, then age.
  private(set) var programAges: [Int]
  /// Patients per postcode of the wijk, then programme of the definitions, then sex, then age.
  private var postcodeProgramAges: [Int]
  /// Patients in each programme (five numbers per place).
  private(set) var participants: [Int]
  /// Patients whose main provider is unknown (five numbers per place).
  private(set) var providerUnknown: [Int]
  /// Patients per postcode outside the wijk.
  private(set) var outside: [UInt16: Int] = [:]
  /// Patients per practice of the directory.
  private(set) var practices: [Int]
  /// Patients per group bit, then sex, then age, wherever they live; empty unless they are asked for.
  private var groupAges: [Int]
  private let programCount: Int

  /// The place of patients who live elsewhere.
  var outsidePlace: Int { postcodes.count }
  /// The place of patients of whom that is unknown, and of those abroad.
  var unknownPlace: Int { postcodes.count + 1 }

  /// An empty tally; `hasGroupAges` for comparing wijken with each other.
  init(
    _ wijk: Wijk, definitions: PatientDefinitions, practiceCount: Int, hasGroupAges: Bool = false
  ) {
    groupAges = [Int](repeating: 0, count: hasGroupAges ? 64 * 2 * Self.ageCount : 0)
    postcodes = wijk.postcodes
    let places = wijk.postcodes.count + 2
    programCount = definitions.programs.count
    demography = [Int](repeating: 0, count: places * 2 * Self.ageCount)
    groups = [Int](repeating: 0, count: places * 64)
    programs = [Int](repeating: 0, count: places * programCount)
    anyProgram = [Int](repeating: 0, count: places)
    anyChronic = anyProgram
    multimorbidity = [Int](repeating: 0, count: 3 * Self.ageCount)
    programAges = [Int](repeating: 0, count: programCount * 2 * Self.ageCount)
    postcodeProgramAges = [Int](
      repeating: 0, count: wijk.postcodes.count * programCount * 2 * Self.ageCount)
    participants = [Int](repeating: 0, count: places * CareProgram.allCases.count)
    providerUnknown = participants
    practices = [Int](repeating: 0, count: practiceCount)
  }

  /// Adds one patient.
  mutating func add(place: Int, postcode: UInt16, age: Int, sex: Int, practice: Int) {
    demography[(place * 2 + sex) * Self.ageCount + age] += 1
    practices[practice] += 1
    if place == outsidePlace { outside[postcode, default: 0] += 1 }
  }

  /// Adds the conditions of one patient.
  mutating func add(
    bits: UInt64, place: Int, age: Int, sex: Int, definitions: PatientDefinitions
  ) {
    var rest = bits
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      groups[place * 64 + bit] += 1
      if !groupAges.isEmpty { groupAges[(bit * 2 + sex) * Self.ageCount + age] += 1 }
      rest &= rest - 1
    }
    let isInside = place < postcodes.count
    if bits & definitions.anyProgram != 0 {
      anyProgram[place] += 1
      for (index, program) in definitions.programs.enumerated() where bits & program.mask != 0 {
        programs[place * programCount + index] += 1
        guard isInside else { continue }
        programAges[(index * 2 + sex) * Self.ageCount + age] += 1
        postcodeProgramAges[((place * programCount + index) * 2 + sex) * Self.ageCount + age] += 1
      }
    }
    let conditions = definitions.conditionCount(bits)
    if conditions > 0 {
      anyChronic[place] += 1
      if isInside { multimorbidity[age * 3 + min(conditions, 3) - 1] += 1 }
    }
  }

  /// Adds the chain care of one patient.
  mutating func add(participants bits: UInt8, unknown: UInt8, place: Int) {
    let width = CareProgram.allCases.count
    for program in 0..<width {
      if bits >> UInt8(program) & 1 == 1 { participants[place * width + program] += 1 }
      if unknown >> UInt8(program) & 1 == 1 { providerUnknown[place * width + program] += 1 }
    }
  }

  /// The patients of places, by sex (nil: both) and age band (nil: all).
  func patients(_ places: some Sequence<Int>, sex: Sex? = nil, band: AgeBand? = nil) -> Int {
    let ages = Self.ages(band)
    var sum = 0
    for place in places {
      for each in Sex.allCases where sex == nil || sex == each {
        let start = (place * 2 + Int(each.rawValue)) * Self.ageCount
        for age in ages { sum += demography[start + age] }
      }
    }
    return sum
  }

  /// The patients of a sex and age band in a disease group, wherever they live; 0 unless the tally
  /// was made with their ages.
  func patients(group bit: Int, sex: Sex, band: AgeBand) -> Int {
    guard !groupAges.isEmpty else { return 0 }
    let start = (bit * 2 + Int(sex.rawValue)) * Self.ageCount
    return Self.ages(band).reduce(0) { $0 + groupAges[start + $1] }
  }

  /// The patients of postcodes of the wijk with the condition of a programme, by sex and age band.
  func cases(ofProgram program: Int, places: [Int], sex: Sex, band: AgeBand) -> Int {
    places.reduce(0) { sum, place in
      let start = ((place * programCount + program) * 2 + Int(sex.rawValue)) * Self.ageCount
      return Self.ages(band).reduce(sum) { $0 + postcodeProgramAges[start + $1] }
    }
  }

  /// The patients of the wijk by sex and single year of age.
  func wijkAges() -> [Sex: [Int]] { ages(of: Array(postcodes.indices)) }

  /// The patients of places by sex and single year of age.
  func ages(of places: [Int]) -> [Sex: [Int]] {
    var result: [Sex: [Int]] = [:]
    for sex in Sex.allCases {
      result[sex] = (0..<Self.ageCount).map { age in
        places.reduce(0) {
          $0 + demography[($1 * 2 + Int(sex.rawValue)) * Self.ageCount + age]
        }
      }
    }
    return result
  }

  /// The ages of a band that the arrays have.
  static func ages(_ band: AgeBand?) -> Range<Int> {
    guard let band else { return 0..<ageCount }
    let lower = min(band.lower, ageCount)
    return lower..<max(lower, min(band.upper ?? ageCount - 1, ageCount - 1) + 1)
  }
}
