import Aggregation
import Definitions
import DelimitedText
import DisclosureControl
import History
import Report
import WijkModel

/// What will stand of a wijk, and what the ledger must know of it.
struct ReleaseDecision {
  /// The tables, the trend included.
  let released: ReleasedTables
  /// What the chapter says of earlier releases.
  let history: ChapterHistory
  /// What is new and must be in the ledger before it is put in place; nil when nothing is.
  let fresh: FreshRelease?
  /// What who runs the program must know.
  let findings: [Finding]
}

/// Figures of patients that were not published before.
struct FreshRelease {
  /// The figures.
  let patients: PatientRelease
  /// What must be equal for a comparison over time.
  let conditions: ReleaseConditions
}

/// Decides which figures of patients are published (disclosure.md, rule 6).
///
/// New figures are published when they give nothing away together with every release of the last eleven
/// months of the same series. Otherwise the whole latest of those is printed again with its own date.
/// Months are counted from reference date to reference date, so that the clock decides nothing.
struct ReleaseDecider {
  let run: RegionRun
  let state: RunState

  /// Releases that lie at least so many months apart are separate series.
  static let months = 11

  /// The decision on one wijk.
  ///
  /// - Throws: `E531` (78) when the ledger cannot be read.
  func decide(_ protected: ReleasedTables, _ draft: DraftRelease) throws(PipelineError)
    -> ReleaseDecision
  {
    let new = protected.keeping(draft.rates)
    let ledger = try ledger(of: new.wijk)
    let conditions = conditions(of: new.wijk)
    guard let patients = new.patientRelease else {
      return decision(new, ledger, conditions, date: run.configuration.referenceDate)
    }
    let current = ledger.filter { $0.entry.series == ledger.last?.entry.series }
    let recent =
      state.startsSeries
      ? []
      : current.filter {
        run.configuration.referenceDate.isWithin(Self.months, monthsOf: $0.entry.referenceDate)
      }
    let comparison = compare(patients, with: recent.map(\.release))
    if let last = recent.last, !comparison.isPublishable {
      return decision(
        new.reprinting(last.release), ledger, last.entry.conditions,
        date: last.entry.referenceDate, isReprint: true)
    }
    let isKnown =
      comparison == .same && !state.startsSeries
      && recent.last?.entry.conditions == conditions
      && recent.last?.entry.referenceDate == run.configuration.referenceDate
    return decision(
      new, ledger, conditions, date: run.configuration.referenceDate,
      fresh: isKnown ? nil : FreshRelease(patients: patients, conditions: conditions))
  }

  /// A release of the ledger with its figures.
  struct Known {
    let entry: LedgerRelease
    let release: PatientRelease
  }

  private func ledger(of wijk: Wijk) throws(PipelineError) -> [Known] {
    guard let file = state.file else { return [] }
    do throws(HistoryError) {
      var known: [Known] = []
      for entry in try file.releases(of: wijk.slug) {
        guard let release = try? PatientRelease(storedText: entry.tables) else {
          throw HistoryError.damaged
        }
        known.append(Known(entry: entry, release: release))
      }
      return known
    } catch {
      throw PipelineError(error, output: state.output)
    }
  }

  /// Adds trend and history to what will stand.
  private func decision(
    _ released: ReleasedTables, _ ledger: [Known], _ conditions: ReleaseConditions,
    date: CalendarDate, isReprint: Bool = false, fresh: FreshRelease? = nil
  ) -> ReleaseDecision {
    var history = ChapterHistory()
    if isReprint { history.reprintedDate = date }
    history.isDeclaredSeries =
      (fresh != nil && state.startsSeries && !isReprint) || ledger.last?.entry.isDeclared ?? false
    var result = released
    // Earlier series were not shared, so nothing may be derived from them.
    let series =
      state.startsSeries ? [] : ledger.filter { $0.entry.series == ledger.last?.entry.series }
    if let current = released.patientRelease {
      let years = series.map {
        PublishedYear($0.release, $0.entry.referenceDate, $0.entry.conditions)
      }
      if let trend = Trend(
        current: PublishedYear(current, date, conditions), earlier: years, data: run.data)
      {
        result = released.adding(
          trend.shared(of: current.wijk), unrounded: trend.unrounded())
        history.previousDate = trend.previousDate
        history.changes = trend.breaks
        let before = series.last { $0.entry.referenceDate == trend.previousDate }?.release.wijk
        if let before { history.compare(before, current.wijk) }
      }
    }
    let findings =
      isReprint
      ? [Finding("W620", facts: ["wijk": released.wijk.name, "datum": date.description])] : []
    return ReleaseDecision(
      released: result, history: history, fresh: fresh, findings: findings)
  }

  /// What must be equal for figures of two years to be compared.
  private func conditions(of wijk: Wijk) -> ReleaseConditions {
    let settings = run.configuration.settings
    let rules = run.definitions.diseaseGroupsText()
    return [
      "definities": String(SHA256.hexDigest(Array(rules.utf8)).prefix(16)),
      "praktijken": wijk.practices.map(\.description).joined(separator: " "),
      "postcodes": wijk.postcodes.map(\.description).joined(separator: " "),
      "indeling": run.layouts(of: wijk).joined(separator: " "),
      "telregels": settings.usesBroadAnxietyAndMood ? "ruim" : "strikt",
    ]
  }
}

extension ChapterHistory {
  /// Notes which postcodes and practices came and went.
  fileprivate mutating func compare(_ before: Wijk, _ now: Wijk) {
    func change(_ before: [String], _ now: [String]) -> Change {
      Change(
        added: now.filter { !before.contains($0) }, removed: before.filter { !now.contains($0) })
    }
    postcodes = change(before.postcodes.map(\.description), now.postcodes.map(\.description))
    practices = change(before.practices.map(\.description), now.practices.map(\.description))
  }
}

extension CalendarDate {
  /// Whether fewer than so many whole months lie between this date and another, before or after it.
  func isWithin(_ months: Int, monthsOf other: CalendarDate) -> Bool {
    let (first, last) =
      self < other ? (components, other.components) : (other.components, components)
    let whole =
      (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day ? 1 : 0)
    return whole < months
  }
}
