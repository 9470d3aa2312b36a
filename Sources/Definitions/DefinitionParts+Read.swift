import WijkModel

extension AgeBand {
  /// Reads `5-14` or `75+`; nil for anything else.
  init?(definition text: String) {
    if text.hasSuffix("+"), let lower = Int(text.dropLast()), lower >= 0 {
      self.init(lower, nil)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let lower = parts.first ?? nil, let upper = parts.last ?? nil, parts.count <= 2,
      lower >= 0, upper >= lower
    else { return nil }
    self.init(lower, upper)
  }
}

/// Age bandings.
enum AgeBandings {
  /// The bandings by id; bands must follow each other without a gap.
  static func read(
    _ rows: [DefinitionRow], _ problems: inout DefinitionProblems
  ) -> [String: AgeBanding] {
    var bands: [String: [AgeBand]] = [:]
    for row in rows {
      let id = row.required("id", &problems)
      guard let band = AgeBand(definition: row["klasse"]) else {
        problems.add(row, "\"\(row["klasse"])\" is geen leeftijdsklasse")
        continue
      }
      if let last = bands[id]?.last {
        if last.upper.map({ $0 + 1 }) != band.lower {
          problems.add(
            row, "klasse \(row["klasse"]) sluit niet aan op \(last.label) in indeling \(id)")
        }
      }
      bands[id, default: []].append(band)
    }
    for id in required where bands[id] == nil {
      problems.add(DefinitionFile.ageBandings.rawValue, nil, "indeling \(id) ontbreekt")
    }
    return Dictionary(uniqueKeysWithValues: bands.map { ($0, AgeBanding(id: $0, bands: $1)) })
  }

  private static let required = ["nhg", "cbs", "vijfjaars", "ggd", "multimorbiditeit"]
}

/// Limits.
enum Limits {
  /// The limits and their sources by id.
  static func read(
    _ rows: [DefinitionRow], _ problems: inout DefinitionProblems
  ) -> (values: [String: Double], sources: [String: String]) {
    var values: [String: Double] = [:]
    var sources: [String: String] = [:]
    for row in rows {
      let id = row.required("id", &problems)
      if values[id] != nil { problems.add(row, "grens \(id) staat er twee keer") }
      values[id] = row.number("waarde", &problems)
      sources[id] = row["bron"]
    }
    return (values, sources)
  }
}

/// Names of columns that are never read.
enum PersonalColumns {
  /// The names after header match, and the kinds in which each is allowed.
  static func read(
    _ rows: [DefinitionRow], _ problems: inout DefinitionProblems
  ) -> (names: Set<String>, exceptions: [String: Set<String>]) {
    var names: Set<String> = []
    var exceptions: [String: Set<String>] = [:]
    for row in rows {
      let name = HeaderName.normalized(row.required("kolom", &problems))
      if !names.insert(name).inserted { problems.add(row, "kolom \"\(name)\" staat er twee keer") }
      if !row.list("behalve_bij").isEmpty { exceptions[name] = Set(row.list("behalve_bij")) }
    }
    return (names, exceptions)
  }
}

extension Message {
  /// The messages of the catalogue.
  static func read(_ rows: [DefinitionRow], _ problems: inout DefinitionProblems) -> [Message] {
    var codes: Set<String> = []
    return rows.compactMap { row in
      let code = row.required("code", &problems)
      if !codes.insert(code).inserted { problems.add(row, "code \(code) staat er twee keer") }
      if !isCode(code) { problems.add(row, "\"\(code)\" is geen code zoals E311") }
      for column in ["melding", "advies"] where MessageTemplate.slots(row[column]) == nil {
        problems.add(row, "haakjes in kolom \(column) kloppen niet")
      }
      guard let severity = row.word("ernst", as: Severity.self, &problems) else { return nil }
      return Message(
        code: FindingCode(rawValue: code), severity: severity,
        title: row.required("titel", &problems), text: row.required("melding", &problems),
        advice: row["advies"], source: row["bron"])
    }
  }

  private static func isCode(_ text: String) -> Bool {
    guard let first = text.first, "EWP".contains(first) else { return false }
    return text.count == 4 && text.dropFirst().allSatisfy { ("0"..."9").contains($0) }
  }
}

extension TargetGroup {
  /// The target groups in the order of their rows.
  static func read(
    _ rows: [DefinitionRow], _ problems: inout DefinitionProblems
  ) -> [TargetGroup] {
    var names: Set<String> = []
    return rows.map { row in
      let group = TargetGroup(
        id: row.required("id", &problems), name: row.required("naam", &problems),
        aliases: row.list("alias"))
      let own = Set(([group.id, group.name] + group.aliases).map(HeaderName.normalized))
      for name in own.sorted() where !names.insert(name).inserted {
        problems.add(row, "de naam \"\(name)\" hoort ook bij een andere doelgroep")
      }
      return group
    }
  }
}

extension CostKind {
  /// The kinds of costs in the order of their rows.
  static func read(
    _ rows: [DefinitionRow], layouts: [SourceLayout], _ problems: inout DefinitionProblems
  ) -> [CostKind] {
    let known = Set(layouts.filter { $0.kind == "zorgkosten" }.flatMap(\.columns).map(\.name))
    var used: Set<String> = []
    return rows.map { row in
      let kind = CostKind(name: row.required("naam", &problems), columns: row.list("kolommen"))
      if kind.columns.isEmpty { problems.add(row, "kolommen is leeg") }
      for column in kind.columns {
        if !known.contains(column) {
          problems.add(row, "kolom \(column) staat niet in indelingen.csv")
        }
        if !used.insert(column).inserted { problems.add(row, "kolom \(column) telt twee keer mee") }
      }
      return kind
    }
  }
}

extension RankingRules {
  /// The rules; every single number must be there.
  static func read(
    _ rows: [DefinitionRow], _ problems: inout DefinitionProblems
  ) -> RankingRules {
    var knots: [Knot] = []
    var weights: [Weights] = []
    var values: [Value: Double] = [:]
    for row in rows {
      func number(_ index: Int) -> Double { row.number("waarde\(index)", &problems) }
      switch row["soort"] {
      case "knoop":
        let knot = Knot(share: number(1), points: number(2))
        if let last = knots.last, knot.share <= last.share || knot.points < last.points {
          problems.add(row, "knopen lopen op in aandeel en punten")
        }
        if knot.share <= 0 { problems.add(row, "het aandeel van een knoop is groter dan 0") }
        knots.append(knot)
      case "gewicht":
        weights.append(Weights(size: number(1), severity: number(2), deviation: number(3)))
      case "waarde":
        guard let name = row.word("naam", as: Value.self, &problems) else { continue }
        if values[name] != nil { problems.add(row, "\(name.rawValue) staat er twee keer") }
        values[name] = number(1)
      default: problems.add(row, "soort \"\(row["soort"])\" bestaat niet (knoop, gewicht, waarde)")
      }
    }
    let file = DefinitionFile.rankingValues.rawValue
    for value in Value.allCases where values[value] == nil {
      problems.add(file, nil, "\(value.rawValue) ontbreekt")
    }
    if knots.count < 2 { problems.add(file, nil, "er zijn minstens twee knopen nodig") }
    if weights.isEmpty { problems.add(file, nil, "er zijn geen gewichten") }
    return RankingRules(knots: knots, weights: weights, values: values)
  }
}
