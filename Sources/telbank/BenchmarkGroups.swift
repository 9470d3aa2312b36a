import Definitions
import WijkModel

/// The eight groups of the benchmark: by the first three characters of the code, and open at the
/// reference date.
enum BenchmarkGroups {
  static let all: [DiseaseGroup] = [
    group("astma", "R96"), group("copd", "R91 R95"), group("diabetes", "T90"),
    group("cvrm", "K85 K86 K87 T93"), group("hvz", "K74 K75 K76 K77 K78 K89 K90 K92"),
    group("angst", "P01 P74"), group("stemming", "P03 P76"), group("artrose", "L89 L90 L91"),
  ]

  private static func group(_ name: String, _ codes: String) -> DiseaseGroup {
    DiseaseGroup(
      id: name, name: name, program: nil,
      codes: codes.split(separator: " ").compactMap { ICPCCode(String($0)) }
        .map { CodeRule(code: $0, match: .rubric, isExcluded: false) },
      episodes: .active, countsAsChronic: true, theme: "", isShown: true, source: "benchmark")
  }
}
