import Foundation
import TestSupport

/// An invented region of many wijken of one practice each, with the shared sources of the sample.
struct WideRegion {
  /// The kinds that all wijken share, with their files in `data/voorbeeld/invoer`.
  static let shared = [
    ("inwoners", "cbs_kerncijfers_pc4_2025.csv"), ("ses", "ses_woa_2023.csv"),
    ("gezondheidsmonitor", "ggd_gezondheidsmonitor_2024.csv"),
    ("gebiedskoppeling", "gebiedskoppeling.csv"), ("referentie", "referentie.csv"),
    ("activiteiten", "activiteiten.csv"), ("kaart", "kaart.geojson"),
  ]

  /// How many wijken there are.
  let wijken: Int
  /// What decides the patients; tests print it.
  let seed: UInt64
  /// Patients per practice.
  var patients = 20
  /// Whether there are episodes; protecting what is counted of them takes most of the time.
  var hasEpisodes = false

  /// The name and slug of each wijk.
  var slugs: [String] { (1...wijken).map { "wijk-\($0)" } }

  /// The AGB code of the practice of a wijk, counted from 1.
  static func practice(_ number: Int) -> String { "0199\(1000 + number)" }

  /// Writes configuration and files to a folder.
  func write(to folder: TemporaryFolder) throws {
    try folder.write(configuration, to: "wijkbeeld.yaml")
    for (_, file) in Self.shared {
      let source = ProjectFolder.root.appendingPathComponent("data/voorbeeld/invoer/" + file)
      try folder.write(Array(Data(contentsOf: source)), to: "invoer/" + file)
    }
    var generator = SeededGenerator(seed: seed)
    for number in 1...wijken {
      let (list, episodes) = practice(number, &generator)
      try folder.write(list.joined(separator: "\n") + "\n", to: "praktijken/\(number).csv")
      guard hasEpisodes else { continue }
      try folder.write(episodes.joined(separator: "\n") + "\n", to: "episoden/\(number).csv")
    }
  }

  private var configuration: String {
    let sources = Self.shared.map { kind, file in
      ["ses", "activiteiten", "kaart", "gebiedskoppeling"].contains(kind)
        ? "  \(kind): [invoer/\(file)]"
        : "  \(kind): [{bestand: invoer/\(file), jaar: 2025, bron: verzonnen}]"
    }
    let areas = (1...wijken).map { number in
      """
        - naam: Wijk \(number)
          postcodes: [\(1901 + number % 11), \(1901 + (number + 1) % 11)]
          praktijken: ["\(Self.practice(number))"]
      """
    }
    return """
      regio: Brede regio
      peildatum: 2026-07-01
      rusttijd: 0
      beveiliging: {drempel: 5, kleinste_gebied: 0}
      bronnen:
        praktijklijst: [praktijken/*.csv]\(hasEpisodes ? "\n  episoden: [episoden/*.csv]" : "")
      \(sources.joined(separator: "\n"))
      wijken:
      \(areas.joined(separator: "\n"))

      """
  }

  private func practice(
    _ number: Int, _ generator: inout SeededGenerator
  ) -> (list: [String], episodes: [String]) {
    let agb = Self.practice(number)
    var list = ["patientnummer;geboortedatum;geslacht;postcode;inschrijfdatum;praktijk_agb"]
    var episodes = ["patientnummer;praktijk_agb;icpc;begindatum;einddatum"]
    for person in 1...patients {
      let year = Int.random(in: 1930...2025, using: &generator)
      let postcode = 1901 + (number + Int.random(in: 0...2, using: &generator)) % 11
      let sex = Bool.random(using: &generator) ? "M" : "V"
      list.append("\(person);01-02-\(year);\(sex);\(postcode)AB;03-04-2025;\(agb)")
      for code in ["T90.02", "R96", "R95", "K86", "P76"]
      where Int.random(in: 0..<6, using: &generator) == 0 {
        episodes.append("\(person);\(agb);\(code);05-06-2024;")
      }
    }
    return (list, episodes)
  }
}
