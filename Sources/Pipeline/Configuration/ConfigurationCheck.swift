import Definitions
import WijkModel

/// Checks the parts of a configuration that need the definitions.
struct ConfigurationCheck {
  let configuration: Configuration
  let definitions: DefinitionSet

  /// The sections and tables that `weglaten` and `duiding` may name.
  static let chapterIDs: Set<String> = Set(
    (1...10).map { "2.\($0)" } + (200...223).map { "t\($0)" } + (201...205).map { "f\($0)" })

  /// Checks names of tables, sections, problems, layouts.
  ///
  /// - Throws: `E512`, `E515` or `E516` (78) with the known names.
  func check() throws(PipelineError) {
    for wijk in configuration.wijken {
      for id in wijk.leftOut where !Self.chapterIDs.contains(id) {
        throw PipelineError(
          .configuration, "E512", file: configuration.file, line: wijk.line,
          facts: [
            "gevonden": id,
            "bedoelt": Spelling.nearest(to: id, among: Self.chapterIDs.sorted()) ?? "",
          ])
      }
      for problem in wijk.chosenProblems where definitions.indicator(named: problem) == nil {
        let names = definitions.indicators.filter { $0.rankOrder != nil }.map(\.id)
        throw PipelineError(
          .configuration, "E516", file: configuration.file, line: wijk.line,
          facts: ["gevonden": problem, "namen": names.joined(separator: ", ")])
      }
    }
    for source in configuration.sources {
      guard let layout = source.layout else { continue }
      let known = definitions.layouts(of: source.kind).map(\.id)
      if !known.contains(layout) {
        throw PipelineError(
          .configuration, "E515", file: configuration.file, line: source.line,
          facts: [
            "indeling": layout, "soort": source.kind, "namen": known.joined(separator: ", "),
          ])
      }
    }
  }
}
