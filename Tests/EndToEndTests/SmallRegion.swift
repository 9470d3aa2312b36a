import TestSupport

/// A small invented region in a temporary folder, for runs that go wrong or are counted by hand.
enum SmallRegion {
  static let configuration = """
    regio: Voorbeeldregio
    peildatum: 2026-07-01
    rusttijd: 0
    beveiliging:
      drempel: 5
      kleinste_gebied: 0
    bronnen:
      praktijklijst: [p.csv]
      inwoners: [{bestand: i.csv, jaar: 2025}]
    wijken:
      - naam: Voorbeeldwijk
        postcodes: [1901, 1902]
        praktijken: ["01990011"]

    """

  /// 30 patients in 1901 and 20 in 1902, aged 36, men and women in turn.
  static var patients: String {
    let rows = (0..<50).map { number in
      let postcode = number < 30 ? "1901AB" : "1902CD"
      let sex = number % 2 == 0 ? "M" : "V"
      return "\(1001 + number);15-06-1990;\(sex);\(postcode);01-01-2015;;01990011"
    }
    return
      (["patientnummer;geboortedatum;geslacht;postcode;inschrijfdatum;uitschrijfdatum;praktijk_agb"]
      + rows).joined(separator: "\n") + "\n"
  }

  static let inhabitants = """
    postcode;leeftijd;geslacht;aantal
    1901;0-14;M;100
    1901;0-14;V;95
    1901;15-24;M;80
    1901;15-24;V;80
    1901;25-44;M;150
    1901;25-44;V;155
    1901;45-64;M;120
    1901;45-64;V;125
    1901;65+;M;90
    1901;65+;V;110
    1902;0-14;M;50
    1902;0-14;V;45
    1902;15-24;M;40
    1902;15-24;V;40
    1902;25-44;M;75
    1902;25-44;V;80
    1902;45-64;M;60
    1902;45-64;V;60
    1902;65+;M;45
    1902;65+;V;55

    """

  /// Writes the region; the configuration may be another.
  static func write(to folder: TemporaryFolder, configuration: String = configuration) throws {
    try folder.write(configuration, to: "wijkbeeld.yaml")
    try folder.write(patients, to: "p.csv")
    try folder.write(inhabitants, to: "i.csv")
  }
}
