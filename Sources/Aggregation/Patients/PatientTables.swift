import Definitions
import WijkModel

/// What the patient tables of one wijk are made of.
struct PatientTables {
  let tally: PatientTally
  let areas: WijkAreas
  let definitions: PatientDefinitions
  /// Notes beside every table of conditions.
  var conditionNotes: [TableNote] = []
  /// Whether there is chain care of a practice of the wijk.
  var hasPrograms = false

  /// The measure of ordinary counts of patients.
  static let patients = ColumnRole.count(measure: "patienten")

  /// t213: from records read to patients counted.
  static func waterfall(_ waterfall: Waterfall) -> DraftTable<EnrolledPatients> {
    var table = DraftTable<EnrolledPatients>(
      id: "t213-inschrijving",
      columns: [
        TableColumn("stap", .dimension), TableColumn("aantal", .count(measure: "waterval")),
      ])
    for step in waterfall.steps { table.append([.text(step.name), .count(step.count)]) }
    return table
  }

  /// t214: patients by area, age class and sex.
  func demography() -> DraftTable<EnrolledPatients> {
    var table = DraftTable<EnrolledPatients>(
      id: "t214-patienten-pc4-leeftijd-geslacht",
      columns: Self.columns(["leeftijd", "geslacht"], measure: "patienten"))
    for entry in areas.all {
      for band in Self.withTotal(definitions.ages) {
        for sex in Self.sexes {
          table.append(
            Self.cells(entry.area) + [
              .text(band?.label ?? "Totaal"), .text(sex?.label ?? "Totaal"),
              .count(tally.patients(entry.places, sex: sex, band: band)),
            ])
        }
      }
    }
    return table
  }

  /// t215: patients by area and disease group.
  func conditions() -> DraftTable<EnrolledPatients> {
    var table = DraftTable<EnrolledPatients>(
      id: "t215-chronisch-pc4", columns: Self.columns(["groep", "soort"], measure: "patienten"),
      notes: conditionNotes)
    for entry in areas.all {
      func add(_ group: String, _ kind: String, _ count: Int) {
        table.append(Self.cells(entry.area) + [.text(group), .text(kind), .count(count)])
      }
      func sum(_ counts: [Int], _ index: Int, of width: Int) -> Int {
        entry.places.reduce(0) { $0 + counts[$1 * width + index] }
      }
      for (index, program) in definitions.programs.enumerated() {
        let name = program.program.rawValue
        add(name, "bekend", sum(tally.programs, index, of: definitions.programs.count))
        if hasPrograms {
          let place = PatientPrograms.place(program.program)
          let width = CareProgram.allCases.count
          add(name, "programma", sum(tally.participants, place, of: width))
          add(name, "hoofdbehandelaar_onbekend", sum(tally.providerUnknown, place, of: width))
        }
      }
      for (bit, group) in definitions.otherGroups {
        add(group.name, "bekend", sum(tally.groups, bit, of: 64))
      }
      add("Minstens één programma", "bekend", sum(tally.anyProgram, 0, of: 1))
      add("Minstens één chronische aandoening", "bekend", sum(tally.anyChronic, 0, of: 1))
      add("Totaal", "bekend", tally.patients(entry.places))
    }
    return table
  }

  /// t217: patients in the wijk with 1, 2, 3 or more chronic conditions, by age.
  ///
  /// `Totaal` of the column `groepen` is everybody with at least one.
  func multimorbidity() -> DraftTable<EnrolledPatients> {
    var table = DraftTable<EnrolledPatients>(
      id: "t217-multimorbiditeit",
      columns: Self.columns(["leeftijd", "groepen"], measure: "multimorbiditeit"),
      notes: conditionNotes)
    for band in Self.withTotal(definitions.wideAges) {
      let counts = (0..<3).map { number in
        PatientTally.ages(band).reduce(0) { $0 + tally.multimorbidity[$1 * 3 + number] }
      }
      for (label, count) in zip(["1", "2", "3+", "Totaal"], counts + [counts.reduce(0, +)]) {
        table.append(
          Self.cells(areas.wijk.area) + [
            .text(band?.label ?? "Totaal"), .text(label), .count(count),
          ])
      }
    }
    return table
  }

  /// t223: patients in the wijk with the condition of each programme, by age and sex.
  func programAges() -> DraftTable<EnrolledPatients> {
    var table = DraftTable<EnrolledPatients>(
      id: "t223-chronisch-leeftijd-geslacht",
      columns: Self.columns(["groep", "leeftijd", "geslacht"], measure: "patienten"),
      notes: conditionNotes)
    for (index, program) in definitions.programs.enumerated() {
      for band in Self.withTotal(definitions.wideAges) {
        for sex in Self.sexes {
          var count = 0
          for each in Sex.allCases where sex == nil || sex == each {
            let start = (index * 2 + Int(each.rawValue)) * PatientTally.ageCount
            for age in PatientTally.ages(band) { count += tally.programAges[start + age] }
          }
          table.append(
            Self.cells(areas.wijk.area) + [
              .text(program.program.rawValue), .text(band?.label ?? "Totaal"),
              .text(sex?.label ?? "Totaal"), .count(count),
            ])
        }
      }
    }
    return table
  }

  /// The two columns of the area, more dimensions and the count.
  private static func columns(_ dimensions: [String], measure: String) -> [TableColumn] {
    (["gebied_soort", "gebied"] + dimensions).map { TableColumn($0, .dimension) }
      + [TableColumn("aantal", .count(measure: measure))]
  }

  /// The two cells of the area.
  static func cells(_ area: Area) -> [DraftCell] { [.text(area.kind.rawValue), .text(area.code)] }

  /// Men, women, both.
  private static let sexes: [Sex?] = [.male, .female, nil]

  /// The bands from young to old, then all ages.
  private static func withTotal(_ banding: AgeBanding) -> [AgeBand?] { banding.bands + [nil] }
}
