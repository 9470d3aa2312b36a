import ArgumentParser
import Pipeline

/// `controleer`: reads and checks everything and writes no file.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "controleer",
    abstract: "Leest en controleert alles en toont de datakwaliteit; schrijft geen bestanden.")

  @Argument(help: "De configuratie.")
  var config = "wijkbeeld.yaml"

  @Option(name: .customLong("formaat"), help: "tekst of json.")
  var format = TextFormat.text

  @OptionGroup var definitions: DefinitionsOption

  func run() throws {
    try definitions.run { application in
      let check = try application.check(configurationPath: config) { Terminal.progress($0) }
      Terminal.endProgress()
      try Terminal.write(format == .json ? check.json : check.text)
      if let refusal = check.refusal { throw refusal }
    }
  }
}

/// How a result is printed.
enum TextFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people.
  case text = "tekst"
  /// For machines.
  case json
}
