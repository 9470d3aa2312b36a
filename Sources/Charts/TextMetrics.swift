/// Widths of texts in the font of the charts, so that nothing overflows.
public enum TextMetrics {
  /// The width of a text in pixels when it is set in Carlito or Calibri.
  ///
  /// Signs that the table lacks, such as emoji, count as wide ones. Kerning is left out: it only
  /// makes texts narrower.
  public static func width(
    of text: String, size: Double, weight: FontWeight = .regular
  ) -> Double {
    var units = 0
    for scalar in text.unicodeScalars {
      units += CarlitoWidths.width(of: scalar, bold: weight == .bold)
    }
    return Double(units) * size / 1000
  }

  /// The text, or its beginning with `…` behind it when it is wider than the limit.
  public static func shortened(_ text: String, to limit: Double, style: TextStyle) -> String {
    guard width(of: text, size: style.size, weight: style.weight) > limit else { return text }
    var kept = Substring(text)
    while !kept.isEmpty {
      kept = kept.dropLast()
      let candidate = trimmedEnd(kept) + "…"
      if width(of: candidate, size: style.size, weight: style.weight) <= limit { return candidate }
    }
    return "…"
  }

  /// Breaks a text at blanks into at most `lines` lines no wider than the limit.
  ///
  /// A word wider than the limit is shortened; when the lines do not suffice, the last one ends
  /// with `…`. An empty text gives one empty line.
  public static func wrapped(
    _ text: String, to limit: Double, lines: Int, style: TextStyle
  ) -> [String] {
    var words = text.split(separator: " ").map(String.init)[...]
    var result: [String] = []
    while !words.isEmpty, result.count < lines {
      var line = words.removeFirst()
      if result.count == lines - 1 {
        line = ([line] + words).joined(separator: " ")
        words = []
      } else {
        while let next = words.first,
          width(of: line + " " + next, size: style.size, weight: style.weight) <= limit
        {
          line += " " + next
          words.removeFirst()
        }
      }
      result.append(shortened(line, to: limit, style: style))
    }
    return result.isEmpty ? [""] : result
  }

  private static func trimmedEnd(_ text: Substring) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
