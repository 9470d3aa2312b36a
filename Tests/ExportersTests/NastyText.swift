import TestSupport

/// Texts that break writers: markup, formulas, quotes, emoji, direction and control signs.
enum NastyText {
  private static let pieces = [
    "&", "<", ">", "\"", "'", "|", "=1+1", "+", "-", "@", "\t", "\r", "\n", "\\", "`", "*", "_",
    "[",
    "](x)", "~~", "#", "1. ", "<script>alert(1)</script>", "</style>", "]]>", "<!--", "&amp;", "{{",
    "é", "👩‍⚕️", "🏳️‍🌈", "مرحبا", "\u{202E}", "\u{2066}", "\u{200F}", "\u{0}", "\u{7}", "\u{1B}",
    "\u{85}",
    "\u{FFFE}", "\u{A0}", " ", "  ", ",", ";", "5–9", "•", "woord", "\u{2028}", "javascript:",
    "$x$",
    String(repeating: "z", count: 90),
  ]

  /// A text of up to nine pieces.
  static func random(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...9, using: &random)).compactMap { _ in
      pieces.randomElement(using: &random)
    }.joined()
  }
}
