import WijkModel

/// Judges rows of a practice list one by one: the stages before rows of one person are compared.
struct RowJudge {
  /// The reference date.
  let date: CalendarDate

  /// The stage of every row, as its place in the order; ``WaterfallStage/counted`` when it would
  /// count by itself.
  func stages(
    _ columns: PatientColumns, _ practices: [UInt16], directory: PracticeDirectory
  ) -> [UInt8] {
    let codes = WaterfallStage.allCases.map { UInt8($0.index) }
    let hasWijk = directory.entries.map { $0.wijk != nil }
    return columns.keys.indices.map { row in
      let practice = practices[row]
      if practice == PracticeDirectory.none { return codes[WaterfallStage.practiceUnknown.index] }
      if !hasWijk[Int(practice)] { return codes[WaterfallStage.practiceOutside.index] }
      return codes[stage(columns, row).index]
    }
  }

  /// The stage of a row by what it says itself.
  func stage(_ row: PatientRow) -> WaterfallStage {
    stage(
      row.category, from: row.enrolledFrom, until: row.enrolledUntil, death: row.deceased,
      age: row.age)
  }

  private func stage(_ columns: PatientColumns, _ row: Int) -> WaterfallStage {
    stage(
      columns.categories[row], from: columns.enrolledFrom[row], until: columns.enrolledUntil[row],
      death: columns.deceased[row], age: columns.ages[row])
  }

  @inline(__always)
  private func stage(
    _ category: PatientCategory, from: Int32, until: Int32, death: Int32, age: UInt8
  ) -> WaterfallStage {
    let day = date.dayNumber
    switch category {
    case .unknown: return .categoryUnknown
    case .temporary, .passerby: return .temporary
    case .regular: break
    }
    // No date is the smallest number: enrolled since ever.
    if from > day { return .notYetEnrolled }
    if until != ColumnCode.noDate && until <= day { return .left }
    if death != ColumnCode.noDate && death <= day { return .deceased }
    if age == ColumnCode.bornLater { return .bornLater }
    if age == ColumnCode.ageUnknown { return .ageUnknown }
    return .counted
  }
}
