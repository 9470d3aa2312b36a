import WijkModel

/// Finds the codes of the machine tables in what a reader sees: headers, names of rows, sentences.
///
/// `1901`, `mannen` and `0–4` on a page are `1901`, `M` and `0–4` in `tabellen/`.
struct CodeNames {
  private let codes: Set<String>
  private let wijk: String
  /// Words in lower case with their codes, the longest first.
  private let phrases: [(words: String, code: String)]

  /// The words of the page for codes of the machine tables.
  private static let words = [
    "mannen": "M", "vrouwen": "V", "75 jaar en ouder": "75+", "1 aandoening": "1",
    "2 aandoeningen": "2", "3+ aandoeningen": "3+", "In programma": "programma",
    "Hoofdbehandelaar onbekend": "hoofdbehandelaar_onbekend",
    "Minstens één": "Minstens één chronische aandoening", "Buiten de wijk": "buiten",
    "Postcode onbekend": "onbekend", "Buiten de wijk of onbekend": "buiten-of-onbekend",
    "buiten de wijk of onbekend": "buiten-of-onbekend",
  ]

  /// Prepares the names of codes.
  init(_ codes: Set<String>, wijk: String) {
    self.codes = codes
    self.wijk = wijk
    var phrases: [String: String] = [:]
    for code in codes where code.count > 2 && code != "onbekend" && code != "buiten" {
      phrases[code.lowercased()] = code
    }
    for (word, code) in Self.words where codes.contains(code) { phrases[word.lowercased()] = code }
    self.phrases = phrases.map { ($0.key, $0.value) }.sorted {
      ($1.words.count, $0.words) < ($0.words.count, $1.words)
    }
  }

  /// The codes that a header or the name of a row names.
  func codes(ofLabel label: String) -> Set<String> {
    if isWijk(label) { return [wijk] }
    let known = [
      label, label.lowercased(), label.replacing(" jaar", with: ""), Self.words[label] ?? "",
    ].first { codes.contains($0) }
    return known.map { [$0] } ?? codes(inText: label).codes
  }

  /// The codes that a text names, and the text without them, in lower case.
  func codes(inText text: String) -> (codes: Set<String>, rest: String) {
    var found: Set<String> = []
    var rest = text.lowercased()
    for (words, code) in phrases {
      while let place = Self.place(of: words, in: rest) {
        found.insert(code)
        rest.replaceSubrange(place, with: "…")
      }
    }
    return (found, rest)
  }

  /// Whether a label is the wijk itself.
  func isWijk(_ label: String) -> Bool {
    label == "In de wijk" || Slug.make(from: label) == wijk
  }

  /// Where words stand as words of their own.
  private static func place(of words: String, in text: String) -> Range<String.Index>? {
    var start = text.startIndex
    while let found = text[start...].firstRange(of: words) {
      let isFree =
        (found.lowerBound == text.startIndex
          || !text[text.index(before: found.lowerBound)].isPartOfWord)
        && (found.upperBound == text.endIndex || !text[found.upperBound].isPartOfWord)
      if isFree { return found }
      start = text.index(after: found.lowerBound)
    }
    return nil
  }
}

extension Character {
  fileprivate var isPartOfWord: Bool { isLetter || isNumber }
}
