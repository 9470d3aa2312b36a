import Definitions
import WijkModel

/// Writes a ranking as tables: the top 3 (t209, t210) and all candidates (t211, t222).
struct RankingTables {
  let ranking: ProblemRanking

  /// The names of the columns (product.md, section 8).
  static let columns = [
    "populatie", "rang", "probleem", "thema", "score", "a_omvang", "b1_ernst", "b2_afwijking", "c",
    "aandeel", "referentie", "z", "basis", "jaar", "rang_laag", "rang_hoog", "zekerheid",
    "robuust_van_19", "personen",
  ]

  /// Adds the top 3 with ranks 1, 2, 3.
  func appendTop<Of: Population>(to table: inout DraftTable<Of>) {
    for (place, problem) in ranking.top.enumerated() {
      table.append(cells(problem, rank: place + 1, population: Of.kind))
    }
  }

  /// Adds all candidates by rank.
  func appendAll<Of: Population>(to table: inout DraftTable<Of>) {
    for problem in ranking.problems {
      table.append(cells(problem, rank: problem.rank, population: Of.kind))
    }
  }

  private func cells(
    _ problem: RankedProblem, rank: Int, population: PopulationKind
  ) -> [DraftCell] {
    let candidate = problem.candidate
    let people: DraftCell =
      population == .enrolledPatients
      ? candidate.people.map { .count(Int($0)) } ?? .absent : .optional(candidate.people)
    return [
      .text(population == .enrolledPatients ? "patienten" : "inwoners"), .count(rank),
      .text(candidate.id), .text(candidate.theme), .number(problem.score), .number(problem.size),
      .number(problem.severity), .number(problem.deviation), .number(problem.influence),
      .number(candidate.percentage), .optional(candidate.reference),
      .optional(candidate.z(at: candidate.percentage)), .text(candidate.basis.rawValue),
      .count(candidate.year), problem.interval.map { .count($0.best) } ?? .absent,
      problem.interval.map { .count($0.worst) } ?? .absent, .optional(problem.certainty),
      .count(problem.robustness), people,
    ]
  }

  // MARK: - Notes

  /// What is said beside the whole ranking: how candidates were compared and scored.
  func notes() -> [TableNote] {
    var notes: [TableNote] = []
    let candidates = ranking.problems.map(\.candidate)
    func add(_ code: String, _ part: [RankingCandidate]) {
      if !part.isEmpty {
        notes.append(TableNote(code, ["kandidaten": part.map(\.id).joined(separator: "|")]))
      }
    }
    add("toets", candidates.filter(\.isTest))
    add("alleen-omvang", candidates.filter { $0.z(at: $0.percentage) == nil })
    let unscored = candidates.filter { $0.severity == nil }
    if unscored.count == candidates.count && !candidates.isEmpty {
      notes.append(TableNote("ernst-niet-gescoord"))
    } else {
      add("ernst-deels-gescoord", unscored)
    }
    return notes
  }

  /// What is said beside the top 3 only: how firm it is, and the plain order by persons.
  func topNotes() -> [TableNote] {
    var notes: [TableNote] = []
    if ranking.isNotSharp { notes.append(TableNote("geen-scherp-onderscheid")) }
    if !ranking.mostCommon.isEmpty {
      var facts: [String: String] = [:]
      for (place, id) in ranking.mostCommon.prefix(3).enumerated() { facts["\(place + 1)"] = id }
      notes.append(TableNote("meest-voorkomend", facts))
    }
    return notes
  }
}

extension InhabitantCandidates {
  /// t209 and t211 of a wijk; empty when no candidate has a percentage.
  func tables(
    _ ranking: ProblemRanking, data: SourceData
  ) -> [DraftTable<Inhabitants>] {
    guard !candidates.isEmpty else { return [] }
    let writer = RankingTables(ranking: ranking)
    func empty(_ id: String) -> DraftTable<Inhabitants> {
      DraftTable(
        id: id, dimensions: Array(RankingTables.columns.prefix(3)),
        attributes: Array(RankingTables.columns.dropFirst(3)))
    }
    var top = empty("t209-top3-inwoners")
    writer.appendTop(to: &top)
    var all = empty("t211-ranglijst-inwoners")
    writer.appendAll(to: &all)
    top.notes = writer.notes() + ownNotes() + writer.topNotes()
    all.notes = writer.notes() + ownNotes()
    top.cite(origins, in: data)
    all.cite(origins, in: data)
    return [top, all]
  }

  private func ownNotes() -> [TableNote] {
    var notes: [TableNote] = []
    func add(_ code: String, _ ids: [String]) {
      if !ids.isEmpty {
        notes.append(TableNote(code, ["kandidaten": ids.joined(separator: "|")]))
      }
    }
    add("onvoldoende-dekking", insufficient)
    add("weggelaten", missing)
    for reference in references.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      notes.append(TableNote("referentie", ["naam": reference[0], "jaar": reference[1]]))
    }
    for comparison in comparisons.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      notes.append(
        TableNote("vergelijkingsgebieden", ["soort": comparison[0], "aantal": comparison[1]]))
    }
    if isPeoplePartial { notes.append(TableNote("minstens", ["kolom": "personen"])) }
    notes.append(TableNote("volwassenen"))
    return notes
  }
}
