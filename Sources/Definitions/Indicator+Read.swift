extension Indicator {
  /// The indicators in the order of their rows, with an index of their names.
  static func read(
    _ rows: [DefinitionRow], _ problems: inout DefinitionProblems
  ) -> (list: [Indicator], index: [String: Int]) {
    var list: [Indicator] = []
    var index: [String: Int] = [:]
    var ranks: Set<Int> = []
    for row in rows {
      guard let indicator = Indicator(row, &problems) else { continue }
      if let rank = indicator.rankOrder, !ranks.insert(rank).inserted {
        problems.add(row, "plaats \(rank) in de ranglijst staat er twee keer")
      }
      for name in Set(([indicator.id, indicator.name] + indicator.aliases).map(IndicatorName.key))
        .sorted()
      {
        if let other = index[name] {
          problems.add(
            row,
            "de naam \"\(name)\" hoort ook bij \(list.indices.contains(other) ? list[other].id : "")"
          )
        }
        index[name] = list.count
      }
      list.append(indicator)
    }
    let ids = Set(list.map(\.id))
    for row in rows where !row["noemer"].isEmpty && !ids.contains(row["noemer"]) {
      problems.add(row, "noemer \(row["noemer"]) is geen id van een indicator")
    }
    if list.isEmpty {
      problems.add(DefinitionFile.indicators.rawValue, nil, "er staat geen indicator in")
    }
    return (list, index)
  }

  private init?(_ row: DefinitionRow, _ problems: inout DefinitionProblems) {
    guard let kind = row.word("soort", as: Kind.self, &problems) else { return nil }
    let rank = row.integer("ranglijst", &problems)
    if rank != nil {
      for column in ["thema", "probleem", "hoog_is_gunstig"] where row[column].isEmpty {
        problems.add(row, "een indicator van de ranglijst heeft een \(column) nodig")
      }
    }
    self.init(
      id: row.required("id", &problems), name: row.required("naam", &problems), kind: kind,
      aliases: row.list("alias"), unit: row.required("eenheid", &problems),
      isHighFavorable: row["hoog_is_gunstig"].isEmpty
        ? nil : row.flag("hoog_is_gunstig", &problems),
      rankOrder: rank, theme: row["thema"], problemName: row["probleem"],
      dimension: row["dimensie"], classification: row["classificatie"], denominator: row["noemer"],
      source: row["bron"])
  }
}
