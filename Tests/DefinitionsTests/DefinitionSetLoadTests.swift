import Definitions
import Foundation
import TestSupport
import Testing
import WijkModel

@Suite("Reading definitions")
struct DefinitionSetLoadTests {
  @Test("The shipped definitions are free of mistakes")
  func shipped() throws {
    #expect(Shipped.problems(in: ProjectFolder.definitions) == [])
    #expect(try Shipped.definitions().hash.count == 64)
  }

  @Test("All mistakes of all files come at once, each with file and line")
  func allMistakes() throws {
    try Shipped.withCopy { folder in
      try folder.edit("icpc.csv", "DM2;T90.02;exact", "DM3;T90.02;exact")
      let code = try folder.append(
        "icpc.csv", "HVZ;K75;exact;nog eens;bron;2026-01-01", "HVZ;E11;exact;;b;2026-01-01")
      try folder.edit("leeftijdsklassen.csv", "nhg;15-24;", "nhg;16-24;")
      try folder.edit("meldingen.csv", "W201;info;", "W202;info;")
      let limit = try folder.append("grenzen.csv", "nieuw;veel;;;;2026-13-01")
      let column = try folder.append(
        "indelingen.csv", "ernst;eigen;wijk;datum;nee;;probleem;;;bron;2026-01-01")
      try folder.append("indelingen.csv", "ernst;eigen;kleur;verf;soms;;;;;bron;2026-01-01")
      try folder.edit("ziektegroepen.csv", ";episoderegel;", ";episoderegels;")
      let problems = Shipped.problems(in: folder)
      for expected in [
        "icpc.csv, regel 6: groep DM3 staat niet in ziektegroepen.csv",
        "icpc.csv, regel \(code): code K75 staat twee keer bij groep HVZ",
        "icpc.csv, regel \(code + 1): \"E11\" is geen ICPC-code",
        "leeftijdsklassen.csv, regel 4: klasse 16-24 sluit niet aan op 5–14 in indeling nhg",
        "grenzen.csv, regel \(limit): kolom waarde is geen getal: \"veel\"",
        "grenzen.csv, regel \(limit): bron ontbreekt",
        "grenzen.csv, regel \(limit): geldig_vanaf is geen datum (jjjj-mm-dd): \"2026-13-01\"",
        "indelingen.csv, regel \(column): de naam \"probleem\" hoort ook bij kolom probleem",
        "indelingen.csv, regel \(column): kolom wijk heeft al het type tekst",
        "ziektegroepen.csv, regel 1: kolom episoderegel ontbreekt",
      ] {
        #expect(problems.contains(expected), "\(expected)")
      }
      #expect(
        problems.contains { $0.hasPrefix("meldingen.csv") && $0.contains("W202 staat er twee") })
      #expect(
        problems.contains {
          $0.hasPrefix("indelingen.csv, regel \(column + 1): kolom type: \"verf\"")
        })
      #expect(
        problems.contains { $0.hasPrefix("ziektegroepen.csv, regel 1: kolom episoderegels is") })
    }
  }

  @Test("A missing or empty file is told by name")
  func missing() throws {
    try Shipped.withCopy { folder in
      try FileManager.default.removeItem(at: folder.appendingPathComponent("meldingen.csv"))
      try Data().write(to: folder.appendingPathComponent("grenzen.csv"))
      let problems = Shipped.problems(in: folder)
      #expect(problems.contains("meldingen.csv: het bestand is niet gevonden of niet leesbaar"))
      #expect(problems.contains("grenzen.csv: het bestand is leeg"))
    }
  }

  @Test(
    "Mistakes that would spoil a count are refused",
    arguments: [
      ("rangwaarden.csv", "knoop;;0,1;3", "knoop;;0,001;3", "knopen lopen op"),
      ("rangwaarden.csv", "waarde;poort_z;", "waarde;poort;", "poort_z ontbreekt"),
      ("kostensoorten.csv", "kosten_farmacie", "kosten_mondzorg", "telt twee keer mee"),
      ("kostensoorten.csv", "kosten_farmacie", "kosten_pillen", "staat niet in indelingen.csv"),
      (
        "doelgroepen.csv", "kinderen;Kinderen;kind|", "kinderen;Kinderen;jeugd|", "andere doelgroep"
      ),
      ("indicatoren.csv", "Rokers|", "Rokers|Eenzaamheid|", "hoort ook bij"),
      ("programmaregels.csv", "Astma;;16", "Astma;HVZ;16", "staat er twee keer"),
      ("ziektegroepen.csv", "COPD;COPD;COPD;", "COPD;Longen;COPD;", "heet zoals het programma"),
      ("ziektegroepen.csv", "ja;;nieren;ja;", "ja;;nieren;", "kolommen, de kopregel"),
      ("meldingen.csv", "het bestand is leeg (0 bytes)", "het bestand {is leeg", "haakjes"),
      ("indicatoren.csv", ";woningen;", ";gebouwen;", "noemer gebouwen is geen id"),
      ("indelingen.csv", "kenmerk woz", "kenmerk wozzie", "is onbekend"),
      ("indelingen_bestand.csv", "ernst;eigen;komma", "ernst;anders;komma", "geen kolommen"),
    ])
  func refused(file: String, old: String, new: String, expected: String) throws {
    let problems = try Shipped.withCopy { folder in
      try folder.edit(file, old, new)
      return Shipped.problems(in: folder)
    }
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
  }

  @Test("An own file adds rows by its header, and a new name for a column needs no more than that")
  func additional() throws {
    try Shipped.withCopy { folder in
      let own = folder.appendingPathComponent("mijn-his.csv")
      let header =
        "soort;indeling;kolom;type;verplicht;groep;alias;voorkomen;betekenis;bron;geldig_vanaf"
      let row = "praktijklijst;eigen;inschrijfdatum;;;;Ing. datum;;;ons HIS;2026-09-01"
      try (header + "\n" + row + "\n").write(to: own, atomically: true, encoding: .utf8)
      let plain = try DefinitionSet.load(from: folder.path)
      let wider = try DefinitionSet.load(from: folder.path, additional: [own.path])
      let column = wider.layouts(of: "praktijklijst").first?.column(named: "inschrijfdatum")
      #expect(column?.normalizedNames.contains("ing datum") == true)
      #expect(column?.type == .date)
      #expect(plain.hash != wider.hash)
      #expect(try plain.hash == Shipped.definitions().hash)
    }
  }

  @Test("A file of the same name adds rows to the shipped one")
  func additionalByName() throws {
    try Shipped.withCopy { folder in
      let own = folder.appendingPathComponent("eigen")
      try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
      let file = own.appendingPathComponent("icpc.csv")
      let row = "HARTFALEN;K84;rubriek;Andere hartziekte;onze afspraak;2026-09-01"
      try ("groep;icpc;wijze;omschrijving;bron;geldig_vanaf\n" + row + "\n").write(
        to: file, atomically: true, encoding: .utf8)
      let set = try DefinitionSet.load(from: folder.path, additional: [file.path])
      let code = try #require(ICPCCode("K84.02"))
      #expect(set.group(named: "Hartfalen")?.includes(code) == true)
      #expect(try Shipped.definitions().group(named: "Hartfalen")?.includes(code) == false)
    }
  }

  @Test("More groups than a patient has bits for are refused, not left uncounted")
  func tooManyGroups() throws {
    let regular = try Shipped.definitions().diseaseGroups.count
    func problems(_ count: Int) throws -> [String] {
      try Shipped.withCopy { folder in
        for place in regular + 1...count {
          try folder.append(
            "ziektegroepen.csv",
            "EIGEN\(place);Eigen \(place);;chronisch;nee;;;nee;;onze afspraak;2026-09-01")
          try folder.append("icpc.csv", "EIGEN\(place);K84;rubriek;;onze afspraak;2026-09-01")
        }
        return Shipped.problems(in: folder)
      }
    }
    #expect(try problems(64) == [])
    #expect(
      try problems(65) == [
        "ziektegroepen.csv: er zijn 65 groepen; er kunnen er hoogstens 64 zijn"
      ])
  }

  @Test("An own file with an unknown header is refused with a hint")
  func unknownHeader() throws {
    try Shipped.withCopy { folder in
      let own = folder.appendingPathComponent("iets.csv")
      try "a;b\n1;2\n".write(to: own, atomically: true, encoding: .utf8)
      let problems = Shipped.problems(in: folder, additional: [own.path])
      #expect(
        problems.count == 1
          && problems[0].hasPrefix("iets.csv, regel 1: de kopregel hoort bij geen"))
    }
  }

  @Test("Age bandings nest as the reports need")
  func bandings() throws {
    let definitions = try Shipped.definitions()
    #expect(
      definitions.banding("nhg").bands.map(\.label) == [
        "0–4", "5–14", "15–24", "25–44", "45–64", "65–74", "75+",
      ])
    for band in definitions.banding("nhg").bands {
      #expect(definitions.banding("cbs").bands.contains { $0.contains(band) })
    }
    #expect(definitions.banding("vijfjaars").bands.count == 20)
    #expect(definitions.banding("vijfjaars").bands.last == AgeBand(95, nil))
    #expect(
      definitions.banding("multimorbiditeit").bands.map(\.label) == [
        "0–44", "45–64", "65–74", "75+",
      ])
  }

  @Test("The ranking has its knots, 19 weights and limits")
  func ranking() throws {
    let ranking = try Shipped.definitions().ranking
    #expect(ranking.knots.map(\.share) == [0.01, 0.1, 1, 10, 25, 50])
    #expect(ranking.knots.map(\.points) == [1, 3, 5, 7, 9, 10])
    #expect(ranking.weights.count == 19 && Set(ranking.weights).count == 19)
    #expect(ranking.weights.first == .init(size: 0.5, severity: 0.5, deviation: 2))
    #expect(ranking.weights.last == .init(size: 2, severity: 2, deviation: 2))
    #expect(ranking.weights.allSatisfy { max($0.size, $0.severity, $0.deviation) == 2 })
    #expect(ranking[.unscoredSeverity] == 5 && ranking[.unscoredInfluence] == 10)
    #expect(ranking[.robustVariants] == 14 && ranking[.sharpDifference] == 1)
  }

  @Test(
    "Limits have their values",
    arguments: [
      ("kapotte_records_procent", 1), ("kapotte_records_aantal", 20), ("krimp_procent", 90),
      ("episoden_zonder_patient_procent", 10), ("episoden_minimum_patienten", 200),
      ("diabetes_niet_vastgelegd_procent", 5), ("dekking_geen_opmerking", 70),
      ("dekking_zegt_weinig", 50), ("dekking_volledig", 100), ("elfproef_aandeel", 0.5),
      ("drempel_minimum", 5), ("noemer_percentage", 100),
    ])
  func limits(id: String, value: Double) throws {
    #expect(try Shipped.definitions().limit(id) == value)
  }

  @Test(
    "Target groups are found by their aliases",
    arguments: [("Jeugd", "jongeren"), ("65+", "ouderen")])
  func targetGroups(name: String, id: String) throws {
    #expect(try Shipped.definitions().targetGroup(named: name)?.id == id)
  }

  @Test("The standard populations add up to 100,000", arguments: [19, 21])
  func standardPopulation(bands: Int) throws {
    let url = ProjectFolder.root.appendingPathComponent(
      "data/referentie/esp2013_\(bands)_klassen.csv")
    let rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
    let persons = rows.compactMap { Int($0.split(separator: ";")[5]) }
    #expect(rows.count == bands && persons.count == bands && persons.reduce(0, +) == 100_000)
  }
}
