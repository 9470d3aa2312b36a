import DisclosureControl

extension Prevalence {
  /// How the table was computed, for 2.10; only what was really applied.
  var methods: [String] {
    var lines = [
      "Aandoeningen per 1.000: van de ingeschreven patiënten van dat gebied, met een marge van "
        + "95\u{A0}% (methode van Wilson)."
    ]
    guard isCompared else { return lines }
    lines += [
      "Verwacht aantal (indirecte standaardisatie): per leeftijd en geslacht de patiënten maal het "
        + "voorkomen in de vergelijkingscijfers\(references).",
      "Marge van O/E: exact bij minder dan 10 patiënten, anders volgens Byar. De toets is een exacte "
        + "tweezijdige Poissontoets.",
    ]
    if table.tableRows.contains(where: { !$0.text("oordeel_bh").isEmpty }) {
      lines.append(
        "Correctie voor het aantal vergelijkingen: Benjamini en Hochberg, over alle programma’s en "
          + "postcodes samen (5\u{A0}%); voor de wijk als geheel Bonferroni, over de programma’s.")
    }
    if table.hasNote("spreiding-praktijken") {
      lines.append(
        "Spreiding tussen praktijken: de marges van O/E en de toets zijn per aandoening verruimd met "
          + "een factor voor overspreiding (quasi-Poisson).")
    }
    return lines
  }

  /// ` (Nederland, 2025)`: the references with their year.
  private var references: String {
    let names = table.notes.filter { $0.code == "referentie" }.compactMap { note in
      note.facts["naam"].map { name in name + (note.facts["jaar"].map { ", \($0)" } ?? "") }
    }
    return names.isEmpty ? "" : " (\(names.joined(separator: "; ")))"
  }
}
