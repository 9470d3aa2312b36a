import Definitions
import WijkModel

/// What the practices and the manager must know of the files, as a value; for `intern/` only.
///
/// It shows small numbers of rows, so it is never part of what is shared.
public struct DataQualityReport: Hashable, Sendable {
  /// `Datakwaliteit Voorbeeldregio`.
  public let title: String
  /// `peildatum 1 juli 2026`.
  public let subtitle: String
  /// What must stand on top: intern, niet delen.
  public let warning: String
  /// From the rows of all practice lists to the counted patients.
  public let waterfall: [QualityStep]
  /// The files in the order of reading.
  public let files: [FileQuality]
  /// The practices by AGB code.
  public let practices: [PracticeQuality]
  /// Findings that belong to no file.
  public let findings: [QualityFinding]

  /// Makes a report.
  public init(
    title: String, subtitle: String, warning: String, waterfall: [QualityStep],
    files: [FileQuality], practices: [PracticeQuality], findings: [QualityFinding]
  ) {
    self.title = title
    self.subtitle = subtitle
    self.warning = warning
    self.waterfall = waterfall
    self.files = files
    self.practices = practices
    self.findings = findings
  }

  /// Makes a report from what was read and found.
  ///
  /// Findings go to their file; those of a file that has no record, and those without a file, stand
  /// on their own. `sentence` is the text of the catalogue for a finding.
  public init(
    region: String, referenceDate: CalendarDate, inputs: [InputRecord], findings: [Finding],
    waterfall: [QualityStep], waterfallByFile: [String: [QualityStep]] = [:],
    practices: [PracticeQuality] = [], messages: MessageCatalog,
    sentence: (Finding) -> String
  ) {
    let known = Set(inputs.map(\.file))
    self.init(
      title: "Datakwaliteit " + region,
      subtitle: "Peildatum \(DutchDate.long(referenceDate))",
      warning: "Intern, niet delen: dit overzicht bevat kleine aantallen.",
      waterfall: waterfall,
      files: inputs.map { input in
        FileQuality(
          input, waterfall: waterfallByFile[input.file] ?? [],
          findings: findings.filter { $0.file == input.file }.map {
            QualityFinding($0, severity: messages.severity(of: $0.code), text: sentence($0))
          })
      },
      practices: practices.sorted { $0.practice < $1.practice },
      findings: findings.filter { $0.file.map { !known.contains($0) } ?? true }.map {
        QualityFinding($0, severity: messages.severity(of: $0.code), text: sentence($0))
      })
  }

  /// All findings, those of files first, in the order of the report.
  public var allFindings: [QualityFinding] { files.flatMap(\.findings) + findings }
}

/// A step from the rows that were read to the patients that count.
public struct QualityStep: Hashable, Sendable {
  /// The step in the words of t213, such as `gelezen` or `uitgeschreven`.
  public let step: String
  /// Rows; negative where rows fall away.
  public let count: Int

  /// Makes a step.
  public init(_ step: String, _ count: Int) {
    self.step = step
    self.count = count
  }

  /// The first letter a capital, as headers show it.
  public var label: String { DutchText.capitalized(step) }

  /// Whether the steps between the first and the last add up to the difference of these two.
  ///
  /// True for an empty waterfall.
  public static func isComplete(_ steps: [QualityStep]) -> Bool {
    guard let last = steps.last else { return true }
    return steps.dropLast().reduce(0) { $0 + $1.count } == last.count
  }
}

/// A finding in Dutch.
public struct QualityFinding: Hashable, Sendable {
  /// The stable code.
  public let code: FindingCode
  /// How grave it is.
  public let severity: Severity
  /// The file; nil when it belongs to none.
  public let file: String?
  /// The first physical line; nil when it belongs to none.
  public let line: Int?
  /// The column; nil when it belongs to none.
  public let column: String?
  /// How many records or cells it concerns.
  public let count: Int
  /// What is wrong, where, and what to do.
  public let text: String

  /// Makes a finding with its sentence.
  public init(_ finding: Finding, severity: Severity, text: String) {
    code = finding.code
    self.severity = severity
    file = finding.file
    line = finding.line
    column = finding.column
    count = finding.count
    self.text = text
  }
}

/// What was read of one file.
public struct FileQuality: Hashable, Sendable {
  /// The file, its kind, layout, encoding and numbers of records.
  public let input: InputRecord
  /// From rows to counted patients; empty for files that are no practice list.
  public let waterfall: [QualityStep]
  /// What is odd in it.
  public let findings: [QualityFinding]
  /// How well its columns are filled.
  public let columns: [ColumnQuality]

  /// Makes a record of a file; the columns are those of the input record.
  public init(_ input: InputRecord, waterfall: [QualityStep], findings: [QualityFinding]) {
    self.input = input
    self.waterfall = waterfall
    self.findings = findings
    columns = input.columns.map { ColumnQuality($0) }
  }
}

/// How well a column is filled.
public struct ColumnQuality: Hashable, Sendable {
  /// The own name of the column.
  public let column: String
  /// Cells with a value.
  public let values: Int
  /// Cells without a known value.
  public let unknown: Int
  /// Cells that were refused.
  public let rejected: Int

  /// Makes it from the record of a column.
  public init(_ record: ColumnRecord) {
    column = record.column
    values = record.values
    unknown = record.unknown
    rejected = record.rejected
  }

  /// Cells with a value, per 100 cells; nil when there are no cells.
  public var completeness: Double? {
    let cells = values + unknown + rejected
    return cells == 0 ? nil : 100 * Double(values) / Double(cells)
  }
}

/// What one practice must know of its own registration.
public struct PracticeQuality: Hashable, Sendable {
  /// A number that the practice can act on, with its words.
  public struct Fact: Hashable, Sendable {
    /// What is counted: `Diabetes, type niet vastgelegd (T90)`.
    public let label: String
    /// How many patients or episodes.
    public let count: Int
    /// What to do; may be empty.
    public let advice: String

    /// Makes a fact.
    public init(_ label: String, _ count: Int, advice: String = "") {
      self.label = label
      self.count = count
      self.advice = advice
    }
  }

  /// The AGB code as text, or the name of the file of a practice without one.
  public let practice: String
  /// The name; empty when unknown.
  public let name: String
  /// The name of its wijk; empty when unknown.
  public let wijk: String
  /// From rows to counted patients.
  public let waterfall: [QualityStep]
  /// Bare codes, unknown postcodes and the like.
  public let facts: [Fact]

  /// Makes a record of a practice.
  public init(
    practice: String, name: String, wijk: String = "", waterfall: [QualityStep], facts: [Fact]
  ) {
    self.practice = practice
    self.name = name
    self.wijk = wijk
    self.waterfall = waterfall
    self.facts = facts
  }

  /// `Praktijk De Linde (01001234)`, or the code alone.
  public var heading: String { name.isEmpty ? practice : "\(name) (\(practice))" }
}
