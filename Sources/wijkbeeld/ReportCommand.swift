import ArgumentParser
import Logging
import Pipeline

/// `rapporteer`: the main job.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapporteer",
    abstract: "Leest, controleert, telt, beschermt en schrijft het hoofdstuk per wijk.")

  @Argument(help: "De configuratie.")
  var config = "wijkbeeld.yaml"

  @Option(
    name: .customLong("wijk"),
    help: ArgumentHelp(
      "Schrijf alleen deze wijk; de andere tellen wel mee in vergelijkingen.", valueName: "naam"))
  var wijk: String?

  @Flag(name: .customLong("stil"), help: "Zeg niets als alles goed gaat.")
  var isQuiet = false

  @Option(
    name: .customLong("formaat"),
    help: "Een of meer van md,html,docx,xlsx,csv,json, gescheiden door komma's."
  )
  var formats: String?

  @Flag(
    name: .customLong("nieuwe-reeks"),
    help: ArgumentHelp(
      "Begin een nieuwe reeks patiëntcijfers.",
      discussion: "Alleen als eerdere cijfers niet zijn gedeeld, of als u het risico aanvaardt."))
  var startsSeries = false

  @Flag(
    name: .customLong("deels"),
    help: "Laat een wijk of bron die niet kan de andere niet ophouden; het rapport zegt het.")
  var isPartial = false

  @Flag(
    name: .customLong("accepteer-krimp"),
    help: "Aanvaard dat een bestand veel minder rijen heeft dan de vorige keer.")
  var acceptsShrinkage = false

  @OptionGroup var definitions: DefinitionsOption

  func run() throws {
    try definitions.run { application in
      var options = RunOptions(
        configurationPath: config, wijk: wijk, formats: try OutputFormat.set(from: formats),
        startsSeries: startsSeries)
      options.isPartial = isPartial
      options.acceptsShrinkage = acceptsShrinkage
      let interruption = Interruption()
      interruption.listen {
        Terminal.message(
          "De ronde is gestopt. Er is niets gewijzigd; het vorige rapport blijft staan.")
      }
      options.interruption = interruption
      let summary = try application.report(options) { if !isQuiet { Terminal.progress($0) } }
      Terminal.endProgress()
      if !isQuiet {
        let logger = Logger(label: "wijkbeeld") { _ in MessageLogHandler() }
        for warning in summary.warnings { logger.warning("\(warning)") }
        guard Terminal.put(summary.lines.map { $0 + "\n" }.joined()) else {
          throw PipelineError.resultNotShown
        }
      }
      if let shortfall = summary.shortfall { throw shortfall }
    }
  }
}

/// Writes log messages as plain sentences on standard error.
struct MessageLogHandler: LogHandler {
  var logLevel = Logger.Level.info
  var metadata = Logger.Metadata()

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    Terminal.message(event.message.description)
  }
}
