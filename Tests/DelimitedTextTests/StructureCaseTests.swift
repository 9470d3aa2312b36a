import DelimitedText
import Foundation
import Testing

/// The structural cases: what any reader of delimited text must do with dirt.
@Suite("Structural cases of dirty files")
struct StructureCaseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let file: URL
    var testDescription: String { name }
  }

  struct Meta: Decodable {
    let delim: String?
    let either: Bool?
    let expand: [String: [Part]]?
  }

  enum Part: Decodable {
    case text(String)
    case count(Int)
    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let count = try? container.decode(Int.self) {
        self = .count(count)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static let cases: [Case] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".csv") }.sorted().map {
      Case(name: String($0.dropLast(4)), file: folder.appendingPathComponent($0))
    }
  }()

  @Test("All cases are there")
  func allCases() { #expect(Self.cases.count == 46) }

  @Test("A case gives the expected cells or is refused with a line", arguments: cases)
  func structure(_ item: Case) throws {
    let base = item.file.deletingPathExtension()
    let meta = try JSONDecoder().decode(
      Meta.self, from: Data(contentsOf: base.appendingPathExtension("meta.json")))
    let expanded = try Expansion(meta)
    let path = try expanded.file(item.file)
    defer { expanded.remove() }
    let mustRefuse = FileManager.default.fileExists(
      atPath: base.appendingPathExtension("refuse").path)

    do {
      let file = try ScannedFile.scan(path: path, name: item.name)
      var records: [[String]] = []
      try file.forEachPlainRecord { record in records.append(record) }
      #expect(!mustRefuse)
      let wanted = try expanded.records(base.appendingPathExtension("jsonl"))
      let raw = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(records.count == wanted.count)
      for (got, want) in zip(records, wanted) {
        #expect(got.count == want.count)
        for (left, right) in zip(got, want) where left != right {
          // Blanks around an unquoted cell may be gone; those in quotes belong to it.
          #expect(left == right.trimmingCharacters(in: CharacterSet(charactersIn: " \t")))
          #expect(raw.range(of: Data("\"\(right)\"".utf8)) == nil)
        }
      }
    } catch let error as DelimitedTextError {
      #expect(mustRefuse || meta.either == true, "\(error.code)")
      switch error {
      case .empty, .notText: break
      default: #expect((error.line ?? 0) >= 1, "\(error.code) names a line")
      }
    }
  }

  /// A mark in a case that stands for a long text.
  struct Expansion {
    let marks: [(String, String)]
    let folder = TemporaryFolder()

    init(_ meta: Meta) throws {
      marks = (meta.expand ?? [:]).map { mark, parts in
        var text = ""
        var count = 1
        for part in parts {
          switch part {
          case .text(let value): text = value
          case .count(let value): count = value
          }
        }
        return (mark, String(repeating: text, count: count))
      }
    }

    func grow(_ text: String) -> String {
      marks.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }

    func file(_ url: URL) throws -> String {
      if marks.isEmpty { return url.path }
      return try folder.write(Array(grow(String(contentsOf: url, encoding: .utf8)).utf8))
    }

    func records(_ url: URL) throws -> [[String]] {
      try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { line in
        try JSONDecoder().decode([String].self, from: Data(line.utf8)).map(grow)
      }
    }

    func remove() { folder.remove() }
  }
}
