import WijkModel

/// What `status` prints, and whether the output is fresh.
struct StatusReport {
  let status: RunStatus
  /// The wijken of the configuration.
  let wijken: [Wijk]
  /// Seconds since 1970.
  let now: Int
  let maximum: MaximumAge

  /// The wijken that were published too long ago, or never, in the order of the configuration.
  var stale: [Wijk] {
    let published = Dictionary(
      status.wijken.map { ($0.slug, $0.published.flatMap(Timestamp.seconds)) }
    ) { first, _ in first }
    return wijken.filter { wijk in
      guard let moment = published[wijk.slug] ?? nil else { return true }
      return now - moment > maximum.seconds
    }
  }

  /// The lines for people.
  var text: String {
    var lines: [String] = []
    if let run = status.lastGoodRun {
      lines.append("Laatste goede ronde: \(moment(run.end)), \(duration(run.seconds)).")
      lines.append("  Bestanden: \(sources(run.inputs)).")
      lines.append("  Meldingen: \(messages(run.messages)).")
    } else {
      lines.append("Er is nog geen goede ronde geweest.")
    }
    if let run = status.lastRun, run != status.lastGoodRun {
      lines.append(
        "Laatste ronde: \(moment(run.end)), \(outcome(run)); meldingen: \(messages(run.messages)).")
    }
    let entries = Dictionary(status.wijken.map { ($0.slug, $0) }) { first, _ in first }
    for wijk in wijken { lines.append("  \(wijk.name): \(standing(entries[wijk.slug]))") }
    lines.append(
      stale.isEmpty
        ? "Het rapport is actueel (niet ouder dan \(maximum.text))."
        : "Het rapport is verouderd (ouder dan \(maximum.text)): "
          + stale.map(\.name).joined(separator: ", ") + ".")
    return lines.map { $0 + "\n" }.joined()
  }

  private func moment(_ text: String) -> String {
    guard let seconds = Timestamp.seconds(text) else { return "op een onbekend moment" }
    return "\(Timestamp.localText(seconds)) (\(MaximumAge.age(now - seconds)) geleden)"
  }

  private func outcome(_ run: RunStatus.Run) -> String {
    run.exitStatus == 0 ? "gelukt" : "mislukt met code \(run.exitStatus)"
  }

  private func duration(_ seconds: Double) -> String {
    seconds < 1 ? "klaar binnen een seconde" : "duurde \(MaximumAge.age(Int(seconds.rounded())))"
  }

  private func sources(_ inputs: [RunStatus.Input]) -> String {
    var kinds: [String] = []
    for input in inputs where !kinds.contains(input.kind) { kinds.append(input.kind) }
    let parts = kinds.map { kind in
      let count = inputs.count { $0.kind == kind }
      return count == 1 ? kind : "\(kind) (\(count) bestanden)"
    }
    return parts.isEmpty ? "geen" : parts.joined(separator: ", ")
  }

  private func messages(_ messages: [RunStatus.Message]) -> String {
    messages.isEmpty
      ? "geen"
      : messages.map { $0.count == 1 ? $0.code : "\($0.code) (\($0.count) keer)" }
        .joined(separator: ", ")
  }

  private func standing(_ entry: RunStatus.Wijk?) -> String {
    guard let entry, let published = entry.published else { return "nog nooit gepubliceerd" }
    let suffix = entry.outcome == .kept ? "; de laatste ronde liet dit staan" : ""
    return "gepubliceerd op \(moment(published))\(suffix)"
  }
}

/// How old the output may be, such as `36u` or `2d`.
public struct MaximumAge: Hashable, Sendable {
  /// The age in seconds.
  public let seconds: Int
  /// As the user reads it, such as `36 uur`.
  let text: String

  /// The age when nothing is said: a day and a half, so that one missed night shows in the morning.
  public static let usual = MaximumAge(seconds: 36 * 3600, text: "36 uur")

  private init(seconds: Int, text: String) {
    self.seconds = seconds
    self.text = text
  }

  /// Reads a whole number with `m` (minutes), `u` (hours) or `d` (days).
  ///
  /// - Throws: `E606` (64) for anything else.
  public init(_ text: String) throws(PipelineError) {
    let units: [Character: (Int, String, String)] = [
      "m": (60, "minuut", "minuten"), "u": (3600, "uur", "uur"), "d": (86_400, "dag", "dagen"),
    ]
    let digits = text.dropLast()
    guard let last = text.last, let (seconds, one, many) = units[last],
      (1...5).contains(digits.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int(digits)
    else {
      throw PipelineError(
        .usage, "E606", facts: ["gevonden": text, "verwacht": "bijvoorbeeld 36u, 2d of 90m"])
    }
    self.seconds = number * seconds
    self.text = "\(number) \(number == 1 ? one : many)"
  }

  /// A number of seconds in words, as a reader says it: `2 dagen`, `7 uur`, `12 minuten`.
  static func age(_ seconds: Int) -> String {
    func words(_ count: Int, _ one: String, _ many: String) -> String {
      "\(count) \(count == 1 ? one : many)"
    }
    switch max(0, seconds) {
    case 172_800...: return words(seconds / 86_400, "dag", "dagen")
    case 7200...: return words(seconds / 3600, "uur", "uur")
    case 120...: return words(seconds / 60, "minuut", "minuten")
    default: return words(max(0, seconds), "seconde", "seconden")
    }
  }
}
