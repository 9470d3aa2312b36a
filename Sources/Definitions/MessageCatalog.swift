import WijkModel

/// How grave a finding is.
public enum Severity: String, Sendable, Hashable, CaseIterable {
  /// A record or file could not be used.
  case error = "fout"
  /// Used, but look at it.
  case warning = "waarschuwing"
  /// Good to know.
  case info
}

/// A finding or error of the catalogue.
public struct Message: Hashable, Sendable {
  /// The code, such as `E311`.
  public let code: FindingCode
  /// How grave it is.
  public let severity: Severity
  /// A few words.
  public let title: String
  /// The Dutch sentence, with slots such as `{kolom}`.
  public let text: String
  /// What to do; may be empty.
  public let advice: String
  /// The source of the rule.
  public let source: String

  /// Makes a message.
  public init(
    code: FindingCode, severity: Severity, title: String, text: String, advice: String,
    source: String = ""
  ) {
    self.code = code
    self.severity = severity
    self.title = title
    self.text = text
    self.advice = advice
    self.source = source
  }
}

/// The Dutch sentences of all codes.
public struct MessageCatalog: Sendable {
  /// The messages by code.
  public let messages: [FindingCode: Message]

  /// Makes a catalogue.
  public init(_ messages: [Message]) {
    self.messages = Dictionary(messages.map { ($0.code, $0) }) { first, _ in first }
  }

  /// How grave a finding is; an unknown code is an error.
  public func severity(of code: FindingCode) -> Severity { messages[code]?.severity ?? .error }

  /// The Dutch sentences for a finding: where, what is wrong, how often, what to do.
  ///
  /// `invoer/p.csv, regel 214, kolom postcode: geen geldige postcode (E311). Verbeter …` Slots are
  /// `{kolom}`, `{regel}`, `{bestand}`, `{aantal}` and the finding's facts. Of the alternatives
  /// `[a|b]` the first one of which all slots are known is taken, or none; an unknown slot elsewhere
  /// is left out.
  public func text(for finding: Finding) -> String {
    let message = messages[finding.code]
    var slots = finding.facts
    let known = [
      "bestand": finding.file, "kolom": finding.column, "regel": finding.line.map(String.init),
      "aantal": DutchNumber.text(finding.count),
    ]
    slots.merge(known.compactMapValues(\.self)) { _, known in known }
    let place = [
      finding.file, finding.line.map { "regel \($0)" }, finding.column.map { "kolom \($0)" },
    ].compactMap(\.self).joined(separator: ", ")
    let saysCount =
      message.map { MessageTemplate.slots($0.text)?.contains("aantal") == true } ?? false
    let times = finding.count > 1 && !saysCount ? ", \(DutchNumber.text(finding.count)) keer" : ""
    let wrong = MessageTemplate.filled(message?.text ?? "onbekende melding", slots)
    let sentence = place.isEmpty ? wrong.capitalizedFirst : place + ": " + wrong
    let advice = MessageTemplate.filled(message?.advice ?? "", slots)
    return sentence + " (\(finding.code)\(times))." + (advice.isEmpty ? "" : " " + advice)
  }
}

/// Fills the slots of a message.
enum MessageTemplate {
  /// The text with its slots filled.
  ///
  /// Of the alternatives `[a|b]` the first one of which all slots are known is taken, or none.
  static func filled(_ template: String, _ slots: [String: String]) -> String {
    var result = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      result += piece(rest[..<open], slots).text
      let alternatives = rest[rest.index(after: open)..<close].split(
        separator: "|", omittingEmptySubsequences: false)
      result += alternatives.lazy.map { piece($0, slots) }.first(where: \.isComplete)?.text ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return result + piece(rest, slots).text
  }

  /// A text without alternatives; not complete when a slot is unknown or empty.
  private static func piece(
    _ template: Substring, _ slots: [String: String]
  ) -> (text: String, isComplete: Bool) {
    var result = ""
    var isComplete = true
    var rest = template
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let value = slots[String(rest[rest.index(after: open)..<close])] ?? ""
      if value.isEmpty { isComplete = false }
      result += rest[..<open] + value
      rest = rest[rest.index(after: close)...]
    }
    return (result + rest, isComplete)
  }

  /// The names of the slots, or nil when braces or brackets do not match.
  static func slots(_ template: String) -> Set<String>? {
    var names: Set<String> = []
    var name: String?
    var isInPart = false
    for character in template {
      switch character {
      case "{":
        guard name == nil else { return nil }
        name = ""
      case "}":
        guard let found = name, !found.isEmpty else { return nil }
        names.insert(found)
        name = nil
      case "[":
        guard !isInPart, name == nil else { return nil }
        isInPart = true
      case "]":
        guard isInPart, name == nil else { return nil }
        isInPart = false
      default: name?.append(character)
      }
    }
    return name == nil && !isInPart ? names : nil
  }
}

/// Dutch numbers in messages.
enum DutchNumber {
  /// A whole number with a dot between thousands.
  static func text(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { result.append(".") }
      result.append(digit)
    }
    return (number < 0 ? "\u{2212}" : "") + result
  }

  /// A number with a decimal comma, without needless decimals.
  static func text(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return text(whole) }
    return String(String(number).map { $0 == "." ? "," : $0 })
  }
}

extension String {
  /// The text with its first letter as a capital.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
