/// A key of the configuration: the one list that the reader, the schema and the scaffold use.
struct ConfigurationKey: Sendable {
  /// What its value may be.
  enum Shape: Sendable {
    case text
    case wholeNumber(ClosedRange<Int>)
    case date
    case choice([String])
    case duration
    case textList
    case mapping([ConfigurationKey])
    case mappingList([ConfigurationKey])
    /// A list of paths, or of mappings with a path and these keys.
    case sourceList([ConfigurationKey])
  }

  let name: String
  let shape: Shape
  let isRequired: Bool
  /// The Dutch explanation in the schema.
  let text: String

  init(_ name: String, _ shape: Shape, isRequired: Bool = false, _ text: String) {
    self.name = name
    self.shape = shape
    self.isRequired = isRequired
    self.text = text
  }
}

extension ConfigurationKey {
  /// The kinds of input of product.md, section 3.
  static let sourceKinds = [
    "praktijklijst", "episoden", "ketenzorg", "inwoners", "ses", "gezondheidsmonitor",
    "gebiedskoppeling", "praktijkspiegel", "zorgkosten", "referentie", "activiteiten", "signalen",
    "wijkprofiel", "praktijken", "ernst", "kaart",
  ]

  static let yesNo = ["ja", "nee", "true", "false"]

  static let sourceKeys = [
    ConfigurationKey("bestand", .text, isRequired: true, "Pad of patroon met *"),
    ConfigurationKey("indeling", .text, "Naam van de indeling, als herkennen niet lukt"),
    ConfigurationKey("jaar", .wholeNumber(1990...2100), "Jaar van de cijfers"),
    ConfigurationKey("codering", .choice(["utf-8", "windows-1252", "utf-16"]), "Tekencodering"),
    ConfigurationKey("scheidingsteken", .choice([";", ",", "tab", "|"]), "Scheidingsteken"),
    ConfigurationKey("decimaal", .choice(["komma", "punt"]), "Decimaalteken"),
    ConfigurationKey("bron", .text, "Bronvermelding onder tabellen"),
  ]

  static let wijkKeys = [
    ConfigurationKey("naam", .text, isRequired: true, "Naam van de wijk in het plan"),
    ConfigurationKey("postcodes", .textList, isRequired: true, "Postcodes (4 cijfers)"),
    ConfigurationKey("praktijken", .textList, "AGB-codes van de deelnemende praktijken"),
    ConfigurationKey("wijktype", .text, "Wijktype volgens de RIVM-toolkit; alleen context"),
    ConfigurationKey("buurten", .textList, "CBS-buurten (BU########)"),
    ConfigurationKey("grenzen", .text, "De grenzen van de wijk in woorden"),
    ConfigurationKey("motivering", .text, "Waarom deze afbakening"),
    ConfigurationKey(
      "doelgroepen",
      .mappingList([
        ConfigurationKey("naam", .text, isRequired: true, "Naam van de doelgroep"),
        ConfigurationKey("toelichting", .text, "Wat over de doelgroep bekend is"),
        ConfigurationKey("bron", .text, "Bron"),
      ]), "Speciale doelgroepen in de wijk"),
    ConfigurationKey("duiding", .text, "Bestand met eigen tekst per paragraaf"),
    ConfigurationKey("weglaten", .textList, "Tabellen of paragrafen die wegblijven"),
    ConfigurationKey(
      "keuzes",
      .mapping([
        ConfigurationKey("top3", .textList, "De drie problemen die de WSV kiest"),
        ConfigurationKey("toelichting", .text, "Waarom deze drie"),
      ]), "Keuzes van de WSV"),
  ]

  static let all = [
    ConfigurationKey("regio", .text, isRequired: true, "Naam van de regio"),
    ConfigurationKey("peildatum", .date, isRequired: true, "Peildatum, jjjj-mm-dd"),
    ConfigurationKey("uitvoer", .text, "Map voor de uitvoer, vanaf dit bestand"),
    ConfigurationKey(
      "beveiliging",
      .mapping([
        ConfigurationKey(
          "drempel", .wholeNumber(5...1000), "Kleinste aantal dat getoond mag worden"),
        ConfigurationKey("afronding", .choice(["geen", "5"]), "Afronding van getoonde aantallen"),
        ConfigurationKey("kleinste_gebied", .wholeNumber(0...100_000), "Kleinste gebied; 0 = uit"),
      ]), "Bescherming van kleine aantallen"),
    ConfigurationKey(
      "bronnen",
      .mapping(sourceKinds.map { ConfigurationKey($0, .sourceList(sourceKeys), "Bestanden") }),
      isRequired: true, "De bestanden per soort"),
    ConfigurationKey("wijken", .mappingList(wijkKeys), isRequired: true, "De wijken"),
    ConfigurationKey("planjaar", .wholeNumber(1990...2100), "Jaar van het wijkplan"),
    ConfigurationKey("rusttijd", .wholeNumber(0...86_400), "Seconden zonder wijziging; 0 = uit"),
    ConfigurationKey("verouderd_na", .duration, "Leeftijd waarna gegevens te oud zijn, zoals 400d"),
    ConfigurationKey("symlinks_toestaan", .choice(yesNo), "Of een bestand een koppeling mag zijn"),
    ConfigurationKey("huisstijl", .text, "Word-bestand met de huisstijl"),
    ConfigurationKey("praktijken_tonen", .choice(yesNo), "Of praktijken met naam worden genoemd"),
    ConfigurationKey(
      "hoofdbehandelaar_ontbreekt", .choice(["niet", "meetellen"]),
      "Of een onbekende hoofdbehandelaar meetelt"),
    ConfigurationKey("angst_stemming", .choice(["strikt", "ruim"]), "Codelijst angst en stemming"),
    ConfigurationKey("vergelijk_met", .choice(["referentie", "regio"]), "Vergelijkingsgroep"),
    ConfigurationKey("dubbelen_zoeken", .choice(yesNo), "Mogelijke dubbelinschrijvingen zoeken"),
    ConfigurationKey("overdispersie", .choice(["aan", "uit"]), "Spreiding tussen praktijken"),
    ConfigurationKey("definities", .textList, "Eigen definitiebestanden"),
  ]
}
