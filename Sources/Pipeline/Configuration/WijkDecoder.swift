import WijkModel

/// Reads `wijken`.
struct WijkDecoder {
  let folder: String

  func wijken(_ node: CheckedNode) throws(PipelineError) -> [ConfiguredWijk] {
    var wijken: [ConfiguredWijk] = []
    for item in node.list() { wijken.append(try wijk(item)) }
    guard !wijken.isEmpty else { throw node.wrong(expected: "minstens één wijk") }
    try checkUnique(wijken, node)
    return wijken
  }

  private func wijk(_ node: CheckedNode) throws(PipelineError) -> ConfiguredWijk {
    let keys = try node.members(ConfigurationKey.wijkKeys)
    guard let nameNode = keys["naam"], let postcodeNode = keys["postcodes"] else {
      throw node.wrong(expected: "een naam en postcodes")
    }
    let name = try nameNode.text()
    let slug = Slug.make(from: name)
    guard !slug.isEmpty else { throw nameNode.wrong(expected: "een naam met letters") }
    let choices = try choices(keys["keuzes"])
    var result = ConfiguredWijk(
      wijk: Wijk(
        name: name, slug: slug, postcodes: try postcodes(postcodeNode),
        practices: try practices(keys["praktijken"]), buurten: try buurten(keys["buurten"]),
        chosenProblems: choices.problems),
      line: node.line)
    result.choiceNote = choices.note
    result.kindOfWijk = try keys["wijktype"]?.text()
    result.borders = try keys["grenzen"]?.text()
    result.motivation = try keys["motivering"]?.text()
    result.officerTextFile = try keys["duiding"].map { node throws(PipelineError) in
      FileAccess.join(folder, try node.text())
    }
    result.leftOut = try keys["weglaten"]?.textList() ?? []
    if let node = keys["doelgroepen"] { result.targetGroups = try targetGroups(node) }
    return result
  }

  private func postcodes(_ node: CheckedNode) throws(PipelineError) -> [Postcode4] {
    var postcodes: [Postcode4] = []
    for item in node.list() {
      guard let number = Int(try item.text()), let postcode = Postcode4(number) else {
        throw item.wrong(expected: "een postcode van vier cijfers")
      }
      if postcodes.contains(postcode) { throw item.wrong(expected: "elke postcode één keer") }
      postcodes.append(postcode)
    }
    guard !postcodes.isEmpty else { throw node.wrong(expected: "minstens één postcode") }
    return postcodes
  }

  private func practices(_ node: CheckedNode?) throws(PipelineError) -> [AGBCode] {
    guard let node else { return [] }
    var practices: [AGBCode] = []
    for item in node.list() {
      guard let practice = AGBCode(text: try item.text()) else {
        throw item.wrong(expected: "een AGB-code van acht cijfers tussen aanhalingstekens")
      }
      if practices.contains(practice) { throw item.wrong(expected: "elke praktijk één keer") }
      practices.append(practice)
    }
    return practices
  }

  private func buurten(_ node: CheckedNode?) throws(PipelineError) -> [String] {
    guard let node else { return [] }
    var buurten: [String] = []
    for item in node.list() {
      let code = try item.text()
      guard code.hasPrefix("BU"), code.utf8.count == 10,
        code.utf8.dropFirst(2).allSatisfy({ (48...57).contains($0) })
      else { throw item.wrong(expected: "een CBS-buurtcode zoals BU04840101") }
      buurten.append(code)
    }
    return buurten
  }

  private func targetGroups(
    _ node: CheckedNode
  ) throws(PipelineError) -> [ConfiguredWijk.NamedGroup] {
    guard
      case .mappingList(let keys)? = ConfigurationKey.wijkKeys.first(where: {
        $0.name == "doelgroepen"
      })?.shape
    else { return [] }
    var groups: [ConfiguredWijk.NamedGroup] = []
    for item in node.list() {
      let members = try item.members(keys)
      groups.append(
        ConfiguredWijk.NamedGroup(
          name: try members["naam"]?.text() ?? "", note: try members["toelichting"]?.text() ?? "",
          source: try members["bron"]?.text() ?? ""))
    }
    return groups
  }

  private func choices(
    _ node: CheckedNode?
  ) throws(PipelineError) -> (problems: [String], note: String?) {
    guard let node,
      case .mapping(let keys)? = ConfigurationKey.wijkKeys.first(where: { $0.name == "keuzes" })?
        .shape
    else { return ([], nil) }
    let members = try node.members(keys)
    let problems = try members["top3"]?.textList() ?? []
    let note = try members["toelichting"]?.text()
    if problems.count > 3, let list = members["top3"] {
      throw list.wrong(expected: "hoogstens drie problemen")
    }
    return (problems, note)
  }

  /// A practice in two wijken would open patients by differences; two equal slugs share a folder.
  private func checkUnique(
    _ wijken: [ConfiguredWijk], _ node: CheckedNode
  ) throws(PipelineError) {
    var seen: [AGBCode: ConfiguredWijk] = [:]
    var slugs: [String: ConfiguredWijk] = [:]
    for wijk in wijken {
      if let other = slugs[wijk.wijk.slug] {
        throw PipelineError(
          .configuration, "E506", file: node.file, line: wijk.line,
          facts: ["wijk": wijk.wijk.name, "andere": other.wijk.name])
      }
      slugs[wijk.wijk.slug] = wijk
      for practice in wijk.wijk.practices {
        if let other = seen[practice] {
          throw PipelineError(
            .configuration, "E505", file: node.file, line: wijk.line,
            facts: [
              "praktijk": practice.description, "wijk": wijk.wijk.name,
              "andere": other.wijk.name,
            ])
        }
        seen[practice] = wijk
      }
    }
  }
}
