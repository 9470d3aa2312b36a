import ArgumentParser

/// Counts the two files of the benchmark; for measuring only.
@main
struct Telbank: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "telbank", abstract: "Telt de twee bestanden van de benchmark.")
}
