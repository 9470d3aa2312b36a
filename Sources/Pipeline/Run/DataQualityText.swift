import Report

/// The data-quality report as plain text, for `controleer` at a terminal.
enum DataQualityText {
  /// The text, with a line end at the end.
  static func text(_ report: DataQualityReport) -> String {
    var lines = [report.title, report.subtitle, report.warning, ""]
    lines.append("Van patiëntenlijst naar getelde patiënten")
    lines += steps(report.waterfall)
    for file in report.files {
      lines.append("")
      let input = file.input
      lines.append(
        "\(input.file) (\(input.kind), indeling \(input.layout.isEmpty ? "onbekend" : input.layout))"
      )
      lines.append(
        input.isRefused
          ? "  GEWEIGERD"
          : "  \(DutchNumber.whole(input.records)) regels gelezen, "
            + "\(DutchNumber.whole(input.counted)) geteld, "
            + "\(DutchNumber.whole(input.rejected)) afgekeurd")
      for finding in file.findings {
        lines.append("  \(finding.severity.rawValue): \(finding.text)")
      }
    }
    for practice in report.practices {
      lines.append("")
      lines.append("Praktijk \(practice.heading)")
      for fact in practice.facts where fact.count > 0 {
        let advice = fact.advice.isEmpty ? "" : " — " + fact.advice
        lines.append("  \(fact.label): \(DutchNumber.whole(fact.count))\(advice)")
      }
    }
    if !report.findings.isEmpty { lines.append("") }
    for finding in report.findings { lines.append("\(finding.severity.rawValue): \(finding.text)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func steps(_ steps: [QualityStep]) -> [String] {
    steps.filter { $0.count != 0 }.map { "  \($0.label): \(DutchNumber.whole($0.count))" }
  }
}
