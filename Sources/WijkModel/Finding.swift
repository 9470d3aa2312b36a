/// The stable code of a finding: `E…` error, `W…` warning, `P…` privacy.
public struct FindingCode: RawRepresentable, Hashable, Comparable, Sendable,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  /// The code as printed, such as `E311`.
  public let rawValue: String

  /// Makes a code; the catalogue in `data/definities/meldingen.csv` must know it.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Makes a code from a literal.
  public init(stringLiteral value: String) { rawValue = value }

  /// The code as printed.
  public var description: String { rawValue }

  /// Orders by text.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Something odd in an input file: what, where, how often.
///
/// It never holds a value of a person: `facts` are names of columns, layouts, limits and counts.
public struct Finding: Hashable, Sendable {
  /// The code in the catalogue.
  public let code: FindingCode
  /// The file as the configuration's folder sees it, such as `invoer/p.csv`.
  public let file: String?
  /// The first physical line, from 1.
  public let line: Int?
  /// The own name of the column.
  public let column: String?
  /// How many records or cells it concerns.
  public let count: Int
  /// Facts for the Dutch sentence, by the name of their slot (`{verwacht}`); never a person's value.
  public let facts: [String: String]

  /// Makes a finding.
  public init(
    _ code: FindingCode, file: String? = nil, line: Int? = nil, column: String? = nil,
    count: Int = 1, facts: [String: String] = [:]
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    self.count = count
    self.facts = facts
  }
}

/// Collects findings; equal ones of one file and column become one with a count and the first line.
public struct FindingLog: Sendable {
  private struct Key: Hashable {
    let code: FindingCode
    let file: String?
    let column: String?
    let facts: [String: String]
  }

  private var counts: [Key: (line: Int?, count: Int)] = [:]

  /// Makes an empty log.
  public init() {}

  /// Adds a finding.
  public mutating func add(_ finding: Finding) {
    let key = Key(
      code: finding.code, file: finding.file, column: finding.column, facts: finding.facts)
    let known = counts[key]
    let line = [known?.line, finding.line].compactMap { $0 }.min()
    counts[key] = (line, (known?.count ?? 0) + finding.count)
  }

  /// Adds all findings of another log.
  public mutating func add(_ other: FindingLog) {
    for (key, value) in other.counts {
      add(
        Finding(
          key.code, file: key.file, line: value.line, column: key.column, count: value.count,
          facts: key.facts))
    }
  }

  /// The findings, ordered by file, line, column and code, whatever the order of adding.
  public var findings: [Finding] {
    counts.map { key, value in
      Finding(
        key.code, file: key.file, line: value.line, column: key.column, count: value.count,
        facts: key.facts)
    }.sorted { left, right in
      func order(_ finding: Finding) -> (String, Int, String, String, String) {
        let facts = finding.facts.sorted { $0.key < $1.key }.map { $0.key + "=" + $0.value }
        return (
          finding.file ?? "", finding.line ?? 0, finding.column ?? "", finding.code.rawValue,
          facts.joined(separator: ";")
        )
      }
      return order(left) < order(right)
    }
  }
}
