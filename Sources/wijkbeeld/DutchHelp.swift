/// The words that the library for arguments puts around our help, in Dutch.
enum DutchHelp {
  private static let words = [
    ("OVERVIEW: ", ""), ("USAGE: ", "GEBRUIK: "), ("ARGUMENTS:", "INVOER:"),
    ("OPTIONS:", "OPTIES:"), ("SUBCOMMANDS:", "OPDRACHTEN:"), ("<subcommand>", "<opdracht>"),
    ("(default: ", "(standaard: "), ("Show the version.", "Toon de versie."),
    ("Show help information.", "Toon deze uitleg."), ("See 'wijkbeeld help", "Zie 'wijkbeeld help"),
    ("for detailed help.", "voor meer uitleg."),
  ]

  /// A help text in Dutch; other texts, such as scripts for a shell, as they are.
  static func translated(_ text: String) -> String {
    guard text.contains("USAGE: ") else { return text }
    return words.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
