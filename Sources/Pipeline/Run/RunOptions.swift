import WijkModel

/// What to write.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// Markdown.
  case markdown = "md"
  /// The web page.
  case html
  /// The Word document.
  case docx
  /// The workbook.
  case xlsx
  /// `tabellen/` with `audit.json`.
  case csv
  /// `verantwoording.json` and `intern/run.json`.
  case json

  /// The formats named in a text with commas; all when there is none.
  ///
  /// - Throws: `E606` (64) for a format that does not exist.
  public static func set(from text: String?) throws(PipelineError) -> Set<OutputFormat> {
    guard let text else { return Set(allCases) }
    var formats: Set<OutputFormat> = []
    for word in text.split(separator: ",") {
      guard let format = OutputFormat(rawValue: String(word).trimmingBlanks()) else {
        throw PipelineError(
          .usage, "E606",
          facts: [
            "gevonden": String(word),
            "verwacht": allCases.map(\.rawValue).joined(separator: ", "),
          ])
      }
      formats.insert(format)
    }
    return formats
  }
}

/// What `rapporteer` was asked.
public struct RunOptions: Sendable {
  /// The configuration.
  public let configurationPath: String
  /// The only wijk to write, by name or slug; nil for all.
  public let wijk: String?
  /// What to write.
  public let formats: Set<OutputFormat>
  /// Whether a new series of patient figures starts: the officer says that earlier ones were not shared.
  public let startsSeries: Bool
  /// Seconds since 1970, for the delivery check and the status; nil for the system's clock.
  public let now: Int?
  /// Whether a wijk or a shared source that fails does not stop the others (`--deels`).
  public var isPartial = false
  /// Whether files may have far fewer records than last time (`--accepteer-krimp`).
  public var acceptsShrinkage = false
  /// Stops the run when the system asks for it; nil leaves signals alone.
  public var interruption: Interruption?

  /// Makes options.
  public init(
    configurationPath: String, wijk: String? = nil,
    formats: Set<OutputFormat> = Set(OutputFormat.allCases), startsSeries: Bool = false,
    now: Int? = nil
  ) {
    self.configurationPath = configurationPath
    self.wijk = wijk
    self.formats = formats
    self.startsSeries = startsSeries
    self.now = now
  }
}

/// What a run did, for the terminal.
public struct RunSummary: Sendable {
  /// One line per wijk that was published.
  public let lines: [String]
  /// Sentences that somebody should read.
  public let warnings: [String]
  /// The error with which a run with `--deels` ends although it published something; nil when
  /// everything was there.
  public var shortfall: PipelineError?
}
