import Definitions
import DelimitedText
import Exporters
import WijkModel

/// What `nieuw MAP` writes: a commented configuration and empty layouts with headers.
struct Scaffold {
  let definitions: DefinitionSet

  /// The files, by their path below the new folder.
  func files() -> [ExportedFile] {
    var files = [
      ExportedFile(path: "wijkbeeld.yaml", bytes: Array(Self.configuration.utf8)),
      ExportedFile(
        path: "wijkbeeld.schema.json", bytes: Array(ConfigurationSchema.text().utf8)),
      ExportedFile(path: "duiding/LEESMIJ.md", bytes: Array(Self.officerText.utf8)),
    ]
    for layout in definitions.layouts where layout.id.hasPrefix("eigen") && layout.kind != "kaart" {
      let name = layout.id == "eigen" ? layout.kind : layout.kind + "-" + layout.id.dropFirst(6)
      let columns = layout.columns.filter { $0.type != .freeText }.map(\.name)
      let header = "\u{FEFF}" + columns.joined(separator: ";") + "\r\n"
      files.append(
        ExportedFile(path: "leeg/\(name).csv", bytes: Array(header.utf8)))
    }
    return files
  }

  private static let officerText = """
    # Eigen tekst

    Zet hier een bestand per wijk, bijvoorbeeld mijnwijk.md, en noem het in wijkbeeld.yaml bij `duiding:`.
    Begin elk stuk met een kop met het nummer van de paragraaf of tabel:

        # 2.2
        Uw tekst bij paragraaf 2.2.

        # t215
        Uw tekst bij de tabel met chronische aandoeningen.

    Dit bestand LEESMIJ.md zelf wordt niet gelezen.

    """

  private static let configuration = """
    # yaml-language-server: $schema=wijkbeeld.schema.json
    # Instellingen van wijkbeeld. Regels met # zijn uitleg. Vul aan wat tussen < > staat.
    regio: <naam van de regio>
    peildatum: 2026-07-01            # eerste dag van een kwartaal; nooit "vandaag"
    planjaar: 2027
    uitvoer: reports                 # map voor de uitvoer, vanaf dit bestand

    beveiliging:
      drempel: 10                    # kleinste aantal patiënten dat getoond mag worden; minstens 5
      afronding: geen                # of 5
      kleinste_gebied: 200           # postcodes met minder patiënten gaan samen; 0 = uit

    # Zet de bestanden in invoer/. Lege bestanden met de juiste kolommen staan in leeg/.
    # Haal het # weg voor de bronnen die u heeft.
    bronnen:
      praktijklijst: [invoer/praktijken/*.csv]
    #  episoden: [invoer/episoden/*.csv]
    #  ketenzorg: [invoer/ketenzorg.csv]
    #  inwoners: [{bestand: invoer/cbs_pc4.csv, jaar: 2025}]
    #  ses: [invoer/ses.csv]
    #  gezondheidsmonitor: [invoer/ggd.csv]
    #  gebiedskoppeling: [invoer/gebiedskoppeling.csv]
    #  praktijkspiegel: [invoer/praktijkspiegel.csv]
    #  zorgkosten: [{bestand: invoer/vektis_gemeente.csv, jaar: 2023}]
    #  referentie: [invoer/referentie.csv]
    #  activiteiten: [invoer/activiteiten.csv]
    #  signalen: [invoer/signalen.csv]
    #  wijkprofiel: [invoer/wijkprofiel.csv]
    #  praktijken: [invoer/praktijken.csv]
    #  ernst: [invoer/ernst.csv]
    #  kaart: [invoer/kaart.geojson]

    wijken:
      - naam: <naam van de wijk>
        postcodes: [<1234>, <1235>]
        praktijken: ["<AGB-code, 8 cijfers>"]
    #    grenzen: <de grenzen in woorden>
    #    motivering: <waarom deze afbakening>
    #    duiding: duiding/mijnwijk.md
    #    keuzes: {top3: [eenzaam, roken, overgewicht], toelichting: <besproken met wie en wanneer>}

    """
}
