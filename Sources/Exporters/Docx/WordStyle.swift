/// The styles that the chapter uses.
///
/// A house style is asked for them by name, without regard to case: the ids differ per language of
/// Word (`Kop1`, `Heading1`). What it lacks is added.
enum WordStyle: CaseIterable, Hashable, Sendable {
  case normal
  case defaultFont
  case normalTable
  case chapter
  case section
  case subheading
  case subtitle
  case bullet
  case caption
  case figure
  case notice
  case warning
  case officerText
  case officerPrompt
  case tableText
  case tableNumber
  case tableHead
  case tableHeadNumber
  case tableNote
  case gap
  case footer
  case strong
  case inhabitants
  case patients
  case both
  case insured
  case table

  /// The kinds of styles in Word.
  enum Kind: String, Sendable {
    case paragraph
    case character
    case table
  }

  /// The kind.
  var kind: Kind {
    switch self {
    case .defaultFont, .strong, .inhabitants, .patients, .both, .insured: .character
    case .normalTable, .table: .table
    default: .paragraph
    }
  }

  /// The name, for built-in styles the English one that every Word stores.
  var name: String {
    switch self {
    case .normal: "Normal"
    case .defaultFont: "Default Paragraph Font"
    case .normalTable: "Normal Table"
    case .chapter: "heading 1"
    case .section: "heading 2"
    case .subheading: "heading 3"
    case .subtitle: "Subtitle"
    case .bullet: "List Bullet"
    case .caption: "caption"
    case .figure: "Figuur"
    case .notice: "Wijkplan melding"
    case .warning: "Wijkplan waarschuwing"
    case .officerText: "Duiding"
    case .officerPrompt: "Duiding invullen"
    case .tableText: "Tabeltekst"
    case .tableNumber: "Tabelgetal"
    case .tableHead: "Tabelkop"
    case .tableHeadNumber: "Tabelkop getal"
    case .tableNote: "Tabelnoot"
    case .gap: "Tabelafstand"
    case .footer: "footer"
    case .strong: "Strong"
    case .inhabitants: "Wijkpopulatie"
    case .patients: "Patiëntenpopulatie"
    case .both: "Inwoners en patiënten"
    case .insured: "Verzekerden"
    case .table: "WijkplanTabel"
    }
  }

  /// The id when the style is added and the id is free; ASCII letters and digits only.
  var preferredID: String {
    switch self {
    case .normal: "Standaard"
    case .defaultFont: "Standaardalinea-lettertype"
    case .normalTable: "Standaardtabel"
    case .chapter: "Kop1"
    case .section: "Kop2"
    case .subheading: "Kop3"
    case .subtitle: "Ondertitel"
    case .bullet: "Lijstopsomteken"
    case .caption: "Bijschrift"
    case .footer: "Voettekst"
    case .strong: "Zwaar"
    case .patients: "Patientenpopulatie"
    default: name.split(separator: " ").joined()
    }
  }

  /// Whether Word knows the style by itself.
  var isBuiltIn: Bool {
    switch self {
    case .normal, .defaultFont, .normalTable, .chapter, .section, .subheading, .subtitle, .bullet,
      .caption, .footer, .strong:
      true
    default: false
    }
  }

  /// The style that this one starts from.
  var base: WordStyle? {
    switch self {
    case .normal, .defaultFont, .normalTable: nil
    case .tableNumber, .tableHead: .tableText
    case .tableHeadNumber: .tableHead
    case .table: .normalTable
    default:
      switch kind {
      case .paragraph: .normal
      case .character: .defaultFont
      case .table: .normalTable
      }
    }
  }

  /// Whether a paragraph behind it is a normal one.
  var isFollowedByNormal: Bool {
    switch self {
    case .chapter, .section, .subheading, .subtitle, .caption: true
    default: false
    }
  }
}

/// The id of every style in one document.
struct StyleIDs: Sendable {
  private let ids: [WordStyle: String]

  init(_ ids: [WordStyle: String]) { self.ids = ids }

  subscript(_ style: WordStyle) -> String { ids[style] ?? style.preferredID }
}
