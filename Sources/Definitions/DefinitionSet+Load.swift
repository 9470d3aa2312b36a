import WijkModel

extension DefinitionSet {
  /// Reads and checks the definitions of a folder, with rows of further files added to them.
  ///
  /// An additional file adds its rows to the shipped file with the same name, otherwise to the one
  /// with the same header. All mistakes of all files come in one error. The hash is that of the
  /// names and bytes of all files, the shipped ones in a fixed order, then the others by name.
  public static func load(
    from folder: String, additional: [String] = []
  ) throws(DefinitionError) -> DefinitionSet {
    var problems = DefinitionProblems()
    let tables = DefinitionTables(folder: folder, additional: additional, &problems)
    let set = DefinitionSet(tables, &problems)
    guard problems.list.isEmpty else {
      throw DefinitionError(problems: problems.sorted, isSystemLimit: problems.isSystemLimit)
    }
    return set
  }

  /// Reads only what reading files of some kinds needs: their layouts, limits and the names of columns
  /// of persons.
  ///
  /// For programs that count by rules of their own; there are no groups, indicators and messages.
  public static func loadLayouts(
    of kinds: Set<String>, from folder: String
  ) throws(DefinitionError) -> DefinitionSet {
    var problems = DefinitionProblems()
    let tables = DefinitionTables(
      folder: folder, files: [.layoutColumns, .layoutFiles, .limits, .personalColumns],
      kinds: kinds, &problems)
    func rows(_ file: DefinitionFile) -> [DefinitionRow] { tables.rows[file] ?? [] }
    let layouts = SourceLayout.read(
      rows(.layoutFiles), columns: rows(.layoutColumns), indicators: [], &problems)
    let limits = Limits.read(rows(.limits), &problems)
    let personal = PersonalColumns.read(rows(.personalColumns), &problems)
    guard problems.list.isEmpty else { throw DefinitionError(problems: problems.sorted) }
    return DefinitionSet(
      diseaseGroups: [], alternativeGroups: [:], programRules: [], indicators: [],
      ageBandings: [:], layouts: layouts, messages: MessageCatalog([]), limits: limits.values,
      targetGroups: [], costKinds: [], personalColumns: personal.names,
      personalExceptions: personal.exceptions,
      ranking: RankingRules(knots: [], weights: [], values: [:]), methods: [],
      hash: tables.hash, indicatorIndex: [:], limitSources: limits.sources)
  }

  private init(_ tables: DefinitionTables, _ problems: inout DefinitionProblems) {
    func rows(_ file: DefinitionFile) -> [DefinitionRow] { tables.rows[file] ?? [] }
    let indicators = Indicator.read(rows(.indicators), &problems)
    let groups = DiseaseGroup.read(rows(.diseaseGroups), codes: rows(.diseaseCodes), &problems)
    let layouts = SourceLayout.read(
      rows(.layoutFiles), columns: rows(.layoutColumns), indicators: indicators.list, &problems)
    let limits = Limits.read(rows(.limits), &problems)
    let personal = PersonalColumns.read(rows(.personalColumns), &problems)
    self.init(
      diseaseGroups: groups.regular, alternativeGroups: groups.alternatives,
      programRules: ProgramRule.read(rows(.programRules), &problems),
      indicators: indicators.list,
      ageBandings: AgeBandings.read(rows(.ageBandings), &problems),
      layouts: layouts,
      messages: MessageCatalog(Message.read(rows(.messages), &problems)),
      limits: limits.values,
      targetGroups: TargetGroup.read(rows(.targetGroups), &problems),
      costKinds: CostKind.read(rows(.costKinds), layouts: layouts, &problems),
      personalColumns: personal.names, personalExceptions: personal.exceptions,
      ranking: RankingRules.read(rows(.rankingValues), &problems),
      methods: Method.read(rows(.methods), &problems), hash: tables.hash,
      indicatorIndex: indicators.index, limitSources: limits.sources)
  }
}
