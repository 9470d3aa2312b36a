import DisclosureControl
import WijkModel

/// Looks in sentences for counts of patients that the tables hide or that are too small to show.
///
/// A sentence is about patients when it says so. Its numbers are whole numbers in digits or words, and
/// percentages; days, years, numbers of tables and the like are none.
struct ProseCheck {
  private let hidden: HiddenCells
  private let names: CodeNames
  private let threshold: Int
  private let wijk: String

  /// Numbers that chapters write in words.
  private static let numberWords: [String: Int] = [
    "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15,
    "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19, "twintig": 20,
  ]
  /// Names patients in a sentence that counts inhabitants.
  private static let aside = ", ook wie elders patiënt is,"
  private static let months: Set<String> = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
  ]
  /// Words before a number that is no count.
  private static let introductions: Set<String> = [
    "tabel", "tabellen", "figuur", "top", "postcode", "postcodes", "per", "dan", "hoofdstuk",
    "index", "wijkplan", "type",
  ]

  /// Prepares the search.
  init(_ hidden: HiddenCells, names: CodeNames, threshold: Int, wijk: String) {
    self.hidden = hidden
    self.names = names
    self.threshold = threshold
    self.wijk = wijk
  }

  /// Whether a text is about patients; most are not, which the bytes tell fast.
  static func isOfPatients(_ text: String) -> Bool {
    // The sign with two points has two spellings in Unicode.
    PageText.holds(text, "ti\u{EB}nt") || PageText.holds(text, "tie\u{308}nt")
  }

  /// What is wrong with a text; at most one finding per sentence.
  func findings(
    _ text: String, file: String, except isOwn: (String) -> Bool = { _ in false }
  ) -> [Finding] {
    guard text.utf8.count < 100_000, Self.isOfPatients(text) else { return [] }
    return Self.sentences(text).flatMap { sentence -> [Finding] in
      guard Self.isOfPatients(sentence) else { return [] }
      let own = sentence.replacing(Self.aside, with: "").lowercased()
      guard own.contains("patiënt") else { return [] }
      let found = findings(sentence: own, file)
      return found.isEmpty || isOwn(sentence) ? [] : found
    }
  }

  /// What is wrong with a sentence in lower case.
  private func findings(sentence: String, _ file: String) -> [Finding] {
    let facts = ["tabel": "een tekst", "grens": String(threshold)]
    let words = Self.words(sentence)
    let counts = Self.counts(words)
    if counts.contains(where: { isSmall($0, words) }) {
      return [Finding("P507", file: file, facts: facts)]
    }
    var (codes, rest) = names.codes(inText: sentence)
    // A postcode is four digits, and so is a year.
    if !sentence.contains("postcode") {
      codes = codes.filter { !($0.count == 4 && $0.allSatisfy(\.isNumber)) }
    }
    guard !codes.isEmpty else { return [] }
    if codes.isDisjoint(with: hidden.areas) { codes.insert(wijk) }
    guard let source = source(of: codes, Self.words(rest)) else { return [] }
    return [Finding("P506", file: file, facts: ["tabel": "een tekst", "bron": source])]
  }

  /// The table that hides what a sentence tells: a number or share of the cell that its codes name, or
  /// a number that no table shows, of a cell that some of its codes name.
  private func source(of codes: Set<String>, _ words: [String]) -> String? {
    let counts = Self.counts(words).map(\.number)
    let known = hidden.shownCounts(of: codes)
    let hasShare = known.isEmpty && words.contains { $0.contains("%") }
    if hasShare || !known.isSuperset(of: counts), let table = hidden.table(hiding: codes) {
      return table
    }
    return hidden.shown.isSuperset(of: counts) ? nil : hidden.table(hidingPartOf: codes)
  }

  /// A whole number and the place of its word.
  private struct Count {
    let number: Int
    let place: Int
  }

  /// Whether a number is a small number of patients: at most two words stand between.
  private func isSmall(_ count: Count, _ words: [String]) -> Bool {
    guard (1..<threshold).contains(count.number) else { return false }
    return words.dropFirst(count.place + 1).prefix(3).contains {
      $0.trimmingPunctuation == "patiënten" || $0.trimmingPunctuation == "patiënt"
    }
  }

  /// The whole numbers that may count persons.
  private static func counts(_ words: [String]) -> [Count] {
    words.enumerated().compactMap { place, word in
      let previous = place > 0 ? words[place - 1] : ""
      let next = place + 1 < words.count ? words[place + 1] : ""
      if introductions.contains(previous) || months.contains(next.trimmingPunctuation) {
        return nil
      }
      if next.hasPrefix("%") || ["jaar", "op", "keer", "procent", "per"].contains(next) {
        return nil
      }
      // "1 op de 5", "12 van de 19".
      if previous == "de", place > 1, ["op", "van"].contains(words[place - 2]) { return nil }
      return number(word.trimmingPunctuation).map { Count(number: $0, place: place) }
    }
  }

  /// `1.234`, `12` and `zeven` as numbers; four digits without a dot are a year or a postcode.
  private static func number(_ word: String) -> Int? {
    if let number = numberWords[word] { return number }
    let groups = word.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count),
      groups.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return Int(groups.joined())
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Cut at the signs that end a sentence, when a blank follows.
  static func sentences(_ text: String) -> [String] {
    let scalars = text.unicodeScalars
    var sentences: [String] = []
    var start = scalars.startIndex
    var isAtEnd = false
    for place in scalars.indices {
      let scalar = scalars[place]
      if isAtEnd, scalar.properties.isWhitespace {
        sentences.append(String(scalars[start..<place]))
        start = place
      }
      isAtEnd = [".", "!", "?", ";"].contains(scalar)
    }
    return sentences + [String(scalars[start...])]
  }
}

extension String {
  /// Without signs around it, such as brackets and a full stop.
  fileprivate var trimmingPunctuation: String {
    var text = self[...]
    while let first = text.first, !first.isLetter, !first.isNumber { text = text.dropFirst() }
    while let last = text.last, !last.isLetter, !last.isNumber { text = text.dropLast() }
    return String(text)
  }
}
