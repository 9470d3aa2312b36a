import Definitions
import WijkModel

/// Says at once to which groups an episode adds its patient at the reference date.
struct EpisodeRules: Sendable {
  private static let perChapter = 100 * 100

  /// The groups of the codes of each chapter that has any, behind a chapter without groups.
  private let masks: [UInt64]
  /// Where each letter's chapter starts in ``masks``: most have no groups and share the first.
  private let starts: [Int]
  private let chronic: UInt64
  private let active: UInt64
  private let recent: UInt64
  private let day: Int32
  private let recentSince: Int32

  /// Computes the groups of every code once.
  init(_ groups: [DiseaseGroup], date: CalendarDate, recentMonths: Int) {
    var masks = [UInt64](repeating: 0, count: Self.perChapter)
    var starts = [Int](repeating: 0, count: 26)
    for code in groups.flatMap({ $0.codes.map(\.code.packed) }) {
      guard let chapter = Self.chapter(code), starts[chapter] == 0 else { continue }
      starts[chapter] = masks.count
      masks.append(contentsOf: repeatElement(0, count: Self.perChapter))
    }
    for (bit, group) in groups.enumerated() {
      for rule in group.codes where !rule.isExcluded {
        for index in Self.indexes(rule, starts) { masks[index] |= 1 << UInt64(bit) }
      }
      for rule in group.codes where rule.isExcluded {
        for index in Self.indexes(rule, starts) { masks[index] &= ~(1 << UInt64(bit)) }
      }
    }
    self.starts = starts
    self.masks = masks
    func mask(_ rule: DiseaseGroup.EpisodeRule) -> UInt64 {
      groups.enumerated().reduce(0) {
        $1.element.episodes == rule ? $0 | 1 << UInt64($1.offset) : $0
      }
    }
    chronic = mask(.chronic)
    active = mask(.active)
    recent = mask(.recent)
    day = date.dayNumber
    recentSince = date.months(before: recentMonths).dayNumber
  }

  /// The groups of an episode; none when it begins after the reference date.
  ///
  /// An episode that ends on the reference date is closed then. An unknown first day counts as
  /// begun, an unknown last day as open. "Recent" ended
  /// after the same day of the month so many months before.
  func groups(code: UInt32, begin: Int32, end: Int32) -> UInt64 {
    let all = masks[Self.index(code, starts)]
    if all == 0 || begin > day { return 0 }
    var counted = all & chronic
    let isOpen = end == ColumnCode.noDate || end > day
    if isOpen { counted |= all & active }
    if isOpen || end > recentSince { counted |= all & recent }
    return counted
  }

  /// The number of the letter of a code, from 0; nil for anything that is no code.
  @inline(__always)
  private static func chapter(_ packed: UInt32) -> Int? {
    let chapter = Int(packed >> 16 & 0xFF) - 65
    guard (0..<26).contains(chapter), packed >> 8 & 0xFF < 100, packed & 0xFF < 100 else {
      return nil
    }
    return chapter
  }

  @inline(__always)
  private static func index(_ packed: UInt32, _ starts: [Int]) -> Int {
    guard let chapter = chapter(packed) else { return 0 }
    return starts[chapter] &+ Int(packed >> 8 & 0xFF) &* 100 &+ Int(packed & 0xFF)
  }

  private static func indexes(_ rule: CodeRule, _ starts: [Int]) -> Range<Int> {
    guard chapter(rule.code.packed) != nil else { return 0..<0 }
    switch rule.match {
    case .exact:
      let index = index(rule.code.packed, starts)
      return index..<(index + 1)
    case .rubric:
      let index = index(rule.code.withoutSubcode.packed, starts)
      return index..<(index + 100)
    }
  }
}

extension CalendarDate {
  /// The same day a number of months earlier, or the last day of that month when it is shorter.
  func months(before months: Int) -> CalendarDate {
    let (year, month, day) = components
    let count = year * 12 + month - 1 - months
    for candidate in stride(from: day, to: 0, by: -1) {
      let date = CalendarDate(year: count / 12, month: count % 12 + 1, day: candidate)
      if let date { return date }
    }
    return self
  }
}
