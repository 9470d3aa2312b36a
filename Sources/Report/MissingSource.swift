import DisclosureControl
import WijkModel

/// What is said where a table cannot be made.
enum MissingSource {
  /// The sentences for a table without a source: what is missing and which file to add.
  static func notice(_ number: String, notes: [TableNote]) -> String {
    let keys = sources(number, notes: notes)
    guard !keys.isEmpty else { return subject(number) }
    let files = keys.count == 1 ? "een bestand" : "bestanden"
    return subject(number) + " Voeg daarvoor in wijkbeeld.yaml, onder “bronnen”, \(files) toe bij "
      + "\(DutchText.enumeration(keys.map { "“\($0)”" }))."
  }

  /// What is missing, without the file; enough where an earlier section named it.
  static func subject(_ number: String) -> String {
    let what = number == "t212" ? "gegevens" : "cijfers"
    return "Over \(subjects[number] ?? "dit onderwerp") zijn nog geen \(what)."
  }

  /// The keys of the configuration that would bring the table.
  ///
  /// The note `bron-ontbreekt` of the release may name another source than the usual one.
  static func sources(_ number: String, notes: [TableNote]) -> [String] {
    let note = notes.first { $0.code == "bron-ontbreekt" && matches($0, number) }
    let source = note?.facts["bron"] ?? defaultSource[number] ?? ""
    return source.split(separator: ",").map { String($0.drop { $0 == " " }) }
  }

  private static func matches(_ note: TableNote, _ number: String) -> Bool {
    guard let table = note.facts["tabel"] else { return false }
    return table == number || table.hasPrefix(number + "-")
  }

  private static let defaultSource = [
    "t201": "inwoners", "t202": "praktijklijst", "t203": "inwoners", "t204": "inwoners",
    "t205": "inwoners", "t206": "ses", "t208": "gezondheidsmonitor",
    "t209": "gezondheidsmonitor", "t210": "episoden", "t212": "activiteiten",
    "t213": "praktijklijst", "t214": "praktijklijst", "t215": "episoden", "t217": "episoden",
    "t219": "praktijkspiegel", "t220": "zorgkosten", "t221": "referentie", "t223": "episoden",
  ]

  private static let subjects = [
    "t201": "inwoners en patiënten per postcode", "t202": "de herkomst van de patiënten",
    "t203": "de leeftijd van de inwoners", "t204": "de herkomst van de inwoners",
    "t205": "huishoudens en woningen", "t206": "de sociaaleconomische status",
    "t207": "verschillen tussen de postcodes", "t208": "de gezondheid van de inwoners",
    "t209": "de belangrijkste problemen van de inwoners",
    "t210": "de belangrijkste aandoeningen onder patiënten",
    "t212": "lopende activiteiten", "t213": "de inschrijving", "t214": "de patiënten",
    "t215": "chronische aandoeningen", "t217": "patiënten met meer aandoeningen tegelijk",
    "t219": "het zorggebruik bij de praktijken", "t220": "de zorgkosten",
    "t221": "verwachte aandoeningen onder inwoners",
    "t223": "chronische aandoeningen naar leeftijd",
  ]
}
