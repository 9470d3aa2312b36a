import Definitions
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

  @Test("The text is the same every time")
  func stable() throws {
    let again = try Shipped.definitions()
    #expect(again.messagesText() == (try Shipped.definitions().messagesText()))
    let codes = again.messagesText().split(separator: "\n").dropFirst(2).map { $0.prefix(4) }
    #expect(codes == codes.sorted())
  }
}
