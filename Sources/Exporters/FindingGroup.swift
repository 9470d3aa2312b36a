import Report

/// All findings of one code together.
struct FindingGroup {
  let code: String
  let severity: String
  /// The text of the first one.
  let text: String
  private(set) var count = 0
  private(set) var files: Set<String> = []

  private init(_ finding: QualityFinding) {
    code = finding.code.rawValue
    severity = finding.severity.rawValue
    // Texts under the heading of a file do not name it; here the file must be said.
    let file = finding.file ?? ""
    text = finding.text.hasPrefix(file) ? finding.text : file + ": " + finding.text
  }

  /// Groups by code: errors first, then warnings, then what is good to know; codes in order.
  static func groups(of findings: [QualityFinding]) -> [FindingGroup] {
    var groups: [FindingGroup] = []
    var places: [String: Int] = [:]
    for finding in findings {
      let place = places[finding.code.rawValue, default: groups.count]
      if place == groups.count {
        groups.append(FindingGroup(finding))
        places[finding.code.rawValue] = place
      }
      groups[place].count += finding.count
      if let file = finding.file { groups[place].files.insert(file) }
    }
    return groups.sorted { ($0.rank, $0.code) < ($1.rank, $1.code) }
  }

  private var rank: Int { ["fout", "waarschuwing", "info"].firstIndex(of: severity) ?? 3 }
}
