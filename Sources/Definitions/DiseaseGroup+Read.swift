import WijkModel

extension DiseaseGroup {
  /// The groups in the order of their rows, and those that a setting brings in.
  static func read(
    _ rows: [DefinitionRow], codes: [DefinitionRow], _ problems: inout DefinitionProblems
  ) -> (regular: [DiseaseGroup], alternatives: [String: DiseaseGroup]) {
    let rules = codeRules(codes, groups: Set(rows.map { $0["id"] }), &problems)
    var regular: [DiseaseGroup] = []
    var alternatives: [String: DiseaseGroup] = [:]
    var ids: Set<String> = []
    for row in rows {
      let group = DiseaseGroup(row, rules[row["id"]] ?? [], &problems)
      if !ids.insert(group.id).inserted {
        problems.add(row, "groep \(group.id) staat er twee keer")
        continue
      }
      let setting = row["instelling"]
      if setting.isEmpty {
        regular.append(group)
      } else if setting == "angst_stemming=ruim", group.program == .anxietyAndMood {
        alternatives[setting] = group
      } else {
        problems.add(row, "instelling \"\(setting)\" hoort niet bij deze groep")
      }
    }
    check(regular, rows, &problems)
    return (regular, alternatives)
  }

  private init(_ row: DefinitionRow, _ rules: [CodeRule], _ problems: inout DefinitionProblems) {
    let id = row.required("id", &problems)
    if rules.allSatisfy(\.isExcluded) {
      problems.add(row, "groep \(id) heeft geen codes in icpc.csv")
    }
    let program =
      row["programma"].isEmpty ? nil : row.word("programma", as: CareProgram.self, &problems)
    if let program, program.rawValue != row["naam"] {
      problems.add(row, "de groep van een programma heet zoals het programma: \(program.rawValue)")
    }
    self.init(
      id: id, name: row.required("naam", &problems), program: program, codes: rules,
      episodes: row.word("episoderegel", as: EpisodeRule.self, &problems) ?? .chronic,
      countsAsChronic: row.flag("chronisch_telling", &problems),
      condition: row["telt_als"].isEmpty ? nil : row["telt_als"], theme: row["thema"],
      isShown: row.flag("tonen", &problems), source: row["bron"])
  }

  private static func codeRules(
    _ rows: [DefinitionRow], groups: Set<String>, _ problems: inout DefinitionProblems
  ) -> [String: [CodeRule]] {
    var rules: [String: [CodeRule]] = [:]
    var seen: Set<String> = []
    for row in rows {
      let group = row.required("groep", &problems)
      if !groups.contains(group) {
        problems.add(row, "groep \(group) staat niet in ziektegroepen.csv")
      }
      guard let code = ICPCCode(row["icpc"]) else {
        problems.add(row, "\"\(row["icpc"])\" is geen ICPC-code")
        continue
      }
      if !seen.insert(group + " " + code.description).inserted {
        problems.add(row, "code \(code) staat twee keer bij groep \(group)")
      }
      let way = row.word("wijze", as: MatchWord.self, &problems) ?? .exact
      rules[group, default: []].append(
        CodeRule(
          code: code, match: way.match, isExcluded: way == .excluded || way == .excludedRubric))
    }
    return rules
  }

  private enum MatchWord: String, CaseIterable {
    case exact
    case rubric = "rubriek"
    case excluded = "uitgesloten"
    case excludedRubric = "uitgesloten rubriek"

    var match: CodeRule.Match { self == .rubric || self == .excludedRubric ? .rubric : .exact }
  }

  /// Each programme has one group, the programmes come first, and names differ.
  private static func check(
    _ groups: [DiseaseGroup], _ rows: [DefinitionRow], _ problems: inout DefinitionProblems
  ) {
    guard let file = rows.first?.file else {
      problems.add(DefinitionFile.diseaseGroups.rawValue, nil, "er staat geen groep in")
      return
    }
    if groups.count > maximum {
      problems.add(
        file, nil, "er zijn \(groups.count) groepen; er kunnen er hoogstens \(maximum) zijn")
    }
    for program in CareProgram.allCases {
      let count = groups.count { $0.program == program }
      if count != 1 {
        problems.add(
          file, nil, "programma \(program.rawValue) heeft \(count) groepen in plaats van 1")
      }
    }
    if groups.prefix(CareProgram.allCases.count).contains(where: { $0.program == nil }) {
      problems.add(file, nil, "de groepen van de programma's moeten vooraan staan")
    }
    var names: Set<String> = []
    for group in groups where !names.insert(HeaderName.normalized(group.name)).inserted {
      problems.add(file, nil, "de naam \"\(group.name)\" staat er twee keer")
    }
  }
}

extension ProgramRule {
  /// The rules, one per programme.
  static func read(
    _ rows: [DefinitionRow], _ problems: inout DefinitionProblems
  ) -> [ProgramRule] {
    var rules: [ProgramRule] = []
    var names: [String: CareProgram] = [:]
    for row in rows {
      guard let program = row.word("programma", as: CareProgram.self, &problems) else { continue }
      if rules.contains(where: { $0.program == program }) {
        problems.add(row, "programma \(program.rawValue) staat er twee keer")
      }
      for name in [program.rawValue] + row.list("alias") {
        let other = names.updateValue(program, forKey: HeaderName.normalized(name))
        if other != nil { problems.add(row, "de naam \"\(name)\" staat er twee keer") }
      }
      let before = row.list("gaat_na").compactMap { name -> CareProgram? in
        if CareProgram(rawValue: name) == nil {
          problems.add(row, "programma \"\(name)\" bestaat niet")
        }
        return CareProgram(rawValue: name)
      }
      rules.append(
        ProgramRule(
          program: program, minimumAge: row.integer("leeftijd_vanaf", &problems),
          maximumAge: row.integer("leeftijd_tot_en_met", &problems), yieldsTo: before,
          aliases: row.list("alias"), source: row["bron"]))
    }
    for program in CareProgram.allCases where !rules.contains(where: { $0.program == program }) {
      problems.add(
        DefinitionFile.programRules.rawValue, nil, "programma \(program.rawValue) ontbreekt")
    }
    return rules
  }
}
