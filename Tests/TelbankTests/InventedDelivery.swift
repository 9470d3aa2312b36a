import TestSupport

/// Two invented files in the form of the benchmark, with its kinds of dirt.
struct InventedDelivery {
  /// Patient number, date of birth, sex, postcode, first day, last day.
  private(set) var patients: [[String]] = []
  /// Patient number, code, first day, last day; without the description.
  private(set) var episodes: [[String]] = []
  private(set) var patientBytes: [UInt8]
  private(set) var episodeBytes: [UInt8]

  init(seed: UInt64, patients count: Int, quotedLines: Int) {
    var generator = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    func day(_ years: ClosedRange<Int>) -> String {
      "\(padded(number(1...28)))-\(padded(number(1...12)))-\(number(years))"
    }
    func pick(_ texts: [String]) -> String { texts[number(0...texts.count - 1)] }
    patientBytes = Array(
      "patientnummer;geboortedatum;geslacht;postcode;inschrijfdatum;uitschrijfdatum;praktijk_agb\r\n"
        .utf8)
    episodeBytes = Array("patientnummer;icpc;begindatum;einddatum;omschrijving\r\n".utf8)
    for index in 0..<count {
      let key = "\(100_000_000 + index * 7919 % 900_000_000)"
      for copy in 0...(number(0...40) == 0 ? 1 : 0) {
        let row = [
          number(0...200) == 0 ? "x" + key : key,
          number(0...100) == 0 ? pick(["31-02-1980", "onbekend", ""]) : day(1920...2026),
          number(0...100) == 0 ? "?" : pick(["M", "V", "V", "M", "M", "O"]),
          number(0...60) == 0
            ? pick(["", "0123 AB", "99"])
            : "\(2300 + number(0...9))\(pick([" ", ""]))\(pick(["AB", "SA", "XZ"]))",
          day(1990 + copy...2000 + copy * 20), number(0...9) == 0 ? day(2020...2030) : "",
        ]
        patients.append(row)
        patientBytes += Array((row.joined(separator: ";") + ";01001234\r\n").utf8)
      }
      for _ in 0..<number(0...8) {
        let row = [
          number(0...100) == 0 ? "7\(key)" : key,
          number(0...50) == 0
            ? pick(["T9", "t90", "E01"])
            : pick(["T90", "T90.02", "R96", "R95.01", "K86", "L89", "P76", "P01", "A04", "K92"]),
          number(0...60) == 0 ? "00-00-2001" : day(2001...2027),
          number(0...3) == 0 ? day(2010...2030) : "",
        ]
        episodes.append(row)
        episodeBytes += Array((row.joined(separator: ";") + ";").utf8)
        episodeBytes += Self.description(
          quotedLines: number(0...(quotedLines > 1 ? 1 : 20)) == 0 ? quotedLines : 0, like: row)
      }
    }
  }

  private static func description(quotedLines: Int, like row: [String]) -> [UInt8] {
    if quotedLines == 0 { return Array("Co".utf8) + [0xF6] + Array("xartrose\r\n".utf8) }
    let fake = "\r\n" + row[0] + ";T90;01-02-2020;;regel"
    return Array(("\"vrije; tekst" + String(repeating: fake, count: quotedLines)).utf8)
      + Array("\r\neinde \"\"citaat\"\"\"\r\n".utf8)
  }
}

/// The rules of the benchmark, one row at a time with texts and dictionaries.
struct ObviousCount {
  private(set) var lines: [String]
  private static let reference = "20261001"

  init(_ delivery: InventedDelivery) {
    var people: [Int: (from: String, postcode: String, age: Int, sex: String)] = [:]
    for row in delivery.patients {
      guard let key = Self.key(row[0]), let birth = Self.day(row[1]), birth <= Self.reference,
        ["M", "V", "O"].contains(row[2]), let postcode = Self.postcode(row[3]),
        let from = Self.day(row[4]), from <= Self.reference
      else { continue }
      if !row[5].isEmpty {
        guard let until = Self.day(row[5]), until > Self.reference else { continue }
      }
      if let known = people[key], known.from >= from { continue }
      let years = (Int(Self.reference) ?? 0) - (Int(birth) ?? 0)
      people[key] = (from, postcode, years / 10_000, row[2])
    }
    var groups: [Int: Set<String>] = [:]
    for row in delivery.episodes {
      guard let key = Self.key(row[0]), people[key] != nil, let group = Self.group(row[1]),
        let begin = Self.day(row[2]), begin <= Self.reference
      else { continue }
      if !row[3].isEmpty {
        guard let end = Self.day(row[3]), end > Self.reference else { continue }
      }
      groups[key, default: []].insert(group)
    }
    var counts: [String: Int] = [:]
    for (key, person) in people {
      let low = min(person.age / 5 * 5, 95)
      func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      let band = low == 95 ? "95+" : "\(padded(low))-\(padded(low + 4))"
      counts["demografie,\(person.postcode),\(band),\(person.sex),", default: 0] += 1
      let own = groups[key] ?? []
      for group in own { counts["ziekte,\(person.postcode),,,\(group)", default: 0] += 1 }
      if own.count >= 2 { counts["multimorbiditeit,\(person.postcode),,,", default: 0] += 1 }
    }
    lines =
      (["tabel,pc4,leeftijd,geslacht,groep,aantal"] + counts.map { "\($0.key),\($0.value)" })
      .sorted()
  }

  private static func key(_ text: String) -> Int? {
    (1...10).contains(text.count) && text.allSatisfy { ("0"..."9").contains($0) } ? Int(text) : nil
  }

  /// `yyyymmdd` of `dd-mm-yyyy`.
  private static func day(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.count) == [2, 2, 4], let day = Int(parts[0]),
      let month = Int(parts[1]), (1...12).contains(month), day >= 1, day <= (month == 2 ? 28 : 30)
    else { return nil }
    return String(parts[2] + parts[1] + parts[0])
  }

  private static func postcode(_ text: String) -> String? {
    guard text.count >= 6, text.first != "0" else { return nil }
    return String(text.prefix(4))
  }

  private static func group(_ code: String) -> String? {
    guard code.count == 3 || code.count == 6 else { return nil }
    switch code.prefix(3) {
    case "T90": return "diabetes"
    case "R96": return "astma"
    case "R95": return "copd"
    case "K86": return "cvrm"
    case "L89": return "artrose"
    case "P76": return "stemming"
    case "P01": return "angst"
    case "K92": return "hvz"
    default: return nil
    }
  }
}
