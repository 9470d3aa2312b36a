import WijkModel

/// The tables of a wijk that may be published: nobody can compute a small count of patients.
///
/// All tables of patients form one system. Counts of 1 up to the threshold are `•`, and so are as many
/// other counts as it takes that adding, subtracting and linear programs give no small count back
/// (``suppress(_:threshold:rule:)``); every figure that is computed from a hidden count is hidden with
/// it. What is shown is true, or rounded to 5 when the settings say so. Tables of inhabitants, insured
/// persons and activities are published figures and pass unchanged, but for the reach of an activity,
/// which is a count of persons too. Rows of the rankings of patients whose count is hidden are left
/// out, because their place alone would tell their size.
///
/// Before it returns, the result is attacked as a reader would do it (``audit(_:threshold:)``).
///
/// - Parameters:
///   - draft: The true figures of one wijk.
///   - settings: The threshold, never below 5, and whether shown counts are rounded to 5.
///   - release: The name of the release in `audit.json`, the reference date.
/// - Returns: The tables in the order of their ids, with the structure of the release.
/// - Throws: ``DisclosureError/inconsistent`` when true tables contradict each other,
///   ``DisclosureError/unprotectable``, and ``DisclosureError/leak(_:)`` when the attack succeeds.
public func protect(
  _ draft: DraftRelease, settings: RegionSettings, release: String
) throws(DisclosureError) -> ReleasedTables {
  let protection = ReleaseProtection(
    draft: draft,
    rules: TableProtection(
      threshold: max(5, settings.threshold), roundsToFive: settings.roundsToFive),
    name: release)
  let released = protection.released(hiding: try protection.hiddenCells())
  let flags = try audit([textRelease(of: released)]).flags
  guard flags.isEmpty else { throw .leak(flags) }
  return released
}

/// Protects all tables of one release together.
struct ReleaseProtection {
  /// The columns to hide of every row, per table of patients.
  typealias HiddenCells = [[Set<Int>]]

  /// The true figures.
  let draft: DraftRelease
  /// What holds for every table.
  let rules: TableProtection
  /// The name of the release.
  let name: String

  /// The cells of the tables of patients that must be hidden, small ones and others.
  func hiddenCells() throws(DisclosureError) -> HiddenCells {
    let truth = draft.patients.map(rules.truth)
    let structure = ReleaseStructure.of(
      truth, draft: draft, rules: rules, release: name, isTruth: true)
    let system = TextRelease(tables: truth.map(\.text), structure: structure)
    let chosen = try suppress([system], rule: .mayBeLarge)
    var hidden = draft.patients.map { [Set<Int>](repeating: [], count: $0.rows.count) }
    var places: [String: Int] = [:]
    for (place, table) in truth.enumerated() { places[table.fileName] = place }
    for cell in chosen.hidden.first ?? [] {
      guard let place = places[system.tables[cell.table].name] else { continue }
      hidden[place][cell.row].insert(cell.column)
    }
    hideExpected(&hidden)
    return hidden
  }

  /// What is left to publish when these cells are hidden; small counts only when nil.
  func released(hiding hidden: HiddenCells?) -> ReleasedTables {
    var tables = draft.patients.enumerated().map { rules.protected($1, hiding: hidden?[$0]) }
    tables += draft.inhabitants.map { rules.published($0) }
    tables += draft.insured.map { rules.published($0) }
    tables += draft.others.map { rules.published($0) }
    // Ids carry the number of the table, so their order is the order of the chapter's list.
    tables.sort { $0.id < $1.id }
    return ReleasedTables(
      wijk: draft.wijk, tables: tables,
      structure: ReleaseStructure.of(
        tables, draft: draft, rules: rules, release: name, isTruth: false),
      threshold: rules.threshold, notes: draft.notes, practiceCount: draft.practiceCount,
      internalTables: internalTables(of: draft, released: tables))
  }
}
