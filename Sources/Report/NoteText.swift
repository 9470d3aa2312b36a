import WijkModel

/// The sentences under a table, from the notes that the counting left.
enum NoteText {
  /// The sentences for the notes of a table, in their order; notes without a sentence are left out.
  ///
  /// Notes that the text of a section uses itself (`meest-voorkomend` and `bron-ontbreekt`) have none here.
  static func sentences(_ notes: [TableNote], names: Names) -> [String] {
    var result: [String] = []
    for note in notes where coverage[note.code] == nil {
      let text = sentence(note, names: names)
      if !text.isEmpty && !result.contains(text) { result.append(text) }
    }
    return result + references(notes) + coverageByAge(notes)
  }

  /// What coverage by age class means, one sentence per meaning.
  private static func coverageByAge(_ notes: [TableNote]) -> [String] {
    coverage.sorted { $0.key < $1.key }.compactMap { code, meaning in
      let ages = notes.filter { $0.code == code }.compactMap { $0.facts["leeftijd"] }
      guard !ages.isEmpty else { return nil }
      return "Dekkingsgraad van \(DutchText.enumeration(ages)) jaar: \(meaning)."
    }
  }

  private static let coverage = [
    "dekking-beperkt": "tussen 50 en 70\u{A0}%, dus een beperkt beeld van deze leeftijd",
    "dekking-zegt-weinig": "lager dan 50\u{A0}%, dus de cijfers zeggen weinig over deze leeftijd",
    "dekking-boven-100": "hoger dan 100\u{A0}%, door andere datums en adressen in beide bronnen",
  ]

  /// The sentence for a note; empty when it has none.
  static func sentence(_ note: TableNote, names: Names) -> String {
    if let fixed = fixedSentences[note.code] { return fixed }
    let facts = note.facts
    switch note.code {
    case "onvoldoende-dekking", "weggelaten", "alleen-omvang", "toets", "ernst-deels-gescoord":
      return candidates(note, names)
    case "postcode-niet-in-bron":
      let list = items(facts["postcodes"])
      guard !list.isEmpty else { return "" }
      return "De bron van de inwoners kent \(list.count == 1 ? "postcode" : "de postcodes") "
        + "\(DutchText.enumeration(list)) niet."
    case "kleine-postcodes":
      let list = items(facts["postcodes"])
      guard !list.isEmpty else { return "" }
      return "Niet vergeleken, omdat er weinig mensen wonen: \(DutchText.enumeration(list))."
    case "andere-definitie":
      let list = items(facts["groepen"])
      guard !list.isEmpty else { return "" }
      return "De vergelijkingscijfers gebruiken een andere definitie bij "
        + "\(DutchText.enumeration(list)); daarom is er geen oordeel."
    case "geen-referentie":
      let list = items(facts["groepen"])
      return list.isEmpty
        ? "Er zijn geen vergelijkingscijfers; daarom is er geen verwachting en geen oordeel."
        : "Zonder vergelijkingscijfers, dus zonder verwachting: \(DutchText.enumeration(list))."
    case "referentie-onvolledig":
      let list = items(facts["groepen"])
      guard !list.isEmpty else { return "" }
      return "De vergelijkingscijfers kennen niet alle leeftijden bij "
        + "\(DutchText.enumeration(list)); daarom ontbreekt daar de verwachting."
    case "samenstelling":
      guard let percentage = facts["procent"] else { return "" }
      return "De opbouw van alle patiënten naar leeftijd en geslacht verschilt "
        + "\(percentage)\u{A0}% van die van de inwoners van de wijk (0\u{A0}% is gelijk)."
    case "geen-scherp-onderscheid":
      return "Geen scherp onderscheid: een andere weging of een klein verschil in cijfers kan een "
        + "ander probleem in deze top 3 brengen."
    case "ketenzorg-praktijken":
      guard let number = facts["aantal"], let total = facts["totaal"] else { return "" }
      return number == total
        ? "Deelname aan ketenzorg is bekend van alle praktijken."
        : "Deelname aan ketenzorg is bekend van \(number) van de \(total) praktijken."
    case "trend-standaard":
      guard let name = facts["naam"] else { return "" }
      return "Gecorrigeerd voor leeftijd en geslacht, naar de opbouw van \(name)."
    case "trend-breuk":
      let list = items(facts["redenen"])
      guard !list.isEmpty else { return "" }
      return
        "Niet met het vorige jaar te vergelijken, want gewijzigd: \(DutchText.enumeration(list))."
    case "indeling":
      return facts["naam"].map { "Indeling: \($0)." } ?? ""
    case "vergelijkingsgebieden":
      guard let number = facts["aantal"] else { return "" }
      return "De spreiding in de regio is berekend over \(number) \(facts["soort"] ?? "gebieden")."
    default: return ""
    }
  }

  /// The parts of a list in a fact; commas part them only where no stronger sign does.
  private static func items(_ list: String?) -> [String] {
    let list = list ?? ""
    let signs = list.contains("|") || list.contains(";") ? "|;" : ","
    return list.split { signs.contains($0) }.map { String($0.drop { $0 == " " }) }
      .filter { !$0.isEmpty }
  }

  /// What is said of some candidates of a ranking.
  private static func candidates(_ note: TableNote, _ names: Names) -> String {
    let ids = items(note.facts["kandidaten"])
    guard !ids.isEmpty, let start = candidateStarts[note.code] else { return "" }
    // A list of many names helps nobody.
    if ids.count > 6 { return "\(start) \(DutchNumber.word(ids.count)) onderwerpen." }
    let list = ids.map { DutchText.uncapitalized(names.problem($0)) }
    return "\(start) \(DutchText.enumeration(list))."
  }

  private static let candidateStarts = [
    "onvoldoende-dekking":
      "Niet meegewogen, omdat het cijfer minder dan 80\u{A0}% van de wijk dekt:",
    "weggelaten": "Niet meegewogen, omdat er geen cijfer voor de wijk is:",
    "alleen-omvang": "Zonder vergelijkingscijfer, dus alleen gewogen naar omvang:",
    "toets":
      "Er zijn te weinig gebieden voor een spreiding; daarom is de afwijking getoetst bij",
    "ernst-deels-gescoord": "De ernst is niet gescoord bij",
  ]

  /// All references of a table in one sentence.
  private static func references(_ notes: [TableNote]) -> [String] {
    var names: [String] = []
    for note in notes where note.code == "referentie" {
      guard let name = note.facts["naam"] else { continue }
      let text = name + (note.facts["jaar"].map { " (\($0))" } ?? "")
      if !names.contains(text) { names.append(text) }
    }
    return names.isEmpty ? [] : ["Vergeleken met: \(DutchText.enumeration(names))."]
  }

  private static let fixedSentences = [
    "onvolledig":
      "Een postcode waarvan het cijfer onbekend is, telt niet mee in het cijfer van de wijk.",
    "minstens":
      "Van een deel van de postcodes is het cijfer onbekend; het totaal van de wijk is daarom een "
      + "ondergrens.",
    "ernst-niet-gescoord":
      "De ernst van de problemen is niet gescoord; elk probleem telt daarin even zwaar.",
    "minder-dan-drie-praktijken":
      "Er leveren minder dan drie praktijken; daarom zijn er geen cijfers over hun zorggebruik.",
    "diabetes-type-onbekend":
      "Bij een deel van de patiënten met diabetes is het type niet vastgelegd. Zij tellen niet mee "
      + "bij diabetes type 2; zie het overzicht datakwaliteit voor de praktijken.",
    "episoden-ontbreken":
      "Van een deel van de praktijken ontbreken de episoden; hun patiënten tellen hier niet mee.",
    "geen-oordeel-episoden":
      "Omdat episoden van praktijken ontbreken, is er geen oordeel.",
    "geen-oordeel-diabetes":
      "Omdat bij diabetes het type te vaak ontbreekt, is er geen oordeel over diabetes.",
    "spreiding-praktijken":
      "De marges van O/E en de correctie houden rekening met de spreiding tussen de praktijken; het "
      + "oordeel (95\u{A0}%) doet dat niet.",
    "spreiding-onbekend":
      "Er leveren minder dan drie praktijken; de spreiding tussen praktijken is daarom niet "
      + "meegenomen.",
    "regio-te-weinig-wijken":
      "Er zijn te weinig andere wijken met volledige cijfers; daarom is niet met de regio vergeleken.",
    "niet-vergelijkbaar-2022":
      "Het CBS deelt herkomst sinds 2022 anders in; oudere cijfers zijn niet te vergelijken.",
    "kolommen-ontbreken": "Niet elk jaar kent alle kostensoorten; wat ontbreekt, is leeg gelaten.",
    "geen-marge": "Voor deze cijfers is geen marge beschikbaar.",
    "volwassenen": "Deze cijfers gaan over volwassenen; kinderen en jongeren tellen niet mee.",
    "herverdeeld": "Cijfers van buurten of wijken zijn omgerekend naar postcodes.",
    "modelschatting": "Dit zijn modelschattingen, zonder marge en zonder oordeel.",
    "gewogen":
      "Het cijfer van de wijk is het gemiddelde van de postcodes, gewogen naar inwoners.",
  ]
}
