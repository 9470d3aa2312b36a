import Testing
import WijkModel

@testable import Importers

@Suite("Kerncijfers per postcode and characteristics")
struct KeyFiguresImporterTests {
  private let header =
    "\u{FEFF}Postcode-4,Totaal,Man,Vrouw,tot 15 jaar,15 tot 25 jaar,25 tot 45 jaar,"
    + "45 tot 65 jaar,65 jaar en ouder,Geboren in Nederland met een Nederlandse herkomst,"
    + "Geboren in Nederland met een Europese herkomst (excl. Nederland),"
    + "Geboren in Nederland met herkomst buiten Europa,"
    + "Geboren buiten Nederland met een Europese herkomst (excl. Nederland),"
    + "Geboren buiten Nederland met een herkomst buiten Europa,Totaal,Eenpersoons,"
    + "\"Meerpersoons \nzonder kinderen\",Eenouder,Tweeouder,Huishoudgrootte,Totaal,voor 1945,"
    + "1945 tot 1965,1965 tot 1975,1975 tot 1985,1985 tot 1995,1995 tot 2005,2005 tot 2015,"
    + "2015 en later,Meergezins,Koopwoning,Huurwoning,Huurcoporatie,Niet bewoond,"
    + "\"WOZ-waarde\nwoning\",\"Personen met WW, Bijstand en/of AO uitkering\n"
    + "Beneden AOW-leeftijd\",,\n"
    + "Code,x1,x1,x1,x1,x1,x1,x1,x1,%,%,%,%,%,x1,x1,x1,x1,x1,x1,x1,x1,x1,x1,x1,x1,x1,x1,x1,"
    + "x1,%,%,x1,x1,x 1 000 Euro,x1,adressen/km2,categorie\n"

  private func number(_ reading: PublishedReading, _ indicator: String) -> PublishedNumber? {
    reading.data.characteristics.first { $0.indicator == indicator }?.value
  }

  @Test("The header over several lines, units and repeated names: each Totaal is its own figure")
  func human() throws {
    let reading = try PublishedReading(
      "inwoners",
      header
        + "2312,900,450,455,100,150,300,200,-99997,70,10,10,0,10,600,300,150,50,100,1.9,"
        + "580,100,-99997.0,80,70,60,50,40,30,400,40,60,200,20,255,130,1814,2\n", year: 2022)
    #expect(reading.record.layout == "cbs-kerncijfers-pc4")
    #expect((reading.record.records, reading.record.counted, reading.record.rejected) == (1, 1, 0))
    let counts = reading.data.inhabitants
    func count(_ band: AgeBand?, _ sex: Sex?) -> PublishedNumber? {
      let found = counts.filter { $0.band == band && $0.sex == sex }
      return found.count == 1 ? found[0].count : nil
    }
    #expect(counts.count == 8)
    #expect(count(nil, nil) == .value(900))
    #expect(count(nil, .male) == .value(450))
    #expect(count(nil, .female) == .value(455))
    #expect(count(AgeBand(0, 14), nil) == .value(100))
    #expect(count(AgeBand(15, 24), nil) == .value(150))
    #expect(count(AgeBand(25, 44), nil) == .value(300))
    #expect(count(AgeBand(45, 64), nil) == .value(200))
    #expect(count(AgeBand(65, nil), nil) == .missing(.secret))
    #expect(number(reading, "huishoudens") == .value(600))
    #expect(number(reading, "woningen") == .value(580))
    #expect(number(reading, "eenpersoonshuishoudens") == .value(300))
    #expect(number(reading, "eenouderhuishoudens") == .value(50))
    #expect(number(reading, "huurwoning") == .value(60))
    #expect(number(reading, "woz") == .value(255))
    #expect(number(reading, "uitkering") == .value(130))
    #expect(number(reading, "herkomst-nederland") == .value(70))
    let origin = reading.data.characteristics.first { $0.indicator == "herkomst-nederland" }
    #expect(origin?.classification == "herkomst 2022")
    #expect(origin?.unit == "%")
    #expect(reading.data.characteristics.allSatisfy { $0.year == 2022 })
    // No minus ninety-nine thousand anywhere.
    #expect(reading.data.characteristics.compactMap(\.value.number).allSatisfy { $0 >= 0 })
  }

  @Test("Machine names, long and short, in any order; absent columns are absent, not zero")
  func machine() throws {
    let long = try PublishedReading(
      "inwoners",
      "pc4,aantal_vrouwen,aantal_mannen,aantal_inwoners,aantal_inwoners_65_jaar_en_ouder\n"
        + "2312,455,450,900,-99997\n", year: 2020)
    let short = try PublishedReading(
      "inwoners", "inw_014,pc4,aantal_inwoners\n100,2312,900\n", year: 2020)
    #expect(long.record.layout == "cbs-kerncijfers-pc4-machine")
    #expect(
      Set(long.data.inhabitants.map(\.count)) == [
        .value(455), .value(450), .value(900), .missing(.secret),
      ])
    #expect(short.data.inhabitants.first { $0.band == AgeBand(0, 14) }?.count == .value(100))
    #expect(short.data.inhabitants.count == 2)
  }

  @Test("Own characteristics: by id or name, with unit and year; an unknown one is told (W202)")
  func ownCharacteristics() throws {
    let reading = try PublishedReading(
      "inwoners",
      """
      postcode;kenmerk;eenheid;aantal;jaar
      2312;eenpersoonshuishoudens;aantal;1.300;2024
      2312;woz;x 1.000 euro;255,5;2024
      2313;herkomst-nederland;%;-;2024
      2313;lievelingskleur;%;3;2024

      """)
    #expect(reading.record.layout == "eigen-kenmerken")
    #expect(number(reading, "eenpersoonshuishoudens") == .value(1300))
    #expect(number(reading, "woz") == .value(255.5))
    #expect(number(reading, "herkomst-nederland") == .missing(.none))
    #expect(reading.data.characteristics.count == 3)
    #expect(reading.found("W381").map(\.count) == [1])
  }
}
