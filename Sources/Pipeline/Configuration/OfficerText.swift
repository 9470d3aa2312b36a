import WijkModel

/// The officer's own text: a Markdown file with one heading per section or table id.
struct OfficerText {
  /// Paragraphs by id (`2.2`, `t214`), in the order of the file.
  let paragraphs: [String: [String]]

  /// Reads the text: a line `# 2.2` or `## t214 Eigen titel` starts the text of that id.
  ///
  /// Lines of one paragraph are joined; a blank line starts the next. Text above the first heading
  /// and headings without a known id are errors, so that no text gets lost.
  ///
  /// - Throws: `E512` (78) with the line.
  static func read(
    _ text: String, file: String, knownIDs: Set<String>
  ) throws(PipelineError) -> OfficerText {
    var paragraphs: [String: [String]] = [:]
    var current: String?
    var lines: [String] = []
    func flush() {
      if let current, !lines.isEmpty {
        paragraphs[current, default: []].append(lines.joined(separator: " "))
      }
      lines = []
    }
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let content = String(line).trimmingBlanks()
      if content.hasPrefix("#") {
        flush()
        let title = String(content.drop { $0 == "#" }).trimmingBlanks()
        let id = title.split(separator: " ").first.map { $0.lowercased() } ?? ""
        guard knownIDs.contains(id) else { throw lost(file, index + 1, id, knownIDs) }
        current = id
      } else if content.isEmpty {
        flush()
      } else if current == nil {
        throw lost(file, index + 1, "", knownIDs)
      } else {
        lines.append(content)
      }
    }
    flush()
    return OfficerText(paragraphs: paragraphs)
  }

  private static func lost(
    _ file: String, _ line: Int, _ id: String, _ known: Set<String>
  ) -> PipelineError {
    PipelineError(
      .configuration, "E512", file: file, line: line,
      facts: [
        "gevonden": id,
        "bedoelt": Spelling.nearest(to: id, among: known.sorted()) ?? "",
      ])
  }
}
