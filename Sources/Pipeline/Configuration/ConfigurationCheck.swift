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
  /// - Throws: `E509` (78) with the known names.
  func check() throws(PipelineError) {
    for wijk in configuration.wijken {
      for id in wijk.leftOut where !Self.chapterIDs.contains(id) {
        throw unknown(id, key: "weglaten", line: wijk.line, among: Self.chapterIDs.sorted())
      }
      for problem in wijk.chosenProblems where definitions.indicator(named: problem) == nil {
        let names = definitions.indicators.filter { $0.rankOrder != nil }.map(\.id)
        throw unknown(problem, key: "keuzes.top3", line: wijk.line, among: names)
      }
    }
    for source in configuration.sources {
      guard let layout = source.layout else { continue }
      let known = definitions.layouts(of: source.kind).map(\.id)
      if !known.contains(layout) {
        throw unknown(layout, key: "indeling", line: source.line, among: known)
      }
    }
  }

  private func unknown(
    _ found: String, key: String, line: Int, among names: [String]
  ) -> PipelineError {
    PipelineError(
      .configuration, "E509", file: configuration.file, line: line,
      facts: ["gevonden": found, "sleutel": key, "namen": names.joined(separator: ", ")])
  }
}
