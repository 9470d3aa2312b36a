import WijkModel

extension ReleaseStructure {
  /// The structure of a release, read off its tables.
  ///
  /// What `tools/audit` calls `audit.json`: every table is named; tables without a count of patients
  /// are skipped; counts of one measure are linked by their codes. The structure of the true tables
  /// (`isTruth`) does not say that counts are rounded.
  static func of(
    _ tables: [ReleasableTable], draft: DraftRelease, rules: TableProtection, release: String,
    isTruth: Bool
  ) -> ReleaseStructure {
    let wijk = draft.wijk
    let counted = tables.filter(\.hasPatientCounts)
    let groups = GroupCodes(counted)
    var members: [Member] = [
      Member("release", .text(release)), Member("threshold", .number(rules.threshold)),
      Member("min_width", .number(3)),
      Member("suppressed", .object([Member("•", .list([.number(0), .null]))])),
      Member("missing", .texts(["", "onbekend"])), Member("rest", .flag(false)),
      Member("dutch_thousands", .flag(false)),
    ]
    if rules.roundsToFive && !isTruth {
      members += [Member("round", .number(5)), Member("round_mode", .text("nearest"))]
    }
    members += [
      Member(
        "hierarchies", hierarchies(of: counted, wijk: wijk, merged: draft.mergedPostcodes)),
      Member("nonadditive", .texts(["groep", "probleem"])),
      Member("unions", .object(groups.unions)),
      Member("subset", .list(subsets(of: counted))),
      Member("equal", .list(equalities(of: counted, draft: draft, groups: groups))),
      Member(
        "tables",
        .object(
          tables.map { table in
            Member(
              table.fileName, table.structure(wijk: wijk, withRatios: !rules.roundsToFive))
          })),
    ]
    return ReleaseStructure(members: members)
  }

  /// Parents with their children, per dimension.
  private static func hierarchies(
    of tables: [ReleasableTable], wijk: Wijk, merged: [Postcode4]
  ) -> Value {
    var areas: [Member] = []
    let mergedSet = Set(merged)
    let kept = wijk.postcodes.filter { !mergedSet.contains($0) }.map(\.description)
    areas.append(Member(wijk.slug, .texts(kept + (merged.isEmpty ? [] : [AreaCode.merged]))))
    if !merged.isEmpty {
      areas.append(Member(AreaCode.merged, .texts(merged.sorted().map(\.description))))
    }
    for part in tables.first(where: { $0.id.hasPrefix("t202") })?.outsideParts ?? [] {
      areas.append(Member(part.parent, .texts(part.children)))
    }
    var dimensions = [Member("gebied", .object(areas))]
    let ages = AgeHierarchy.members(of: tables.flatMap { $0.codes("leeftijd") })
    if !ages.isEmpty { dimensions.append(Member("leeftijd", .object(ages))) }
    if let waterfall = tables.first(where: { $0.id.hasPrefix("t213") }) {
      let steps = waterfall.codes("stap").filter { $0 != "gelezen" }
      dimensions.append(Member("stap", .object([Member("gelezen", .texts(steps))])))
    }
    return .object(dimensions)
  }

  /// Measures that count some of the patients.
  private static func subsets(of tables: [ReleasableTable]) -> [Value] {
    var measures: [String] = []
    for measure in tables.flatMap(\.measures)
    where measure != "patienten" && measure != "waterval" && !measures.contains(measure) {
      measures.append(measure)
    }
    return measures.map { .texts([$0, "patienten"]) }
  }

  /// Cells of different measures that are the same number.
  private static func equalities(
    of tables: [ReleasableTable], draft: DraftRelease, groups: GroupCodes
  ) -> [Value] {
    func cell(_ measure: String, _ codes: [Member]) -> Value {
      .object([Member("measure", .text(measure)), Member("codes", .object(codes))])
    }
    let ranked = Set(tables.filter(\.isRanking).flatMap { $0.codes("probleem") })
    var equal: [Value] = []
    if tables.contains(where: { $0.id.hasPrefix("t213") }) {
      equal.append(
        .list([cell("waterval", [Member("stap", .text("geteld"))]), cell("patienten", [])]))
    }
    if let table = tables.first(where: { $0.id.hasPrefix("t217") }), groups.hasChronic {
      let union = Member("groep", .text(GroupCodes.chronic))
      for code in table.codes("gebied") {
        let area = Member("gebied", .text(code))
        equal.append(
          .list([cell("multimorbiditeit", [area]), cell("patienten", [area, union])]))
      }
    }
    let area = Member("gebied", .text(draft.wijk.slug))
    for group in draft.groups where groups.contains(group.name) && ranked.contains(group.id) {
      equal.append(
        .list([
          cell(ReleasableTable.rankingMeasure, [area, Member("probleem", .text(group.id))]),
          cell("patienten", [area, Member("groep", .text(group.name))]),
        ]))
    }
    return equal
  }
}

/// Codes of areas that no source gives.
enum AreaCode {
  /// Merged small postcodes.
  static let merged = "overige postcodes"
  /// Outside the wijk or unknown.
  static let outside = "buiten-of-onbekend"
  /// Outside the wijk, in t202 only.
  static let elsewhere = "buiten"
  /// The label of totals.
  static let total = "Totaal"
}

/// The codes of `groep` that hold other groups.
struct GroupCodes {
  static let programs = "Minstens één programma"
  static let chronic = "Minstens één chronische aandoening"

  private let codes: Set<String>

  init(_ tables: [ReleasableTable]) {
    codes = Set(tables.filter { $0.id.hasPrefix("t215") }.flatMap { $0.codes("groep") })
  }

  /// Whether a group is printed.
  func contains(_ group: String) -> Bool { codes.contains(group) }

  /// Whether the chronic patients together are printed.
  var hasChronic: Bool { codes.contains(Self.chronic) }

  /// The union of the five programmes, when all of them are printed.
  ///
  /// `Minstens één chronische aandoening` stays a plain code: not every group that counts for it
  /// is printed.
  var unions: [ReleaseStructure.Member] {
    let programs = CareProgram.allCases.map(\.rawValue)
    guard codes.contains(Self.programs), programs.allSatisfy(codes.contains) else { return [] }
    let union = ReleaseStructure.Member(Self.programs, .texts(programs))
    return [ReleaseStructure.Member("groep", .object([union]))]
  }
}

extension ReleaseStructure.Value {
  /// A list of texts.
  static func texts(_ texts: [String]) -> Self { .list(texts.map { .text($0) }) }
}
