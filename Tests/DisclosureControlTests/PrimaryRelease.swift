import WijkModel

@testable import DisclosureControl

/// A release in which only small counts and what is computed from them are hidden.
///
/// Tests of single tables need no search for cells that protect others.
func primaryRelease(_ draft: DraftRelease, _ settings: RegionSettings) -> ReleasedTables {
  ReleaseProtection(
    draft: draft,
    rules: TableProtection(
      threshold: max(5, settings.threshold), roundsToFive: settings.roundsToFive),
    name: "2026-07-01"
  ).released(hiding: nil)
}
