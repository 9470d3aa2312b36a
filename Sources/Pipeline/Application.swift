import Definitions
import Glibc
import WijkModel

/// The commands of the program, without a terminal: each takes values and gives values.
public struct Application: Sendable {
  /// Where the definitions are.
  let definitionsFolder: String
  /// The shipped definitions; a configuration may add rows of its own.
  let definitions: DefinitionSet

  /// Loads the definitions.
  ///
  /// - Parameter given: The folder of `--definities`, or nil to look for the shipped ones.
  /// - Throws: `E507` (78) when they are not there or wrong.
  public init(definitions given: String?) throws(PipelineError) {
    definitionsFolder = try DefinitionsFolder.find(
      given: given, executable: DefinitionsFolder.runningExecutable())
    definitions = try Self.load(definitionsFolder, additional: [])
  }

  /// The definitions with the rows that a configuration adds.
  func definitions(for configuration: Configuration) throws(PipelineError) -> DefinitionSet {
    if configuration.definitionFiles.isEmpty { return definitions }
    return try Self.load(definitionsFolder, additional: configuration.definitionFiles)
  }

  private static func load(
    _ folder: String, additional: [String]
  ) throws(PipelineError) -> DefinitionSet {
    do throws(DefinitionError) {
      return try DefinitionSet.load(from: folder, additional: additional)
    } catch {
      if error.isSystemLimit {
        throw SystemFailure(number: EMFILE, name: FileAccess.name(of: folder)).inputOutputError
      }
      throw PipelineError(
        .configuration,
        findings: error.problems.map {
          Finding("E513", file: $0.file, line: $0.line, facts: ["reden": $0.reason])
        })
    }
  }

  /// The Dutch sentences of an error.
  public func sentences(for error: PipelineError) -> [String] {
    error.findings.map { definitions.messages.text(for: $0) }
  }

  /// Sentences for the errors that come before the catalogue of messages is there.
  public static func builtInSentences(for error: PipelineError) -> [String] {
    error.findings.map { finding in
      let place = [finding.file, finding.line.map { "regel \($0)" }].compactMap { $0 }
        .joined(separator: ", ")
      let reason = finding.facts["reden"] ?? "de map met definities ontbreekt of is onvolledig"
      return "\(place): \(reason) (\(finding.code)). Er is niets gewijzigd."
    }
  }

  /// What `definities` prints.
  public func definitionsText(_ topic: DefinitionTopic?) -> String {
    (topic.map { [$0] } ?? DefinitionTopic.allCases).map {
      switch $0 {
      case .diseaseGroups: definitions.diseaseGroupsText()
      case .indicators: definitions.indicatorsText()
      case .layouts: definitions.layoutsText()
      case .messages: definitions.messagesText()
      case .methods: definitions.methodsText()
      }
    }.joined(separator: "\n")
  }
}

/// What `definities` can print.
public enum DefinitionTopic: String, CaseIterable, Sendable {
  /// Disease groups and their codes.
  case diseaseGroups = "ziektegroepen"
  /// Indicators of inhabitants.
  case indicators = "indicatoren"
  /// Layouts of input files.
  case layouts = "indelingen"
  /// The catalogue of findings.
  case messages = "meldingen"
  /// The statistical methods.
  case methods = "methoden"
}
