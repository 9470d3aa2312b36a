import Definitions
import Foundation
import TestSupport
import Testing
import WijkModel

@Suite("The catalogue of codes")
struct CatalogueTests {
  /// A case of `dirty_cases.csv`: what must come of a dirty input, with which code.
  struct DirtyCase: Sendable {
    let id: String
    let outcome: String
    let code: FindingCode
    let also: String
  }

  static let cases: [DirtyCase] = {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/dirty_cases.csv")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    return records(text).dropFirst().compactMap { fields in
      guard fields.count == 14, !fields[8].isEmpty else { return nil }
      return DirtyCase(
        id: fields[0], outcome: fields[6], code: FindingCode(rawValue: fields[8]), also: fields[10])
    }
  }()

  /// Records of a comma-separated text with quotes.
  static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    var wasQuote = false
    for character in text {
      if character == "\"" {
        if !isQuoted && wasQuote { field.append(character) }
        isQuoted.toggle()
        wasQuote = !isQuoted
        continue
      }
      wasQuote = false
      switch character {
      case "," where !isQuoted:
        fields.append(field)
        field = ""
      case "\n" where !isQuoted, "\r\n" where !isQuoted:
        records.append(fields + [field])
        fields = []
        field = ""
      default: field.append(character)
      }
    }
    return records
  }

  @Test("The cases are there") func count() {
    #expect(Self.cases.count > 80)
  }

  @Test("Every code of the dirty cases has a message of the right severity", arguments: cases)
  func dirty(dirty: DirtyCase) throws {
    let message = try #require(try Shipped.definitions().messages.messages[dirty.code])
    switch dirty.outcome {
    case "reject-file", "reject-cell": #expect(message.severity == .error)
    case "reject-row":
      #expect(message.severity == (dirty.also.hasPrefix("warning") ? .warning : .error))
    case "value": #expect(message.severity == .info)
    case "ignored" where dirty.code != "P401": #expect(message.severity == .info)
    default: #expect(message.severity != .error)
    }
  }

  @Test("Every code in the sources has a message")
  func sources() throws {
    let known = try Shipped.definitions().messages.messages
    let found = try Self.quoted(#/"([EWP][0-9]{3})"/#)
    #expect(!found.isEmpty)
    let unknown = Set(found.filter { known[FindingCode(rawValue: $0)] == nil }).sorted()
    #expect(unknown == [])
  }

  @Test("Every limit and banding that the sources ask for is defined")
  func limits() throws {
    let definitions = try Shipped.definitions()
    let limits = try Self.quoted(#/limit\("([a-z0-9_]+)"/#)
    #expect(Set(limits.filter { definitions.limits[$0] == nil }).sorted() == [])
    let bandings = try Self.quoted(#/banding\("([a-z0-9_]+)"/#)
    #expect(Set(bandings.filter { definitions.ageBandings[$0] == nil }).sorted() == [])
  }

  /// What the first group of a pattern finds in all Swift sources.
  static func quoted(_ pattern: Regex<(Substring, Substring)>) throws -> [String] {
    let folder = ProjectFolder.root.appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var found: [String] = []
    for case let url as URL in files ?? .init() where url.pathExtension == "swift" {
      let text = try String(contentsOf: url, encoding: .utf8)
      found += text.matches(of: pattern).map { String($0.output.1) }
    }
    return found
  }

  @Test("Sentences are plain: they end without a stop, advice ends with one")
  func tone() throws {
    for message in try Shipped.definitions().messages.messages.values {
      #expect(!message.text.hasSuffix(" ") && !message.title.isEmpty)
      #expect(!message.text.hasSuffix("."), "\(message.code)")
      #expect(
        message.advice.isEmpty || message.advice.hasSuffix(".") || message.advice.hasSuffix("?"),
        "\(message.code)")
      if message.severity == .error { #expect(!message.advice.isEmpty, "\(message.code)") }
    }
  }
}
