import WijkModel

/// Finds the codes of the machine tables in what a reader sees: headers, names of rows, sentences.
///
/// `1901`, `mannen` and `0–4` on a page are `1901`, `M` and `0–4` in `tabellen/`. A class, because it
/// remembers what it found: every format of a chapter shows the same labels and sentences.
final class CodeNames {
  private let codes: Set<String>
  private let wijk: String
  /// Words in lower case with their codes, the longest first.
  private let phrases: [(words: String, bytes: [UInt8], code: String)]
  private var codesOfLabels: [String: Set<String>] = [:]
  private var codesInTexts: [String: (codes: Set<String>, rest: String)] = [:]
  private var labelsOfWijk: [String: Bool] = [:]

  /// The words of the page for codes of the machine tables.
  private static let words = [
    "mannen": "M", "vrouwen": "V", "75 jaar en ouder": "75+", "1 aandoening": "1",
    "2 aandoeningen": "2", "3+ aandoeningen": "3+", "In programma": "programma",
    "In een programma": "programma",
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
    // Words of everyday use are codes only where a label says so.
    for code in codes where code.count > 2 && !["onbekend", "buiten", "programma"].contains(code) {
      phrases[code.lowercased()] = code
    }
    for (word, code) in Self.words where codes.contains(code) { phrases[word.lowercased()] = code }
    self.phrases = phrases.map { ($0.key, Array($0.key.utf8), $0.value) }.sorted {
      ($1.words.count, $0.words) < ($0.words.count, $1.words)
    }
  }

  /// The codes that a header or the name of a row names.
  func codes(ofLabel label: String) -> Set<String> {
    if let known = codesOfLabels[label] { return known }
    let found = search(label: label)
    codesOfLabels[label] = found
    return found
  }

  private func search(label: String) -> Set<String> {
    if isWijk(label) { return [wijk] }
    let known = [
      label, label.lowercased(), label.replacing(" jaar", with: ""), Self.words[label] ?? "",
    ].first { codes.contains($0) }
    return known.map { [$0] } ?? codes(inText: label).codes
  }

  /// The codes that a text names, and the text without them, in lower case.
  func codes(inText text: String) -> (codes: Set<String>, rest: String) {
    if let known = codesInTexts[text] { return known }
    let found = search(text: text)
    codesInTexts[text] = found
    return found
  }

  private func search(text: String) -> (codes: Set<String>, rest: String) {
    var found: Set<String> = []
    var rest = text.lowercased()
    var bytes = Array(rest.utf8)
    // Nearly all phrases are not there, which the bytes tell fast.
    for phrase in phrases where PageText.place(of: phrase.bytes, in: bytes[...]) != nil {
      while let place = Self.place(of: phrase.words, in: rest) {
        found.insert(phrase.code)
        rest.replaceSubrange(place, with: "…")
      }
      bytes = Array(rest.utf8)
    }
    return (found, rest)
  }

  /// Whether a text is a code itself, such as a postcode on a map.
  func isCode(_ text: String) -> Bool { codes.contains(text) }

  /// Whether a label is the wijk itself.
  func isWijk(_ label: String) -> Bool {
    if let known = labelsOfWijk[label] { return known }
    let isWijk = label == "In de wijk" || Slug.make(from: label) == wijk
    labelsOfWijk[label] = isWijk
    return isWijk
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
