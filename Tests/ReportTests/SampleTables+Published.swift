import WijkModel

extension SampleRelease {
  /// Inhabitants: 1901 is old, 1903 is young.
  static func t203(hasReference: Bool = true) -> DraftTable<Inhabitants> {
    var result: DraftTable<Inhabitants> = table(
      "t203-leeftijd-geslacht",
      dimensions("gebied_soort", "gebied", "leeftijd", "geslacht") + attributes("aantal"), "",
      source: "CBS, Kerncijfers per postcode", years: [2025])
    var areas = [
      ("pc4", "1901", [800, 700, 1700, 2160, 2640]), ("pc4", "1902", [800, 600, 1300, 1340, 1410]),
      ("pc4", "1903", [1300, 600, 1500, 900, 700]),
      ("wijk", "voorbeeldwijk", [2900, 1900, 4500, 4400, 4750]),
    ]
    if hasReference { areas.append(("land", "Nederland", [1500, 1200, 2500, 2800, 2000])) }
    for (kind, code, numbers) in areas {
      func add(_ age: String, _ number: Int) {
        for (sex, count) in [("M", number / 2), ("V", number - number / 2), ("Totaal", number)] {
          result.append([.text(kind), .text(code), .text(age), .text(sex), .count(count)])
        }
      }
      for (age, number) in zip(["0–14", "15–24", "25–44", "45–64", "65+"], numbers) {
        add(age, number)
      }
      add("Totaal", numbers.reduce(0, +))
    }
    return result
  }

  private static let characteristics =
    dimensions("gebied_soort", "gebied", "kenmerk", "indeling")
    + attributes("jaar", "waarde") + dimensions("eenheid")

  static func t204() -> DraftTable<Inhabitants> {
    table(
      "t204-herkomst", characteristics,
      """
      pc4;1901;Nederlandse herkomst;herkomst 2022;2025;80;%
      pc4;1902;Nederlandse herkomst;herkomst 2022;2025;70;%
      wijk;voorbeeldwijk;Nederlandse herkomst;herkomst 2022;2025;76.4;%
      """, source: "CBS, Kerncijfers per postcode", years: [2025])
  }

  static func t205() -> DraftTable<Inhabitants> {
    table(
      "t205-huishoudens-groepen", characteristics,
      """
      wijk;voorbeeldwijk;Huishoudens;;2025;9000;aantal
      wijk;voorbeeldwijk;Eenpersoonshuishoudens;;2025;3690;aantal
      wijk;voorbeeldwijk;Eenouderhuishoudens;;2025;630;aantal
      wijk;voorbeeldwijk;Koopwoningen;;2025;57.25;%
      wijk;voorbeeldwijk;Gemiddelde WOZ-waarde;;2025;312;x 1.000 euro
      """, source: "CBS, Kerncijfers per postcode", years: [2025])
  }

  static func t206() -> DraftTable<Inhabitants> {
    table(
      "t206-ses", characteristics,
      """
      pc4;1901;SES-WOA-score;;2023;0.12;score
      pc4;1902;SES-WOA-score;;2023;-0.21;score
      pc4;1903;SES-WOA-score;;2023;0.034;score
      wijk;voorbeeldwijk;SES-WOA-score;;2023;0.011;score
      """, source: "CBS, SES-WOA", years: [2023])
  }

  static func t207() -> DraftTable<Inhabitants> {
    table(
      "t207-verschillen",
      dimensions("kenmerk")
        + attributes(
          "laagste_gebied", "laagste", "hoogste_gebied", "hoogste", "verschil", "toelichting"),
      """
      Eenpersoonshuishoudens;x1903;24.5;x1901;48;23.5;procentpunten
      """.replacing("x", with: ""), source: "CBS", years: [2025])
  }

  static func t208(hasReference: Bool = true) -> DraftTable<Inhabitants> {
    let reference = hasReference ? "Voorbeeldregio" : ""
    func end(_ number: String) -> String { hasReference ? "\(reference);\(number);" : ";;" }
    return table(
      "t208-gezondheidsmonitor",
      dimensions("gebied_soort", "gebied", "indicator", "leeftijd")
        + attributes(
          "jaar", "basis", "waarde", "laag", "hoog", "n", "referentie", "referentie_waarde",
          "oordeel"),
      """
      pc4;1901;Eenzaam;18+;2024;model;50;;;;;;
      wijk;voorbeeldwijk;Ervaren gezondheid (goed/zeer goed);18+;2024;model;75.6;;;;\(end("77.1"))
      wijk;voorbeeldwijk;Eenzaam;18+;2024;model;49.2;;;;\(end("46.1"))
      wijk;voorbeeldwijk;Eenzaam;65+;2024;model;51;;;;\(end("48.1"))
      wijk;voorbeeldwijk;Psychische klachten;18+;2024;model;18.2;;;;\(end("21.4"))
      wijk;voorbeeldwijk;Overgewicht;18+;2024;model;52;;;;\(end("51.9"))
      """, notes: [TableNote("gewogen")], source: "RIVM, Gezondheid per wijk en buurt",
      years: [2024])
  }

  private static let inhabitantRanking =
    dimensions("populatie", "rang", "probleem")
    + attributes(
      "thema", "score", "a_omvang", "b1_ernst", "b2_afwijking", "c", "aandeel", "referentie",
      "basis", "jaar", "zekerheid", "robuust_van_19", "personen")

  static func t209(
    notes: [TableNote] = [
      TableNote("ernst-niet-gescoord"), TableNote("geen-scherp-onderscheid"),
      TableNote(
        "meest-voorkomend", ["1": "beweegrichtlijn", "2": "overgewicht", "3": "eenzaam"]),
    ]
  ) -> DraftTable<Inhabitants> {
    table(
      "t209-top3-inwoners", inhabitantRanking,
      """
      inwoners;1;psychische-klachten;psychisch;78.73;8.5;5;10;10;21;17;model;2024;onbekend;19;2100
      inwoners;2;ernstig-eenzaam;eenzaamheid;76.37;7.8;5;10;10;15.2;11.2;model;2024;onbekend;16;1520
      inwoners;3;beweegrichtlijn;bewegen;68.5;10;5;5.5;10;54;50;model;2024;onbekend;12;5432
      """, notes: notes, source: "RIVM", years: [2024])
  }

  static func t211() -> DraftTable<Inhabitants> {
    table(
      "t211-ranglijst-inwoners", inhabitantRanking,
      """
      inwoners;1;psychische-klachten;psychisch;78.73;8.5;5;10;10;21;17;model;2024;onbekend;19;2100
      inwoners;2;ernstig-eenzaam;eenzaamheid;76.37;7.8;5;10;10;15.2;11.2;model;2024;onbekend;16;1520
      inwoners;3;beweegrichtlijn;bewegen;68.5;10;5;5.5;10;54;50;model;2024;onbekend;12;5432
      inwoners;4;overgewicht;gewicht;50;10;5;0;10;52;49.8;model;2024;;0;5200
      inwoners;5;eenzaam;eenzaamheid;49.9;9.9;5;0;10;49;46.5;model;2024;;0;4900
      """, source: "RIVM", years: [2024])
  }

  static func t221() -> DraftTable<Inhabitants> {
    table(
      "t221-verwachte-aandoeningen",
      dimensions("gebied_soort", "gebied", "groep")
        + attributes("verwacht", "inwoners", "referentie", "jaar"),
      """
      wijk;voorbeeldwijk;Diabetes;1187.4;18450;Nederland;2023
      """, source: "Nivel", years: [2023])
  }

  static func t212() -> DraftTable<NoPopulation> {
    table(
      "t212-activiteiten",
      dimensions("probleem", "activiteit")
        + attributes(
          "organisatie", "uitvoerder", "doelgroep", "start", "eind", "bereik", "overlap",
          "geen_activiteit"),
      """
      ernstig-eenzaam;Samen eten;Welzijn;welzijn;alleenwonenden;2024-09-01;;35;ja;nee
      ernstig-eenzaam;Welzijn op recept;WSV;wsv;volwassenen;2025-03-01;;60;ja;nee
      ernstig-eenzaam;Koffie in de kerk;Kerk;overig;ouderen;2020-01-01;;8;nee;nee
      beweegrichtlijn;Beweegmakelaar;Gemeente;gemeente;volwassenen;2023-01-01;;140;nee;nee
      psychische-klachten;;;;;;;;;ja
      overgewicht, eenzaam;Valpreventie;WSV;wsv;75-plussers;2025-01-01;;22;nee;nee
      """,
      notes: [
        TableNote(
          "problemen", ["kandidaten": "psychische-klachten|ernstig-eenzaam|beweegrichtlijn"])
      ])
  }

  static func t220() -> DraftTable<InsuredPersons> {
    table(
      "t220-zorgkosten",
      dimensions("gebied_soort", "gebied") + attributes("jaar") + dimensions("kostensoort")
        + attributes(
          "kosten", "verzekerdejaren", "per_verzekerde", "landelijk_per_verzekerde", "index"),
      """
      gemeente;Voorbeeldgemeente;2023;Huisartsenzorg;5000000;20000;250.4;240.2;104.2
      gemeente;Voorbeeldgemeente;2023;Totaal;60000000;20000;3000;3100;96.77
      """, notes: [TableNote("geen-marge")], source: "Vektis, open data", years: [2023])
  }
}
