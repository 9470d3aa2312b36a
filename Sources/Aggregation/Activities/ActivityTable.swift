import Definitions
import WijkModel

/// t212: the activities that run at the reference date, per problem of the top 3 and then the others.
///
/// An activity belongs to a problem when it names the problem, another one of the same theme, or the
/// theme. Overlap: an own activity and one of another organization share a theme or a target group, or
/// an earlier plan named the activity already.
struct ActivityTable {
  let activities: [Activity]
  let plan: RegionPlan
  let definitions: DefinitionSet
  let wijk: Wijk

  /// An activity with what it is about, in comparable words.
  private struct Running {
    let activity: Activity
    let themes: Set<String>
    let groups: Set<String>
    let groupNames: [String]

    var isOwn: Bool { activity.performer == "wsv" }
  }

  /// The table; without chosen problems and without a top 3 all activities are "others".
  ///
  /// The note `problemen` holds the ids of the problems that lead the table: those that the
  /// collaboration chose, otherwise the top 3.
  ///
  /// - Parameter ranked: Ids of the problems of the top 3, by rank.
  /// - Returns: A table, possibly without rows.
  func table(top ranked: [String]) -> DraftTable<NoPopulation> {
    let chosen = wijk.chosenProblems.map { definitions.indicator(named: $0)?.id ?? $0 }
    let top = chosen.isEmpty ? ranked : chosen
    var table = DraftTable<NoPopulation>(
      id: "t212-activiteiten", dimensions: ["probleem", "activiteit", "organisatie"],
      attributes: [
        "uitvoerder", "doelgroep", "start", "eind", "bereik", "overlap", "geen_activiteit",
      ])
    if !top.isEmpty {
      table.notes.append(TableNote("problemen", ["kandidaten": top.joined(separator: "|")]))
    }
    let running = running()
    let overlaps = Set(running.indices.filter { hasOverlap($0, running) })
    var used: Set<Int> = []
    for problem in top {
      let themes = self.themes(of: problem)
      let own = running.indices.filter { !running[$0].themes.isDisjoint(with: themes) }
      for index in own {
        table.append(
          cells(problem, running[index], isOverlapping: overlaps.contains(index)))
      }
      if own.isEmpty { table.append(Self.none(problem)) }
      used.formUnion(own)
    }
    for index in running.indices where !used.contains(index) {
      let problems = running[index].activity.problems.joined(separator: ", ")
      table.append(cells(problems, running[index], isOverlapping: overlaps.contains(index)))
    }
    return table
  }

  // MARK: - Which run, and what about

  /// The activities of the wijk that began by the reference date and did not end before it.
  private func running() -> [Running] {
    activities.filter { activity in
      (activity.start.map { $0 <= plan.referenceDate } ?? true)
        && (activity.end.map { $0 >= plan.referenceDate } ?? true)
        && (activity.postcodes.isEmpty
          || activity.postcodes.contains(where: wijk.postcodes.contains))
    }
    .map { activity in
      let groups = activity.targetGroups.map { definitions.targetGroup(named: $0) }
      let names = zip(activity.targetGroups, groups).map { text, group in group?.name ?? text }
      return Running(
        activity: activity,
        themes: activity.problems.reduce(into: []) { $0.formUnion(themes(of: $1)) },
        groups: Set(names.map(HeaderName.normalized)), groupNames: names)
    }
    .sorted { Self.key($0.activity).lexicographicallyPrecedes(Self.key($1.activity)) }
  }

  /// A total order, so that the order of the file decides nothing.
  private static func key(_ activity: Activity) -> [String] {
    [
      activity.name, activity.organization, activity.performer, date(activity.start),
      date(activity.end), activity.targetGroups.joined(separator: "|"),
      activity.problems.joined(separator: "|"), activity.reach.map { String($0) } ?? "",
      activity.planYears.map { String($0) }.joined(separator: "|"),
    ]
  }

  /// The themes that a text names: a problem has one theme; a disease group that of its definition;
  /// anything else is a theme or a word of its own.
  private func themes(of problem: String) -> Set<String> {
    var result: Set<String> = [HeaderName.normalized(problem)]
    if let indicator = definitions.indicator(named: problem) ?? named(problem) {
      result.insert(HeaderName.normalized(indicator.id))
      if !indicator.theme.isEmpty { result.insert(HeaderName.normalized(indicator.theme)) }
    } else if let group = definitions.group(named: problem) {
      result.insert(HeaderName.normalized(group.id))
      if !group.theme.isEmpty { result.insert(HeaderName.normalized(group.theme)) }
    }
    return result
  }

  /// The indicator whose problem has this name (`te weinig bewegen`).
  private func named(_ problem: String) -> Indicator? {
    let name = HeaderName.normalized(problem)
    return definitions.indicators.first {
      !$0.problemName.isEmpty && HeaderName.normalized($0.problemName) == name
    }
  }

  private func hasOverlap(_ index: Int, _ all: [Running]) -> Bool {
    let one = all[index]
    let year = plan.referenceDate.components.year
    if one.activity.planYears.contains(where: { $0 <= year }) { return true }
    return all.indices.contains { other in
      other != index && all[other].isOwn != one.isOwn
        && (!all[other].themes.isDisjoint(with: one.themes)
          || !all[other].groups.isDisjoint(with: one.groups))
    }
  }

  // MARK: - Rows

  private func cells(
    _ problem: String, _ running: Running, isOverlapping: Bool
  ) -> [DraftCell] {
    let activity = running.activity
    let threshold = max(Int(definitions.limit("drempel_minimum")), plan.settings.threshold)
    // A reach is a number of persons; below the threshold it is left out.
    let reach: DraftCell = activity.reach.map { $0 >= threshold ? .count($0) : .absent } ?? .absent
    return [
      .optional(problem), .text(activity.name), .text(activity.organization),
      .text(activity.performer), .optional(running.groupNames.joined(separator: ", ")),
      .optional(Self.date(activity.start)), .optional(Self.date(activity.end)), reach,
      .text(isOverlapping ? "ja" : "nee"), .text("nee"),
    ]
  }

  private static func none(_ problem: String) -> [DraftCell] {
    [.text(problem)] + Array(repeating: .absent, count: 8) + [.text("ja")]
  }

  private static func date(_ date: CalendarDate?) -> String { date.map(\.description) ?? "" }
}
