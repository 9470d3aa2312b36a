import Report

/// Made-up tables as a reader sees them.
enum SampleTables {
  static let postcodes = ReportTable(
    id: "t201-postcodes", number: 1,
    caption: "Inwoners en ingeschreven patiënten per postcode. Inwoners: CBS, Kerncijfers per "
      + "postcode, 1 januari 2025; patiënten: praktijklijsten, peildatum 1 juli 2026",
    badge: .both,
    notes: [
      "• = niet getoond, omdat het aantal te klein is of een klein aantal zou verraden.",
      "Het verzorgingsgebied (80 %) zijn de postcodes waar 80 % van de patiënten woont.",
    ],
    columns: [
      DisplayColumn("Postcode", isNumeric: false), DisplayColumn("Plaats", isNumeric: false),
      DisplayColumn("Gemeente", isNumeric: false), DisplayColumn("Inwoners", isNumeric: true),
      DisplayColumn("Ingeschreven patiënten", isNumeric: true),
      DisplayColumn("Dekkingsgraad", isNumeric: true),
      DisplayColumn("Verzorgings­gebied (80 %)", isNumeric: false),
    ],
    rows: [
      DisplayRow(["1901", "Voorbeeldstad", "Voorbeeldstad", "7.105", "5.012", "71 %", "ja"]),
      DisplayRow(["1902", "Voorbeeldstad", "Voorbeeldstad", "6.480", "3.871", "60 %", "ja"]),
      DisplayRow(["1903", "Voorbeelddorp", "Voorbeeldstad", "4.690", "1.137", "24 %", "nee"]),
      DisplayRow(["1904", "Voorbeelddorp", "Voorbeeldstad", "175", "•", "•", "nee"]),
      DisplayRow(["Voorbeeldwijk", "", "", "18.450", "10.020", "54 %", ""], isTotal: true),
    ])

  static let ages = ReportTable(
    id: "t203-leeftijd-geslacht", number: 2,
    caption: "Inwoners naar leeftijd en geslacht. CBS, 1 januari 2025", badge: .inhabitants,
    notes: [],
    columns: [DisplayColumn("Gebied", isNumeric: false)]
      + ["0–14", "15–24", "25–44", "45–64", "65+", "Totaal"].map {
        DisplayColumn($0, isNumeric: true)
      },
    rows: [
      DisplayRow(["1901", "980", "710", "1.540", "1.530", "2.345", "7.105"]),
      DisplayRow(["1902", "1.010", "820", "1.810", "1.690", "1.150", "6.480"]),
      DisplayRow(["1903", "1.070", "560", "1.350", "1.055", "655", "4.690"]),
      DisplayRow(["1904", "25", "15", "30", "45", "60", "175"]),
      DisplayRow(
        ["Voorbeeldwijk", "3.085", "2.105", "4.730", "4.320", "4.210", "18.450"], isTotal: true),
    ])

  static let health = ReportTable(
    id: "t208-gezondheidsmonitor", number: 3,
    caption: "Gezondheid en welzijn van volwassenen (18 jaar en ouder). RIVM, GGD'en en CBS, 2022",
    badge: .inhabitants, notes: ["Indeling in dimensies door ons."],
    columns: [
      DisplayColumn("Indicator", isNumeric: false), DisplayColumn("Wijk", isNumeric: true),
      DisplayColumn("Marge", isNumeric: true), DisplayColumn("Regio", isNumeric: true),
      DisplayColumn("Nederland", isNumeric: true),
      DisplayColumn("Vergeleken met de regio", isNumeric: false),
      DisplayColumn("Basis", isNumeric: false),
    ],
    rows: [
      DisplayRow(["Lichaamsfuncties", "", "", "", "", "", ""]),
      DisplayRow([
        "Goed of zeer goed ervaren gezondheid", "74,1 %", "71,9–76,2", "78,3 %", "77,0 %", "lager",
        "gemeten",
      ]),
      DisplayRow([
        "Overgewicht (BMI 25 of hoger)", "52 %", "", "48 %", "50 %", "", "modelschatting",
      ]),
      DisplayRow(["Mentaal welbevinden", "", "", "", "", "", ""]),
      DisplayRow([
        "Hoog risico op een angststoornis of depressie", "8,7 %", "7,2–10,4", "7,4 %", "7,9 %",
        "geen aantoonbaar verschil", "gemeten",
      ]),
      DisplayRow(["Ernstig eenzaam", "onbekend", "", "11 %", "11 %", "", "omgerekend"]),
    ])

  static let patients = ReportTable(
    id: "t214-patienten-pc4-leeftijd-geslacht", number: 4,
    caption: "Ingeschreven patiënten naar postcode, leeftijd en geslacht, peildatum 1 juli 2026",
    badge: .patients, notes: [],
    columns: [DisplayColumn("Postcode", isNumeric: false), DisplayColumn("", isNumeric: false)]
      + ["0–4", "5–17", "18–44", "45–64", "65–74", "75–84", "85+", "Totaal"].map {
        DisplayColumn($0, isNumeric: true)
      },
    rows: [
      DisplayRow(["1901", "M", "120", "371", "802", "640", "301", "188", "62", "2.484"]),
      DisplayRow(["1901", "V", "113", "349", "790", "655", "322", "214", "85", "2.528"]),
      DisplayRow(["1902", "M", "•", "322", "690", "501", "•", "110", "31", "1.902"]),
      DisplayRow(
        [
          "Voorbeeldwijk", "Totaal", "471", "1.390", "3.240", "2.560", "1.290", "770", "299",
          "10.020",
        ], isTotal: true),
    ])

  static let waterfall = ReportTable(
    id: "t213-inschrijving", number: 5, caption: "Van patiëntenlijst naar getelde patiënten",
    badge: .patients, notes: [],
    columns: [DisplayColumn("Stap", isNumeric: false), DisplayColumn("Aantal", isNumeric: true)],
    rows: [
      DisplayRow(["Gelezen", "12.644"]), DisplayRow(["Uitgeschreven", "−301"]),
      DisplayRow(["Overleden", "−33"]), DisplayRow(["Geteld", "12.310"], isTotal: true),
    ])
}
