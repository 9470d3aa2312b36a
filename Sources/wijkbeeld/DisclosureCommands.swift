import ArgumentParser
import Pipeline

/// `uitvoercontrole`: looks for leaks in published files.
struct OutputCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uitvoercontrole",
    abstract:
      "Leest gepubliceerde bestanden terug en zoekt of er een klein aantal uit af te leiden is."
  )

  @Argument(help: "De map van een wijk, of de uitvoermap met alle wijken.")
  var folder: String

  @OptionGroup var definitions: DefinitionsOption

  func run() throws {
    try definitions.run { application in
      let outcome = try application.outputCheck(folder)
      try Terminal.write(outcome.text)
      if !outcome.isClean { throw CommandEnd(status: .dataRefused) }
    }
  }
}

/// `bescherm`: hides small counts, and what gives them away, in any folder of tables.
struct ProtectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bescherm",
    abstract:
      "Verbergt kleine aantallen, en wat ze verraadt, in een map met tabellen en audit.json.")

  @Argument(help: "De map met de tabellen (CSV) en audit.json.")
  var folder: String

  @Option(name: .customLong("uit"), help: "De nieuwe map voor de beschermde tabellen.")
  var target: String

  @Option(
    name: .customLong("drempel"),
    help: "Het kleinste aantal dat getoond mag worden; zonder keuze dat van audit.json.")
  var threshold: Int?

  @OptionGroup var definitions: DefinitionsOption

  func run() throws {
    try definitions.run { application in
      let outcome = try application.protectFolder(folder, to: target, threshold: threshold)
      Terminal.message(outcome.summary)
    }
  }
}
