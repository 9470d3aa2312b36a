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

  private func stage(_ columns: PatientColumns, _ row: Int) -> WaterfallStage {
    let day = date.dayNumber
    switch columns.categories[row] {
    case .unknown: return .categoryUnknown
    case .temporary, .passerby: return .temporary
    case .regular: break
    }
    // No date is the smallest number: enrolled since ever.
    if columns.enrolledFrom[row] > day { return .notYetEnrolled }
    let until = columns.enrolledUntil[row]
    if until != ColumnCode.noDate && until <= day { return .left }
    let death = columns.deceased[row]
    if death != ColumnCode.noDate && death <= day { return .deceased }
    if columns.ages[row] == ColumnCode.bornLater { return .bornLater }
    if columns.ages[row] == ColumnCode.ageUnknown { return .ageUnknown }
    return .counted
  }
}
