import Testing
import WijkModel

@testable import Report

@Suite("2.9: what changed since the last plan")
struct Section29Tests {
  private func text(_ change: (inout ChapterHistory) -> Void) throws -> String {
    var history = ChapterHistory()
    change(&history)
    let previous = try #require(CalendarDate(iso: "2025-07-01"))
    return Section29.scope(history, previous: previous, date: "1 juli 2026").joined(separator: " ")
  }

  @Test("Nothing changed but the figures")
  func same() throws {
    #expect(
      try text { _ in }
        == "De vorige cijfers zijn van 1 juli 2025, deze van 1 juli 2026. Gelijk gebleven zijn de "
        + "postcodes, de deelnemende praktijken, de soort patiëntenlijsten, de definities en de "
        + "telregels.")
  }

  @Test("Postcodes are named, practices are counted, and the figures are then not compared")
  func changed() throws {
    let found = try text {
      $0.changes = ["postcodes", "praktijken"]
      $0.postcodes = .init(added: ["1903", "1904"], removed: ["1901"])
      $0.practices = .init(added: ["01001234"], removed: [])
    }
    #expect(found.contains("De volgende postcodes zijn erbij gekomen: 1903 en 1904."))
    #expect(found.contains("De volgende postcode is weggevallen: 1901."))
    #expect(found.contains("De deelnemende praktijken zijn gewijzigd: één praktijk erbij."))
    #expect(found.hasSuffix("De aantallen patiënten zijn daarom niet met elkaar vergeleken."))
    #expect(!found.contains("01001234"))
  }

  @Test("Another day, other definitions and other rules are told")
  func rules() throws {
    let found = try text { $0.changes = ["definities", "indeling", "telregels", "peildag"] }
    #expect(found.contains("De definities van de aandoeningen zijn gewijzigd."))
    #expect(found.contains("Gelijk gebleven zijn de postcodes en de deelnemende praktijken."))
    #expect(found.contains("De praktijken leverden andere soorten patiëntenlijsten"))
    #expect(found.contains("De peildatum valt op een andere dag van het jaar."))
  }
}
