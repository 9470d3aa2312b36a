import Foundation
import TestSupport

/// Invented values of nobody that must not come out of the program, and files that are full of them.
enum Canary {
  /// Passes the test of burgerservicenummers; made up.
  static let number = "987654329"
  /// The same without its leading zero: eight digits that pass, too.
  static let shortNumber = "10000022"
  static let name = "Kanariepiet Zangvogelaar"
  static let telephone = "06-99887766"
  static let mail = "kanarie@zangvogel.example"
  static let street = "Volièrelaan 77"
  static let note = "fluit sinds maart vals"
  static let birth = "13-07-1951"
  static let key = "PKAN"

  /// What is looked for; short forms, so that a part of a value is found, too.
  static let traces = [
    number, shortNumber, "anariepiet", "angvogel", "99887766", "kanarie@", "oli\u{E8}relaan",
    "fluit sinds", birth, "1951-07-13", "19510713", key,
  ]

  /// All values, for columns of any kind.
  static let values = [number, shortNumber, name, telephone, mail, street, note, birth]

  /// The traces that a text holds.
  static func hits(in text: String) -> [String] {
    let folded = text.lowercased()
    return traces.filter { folded.contains($0.lowercased()) }
  }
}

/// The small region with the values of ``Canary`` in every text and personal column.
enum CanaryRegion {
  static let configuration = """
    regio: Voorbeeldregio
    peildatum: 2026-07-01
    rusttijd: 0
    beveiliging:
      drempel: 5
      kleinste_gebied: 0
    bronnen:
      praktijklijst: [invoer/p.csv]
      episoden: [invoer/e.csv]
      ketenzorg: [invoer/k.csv]
      inwoners: [{bestand: invoer/i.csv, jaar: 2025}]
      gezondheidsmonitor: [invoer/g.csv]
      praktijkspiegel: [invoer/s.csv]
    wijken:
      - naam: Voorbeeldwijk
        postcodes: [1901, 1902]
        praktijken: ["01990011"]

    """

  static let listHeader =
    "bsn;naam;voornaam;straat;telefoon;e-mail;opmerking;patientnummer;geboortedatum;geslacht;"
    + "postcode;inschrijfdatum;uitschrijfdatum;uitschrijfreden;categorie;praktijk_agb;lievelingskleur"

  private static let personal = [
    Canary.number, Canary.name, "Kanariepiet", Canary.street, Canary.telephone, Canary.mail,
    Canary.note,
  ].joined(separator: ";")

  /// A row of the practice list whose personal columns are full.
  static func listRow(_ number: Int, _ cells: [Int: String] = [:]) -> String {
    var row = [
      "\(Canary.key)\(1000 + number)", number % 3 == 0 ? Canary.birth : "15-06-1990",
      number % 2 == 0 ? "M" : "V", number < 30 ? "1901AB" : "1902CD", "01-01-2015", "", Canary.note,
      "V", "01990011", Canary.name,
    ]
    for (field, text) in cells { row[field] = text }
    return personal + ";" + row.joined(separator: ";")
  }

  /// The practice list: good rows, rows with a wrong value in each column, and broken rows.
  static var list: String {
    var lines = ["Overzicht van \(Canary.name)", listHeader]
    lines += (0..<60).map { listRow($0) }
    var number = 60
    for field in 1..<9 {
      for value in Canary.values {
        lines.append(listRow(number, [field: value]))
        number += 1
      }
    }
    lines += [listRow(1, [3: "9999QZ"]), listRow(2, [0: ""])]
    lines += ["\(Canary.name);\(Canary.number)", listRow(3) + ";" + Canary.mail, personal]
    lines.append("Bron: \(Canary.name), \(Canary.telephone)")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Episodes and chain care: every column once with every value, in rows of known patients.
  static var episodes: String {
    var lines = ["patientnummer;praktijk_agb;icpc;begindatum;einddatum;omschrijving;journaal"]
    lines += (0..<40).map {
      "\(Canary.key)\(1000 + $0);01990011;T90.02;17-05-2015;;\(Canary.name);\(Canary.note)"
    }
    lines += dirtyRows(["\(Canary.key)1001", "01990011", "K86", "17-05-2015", "", "x", "y"], 1..<5)
    lines += ["\(Canary.key)1002;\(Canary.name)", "\(Canary.number);01990011;K86;;;;"]
    return lines.joined(separator: "\n") + "\n"
  }

  static var carePrograms: String {
    var lines = ["patientnummer;praktijk_agb;programma;deelname;hoofdbehandelaar;toelichting"]
    lines += (0..<40).map {
      "\(Canary.key)\(1000 + $0);01990011;Diabetes;J;huisarts;\(Canary.note)"
    }
    lines += dirtyRows(["\(Canary.key)1001", "01990011", "COPD", "J", "huisarts", "x"], 1..<5)
    lines.append("\(Canary.key)1002;\(Canary.name);\(Canary.mail)")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Rows with each value in each of some fields.
  private static func dirtyRows(_ row: [String], _ fields: Range<Int>) -> [String] {
    fields.flatMap { field in
      Canary.values.map { value in
        var cells = row
        cells[field] = value
        return cells.joined(separator: ";")
      }
    }
  }

  /// A text file with two more columns that are never read, and a row that is too long.
  static func annotated(_ text: String, header: String = "naam;opmerking") -> String {
    let lines = text.split(separator: "\n").map(String.init)
    let rows = lines.dropFirst().map { "\($0);\(Canary.name);\(Canary.note)" }
    let broken = (lines.last ?? "") + ";\(Canary.name);\(Canary.note);\(Canary.mail)"
    return ([lines[0] + ";" + header] + rows + [broken]).joined(separator: "\n") + "\n"
  }

  static let monitor = """
    pc4;jaar;indicator;leeftijd;waarde;ondergrens;bovengrens;n;basis
    1901;2024;Ervaren gezondheid (goed/zeer goed);18+;75,6;72,1;78,9;;model
    1902;2024;Ervaren gezondheid (goed/zeer goed);18+;71,6;70,1;75,9;;model
    NL;2024;Ervaren gezondheid (goed/zeer goed);18+;69,0;;;;gemeten

    """

  static let mirror = """
    praktijk_agb;jaar;indicatorcode;omschrijving;eenheid;teller;noemer;waarde;verwacht;regio;landelijk
    01990011;2025;HA_KOSTEN;Kosten huisarts per patiënt;euro;;3150;198,40;205,10;201,00;203,75

    """

  /// Writes the region.
  static func write(to folder: TemporaryFolder) throws {
    try folder.write(configuration, to: "wijkbeeld.yaml")
    try folder.write(list, to: "invoer/p.csv")
    try folder.write(episodes, to: "invoer/e.csv")
    try folder.write(carePrograms, to: "invoer/k.csv")
    try folder.write(annotated(SmallRegion.inhabitants), to: "invoer/i.csv")
    try folder.write(annotated(monitor), to: "invoer/g.csv")
    try folder.write(annotated(mirror), to: "invoer/s.csv")
  }
}
