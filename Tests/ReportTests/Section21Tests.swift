import Testing
import WijkModel

@testable import Report

@Suite("2.1 Afbakening van de wijk")
struct Section21Tests {
  private func coverage(_ lines: String) throws -> [String] {
    let draft: DraftTable<EnrolledPatients> = table(
      "t201-postcodes",
      dimensions("gebied_soort", "gebied") + attributes("inwoners") + [
        TableColumn("patienten", .count(measure: "patienten")),
        TableColumn("dekkingsgraad", .derived(from: "patienten"), rounding: .decimals(1)),
      ], lines)
    return Section21.coverage(try #require(SampleRelease.released(draft)))
  }

  @Test("The postcodes of the wijk")
  func place() throws {
    #expect(
      Section21.place(SampleRelease.wijk) == [
        "Voorbeeldwijk bestaat uit de postcodes 1901, 1902 en 1903."
      ])
    let one = Wijk(
      name: "Dorp", slug: "dorp", postcodes: [1901].compactMap(Postcode4.init), practices: [])
    #expect(Section21.place(one) == ["Dorp bestaat uit postcode 1901."])
    let none = Wijk(name: "Dorp", slug: "dorp", postcodes: [], practices: [])
    #expect(Section21.place(none) == [])
  }

  @Test("How many people live there")
  func inhabitants() throws {
    let released = SampleRelease.released(SampleRelease.t201(hasInhabitants: true))
    #expect(Section21.inhabitants(released) == ["Er wonen 18.450 mensen (CBS, 1 januari 2025)."])
    let without = SampleRelease.released(SampleRelease.t201(hasInhabitants: false))
    #expect(Section21.inhabitants(without) == [])
    #expect(Section21.inhabitants(nil) == [])
    var partial = SampleRelease.t201(hasInhabitants: true)
    partial.notes = [TableNote("minstens")]
    partial.origins = []
    #expect(
      Section21.inhabitants(SampleRelease.released(partial)) == [
        "Er wonen minstens 18.450 mensen (op 1 januari 2025)."
      ])
  }

  @Test("How many patients there are and where they live")
  func enrolled() throws {
    let origin = SampleRelease.released(SampleRelease.t202())
    #expect(
      Section21.enrolled(nil, origin, practices: 5, date: "1 juli 2026") == [
        "De vijf deelnemende praktijken hebben 12.310 ingeschreven patiënten "
          + "(peildatum 1 juli 2026).",
        "Van hen wonen er 10.020 (81\u{A0}%) in de wijk.",
      ])
    #expect(
      Section21.enrolled(nil, origin, practices: 1, date: "1 juli 2026").first
        == "De deelnemende praktijk heeft 12.310 ingeschreven patiënten (peildatum 1 juli 2026).")
    #expect(Section21.enrolled(nil, nil, practices: 1, date: "1 juli 2026") == [])
    let hidden = SampleRelease.released(SampleRelease.t202(), threshold: 1_000_000)
    #expect(Section21.enrolled(nil, hidden, practices: 5, date: "1 juli 2026") == [])
  }

  @Test("A core area that is hidden in part is not called whole")
  func core() throws {
    func core(_ lines: String) throws -> [String] {
      let draft: DraftTable<EnrolledPatients> = table(
        "t201-postcodes",
        dimensions("gebied_soort", "gebied") + [
          TableColumn("patienten", .count(measure: "patienten")),
          TableColumn("kerngebied80", .derived(from: "patienten")),
        ], lines)
      return Section21.core(try #require(SampleRelease.released(draft)))
    }
    #expect(
      try core("pc4;1901;800;ja\npc4;1902;300;ja\npc4;1903;20;nee") == [
        "Het verzorgingsgebied (80\u{A0}%) bestaat uit de postcodes 1901 en 1902."
      ])
    #expect(
      try core("pc4;1901;800;ja\npc4;1902;•;•") == [
        "Bij het verzorgingsgebied (80\u{A0}%) hoort in elk geval postcode 1901."
      ])
    #expect(try core("pc4;1901;•;•") == [])
  }

  @Test("Who lives elsewhere")
  func outside() throws {
    let released = try #require(SampleRelease.released(SampleRelease.t202()))
    #expect(
      Section21.outside(released) == [
        "Van de patiënten wonen er 2.230 (18\u{A0}%) buiten de wijk, het meest in postcode 1911.",
        "Van 60 patiënten is de postcode onbekend.",
      ])
    let hidden = try #require(
      SampleRelease.released(SampleRelease.t202(), threshold: 1_000_000))
    #expect(Section21.outside(hidden) == [])
  }

  @Test("High coverage needs no remark")
  func highCoverage() throws {
    #expect(
      try coverage("pc4;1901;1000;800;80\nwijk;w;1000;800;80") == [
        "Het aantal patiënten uit de wijk is 80\u{A0}% van het aantal inwoners (de dekkingsgraad)."
      ])
  }

  @Test("Middling coverage gives a limited picture, and a low postcode is named")
  func middlingCoverage() throws {
    let sentences = try coverage(
      "pc4;1901;1000;800;80\npc4;1903;1000;310;31\nwijk;w;2000;1110;55.5")
    #expect(
      sentences == [
        "Het aantal patiënten uit de wijk is 56\u{A0}% van het aantal inwoners (de dekkingsgraad).",
        "De cijfers over patiënten geven daarom een beperkt beeld van de wijk.",
        "In postcode 1903 is dat 31\u{A0}%.",
        "Cijfers over patiënten zeggen daar weinig over de hele buurt.",
      ])
  }

  @Test("Low coverage says little, high coverage is explained")
  func extremes() throws {
    #expect(
      try coverage("wijk;w;2000;800;40").last
        == "De cijfers over patiënten zeggen daarom weinig over de hele wijk.")
    #expect(
      try coverage("wijk;w;1000;1040;104") == [
        "Het aantal patiënten uit de wijk is 104\u{A0}% van het aantal inwoners (de dekkingsgraad).",
        "Meer dan 100\u{A0}% kan, omdat de datums en adressen van beide bronnen verschillen.",
      ])
    #expect(try coverage("wijk;w;1000;•;•") == [])
  }

  @Test("The map is drawn only when every postcode has a shape")
  func map() throws {
    var context = SampleRelease.context()
    func content() -> FigureContent? {
      SampleRelease.report(SampleRelease.all(), context).figures.first?.content
    }
    guard case .bars(let bars, let unit) = content() else {
      Issue.record("no bars")
      return
    }
    #expect(bars.map(\.value) == [75, 45.5, 30.8])
    #expect(unit == "%")
    let ring = [MapPoint(x: 0, y: 0), MapPoint(x: 1, y: 0), MapPoint(x: 0, y: 1)]
    context.shapes = SampleRelease.wijk.postcodes.map { MapShape(postcode: $0, rings: [ring]) }
    guard case .map(let areas, let breaks, _) = content() else {
      Issue.record("no map")
      return
    }
    #expect(areas.map(\.valueLabel) == ["75\u{A0}%", "46\u{A0}%", "31\u{A0}%"])
    #expect(breaks == [25, 50, 70, 90])
  }
}
