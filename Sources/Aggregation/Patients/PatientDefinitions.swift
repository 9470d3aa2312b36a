import Definitions
import WijkModel

/// The definitions that counting patients needs, for the settings of a region.
struct PatientDefinitions: Sendable {
  /// A programme with the groups that are its condition.
  struct Program: Sendable {
    let program: CareProgram
    let mask: UInt64
    let rule: ProgramRule?
  }

  /// The disease groups in the order of the reports, at most 64; the place is the bit.
  let groups: [DiseaseGroup]
  /// The programmes that have a group, in the order of the groups.
  let programs: [Program]
  /// Groups that tables show and that are no programme, with their bit.
  let otherGroups: [(bit: Int, group: DiseaseGroup)]
  /// Bits of all groups of a programme.
  let anyProgram: UInt64
  /// Bits of all chronic groups.
  let anyChronic: UInt64
  /// One mask per chronic condition; groups of one condition count once in multimorbidity.
  let conditions: [UInt64]
  /// The age classes of t214.
  let ages: AgeBanding
  /// The age classes of t217 and t223.
  let wideAges: AgeBanding
  /// The age classes of the inhabitants, for coverage and composition.
  let inhabitantAges: AgeBanding
  /// Limits by id.
  let limits: [String: Double]

  init(
    groups: [DiseaseGroup], programRules: [ProgramRule], ages: AgeBanding, wideAges: AgeBanding,
    inhabitantAges: AgeBanding, limits: [String: Double]
  ) {
    precondition(groups.count <= 64, "a patient's groups are 64 bits")
    self.groups = groups
    self.ages = ages
    self.wideAges = wideAges
    self.inhabitantAges = inhabitantAges
    self.limits = limits
    let bits = groups.enumerated().map { (bit: $0, group: $1) }
    func mask(_ isIn: (DiseaseGroup) -> Bool) -> UInt64 {
      bits.reduce(0) { isIn($1.group) ? $0 | 1 << UInt64($1.bit) : $0 }
    }
    var programs: [Program] = []
    for program in groups.compactMap(\.program)
    where !programs.contains(where: { $0.program == program }) {
      programs.append(
        Program(
          program: program, mask: mask { $0.program == program },
          rule: programRules.first { $0.program == program }))
    }
    self.programs = programs
    otherGroups = bits.filter { $0.group.program == nil && $0.group.isShown }
    anyProgram = mask { $0.program != nil }
    anyChronic = mask(\.countsAsChronic)
    var names: [String] = []
    for group in groups where group.countsAsChronic && !names.contains(group.condition) {
      names.append(group.condition)
    }
    conditions = names.map { name in mask { $0.countsAsChronic && $0.condition == name } }
  }

  /// Takes what is needed of the definitions in force.
  init(_ definitions: DefinitionSet, settings: RegionSettings) {
    func banding(_ id: String) -> AgeBanding {
      definitions.ageBandings[id] ?? AgeBanding(id: id, bands: [])
    }
    self.init(
      groups: definitions.diseaseGroups(for: settings), programRules: definitions.programRules,
      ages: banding("nhg"), wideAges: banding("multimorbiditeit"), inhabitantAges: banding("cbs"),
      limits: definitions.limits)
  }

  /// A limit of `grenzen.csv`, or what holds when the file does not have it.
  func limit(_ id: String, default value: Double) -> Double { limits[id] ?? value }

  /// How many chronic conditions a patient with these groups has.
  func conditionCount(_ bits: UInt64) -> Int {
    if bits & anyChronic == 0 { return 0 }
    return conditions.count { bits & $0 != 0 }
  }
}
