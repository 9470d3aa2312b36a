import WijkModel

/// What a date of birth tells at the reference date.
struct BirthDate: Hashable, Sendable {
  /// Whole years at the reference date.
  let age: UInt8
  /// The day number; ``ColumnCode/noDate`` when only the year is known.
  let day: Int32

  /// Judges a date: after the reference date E336, an age above the limit E337.
  ///
  /// Of a year alone the age is the difference of the years (domain.md, Age).
  static func judge(
    _ result: CellResult<RecordedDate>, at reference: CalendarDate, highestAge: Int
  ) -> CellResult<BirthDate> {
    switch result {
    case .missing(let reason, let code): return .missing(reason, code)
    case .rejected(let code): return .rejected(code)
    case .value(.day(let date), let code):
      if date > reference { return .rejected("E336") }
      let age = date.wholeYears(until: reference)
      guard age <= highestAge else { return .rejected("E337") }
      return .value(BirthDate(age: UInt8(clamping: age), day: date.dayNumber), code)
    case .value(.year(let year), let code):
      let age = reference.components.year - year
      if age < 0 { return .rejected("E336") }
      guard age <= highestAge else { return .rejected("E337") }
      return .value(BirthDate(age: UInt8(clamping: age), day: ColumnCode.noDate), code)
    }
  }
}
