/// The headers of columns as a reader of Excel sees them.
enum ColumnTitle {
  /// The Dutch header for the machine name of a column; an unknown name with blanks and a capital.
  static func title(of name: String) -> String {
    if let title = titles[name] { return title }
    let words = name.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private static let titles: [String: String] = [
    "gebied_soort": "Soort gebied", "patienten": "Patiënten",
    "aandeel": "Aandeel (%)", "dekkingsgraad": "Dekkingsgraad (%)",
    "kerngebied80": "Verzorgingsgebied (80 %)",
    "kerngebied90": "Verzorgingsgebied (90 %)", "per_1000": "Per 1.000",
    "per_1000_laag": "Per 1.000, ondergrens", "per_1000_hoog": "Per 1.000, bovengrens",
    "oe100": "O/E × 100", "oe100_laag": "O/E × 100, ondergrens",
    "oe100_hoog": "O/E × 100, bovengrens", "oe_methode": "Methode O/E", "p": "p-waarde",
    "oordeel95": "Oordeel (95 %)", "oordeel_bh": "Oordeel na correctie", "laag": "Ondergrens",
    "hoog": "Bovengrens", "n": "Aantal ondervraagden", "referentie": "Vergelijking",
    "referentie_waarde": "Waarde vergelijking", "a_omvang": "A. Omvang", "b1_ernst": "B1. Ernst",
    "b2_afwijking": "B2. Afwijking", "c": "C", "z": "z-waarde", "rang_laag": "Rang van",
    "rang_hoog": "Rang tot", "robuust_van_19": "Robuust (van 19 rekenwijzen)",
    "laagste_gebied": "Gebied met laagste", "hoogste_gebied": "Gebied met hoogste",
    "geen_activiteit": "Geen activiteit bekend", "groepen": "Aantal aandoeningen",
    "landelijk": "Nederland", "kosten": "Kosten (euro)",
    "per_verzekerde": "Per verzekerde (euro)",
    "landelijk_per_verzekerde": "Nederland, per verzekerde (euro)", "eenheid": "Eenheid",
  ]
}
