import ArgumentParser
import Pipeline

/// `inspecteer`: what the reader sees in one file.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspecteer",
    abstract:
      "Toont wat er in een bestand wordt herkend: codering, scheidingsteken, kop en indeling.")

  @Argument(help: ArgumentHelp("Het bestand.", valueName: "bestand"))
  var file: String

  @Option(name: .customLong("formaat"), help: "tekst of json.")
  var format = TextFormat.text

  @OptionGroup var definitions: DefinitionsOption

  func run() throws {
    try definitions.run { application in
      let inspection = try application.inspect(file)
      try Terminal.write(format == .json ? inspection.json : inspection.text)
    }
  }
}

/// `cellen`: every record as one JSON array of strings per line.
struct CellsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cellen",
    abstract: "Schrijft elk record als JSON-lijst op een regel; om een bestand te testen.")

  @Argument(help: ArgumentHelp("Het bestand.", valueName: "bestand"))
  var file: String

  @OptionGroup var definitions: DefinitionsOption

  func run() throws {
    try definitions.run { application in
      var isWritten = true
      try application.cells(file) { line in
        if isWritten { isWritten = Terminal.put(line) }
      }
      if !isWritten { throw TerminalError() }
    }
  }
}

/// `nieuw`: a commented configuration and empty layouts.
struct ScaffoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nieuw",
    abstract:
      "Maakt een map met een configuratie om in te vullen en lege bestanden met de juiste koppen.")

  @Argument(
    help: ArgumentHelp("De map; mag nog niet bestaan of moet leeg zijn.", valueName: "map"))
  var folder: String

  @OptionGroup var definitions: DefinitionsOption

  func run() throws {
    try definitions.run { application in
      try Terminal.write(try application.scaffold(in: folder))
    }
  }
}

/// `definities`: the definitions in force, with source.
struct DefinitionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "definities",
    abstract: "Toont de definities die gelden, met bron.")

  @Argument(
    help: ArgumentHelp(
      "ziektegroepen, indicatoren, indelingen, meldingen of methoden; zonder keuze alle vijf.",
      valueName: "onderwerp"))
  var topic: DefinitionTopic?

  @OptionGroup var definitions: DefinitionsOption

  func run() throws {
    try definitions.run { application in
      try Terminal.write(application.definitionsText(topic))
    }
  }
}

extension DefinitionTopic: ExpressibleByArgument {}
