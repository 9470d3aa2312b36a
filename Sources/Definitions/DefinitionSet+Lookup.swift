import WijkModel

extension DefinitionSet {
  /// The disease groups that the settings of a region ask for, in the order of the reports.
  ///
  /// With the broad list for anxiety and mood its group stands in the place of the strict one.
  public func diseaseGroups(for settings: RegionSettings) -> [DiseaseGroup] {
    guard settings.usesBroadAnxietyAndMood,
      let broad = alternativeGroups["angst_stemming=ruim"]
    else { return diseaseGroups }
    return diseaseGroups.map { $0.program != nil && $0.program == broad.program ? broad : $0 }
  }

  /// The disease group with an id or name, after header match; nil when there is none.
  public func group(named name: String) -> DiseaseGroup? {
    let wanted = HeaderName.normalized(name)
    return diseaseGroups.first {
      HeaderName.normalized($0.id) == wanted || HeaderName.normalized($0.name) == wanted
    }
  }

  /// The indicator with an id, name, published key or alias; nil when there is none.
  ///
  /// Compared without case, blanks, signs, accents, a path before `/` or `|`, `(%)` and the ordinal
  /// suffix of StatLine keys (`_4`).
  public func indicator(named name: String) -> Indicator? {
    for candidate in IndicatorName.candidates(name) {
      if let index = indicatorIndex[candidate] { return indicators[index] }
    }
    return nil
  }

  /// A limit of `grenzen.csv`; asking for an id that the file lacks is a programmer's mistake.
  public func limit(_ id: String) -> Double {
    guard let value = limits[id] else { preconditionFailure("no limit with id \(id)") }
    return value
  }

  /// A banding of `leeftijdsklassen.csv` (`nhg`, `cbs`, `vijfjaars`, `ggd`, `multimorbiditeit`);
  /// asking for another id is a programmer's mistake.
  public func banding(_ id: String) -> AgeBanding {
    guard let banding = ageBandings[id] else { preconditionFailure("no banding with id \(id)") }
    return banding
  }

  /// The layouts of a kind of input, the own layout first.
  public func layouts(of kind: String) -> [SourceLayout] { layouts.filter { $0.kind == kind } }

  /// The programme with a name or alias, after header match; nil when there is none.
  public func program(named name: String) -> CareProgram? {
    let wanted = HeaderName.normalized(name)
    return programRules.first { rule in
      ([rule.program.rawValue] + rule.aliases).contains { HeaderName.normalized($0) == wanted }
    }?.program
  }

  /// The target group with an id, name or alias, after header match; nil when there is none.
  public func targetGroup(named name: String) -> TargetGroup? {
    let wanted = HeaderName.normalized(name)
    return targetGroups.first { group in
      ([group.id, group.name] + group.aliases).contains { HeaderName.normalized($0) == wanted }
    }
  }

  /// Whether a column with this header holds persons and is never read (P401) in a kind of input.
  public func isPersonal(_ header: String, in kind: String) -> Bool {
    let name = HeaderName.normalized(header)
    return personalColumns.contains(name) && personalExceptions[name]?.contains(kind) != true
  }
}
