import Definitions
import Importers
import TestSupport
import Testing
import WijkModel

@testable import telbank

/// The counts of the benchmark against a slow, obvious program, on invented files.
@Suite("Counting the files of the benchmark")
struct JobTests {
  private static let definitions = Result {
    try DefinitionSet.loadLayouts(
      of: ["praktijklijst", "episoden"], from: ProjectFolder.definitions.path)
  }

  private func lines(_ delivery: InventedDelivery, threads: Int) throws -> [String] {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let patients = try folder.write(delivery.patientBytes, to: "p.csv")
    let episodes = try folder.write(delivery.episodeBytes, to: "e.csv")
    guard let arguments = Arguments([patients, episodes, "--draden", "\(threads)"]) else {
      return []
    }
    let job = try Job(arguments, definitions: Self.definitions.get())
    let text = CountLines.text(try job.counts(), groups: job.plan.groups)
    return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init).sorted()
  }

  @Test(
    "One and two threads count what the obvious program counts", arguments: [1, 2, 3] as [UInt64])
  func counts(seed: UInt64) throws {
    print("seed \(seed)")
    let delivery = InventedDelivery(seed: seed, patients: 3000, quotedLines: 1)
    let expected = ObviousCount(delivery).lines
    #expect(expected.count > 200)
    #expect(try lines(delivery, threads: 1) == expected)
    #expect(try lines(delivery, threads: 2) == expected)
  }

  @Test("Thousands of quoted breaks around the cut, each before what looks like a row")
  func trap() throws {
    let delivery = InventedDelivery(seed: 7, patients: 2000, quotedLines: 60)
    // Big enough to be cut, and nearly all of it is quoted text.
    #expect(delivery.episodeBytes.count > 2 << 20)
    let expected = ObviousCount(delivery).lines
    #expect(try lines(delivery, threads: 1) == expected)
    for threads in [2, 3, 8] { #expect(try lines(delivery, threads: threads) == expected) }
  }

  @Test(
    "Arguments",
    arguments: [
      (["a", "b"], true), (["a"], false), (["a", "b", "c"], false),
      (["a", "b", "--peildatum", "2025-01-01", "--draden", "2"], true),
      (["a", "b", "--peildatum", "1-1-2025"], false), (["a", "b", "--draden", "0"], false),
      (["a", "b", "--draad", "2"], false), (["a", "b", "--lezen"], true),
    ])
  func arguments(words: [String], isUnderstood: Bool) {
    #expect((Arguments(words) != nil) == isUnderstood)
  }
}
