import ArgumentParser
import Pipeline

/// `status`: when the report was last made, for people and for monitoring.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Toont de laatste goede ronde; de exitcode zegt of het rapport actueel is.",
    discussion: """
      De exitcode is 0 als alle wijken op tijd zijn gepubliceerd, 65 als een wijk te oud is en 66
      als er nog geen ronde is geweest.
      """)

  @Argument(help: "De configuratie.")
  var config = "wijkbeeld.yaml"

  @Option(
    name: .customLong("max-leeftijd"), help: "Hoe oud het rapport mag zijn, zoals 36u, 2d of 90m.")
  var maximum = "36u"

  @OptionGroup var definitions: DefinitionsOption

  func run() throws {
    try definitions.run { application in
      let status = try application.status(
        configurationPath: config, maximum: try MaximumAge(maximum))
      try Terminal.write(status.text)
      if let failure = status.failure { throw failure }
    }
  }
}
