import TestSupport
import Testing
import WijkModel

@testable import Pipeline

@Suite("The configuration")
struct ConfigurationReaderTests {
  static let good = """
    regio: Voorbeeldregio
    peildatum: 2026-07-01
    beveiliging:
      drempel: 8
    bronnen:
      praktijklijst: [invoer/*.csv]
      inwoners: [{bestand: cbs.csv, jaar: 2025, codering: utf-8, decimaal: punt}]
    wijken:
      - naam: Wijk Één
        postcodes: [1902, 1901]
        praktijken: ["01001234"]
    """

  private func read(_ text: String) throws -> Configuration {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "wijkbeeld.yaml")
    return try ConfigurationReader().read(path: path, name: "wijkbeeld.yaml")
  }

  @Test("A good configuration gives all values and defaults")
  func values() throws {
    let configuration = try read(Self.good)
    #expect(configuration.region == "Voorbeeldregio")
    #expect(configuration.referenceDate.description == "2026-07-01")
    #expect(configuration.planYear == 2027)
    #expect(configuration.settings.threshold == 8)
    #expect(configuration.settings.smallestArea == 200)
    #expect(configuration.restingSeconds == 10)
    #expect(configuration.output.hasSuffix("/reports"))
    let wijk = try #require(configuration.wijken.first?.wijk)
    #expect(wijk.slug == "wijk-een")
    #expect(wijk.postcodes.map(\.description) == ["1901", "1902"])
    #expect(configuration.sources.map(\.kind) == ["praktijklijst", "inwoners"])
    #expect(configuration.sources.last?.year == 2025)
    #expect(configuration.sources.last?.hasDecimalPoint == true)
  }

  /// Text to replace, replacement, code, line, suggestion.
  static let wrong: [(String, String, String, Int, String?)] = [
    ("  drempel: 8", "  drempell: 8", "E508", 4, "drempel"),
    ("  drempel: 8", "  zonnescherm: 8", "E501", 4, nil),
    ("  drempel: 8", "  drempel: 4", "E503", 4, nil),
    ("  drempel: 8", "  drempel: tien", "E503", 4, nil),
    ("regio: Voorbeeldregio", "rgio: Voorbeeldregio", "E508", 1, "regio"),
    ("regio: Voorbeeldregio", "planjaar: 2027", "E502", 1, nil),
    ("peildatum: 2026-07-01", "peildatum: 1-7-2026", "E503", 2, nil),
    ("peildatum: 2026-07-01", "peildatum: 2026-02-30", "E503", 2, nil),
    ("  praktijklijst:", "  praktijklijsten:", "E508", 6, "praktijklijst"),
    ("codering: utf-8", "codering: latin1", "E503", 7, nil),
    ("[1902, 1901]", "[1902, 190]", "E503", 10, nil),
    ("[1902, 1901]", "[1902, 1902]", "E503", 10, nil),
    ("[1902, 1901]", "[]", "E503", 10, nil),
    ("[\"01001234\"]", "[1001234]", "E503", 11, nil),
    ("[invoer/*.csv]", "[invoer/*.csv", "E504", 7, nil),
  ]

  @Test("A wrong configuration is an error with code, line and suggestion", arguments: wrong)
  func mistakes(
    _ old: String, _ new: String, _ code: String, _ line: Int, _ suggestion: String?
  ) throws {
    let text = Self.good.replacing(old, with: new)
    let error = try #require(throws: PipelineError.self) { try read(text) }
    #expect(error.status == .configuration)
    let finding = try #require(error.findings.first)
    #expect(finding.code.rawValue == code)
    #expect(finding.line == line)
    #expect(finding.facts["bedoelt"].flatMap { $0.isEmpty ? nil : $0 } == suggestion)
  }

  @Test("A practice in two wijken is an error, and so are two wijken with one folder name")
  func twoWijken() throws {
    let second = """

        - naam: Wijk Twee
          postcodes: [1903]
          praktijken: ["01001234"]
      """
    let practice = try #require(throws: PipelineError.self) { try read(Self.good + second) }
    #expect(practice.findings.first?.code == "E505")
    let same = """

        - naam: "wijk  een"
          postcodes: [1903]
      """
    let slug = try #require(throws: PipelineError.self) { try read(Self.good + same) }
    #expect(slug.findings.first?.code == "E506")
  }

  @Test("A postcode may belong to two wijken")
  func sharedPostcode() throws {
    let second = """

        - naam: Wijk Twee
          postcodes: [1901]
      """
    #expect(try read(Self.good + second).wijken.count == 2)
  }

  @Test("A missing configuration is missing input")
  func missing() throws {
    let error = try #require(throws: PipelineError.self) {
      try ConfigurationReader().read(path: "/bestaat/niet.yaml", name: "niet.yaml")
    }
    #expect(error.status == .inputMissing)
    #expect(error.findings.first?.code == "E511")
  }
}

@Suite("Names of folders and suggestions")
struct NamesTests {
  @Test(
    "A slug is lower case ASCII with single hyphens",
    arguments: [
      ("Voorbeeldwijk", "voorbeeldwijk"), ("Oud-West & De Kade", "oud-west-de-kade"),
      ("'s-Gravenzande", "s-gravenzande"), ("../../etc", "etc"), ("Fryslân Zuid", "fryslan-zuid"),
      ("  ", ""), ("Wijk 3", "wijk-3"), ("Één", "een"),
    ])
  func slug(name: String, slug: String) { #expect(Slug.make(from: name) == slug) }

  @Test(
    "The nearest known word is suggested, when it is near",
    arguments: [
      ("drempell", "drempel"), ("uitvoor", "uitvoer"), ("dermpel", "drempel"), ("zon", nil),
    ])
  func suggestion(word: String, nearest: String?) {
    #expect(Spelling.nearest(to: word, among: ["regio", "drempel", "uitvoer"]) == nearest)
  }

  @Test(
    "A pattern fits a whole name",
    arguments: [
      ("a.csv", "*.csv", true), ("a.csv.part", "*.csv", false),
      ("praktijk-1.csv", "praktijk-?.csv", true),
      ("praktijk-12.csv", "praktijk-?.csv", false), ("", "*", true), ("abc", "a*b*c", true),
    ])
  func pattern(name: String, pattern: String, fits: Bool) {
    #expect(FilePattern.matches(Array(name.utf8)[...], Array(pattern.utf8)[...]) == fits)
  }

  @Test(
    "Paths are made absolute by text",
    arguments: [
      ("/a/b", "c.csv", "/a/b/c.csv"), ("/a/b", "../c", "/a/c"), ("/a", "/x/./y", "/x/y"),
      ("/a", "../../..", "/"),
    ])
  func paths(folder: String, path: String, joined: String) {
    #expect(FileAccess.join(folder, path) == joined)
  }
}

@Suite("The officer's own text")
struct OfficerTextTests {
  @Test("Text belongs to the section or table of its heading")
  func paragraphs() throws {
    let text = """
      # 2.2
      Eerste regel
      tweede regel.

      Tweede alinea.
      ## t214 Eigen titel
      Bij de tabel.
      """
    let officer = try OfficerText.read(text, file: "d.md", knownIDs: ["2.2", "t214"])
    #expect(officer.paragraphs["2.2"] == ["Eerste regel tweede regel.", "Tweede alinea."])
    #expect(officer.paragraphs["t214"] == ["Bij de tabel."])
  }

  @Test("No text gets lost: an unknown heading or text above the first is an error")
  func lost() throws {
    for (text, line) in [("# 2.22\nx", 1), ("\nzomaar tekst", 2)] {
      let error = try #require(throws: PipelineError.self) {
        try OfficerText.read(text, file: "d.md", knownIDs: ["2.2", "t214"])
      }
      #expect(error.findings.first?.code == "E512")
      #expect(error.findings.first?.line == line)
    }
  }
}
