/// The files of a definition folder, with the columns of each.
enum DefinitionFile: String, CaseIterable {
  case layoutColumns = "indelingen.csv"
  case layoutFiles = "indelingen_bestand.csv"
  case diseaseGroups = "ziektegroepen.csv"
  case diseaseCodes = "icpc.csv"
  case programRules = "programmaregels.csv"
  case indicators = "indicatoren.csv"
  case ageBandings = "leeftijdsklassen.csv"
  case messages = "meldingen.csv"
  case limits = "grenzen.csv"
  case targetGroups = "doelgroepen.csv"
  case costKinds = "kostensoorten.csv"
  case personalColumns = "persoonskolommen.csv"
  case rankingValues = "rangwaarden.csv"
  case methods = "methoden.csv"

  /// The columns of the file; every file ends with `bron` and `geldig_vanaf`.
  var columns: [String] {
    let own: [String] =
      switch self {
      case .layoutColumns:
        [
          "soort", "indeling", "kolom", "type", "verplicht", "groep", "alias", "voorkomen",
          "betekenis",
        ]
      case .layoutFiles:
        ["soort", "indeling", "decimaal", "bronnaam", "verdere_kolommen", "eenhedenregel"]
      case .diseaseGroups:
        [
          "id", "naam", "programma", "episoderegel", "chronisch_telling", "telt_als", "thema",
          "tonen", "instelling",
        ]
      case .diseaseCodes: ["groep", "icpc", "wijze", "omschrijving"]
      case .programRules:

        [
          "programma", "alias", "leeftijd_vanaf", "leeftijd_tot_en_met", "gaat_na", "toelichting",
        ]
      case .indicators:
        [
          "id", "naam", "soort", "alias", "eenheid", "hoog_is_gunstig", "ranglijst", "thema",
          "probleem", "dimensie", "classificatie", "noemer",
        ]
      case .ageBandings: ["id", "klasse"]
      case .messages: ["code", "ernst", "titel", "melding", "advies"]
      case .limits: ["id", "waarde", "eenheid", "omschrijving"]
      case .targetGroups: ["id", "naam", "alias"]
      case .costKinds: ["naam", "kolommen"]
      case .personalColumns: ["kolom", "behalve_bij"]
      case .rankingValues: ["soort", "naam", "waarde1", "waarde2", "waarde3"]
      case .methods: ["id", "naam", "omschrijving", "formule", "gebruikt_bij", "functie"]
      }
    return own + ["bron", "geldig_vanaf"]
  }

  /// The file that a table of other rows belongs to: by its name, otherwise by its header.
  static func kind(fileName: String, header: [String]) -> DefinitionFile? {
    if let named = DefinitionFile(rawValue: fileName) { return named }
    let given = Set(header)
    let fitting = allCases.filter { given == Set($0.columns) }
    return fitting.count == 1 ? fitting.first : nil
  }
}

/// One row of a definition file.
struct DefinitionRow: Sendable {
  /// The name of the file, without its folder.
  let file: String
  /// The physical line, from 1.
  let line: Int
  private let cells: [String: String]

  init(file: String, line: Int, header: [String], cells: [String]) {
    self.file = file
    self.line = line
    self.cells = Dictionary(zip(header, cells)) { first, _ in first }
  }

  /// The cell without blanks around it; empty when it is blank.
  subscript(column: String) -> String { cells[column] ?? "" }

  /// The parts of a cell between `|`, without blanks around them; blank parts are left out.
  func list(_ column: String) -> [String] {
    self[column].split(separator: "|").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// Whether the cell says `ja`; a problem unless it says `ja` or `nee`.
  func flag(_ column: String, _ problems: inout DefinitionProblems) -> Bool {
    switch self[column] {
    case "ja": return true
    case "nee": return false
    default:
      problems.add(self, "kolom \(column) moet \"ja\" of \"nee\" zijn")
      return false
    }
  }

  /// A cell that may not be blank; a problem when it is.
  func required(_ column: String, _ problems: inout DefinitionProblems) -> String {
    if self[column].isEmpty { problems.add(self, "kolom \(column) is leeg") }
    return self[column]
  }

  /// A number with a decimal comma; a problem when it is none.
  func number(_ column: String, _ problems: inout DefinitionProblems) -> Double {
    let text = String(self[column].map { $0 == "," ? "." : $0 })
    guard let number = Double(text), number.isFinite else {
      problems.add(self, "kolom \(column) is geen getal: \"\(self[column])\"")
      return 0
    }
    return number
  }

  /// A whole number, or nil when the cell is blank; a problem when it is something else.
  func integer(_ column: String, _ problems: inout DefinitionProblems) -> Int? {
    guard !self[column].isEmpty else { return nil }
    guard let number = Int(self[column]) else {
      problems.add(self, "kolom \(column) is geen geheel getal: \"\(self[column])\"")
      return nil
    }
    return number
  }

  /// A word that stands for a case; a problem, naming the words that may stand, when it does not.
  func word<Word: RawRepresentable & CaseIterable>(
    _ column: String, as type: Word.Type, _ problems: inout DefinitionProblems
  ) -> Word? where Word.RawValue == String {
    if let word = Word(rawValue: self[column]) { return word }
    let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
    problems.add(self, "kolom \(column): \"\(self[column])\" bestaat niet (kies uit: \(known))")
    return nil
  }
}

extension String {
  /// The text without blanks at both ends.
  var trimmed: String {
    // Most cells have no blank at an end, and blanks of ASCII are below 0x21.
    let bytes = utf8
    if let first = bytes.first, let last = bytes.last, first > 0x20 && first < 0x7F,
      last > 0x20 && last < 0x7F
    {
      return self
    }
    var slice = Substring(self)
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }
}
