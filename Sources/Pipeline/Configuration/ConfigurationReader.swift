import DelimitedText
import WijkModel
import Yams

/// Reads `wijkbeeld.yaml`; every key is checked, a wrong one is an error with line and column.
public struct ConfigurationReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads a configuration file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: How messages name it.
  /// - Returns: The configuration.
  /// - Throws: `E511` (66) when it is not there, `E504` (78) when it is not YAML, and `E501` to
  ///   `E509` (78) for keys and values.
  public func read(path: String, name: String) throws(PipelineError) -> Configuration {
    let bytes = try FileAccess.read(path, name: name, missing: "E511")
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PipelineError(
        .configuration, "E504", file: name, line: 1, column: "1")
    }
    let root = try compose(text, name: name)
    let folder = FileAccess.folder(of: FileAccess.absolute(path))
    return try Decoder(file: name, folder: folder).configuration(
      CheckedNode(node: root, file: name, path: ""))
  }

  private func compose(_ text: String, name: String) throws(PipelineError) -> Node {
    do {
      if let node = try Yams.compose(yaml: text) { return node }
      throw PipelineError(
        .configuration, "E504", file: name, line: 1, column: "1")
    } catch let error as YamlError {
      // The library's own text carries the file; only the place is passed on.
      let mark = Self.mark(of: error)
      throw PipelineError(
        .configuration, "E504", file: name, line: mark?.line ?? 1,
        column: String(mark?.column ?? 1))
    } catch let error as PipelineError {
      throw error
    } catch {
      throw PipelineError(
        .configuration, "E504", file: name, line: 1, column: "1")
    }
  }

  private static func mark(of error: YamlError) -> Mark? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark
    case .duplicatedKeysInMapping(_, let context): context.mark
    default: nil
    }
  }
}

/// Turns checked nodes into a configuration.
private struct Decoder {
  let file: String
  let folder: String

  func configuration(_ root: CheckedNode) throws(PipelineError) -> Configuration {
    let keys = try root.members(ConfigurationKey.all)
    guard let date = CalendarDate(iso: try required(keys, "peildatum", root).text()) else {
      throw try required(keys, "peildatum", root).wrong(expected: "een datum als 2026-07-01")
    }
    var output = FileAccess.join(folder, "reports")
    if let node = keys["uitvoer"] { output = FileAccess.join(folder, try node.text()) }
    var planYear = date.components.year + 1
    if let node = keys["planjaar"] { planYear = try node.wholeNumber(in: 1990...2100) }
    var definitionFiles: [String] = []
    for text in try keys["definities"]?.textList() ?? [] {
      definitionFiles.append(FileAccess.join(folder, text))
    }
    let wijken = try WijkDecoder(folder: folder).wijken(try required(keys, "wijken", root))
    return Configuration(
      file: file, folder: folder, region: try required(keys, "regio", root).text(),
      referenceDate: date, output: output, planYear: planYear, settings: try settings(keys),
      sources: try SourceDecoder().sources(try required(keys, "bronnen", root)), wijken: wijken,
      restingSeconds: try keys["rusttijd"]?.wholeNumber(in: 0...86_400) ?? 10,
      staleAfterDays: try days(keys["verouderd_na"]),
      allowsSymbolicLinks: try flag(keys["symlinks_toestaan"]) ?? false,
      houseStyle: try keys["huisstijl"].map { node throws(PipelineError) in
        FileAccess.join(folder, try node.text())
      }, definitionFiles: definitionFiles)
  }

  private func required(
    _ keys: [String: CheckedNode], _ name: String, _ root: CheckedNode
  ) throws(PipelineError) -> CheckedNode {
    guard let node = keys[name] else {
      throw PipelineError(
        .configuration, "E502", file: file, line: root.line, facts: ["sleutel": name])
    }
    return node
  }

  private func flag(_ node: CheckedNode?) throws(PipelineError) -> Bool? {
    guard let node else { return nil }
    return ["ja", "true"].contains(try node.choice(ConfigurationKey.yesNo))
  }

  private func days(_ node: CheckedNode?) throws(PipelineError) -> Int? {
    guard let node else { return 400 }
    let text = try node.text()
    if text == "0" || text == "uit" { return nil }
    guard text.hasSuffix("d"), let days = Int(text.dropLast()), (1...36_500).contains(days) else {
      throw node.wrong(expected: "een aantal dagen zoals 400d")
    }
    return days
  }

  private func settings(_ keys: [String: CheckedNode]) throws(PipelineError) -> RegionSettings {
    var settings = RegionSettings()
    if let node = keys["beveiliging"] { try protection(node, &settings) }
    settings.showsPractices = try flag(keys["praktijken_tonen"]) ?? false
    settings.searchesDoubles = try flag(keys["dubbelen_zoeken"]) ?? false
    if let node = keys["hoofdbehandelaar_ontbreekt"] {
      settings.countsMissingMainProvider = try node.choice(["niet", "meetellen"]) == "meetellen"
    }
    if let node = keys["angst_stemming"] {
      settings.usesBroadAnxietyAndMood = try node.choice(["strikt", "ruim"]) == "ruim"
    }
    if let node = keys["vergelijk_met"] {
      settings.comparesWithRegion = try node.choice(["referentie", "regio"]) == "regio"
    }
    if let node = keys["overdispersie"] {
      settings.widensForOverdispersion = try node.choice(["aan", "uit"]) == "aan"
    }
    return settings
  }

  private func protection(
    _ node: CheckedNode, _ settings: inout RegionSettings
  ) throws(PipelineError) {
    guard
      case .mapping(let keys)? = ConfigurationKey.all.first(where: { $0.name == "beveiliging" })?
        .shape
    else { return }
    let members = try node.members(keys)
    if let node = members["drempel"] { settings.threshold = try node.wholeNumber(in: 5...1000) }
    if let node = members["afronding"] {
      settings.roundsToFive = try node.choice(["geen", "5"]) == "5"
    }
    if let node = members["kleinste_gebied"] {
      settings.smallestArea = try node.wholeNumber(in: 0...100_000)
    }
  }
}

/// Reads `bronnen`.
private struct SourceDecoder {
  func sources(_ node: CheckedNode) throws(PipelineError) -> [ConfiguredSource] {
    let keys = ConfigurationKey.sourceKinds.map {
      ConfigurationKey($0, .sourceList(ConfigurationKey.sourceKeys), "")
    }
    let members = try node.members(keys)
    var sources: [ConfiguredSource] = []
    for kind in ConfigurationKey.sourceKinds {
      guard let entry = members[kind] else { continue }
      for item in entry.list() { sources.append(try source(item, kind: kind)) }
    }
    return sources
  }

  private func source(
    _ node: CheckedNode, kind: String
  ) throws(PipelineError) -> ConfiguredSource {
    guard case .mapping = node.node else {
      return ConfiguredSource(kind: kind, pattern: try node.text(), line: node.line)
    }
    let keys = try node.members(ConfigurationKey.sourceKeys)
    guard let file = keys["bestand"] else { throw node.wrong(expected: "een \"bestand\"") }
    var source = ConfiguredSource(kind: kind, pattern: try file.text(), line: node.line)
    source.layout = try keys["indeling"]?.text()
    source.year = try keys["jaar"]?.wholeNumber(in: 1990...2100)
    source.sourceName = try keys["bron"]?.text()
    if let entry = keys["codering"] {
      source.encoding = TextEncoding(
        rawValue: try entry.choice(TextEncoding.allCases.map(\.rawValue)))
    }
    if let entry = keys["scheidingsteken"] {
      let text = try entry.choice([";", ",", "tab", "|"])
      source.delimiter = text == "tab" ? 9 : text.utf8.first
    }
    if let entry = keys["decimaal"] {
      source.hasDecimalPoint = try entry.choice(["komma", "punt"]) == "punt"
    }
    return source
  }
}
