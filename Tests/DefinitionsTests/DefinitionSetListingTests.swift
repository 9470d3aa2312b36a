import Definitions
import Foundation
import TestSupport
import Testing

@Suite("Printing definitions")
struct DefinitionSetListingTests {
  @Test("Groups show their codes, with rubrics and exclusions")
  func groups() throws {
    let lines = try Shipped.definitions().diseaseGroupsText().split(separator: "\n")
    #expect(lines[0].hasPrefix("groep "))
    let asthma = try #require(lines.first { $0.hasPrefix("Astma ") })
    #expect(asthma.contains("R96 R96.02 niet R96.01") && asthma.contains("actief"))
    #expect(lines.contains { $0.hasPrefix("Angst en stemming (angst_stemming=ruim)") })
    #expect(lines.contains { $0.hasPrefix("COPD ") && $0.contains("R95*") })
  }

  @Test("Every indicator, layout and message has its row, with a source")
  func rows() throws {
    let definitions = try Shipped.definitions()
    func count(_ text: String) -> Int { text.split(separator: "\n").count - 2 }
    #expect(count(definitions.indicatorsText()) == definitions.indicators.count)
    #expect(count(definitions.messagesText()) == definitions.messages.messages.count)
    #expect(
      count(definitions.layoutsText()) == definitions.layouts.map(\.columns.count).reduce(0, +))
    #expect(definitions.layoutsText().contains("een van leeftijd"))
    #expect(definitions.messagesText().contains("E311"))
  }

  @Test("Every method has a formula, a use and a source")
  func methods() throws {
    let definitions = try Shipped.definitions()
    let text = definitions.methodsText()
    #expect(definitions.methods.count >= 20)
    for method in definitions.methods {
      #expect(text.contains("\(method.name) [\(method.id)]\n"))
      #expect(!method.formula.isEmpty && !method.tables.isEmpty && !method.source.isEmpty)
    }
    #expect(text.contains("  Formule: z = (p − r)/s\n  Gebruikt bij: t209, t210, t211, t222\n"))
    // Every table with an interval, a test or a score has a method.
    let tables = Set(definitions.methods.flatMap(\.tables))
    for table in ["t207", "t208", "t209", "t210", "t211", "t216", "t218", "t221", "t222"] {
      #expect(tables.contains(table), "\(table)")
    }
  }

  @Test("Every method names a function or type that the module Statistics has")
  func functions() throws {
    let folder = ProjectFolder.root.appendingPathComponent("Sources/Statistics")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let text = try names.map {
      try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
    }.joined()
    for method in try Shipped.definitions().methods {
      let isThere = ["struct", "enum", "func"].contains { kind in
        ["(", ":", " ", "<"].contains { text.contains("\(kind) \(method.function)\($0)") }
      }
      #expect(isThere, "\(method.function)")
    }
  }

  @Test("The text is the same every time")
  func stable() throws {
    let again = try Shipped.definitions()
    #expect(again.messagesText() == (try Shipped.definitions().messagesText()))
    let codes = again.messagesText().split(separator: "\n").dropFirst(2).map { $0.prefix(4) }
    #expect(codes == codes.sorted())
  }
}
