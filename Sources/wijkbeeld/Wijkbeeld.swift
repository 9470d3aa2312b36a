import ArgumentParser
import Pipeline

/// The program: parses the command line, runs a command and ends with its exit status.
@main
struct Wijkbeeld: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wijkbeeld",
    abstract: "Maakt hoofdstuk 2 van het wijkplan uit de CSV-bestanden van een WSV.",
    version: ProgramVersion.text,
    subcommands: [
      ReportCommand.self, CheckCommand.self, InspectCommand.self, CellsCommand.self,
      ScaffoldCommand.self, DefinitionsCommand.self, OutputCheckCommand.self,
      ProtectCommand.self, StatusCommand.self,
    ])

  static func main() {
    ProcessGuards.install()
    // Swift learns the arguments from /proc; without an open file for that it gives none, not even the
    // name of the program, and a night would end well with nothing but the help.
    guard !CommandLine.arguments.isEmpty else {
      Terminal.message(
        "Het systeem geeft geen open bestanden meer (E605). Het vorige rapport blijft staan. (code 71)"
      )
      Terminal.exit(ExitStatus.systemLimit.rawValue)
    }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let end as CommandEnd {
      Terminal.exit(end.status.rawValue)
    } catch {
      leave(error)
    }
    Terminal.exit(ExitStatus.done.rawValue)
  }

  /// Help and version go to standard output; everything else is wrong usage.
  private static func leave(_ error: any Error) -> Never {
    if exitCode(for: error).isSuccess {
      let isWritten = Terminal.put(DutchHelp.translated(fullMessage(for: error)) + "\n")
      Terminal.exit((isWritten ? ExitStatus.done : .inputOutput).rawValue)
    }
    Terminal.message(
      "De opdracht is niet begrepen: een onbekende opdracht of optie, of er ontbreekt iets. "
        + "Bekijk de mogelijkheden met \"wijkbeeld --help\". (code 64)")
    Terminal.exit(ExitStatus.usage.rawValue)
  }
}

/// A command ended with an exit status after it said why.
struct CommandEnd: Error {
  let status: ExitStatus
}

/// The option that all commands have.
struct DefinitionsOption: ParsableArguments {
  @Option(
    name: .customLong("definities"),
    help: ArgumentHelp("Map met definities, in plaats van de meegeleverde.", valueName: "map"))
  var folder: String?

  /// Runs a command with the definitions loaded; an error is told in Dutch and ends the command.
  func run(_ body: (Application) throws -> Void) throws {
    var messages: Application?
    do {
      let application = try Application(definitions: folder)
      messages = application
      try body(application)
    } catch let error as PipelineError {
      Terminal.endProgress()
      let lines = messages?.sentences(for: error) ?? Application.builtInSentences(for: error)
      Terminal.message(lines.joined(separator: "\n") + " (code \(error.status.rawValue))")
      throw CommandEnd(status: error.status)
    } catch is TerminalError {
      Terminal.message("De uitvoer kon niet worden geschreven. (code 74)")
      throw CommandEnd(status: .inputOutput)
    }
  }
}
