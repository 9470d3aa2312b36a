import WijkModel

private let patients = TableColumn("aantal", .count(measure: "patienten"))

extension SampleRelease {
  static func t201(hasInhabitants: Bool) -> DraftTable<EnrolledPatients> {
    let columns =
      dimensions("gebied_soort", "gebied") + attributes("plaats", "gemeente", "inwoners") + [
        TableColumn("patienten", .count(measure: "patienten")),
        TableColumn("dekkingsgraad", .derived(from: "patienten"), rounding: .decimals(1)),
        TableColumn("kerngebied80", .derived(from: "patienten")),
        TableColumn("kerngebied90", .derived(from: "patienten")),
      ]
    return hasInhabitants
      ? table(
        "t201-postcodes", columns,
        """
        pc4;1901;Voorbeeldstad;Voorbeeldgemeente;8000;6000;75;ja;ja
        pc4;1902;Voorbeeldstad;Voorbeeldgemeente;5450;2480;45.5;nee;ja
        pc4;1903;Voorbeelddorp;Voorbeeldgemeente;5000;1540;30.8;nee;nee
        wijk;voorbeeldwijk;;;18450;10020;54.3089;;
        """,
        notes: [TableNote("dekking-zegt-weinig", ["leeftijd": "15–24"])],
        source: "CBS, Kerncijfers per postcode", years: [2025])
      : table(
        "t201-postcodes", columns,
        """
        pc4;1901;;;?;6000;?;ja;ja
        pc4;1902;;;?;2480;?;nee;ja
        pc4;1903;;;?;1540;?;nee;nee
        wijk;voorbeeldwijk;;;?;10020;?;;
        """)
  }

  static func t202() -> DraftTable<EnrolledPatients> {
    table(
      "t202-herkomst-patienten",
      dimensions("ligging", "gebied") + [
        patients, TableColumn("aandeel", .derived(from: "aantal"), rounding: .decimals(1)),
      ],
      """
      binnen;voorbeeldwijk;10020;81.4
      buiten;buiten;2230;18.12
      buiten;1911;1400;11.37
      buiten;elders;830;6.74
      onbekend;onbekend;60;0.49
      Totaal;Totaal;12310;100
      """, notes: [TableNote("samenstelling", ["procent": "7"])])
  }

  static func t213() -> DraftTable<EnrolledPatients> {
    table(
      "t213-inschrijving",
      dimensions("stap") + [TableColumn("aantal", .count(measure: "waterval"))],
      """
      gelezen;12500
      afgekeurd;12
      uitgeschreven;175
      overleden;3
      geboren na peildatum;0
      geteld;12310
      """)
  }

  /// Age classes × areas; the wijk and the total are sums, so that the release adds up.
  static func t214() -> DraftTable<EnrolledPatients> {
    let ages = ["0–4", "5–14", "15–24", "25–44", "45–64", "65–74", "75+"]
    let men = [
      "1901": [110, 280, 300, 700, 880, 400, 230], "1902": [60, 120, 130, 290, 370, 170, 70],
      "1903": [30, 90, 100, 190, 220, 120, 4], "buiten": [50, 90, 100, 250, 350, 200, 80],
    ]
    let women = [
      "1901": [100, 270, 310, 720, 900, 450, 350], "1902": [55, 110, 125, 290, 380, 190, 120],
      "1903": [28, 88, 105, 195, 230, 130, 10], "buiten": [45, 95, 110, 260, 360, 210, 90],
    ]
    var result: DraftTable<EnrolledPatients> = table(
      "t214-patienten-pc4-leeftijd-geslacht",
      dimensions("gebied_soort", "gebied", "leeftijd", "geslacht") + [patients], "")
    let wijk = ["1901", "1902", "1903"]
    for (kind, code, parts) in [
      ("pc4", "1901", ["1901"]), ("pc4", "1902", ["1902"]), ("pc4", "1903", ["1903"]),
      ("wijk", "voorbeeldwijk", wijk), ("buiten", "buiten-of-onbekend", ["buiten"]),
      ("Totaal", "Totaal", wijk + ["buiten"]),
    ] {
      func sum(_ counts: [String: [Int]], _ places: Range<Int>) -> Int {
        parts.reduce(0) { $0 + (counts[$1]?[places].reduce(0, +) ?? 0) }
      }
      let rows = ages.indices.map { (ages[$0], $0..<$0 + 1) } + [("Totaal", 0..<ages.count)]
      for (age, places) in rows {
        let (male, female) = (sum(men, places), sum(women, places))
        for (sex, count) in [("M", male), ("V", female), ("Totaal", male + female)] {
          result.append([.text(kind), .text(code), .text(age), .text(sex), .count(count)])
        }
      }
    }
    return result
  }

  static func t215() -> DraftTable<EnrolledPatients> {
    var lines: [String] = []
    for (kind, code, numbers) in [
      ("pc4", "1901", [350, 180, 400, 520, 300, 700, 1600, 80, 6000]),
      ("pc4", "1902", [150, 90, 200, 210, 110, 300, 740, 31, 2480]),
      ("pc4", "1903", [110, 8, 142, 170, 0, 220, 500, 9, 1540]),
      ("wijk", "voorbeeldwijk", [610, 278, 742, 900, 410, 1220, 2840, 120, 10020]),
      ("buiten", "buiten-of-onbekend", [120, 40, 160, 180, 90, 230, 600, 18, 2290]),
      ("Totaal", "Totaal", [730, 318, 902, 1080, 500, 1450, 3440, 138, 12310]),
    ] {
      let groups = [
        "Astma", "COPD", "Diabetes", "CVRM", "Angst en stemming", "VVR",
        "Minstens één chronische aandoening", "Artrose", "Totaal",
      ]
      for (group, number) in zip(groups, numbers) {
        lines.append("\(kind);\(code);\(group);bekend;\(number)")
      }
      if kind == "wijk" {
        lines.append("\(kind);\(code);Diabetes;programma;600")
        lines.append("\(kind);\(code);Diabetes;hoofdbehandelaar_onbekend;21")
        lines.append("\(kind);\(code);CVRM;programma;540")
        lines.append("\(kind);\(code);CVRM;hoofdbehandelaar_onbekend;4")
      }
    }
    return table(
      "t215-chronisch-pc4",
      dimensions("gebied_soort", "gebied", "groep", "soort") + [patients],
      lines.joined(separator: "\n"),
      notes: [
        TableNote("diabetes-type-onbekend"),
        TableNote("ketenzorg-praktijken", ["aantal": "4", "totaal": "5"]),
      ])
  }

  static func t217() -> DraftTable<EnrolledPatients> {
    table(
      "t217-multimorbiditeit",
      dimensions("gebied_soort", "gebied", "leeftijd", "groepen") + [
        TableColumn("aantal", .count(measure: "multimorbiditeit"))
      ],
      """
      wijk;voorbeeldwijk;0–44;1;500
      wijk;voorbeeldwijk;0–44;2;30
      wijk;voorbeeldwijk;0–44;3+;4
      wijk;voorbeeldwijk;0–44;Totaal;534
      wijk;voorbeeldwijk;Totaal;1;1900
      wijk;voorbeeldwijk;Totaal;2;700
      wijk;voorbeeldwijk;Totaal;3+;240
      wijk;voorbeeldwijk;Totaal;Totaal;2840
      """)
  }

  static func t223() -> DraftTable<EnrolledPatients> {
    table(
      "t223-chronisch-leeftijd-geslacht",
      dimensions("gebied_soort", "gebied", "groep", "leeftijd", "geslacht") + [patients],
      """
      wijk;voorbeeldwijk;Diabetes;0–44;M;40
      wijk;voorbeeldwijk;Diabetes;0–44;V;8
      wijk;voorbeeldwijk;Diabetes;0–44;Totaal;48
      wijk;voorbeeldwijk;Diabetes;Totaal;M;400
      wijk;voorbeeldwijk;Diabetes;Totaal;V;342
      wijk;voorbeeldwijk;Diabetes;Totaal;Totaal;742
      """)
  }

  static let rankingColumns =
    dimensions("populatie") + attributes("rang") + dimensions("probleem") + attributes("thema") + [
      TableColumn("score", .derived(from: "personen"), rounding: .decimals(1)),
      TableColumn("a_omvang", .derived(from: "personen"), rounding: .decimals(1)),
      TableColumn("aandeel", .derived(from: "personen"), rounding: .decimals(1)),
      TableColumn("referentie", .derived(from: "personen"), rounding: .decimals(1)),
    ] + attributes("basis", "zekerheid", "robuust_van_19") + [
      TableColumn("personen", .count(measure: "patienten"))
    ]

  static func t210() -> DraftTable<EnrolledPatients> {
    table(
      "t210-top3-patienten", rankingColumns,
      """
      patienten;1;DM2;diabetes;71.2;7.1;7.4;6.5;geteld;zeker;19;742
      patienten;2;HVZ;hart en vaten;60.1;7.5;9.0;8.9;geteld;mogelijk;17;900
      patienten;3;ARTROSE;bewegen;40.3;4.1;1.2;1.2;geteld;nee;8;120
      """, notes: [TableNote("geen-scherp-onderscheid"), TableNote("ernst-niet-gescoord")])
  }

  static func t222() -> DraftTable<EnrolledPatients> {
    table(
      "t222-ranglijst-patienten", rankingColumns,
      """
      patienten;1;DM2;diabetes;71.2;7.1;7.4;6.5;geteld;zeker;19;742
      patienten;2;HVZ;hart en vaten;60.1;7.5;9.0;8.9;geteld;mogelijk;17;900
      patienten;3;ARTROSE;bewegen;40.3;4.1;1.2;1.2;geteld;nee;8;120
      patienten;4;OVERGEWICHT;gewicht;20.3;2.1;0.08;0.1;geteld;;0;8
      """)
  }

  static func t219() -> DraftTable<EnrolledPatients> {
    table(
      "t219-praktijkspiegel",
      dimensions("gebied_soort", "gebied") + attributes("jaar")
        + dimensions("indicatorcode", "omschrijving")
        + attributes(
          "eenheid", "waarde", "verwacht", "index", "regio", "landelijk", "noemer"),
      """
      wijk;voorbeeldwijk;2025;VW1;Verwijzingen naar de tweede lijn;per 1.000;184;200;92;198;201;12000
      wijk;voorbeeldwijk;2025;CO1;Consulten;per 1.000;4200.5;4000;105.01;4100;4050;12000
      """, source: "Vektis, Praktijkspiegel", years: [2025])
  }
}
