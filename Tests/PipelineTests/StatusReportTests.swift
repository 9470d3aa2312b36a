import Testing
import WijkModel

@testable import Pipeline

@Suite("What status tells")
struct StatusReportTests {
  private static let now = 1_795_315_502
  private static let wijken = [
    Wijk(name: "Aadorp", slug: "a", postcodes: [], practices: []),
    Wijk(name: "Beekwijk", slug: "b", postcodes: [], practices: []),
  ]

  private func run(_ ago: Int, status: Int32 = 0) -> RunStatus.Run {
    RunStatus.Run(
      version: "1", begin: Timestamp.text(Self.now - ago - 200),
      end: Timestamp.text(Self.now - ago), seconds: 200, steps: [], exitStatus: status,
      messages: [
        RunStatus.Message(code: "E521", count: 1), RunStatus.Message(code: "W103", count: 3),
      ],
      inputs: [
        RunStatus.Input(kind: "episoden", sha256: "", size: 1),
        RunStatus.Input(kind: "episoden", sha256: "", size: 1),
        RunStatus.Input(kind: "ses", sha256: "", size: 1),
      ])
  }

  private func report(_ published: [Int?], maximum: MaximumAge = .usual) -> StatusReport {
    var status = RunStatus()
    status.lastGoodRun = run(3 * 3600)
    status.lastRun = run(60, status: 66)
    status.wijken = zip(Self.wijken, published).map { wijk, ago in
      RunStatus.Wijk(
        slug: wijk.slug, name: wijk.name, outcome: .kept,
        published: ago.map { Timestamp.text(Self.now - $0) })
    }
    return StatusReport(status: status, wijken: Self.wijken, now: Self.now, maximum: maximum)
  }

  @Test(
    "A wijk that was published too long ago or never makes the report stale",
    arguments: [
      ([3600, 3600], []), ([36 * 3600, 0], []), ([36 * 3600 + 1, 0], ["Aadorp"]),
      ([0, nil], ["Beekwijk"]), ([0], ["Beekwijk"]),
    ] as [([Int?], [String])])
  func stale(_ published: [Int?], _ names: [String]) {
    #expect(report(published).stale.map(\.name) == names)
  }

  @Test("The text names the last good run, the last run and every wijk")
  func text() {
    let text = report([3 * 3600, nil]).text
    for words in [
      "Laatste goede ronde: ", "(3 uur geleden), duurde 3 minuten.",
      "Bestanden: episoden (2 bestanden), ses.", "Meldingen: E521, W103 (3 keer).",
      "mislukt met code 66; meldingen: E521", "  Aadorp: gepubliceerd op ",
      "; de laatste ronde liet dit staan", "  Beekwijk: nog nooit gepubliceerd",
      "Het rapport is verouderd (ouder dan 36 uur): Beekwijk.",
    ] {
      #expect(text.contains(words), "\(words) in \(text)")
    }
    #expect(report([0, 0]).text.contains("Het rapport is actueel (niet ouder dan 36 uur)."))
  }

  @Test(
    "An age is a whole number with a unit",
    arguments: [
      ("36u", 129_600, "36 uur"), ("2d", 172_800, "2 dagen"), ("1d", 86_400, "1 dag"),
      ("90m", 5400, "90 minuten"),
    ])
  func age(_ text: String, _ seconds: Int, _ words: String) throws {
    let age = try MaximumAge(text)
    #expect(age.seconds == seconds)
    #expect(age.text == words)
  }

  @Test(
    "Any other age is wrong usage", arguments: ["", "u", "36", "36 u", "-1d", "1.5d", "9999999d"])
  func wrongAge(_ text: String) throws {
    let error = try #require(throws: PipelineError.self) { try MaximumAge(text) }
    #expect(error.status == .usage)
  }

  @Test(
    "An age in words",
    arguments: [
      (0, "0 seconden"), (1, "1 seconde"), (119, "119 seconden"), (120, "2 minuten"),
      (7199, "119 minuten"), (7200, "2 uur"), (172_799, "47 uur"), (172_800, "2 dagen"),
    ])
  func words(_ seconds: Int, _ words: String) {
    #expect(MaximumAge.age(seconds) == words)
  }
}
