import Foundation
import Glibc
import Pipeline
import TestSupport
import Testing

/// Damaged files through `cellen`, `controleer` and `inspecteer`: no crash, no hang, no growth, and
/// what is counted always adds up.
///
/// A short run is part of the tests. `scripts/fuzz` sets `WIJKBEELD_FUZZ` (number of inputs) and
/// `WIJKBEELD_FUZZ_SEED`; `WIJKBEELD_FUZZ_ONLY` repeats one input by its number.
@Suite("Damaged files", .serialized)
struct FuzzTests {
  /// A file to damage and the kind it is read as; an empty kind takes any.
  struct Seed {
    let kind: String
    let bytes: [UInt8]
  }

  private static let environment = ProcessInfo.processInfo.environment

  private static func number(_ name: String) -> Int? { environment[name].flatMap { Int($0) } }

  /// The kinds with a file in the sample region, and how its first lines are taken.
  private static let samples = [
    ("praktijklijst", "praktijken/duinrand-de-linde.csv"),
    ("praktijklijst", "praktijken/duinrand-esdoornlaan.csv"),
    ("praktijklijst", "praktijken/havenkwartier-kade.csv"),
    ("praktijklijst", "praktijken/polderzicht-zuid.csv"),
    ("episoden", "episoden/polderzicht-noord.csv"), ("ketenzorg", "ketenzorg.csv"),
    ("inwoners", "cbs_kerncijfers_pc4_2025.csv"), ("inwoners", "cbs_83502ned_2025.csv"),
    ("ses", "ses_woa_2023.csv"), ("wijkprofiel", "wijkprofiel.csv"),
    ("gezondheidsmonitor", "ggd_gezondheidsmonitor_2024.csv"),
    ("gebiedskoppeling", "gebiedskoppeling.csv"), ("praktijkspiegel", "praktijkspiegel_2025.csv"),
    ("zorgkosten", "vektis_2023_gemeente.csv"), ("referentie", "referentie.csv"),
    ("activiteiten", "activiteiten.csv"), ("signalen", "signalen.csv"), ("ernst", "ernst.csv"),
    ("praktijken", "praktijken.csv"), ("kaart", "kaart.geojson"),
  ]

  private static func seeds() throws -> [Seed] {
    let input = ProjectFolder.root.appendingPathComponent("data/voorbeeld/invoer")
    var seeds = try samples.map { kind, name in
      let all = try Data(contentsOf: input.appendingPathComponent(name))
      let lines = all.split(separator: 10, omittingEmptySubsequences: false).prefix(40)
      return Seed(
        kind: kind, bytes: kind == "kaart" ? Array(all) : Array(lines.joined(separator: [10])))
    }
    seeds += [
      Seed(kind: "praktijklijst", bytes: Array(SmallRegion.patients.utf8)),
      Seed(kind: "praktijklijst", bytes: Array(CanaryRegion.list.utf8)),
      Seed(kind: "episoden", bytes: Array(CanaryRegion.episodes.utf8)),
      Seed(kind: "ketenzorg", bytes: Array(CanaryRegion.carePrograms.utf8)),
      Seed(kind: "inwoners", bytes: Array(SmallRegion.inhabitants.utf8)),
      Seed(kind: "gezondheidsmonitor", bytes: Array(CanaryRegion.monitor.utf8)),
    ]
    // Files of no kind are for cellen above all: one input in four.
    seeds += seeds + seeds + seeds + seeds
    let cases = ProjectFolder.root.appendingPathComponent("Tests/DelimitedTextTests/Fixtures")
    for name in try FileManager.default.contentsOfDirectory(atPath: cases.path).sorted()
    where name.hasSuffix(".csv") {
      let bytes = try Data(contentsOf: cases.appendingPathComponent(name))
      seeds.append(Seed(kind: "", bytes: Array(bytes)))
    }
    return seeds
  }

  /// The configuration that reads the damaged file as a kind, beside good patients and inhabitants.
  private static func configuration(_ kind: String) -> String {
    var sources = ["praktijklijst": "p.csv", "inwoners": "{bestand: i.csv, jaar: 2025}"]
    sources[kind] = kind == "kaart" ? "x.csv" : "{bestand: x.csv, jaar: 2025}"
    let lines = sources.sorted { $0.key < $1.key }.map { "  \($0.key): [\($0.value)]\n" }
    return SmallRegion.configuration.replacing(
      "  praktijklijst: [p.csv]\n  inwoners: [{bestand: i.csv, jaar: 2025}]\n",
      with: lines.joined())
  }

  @Test("Whatever is damaged, the program ends in time and its numbers add up")
  func fuzz() throws {
    let count = Self.number("WIJKBEELD_FUZZ") ?? 2000
    let seed = Self.number("WIJKBEELD_FUZZ_SEED") ?? 20_261_122
    let only = Self.number("WIJKBEELD_FUZZ_ONLY")
    print("fuzz: \(count) inputs, seed \(seed)")
    let folder = try TemporaryFolder()
    try SmallRegion.write(to: folder)
    let kinds = Set(Self.samples.map(\.0)).sorted()
    for kind in kinds { try folder.write(Self.configuration(kind), to: "\(kind).yaml") }
    let seeds = try Self.seeds()
    let application = try Application(definitions: ProjectFolder.definitions.path)
    // A count takes much longer than a reading in the build of the tests.
    let isLong = Self.environment["WIJKBEELD_FUZZ"] != nil
    var tally: [String: Int] = [:]
    var early = 0
    // A hang ends the process: nothing else can be done from within.
    defer { alarm(0) }
    for index in only.map({ $0...$0 }) ?? 0...max(0, count - 1) {
      var mutator = Mutator(seed: UInt64(truncatingIfNeeded: seed &* 1_000_003 &+ index))
      let chosen = seeds[mutator.pick(seeds.count)]
      let kind = chosen.kind.isEmpty ? kinds[mutator.pick(kinds.count)] : chosen.kind
      let input = mutator.mutate(chosen.bytes)
      let path = try folder.write(input, to: "x.csv")
      alarm(120)
      let start = Self.processorTime()
      tally[Self.cells(application, path), default: 0] += 1
      if isLong || index % 5 == 0 {
        let outcome = try Self.check(application, folder.path + "/\(kind).yaml", index)
        tally[outcome, default: 0] += 1
        // It tries every kind and takes ten times as long as the others.
        if index % 20 == 0 { _ = try? application.inspect(path) }
      }
      let spent = Self.processorTime() - start
      #expect(spent < 2 + 20e-6 * Double(input.count), "input \(index) of seed \(seed)")
      if index == count / 10 { early = Self.residentBytes() }
      if index % 10_000 == 9_999 { print("fuzz: \(index + 1)") }
    }
    let late = Self.residentBytes()
    print("fuzz:", tally.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
    print("fuzz: memory \(early >> 20) MB after a tenth, \(late >> 20) MB at the end")
    // Other tests run beside the short run, and the address sanitizer keeps freed memory.
    if isLong, Self.environment["ASAN_OPTIONS"] == nil {
      #expect(late - early < 64 << 20)
    }
  }

  /// What `cellen` makes of the file.
  private static func cells(_ application: Application, _ path: String) -> String {
    do throws(PipelineError) {
      var width = 0
      try application.cells(path) { width = max(width, $0.utf8.count) }
      return "cells read"
    } catch {
      #expect(error.findings.count == 1)
      return "cells refused"
    }
  }

  /// What `controleer` makes of it; its numbers must add up.
  private static func check(
    _ application: Application, _ configuration: String, _ index: Int
  ) throws -> String {
    let outcome: CheckOutcome
    do throws(PipelineError) {
      outcome = try application.check(configurationPath: configuration)
    } catch {
      #expect(!application.sentences(for: error).joined().isEmpty, "input \(index)")
      return "check stopped"
    }
    let report = try JSONDecoder().decode(CheckReport.self, from: Data(outcome.json.utf8))
    for file in report.bestanden where !file.geweigerd {
      #expect(file.geteld + file.afgekeurd <= file.records, "input \(index)")
      for column in report.kolommen where column.bestand == file.bestand {
        let cells = column.waarde + column.onbekend + column.afgekeurd
        #expect(cells <= file.records, "input \(index), \(column.kolom)")
      }
    }
    let steps = report.waterval
    let parts = steps.filter { $0.stap != "geteld" }.reduce(0) { $0 + $1.aantal }
    #expect(parts == steps.first { $0.stap == "geteld" }?.aantal ?? 0, "input \(index)")
    let isRefused = report.bestanden.contains { $0.geweigerd }
    if isRefused {
      #expect(outcome.refusal != nil, "input \(index)")
      #expect(report.meldingen.contains { $0.ernst == "fout" && !$0.tekst.isEmpty })
    }
    return outcome.refusal != nil ? "check refused" : "check read"
  }

  /// Seconds that this thread computed.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }

  /// Memory in use, from `/proc/self/statm`.
  private static func residentBytes() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
