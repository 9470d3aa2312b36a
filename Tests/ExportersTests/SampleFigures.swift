import Report
import WijkModel

/// Made-up figures of every form.
enum SampleFigures {
  static let map = ReportFigure(
    id: "f201-kaart-dekkingsgraad", number: 1,
    caption: "Dekkingsgraad per postcode: ingeschreven patiënten op 1 juli 2026 per 100 inwoners",
    badge: .both,
    alternative: "Dekkingsgraad per postcode: het hoogst is 71 % in postcode 1901, het laagst 24 % "
      + "in postcode 1903.",
    content: .map(areas, breaks: [25, 50, 70, 90], unit: "%"))

  /// A concave area, one with a hole, an island in the hole, two small ones and one without a value.
  private static let areas = [
    MapArea(
      label: "1901", value: 71, valueLabel: "71 %",
      rings: [
        ring([
          (0, 0), (4000, 0), (4000, 900), (900, 900), (900, 3100), (4000, 3100), (4000, 4000),
          (0, 4000),
        ])
      ]),
    MapArea(
      label: "1902", value: 60, valueLabel: "60 %",
      rings: [
        ring([(900, 900), (4000, 900), (4000, 3100), (900, 3100)]),
        ring([(2600, 1500), (3700, 1500), (3700, 2500), (2600, 2500)]),
      ]),
    MapArea(
      label: "1903", value: 24, valueLabel: "24 %",
      rings: [ring([(2600, 1500), (3700, 1500), (3700, 2500), (2600, 2500)])]),
    MapArea(
      label: "1904", value: nil, valueLabel: "te weinig",
      rings: [ring([(4000, 0), (6200, 400), (6000, 2300), (4000, 2500)])]),
    MapArea(
      label: "1905", value: 93, valueLabel: "93 %",
      rings: [ring([(4000, 2500), (4400, 2480), (4380, 2900), (4000, 2900)])]),
    MapArea(
      label: "1906", value: 40, valueLabel: "40 %",
      rings: [ring([(4000, 2900), (4380, 2900), (4600, 4000), (4000, 4000)])]),
    MapArea(
      label: "1907", value: 12, valueLabel: "12 %",
      rings: [ring([(4380, 2480), (6000, 2300), (5800, 4000), (4600, 4000)])]),
  ]

  private static func ring(_ points: [(Double, Double)]) -> [MapPoint] {
    points.map { MapPoint(x: 90_000 + $0.0, y: 460_000 + $0.1) }
  }

  static let pyramid = ReportFigure(
    id: "f202-piramide", number: 2,
    caption: "Leeftijdsopbouw van de inwoners. CBS, 1 januari 2025", badge: .inhabitants,
    alternative:
      "Bevolkingspiramide van Voorbeeldwijk: 26 % is 65 jaar of ouder, in Nederland 20 %.",
    content: .pyramid(fiveYearBands, referenceName: "Nederland"))

  private static let fiveYearBands: [PyramidBand] = {
    let men = [
      2.4, 2.5, 2.6, 2.6, 2.9, 3.1, 3.0, 2.9, 2.8, 2.9, 3.1, 3.5, 3.6, 3.5, 3.3, 3.0, 2.0, 1.1, 0.5,
      0.1,
    ]
    let reference = [
      2.5, 2.6, 2.7, 2.9, 3.2, 3.3, 3.3, 3.2, 3.0, 3.0, 3.3, 3.5, 3.3, 2.9, 2.6, 2.2, 1.3, 0.7, 0.3,
      0.1,
    ]
    return men.indices.map { index in
      PyramidBand(
        label: index == 19 ? "95+" : "\(index * 5)–\(index * 5 + 4)", men: men[index],
        women: men[index] * (index < 12 ? 0.98 : 1.12), menReference: reference[index],
        womenReference: reference[index] * (index < 12 ? 0.97 : 1.1))
    }
  }()

  static let dots = ReportFigure(
    id: "f203-gezondheid", number: 3,
    caption: "Gezondheid en welzijn van volwassenen in de wijk en de regio", badge: .inhabitants,
    alternative: "In Voorbeeldwijk ervaart 74 % een goede gezondheid, in de regio 78 %.",
    content: .dots(
      [
        DotRow(
          label: "Goed of zeer goed ervaren gezondheid", value: 74.1, low: 71.9, high: 76.2,
          benchmark: 78.3),
        DotRow(
          label: "Overgewicht (BMI 25 of hoger)", value: 52, low: nil, high: nil, benchmark: 48),
        DotRow(
          label: "Hoog risico op een angststoornis of depressie", value: 8.7, low: 7.2, high: 10.4,
          benchmark: 7.4),
        DotRow(label: "Eenzaam", value: 49, low: 46, high: 52, benchmark: 46),
        DotRow(label: "Ernstig eenzaam", value: nil, low: nil, high: nil, benchmark: 11),
        DotRow(label: "Rookt", value: 16, low: 14.2, high: 18.1, benchmark: 15),
        DotRow(label: "Moeite met rondkomen", value: 21, low: 19, high: 23.4, benchmark: nil),
      ], unit: "%", valueName: "Voorbeeldwijk", benchmarkName: "Regio Voorbeeld"))

  static let patientPyramid = ReportFigure(
    id: "f204-piramide-patienten", number: 4,
    caption: "Leeftijdsopbouw van de patiënten, peildatum 1 juli 2026", badge: .patients,
    alternative: "Van de patiënten is 24 % 65 jaar of ouder.",
    content: .pyramid(
      [
        PyramidBand(label: "0–4", men: nil, women: 2.3, menReference: 2.5, womenReference: 2.4),
        PyramidBand(label: "5–17", men: 7.1, women: 6.8, menReference: 7.0, womenReference: 6.7),
        PyramidBand(
          label: "18–44", men: 16.2, women: 16.1, menReference: 16.8, womenReference: 16.5),
        PyramidBand(
          label: "45–64", men: 12.6, women: 12.9, menReference: 13.1, womenReference: 13.0),
        PyramidBand(label: "65–74", men: 6.1, women: 6.8, menReference: 5.4, womenReference: 5.6),
        PyramidBand(label: "75–84", men: 3.6, women: 4.1, menReference: 3.0, womenReference: 3.4),
        PyramidBand(label: "85+", men: 1.2, women: 1.8, menReference: 0.8, womenReference: 1.4),
      ], referenceName: "Inwoners van de wijk"))

  static let bars = ReportFigure(
    id: "f206-balken", number: 5, caption: "Patiënten per 1.000 met een aandoening",
    badge: .patients, alternative: "CVRM komt het meest voor.",
    content: .bars(
      [
        BarRow(label: "CVRM", value: 131), BarRow(label: "Diabetes", value: 60),
        BarRow(label: "Astma", value: 52), BarRow(label: "COPD", value: nil),
        BarRow(label: "Angst en stemming (strikte codelijst)", value: 38),
      ], unit: "per 1.000"))

  static let index = ReportFigure(
    id: "f205-chronisch", number: 6,
    caption: "Waargenomen gedeeld door verwacht (× 100) per postcode", badge: .patients,
    alternative: "Diabetes komt in 1902 vaker voor dan verwacht.",
    content: .dots(
      [
        DotRow(label: "Diabetes, 1901", value: 104, low: 92, high: 118, benchmark: 100),
        DotRow(label: "Diabetes, 1902", value: 131, low: 115, high: 148, benchmark: 100),
        DotRow(label: "Diabetes, 1903", value: nil, low: nil, high: nil, benchmark: 100),
        DotRow(label: "COPD, 1901", value: 88, low: 71, high: 108, benchmark: 100),
      ], unit: "", valueName: "in deze postcode", benchmarkName: "verwacht (100)"))

  static let scores = ReportFigure(
    id: "f207-ses", number: 7, caption: "SES-WOA per postcode, 2023", badge: .inhabitants,
    alternative: "1902 ligt onder het Nederlandse gemiddelde.",
    content: .bars(
      [
        BarRow(label: "1901", value: 0.14), BarRow(label: "1902", value: -0.21),
        BarRow(label: "1903", value: 0.02),
      ], unit: ""))

  static let trend = ReportFigure(
    id: "f208-trend", number: 8,
    caption: "Patiënten per 1.000 met een aandoening, op 1 juli van elk jaar", badge: .patients,
    alternative: "Diabetes steeg van 58 naar 64 per 1.000; COPD bleef gelijk.",
    content: .trend(
      TrendLines(
        moments: (2021...2026).map { TrendMoment(label: "1 juli \($0)", year: Double($0) + 0.5) },
        lines: [
          TrendLine(label: "Diabetes", values: [58, 59.5, 60.2, 61.8, 63, 64.1]),
          TrendLine(label: "Astma", values: [51, 50.2, 52, 55, 56.1, 57]),
          TrendLine(label: "COPD", values: [22, 22.4, nil, 22.1, 21.8, 22]),
          TrendLine(label: "Angst en stemming", values: [36, 37.1, 38.9, 52, 53.5, 55]),
          TrendLine(label: "Chronische nierschade", values: [nil, nil, 12, 13.1, 14, nil]),
        ],
        breaks: [TrendBreak(after: 2, name: "nieuwe codelijst voor angst en stemming (2024)")],
        unit: "per 1.000 ingeschreven patiënten")))
}
