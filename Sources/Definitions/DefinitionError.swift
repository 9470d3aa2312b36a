/// One mistake in a definition file.
public struct DefinitionProblem: Hashable, Sendable, CustomStringConvertible {
  /// The name of the file, without its folder.
  public let file: String
  /// The physical line, from 1; nil when the mistake is about the whole file.
  public let line: Int?
  /// What is wrong, in Dutch.
  public let reason: String

  /// Makes a problem.
  public init(file: String, line: Int?, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// `ziektegroepen.csv, regel 4: …`.
  public var description: String { file + (line.map { ", regel \($0)" } ?? "") + ": " + reason }
}

/// Why definitions cannot be used; all mistakes of all files at once.
public struct DefinitionError: Error, Hashable, Sendable {
  /// The mistakes, in the order of files and lines; never empty.
  public let problems: [DefinitionProblem]
  /// Whether the system had no more open files to give, so that nothing is wrong with the files.
  public let isSystemLimit: Bool

  /// Makes an error.
  public init(problems: [DefinitionProblem], isSystemLimit: Bool = false) {
    self.problems = problems
    self.isSystemLimit = isSystemLimit
  }
}

/// Collects mistakes while definitions are read.
struct DefinitionProblems {
  private(set) var list: [DefinitionProblem] = []
  /// Whether a file could not be opened because the system had no more open files to give.
  var isSystemLimit = false

  mutating func add(_ file: String, _ line: Int?, _ reason: String) {
    list.append(DefinitionProblem(file: file, line: line, reason: reason))
  }

  mutating func add(_ row: DefinitionRow, _ reason: String) { add(row.file, row.line, reason) }
}

extension DefinitionProblems {
  /// The mistakes by file and line.
  var sorted: [DefinitionProblem] {
    list.enumerated().sorted { left, right in
      (left.element.file, left.element.line ?? 0, left.offset)
        < (right.element.file, right.element.line ?? 0, right.offset)
    }.map(\.element)
  }
}
