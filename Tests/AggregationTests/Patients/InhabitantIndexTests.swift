import Testing
import WijkModel

@testable import Aggregation

@Suite("Inhabitants per postcode")
struct InhabitantIndexTests {
  private func row(
    _ postcode: Int, _ band: AgeBand?, _ sex: Sex?, _ count: PublishedNumber, year: Int = 2025,
    origin: Int = 0
  ) throws -> InhabitantCount {
    InhabitantCount(
      postcode: try #require(Postcode4(postcode)), band: band, sex: sex, count: count, year: year,
      origin: origin)
  }

  private func index(_ rows: [InhabitantCount]) -> InhabitantIndex {
    var data = SourceData()
    data.origins = [
      SourceOrigin(file: "b.csv", layout: "eigen", name: "b"),
      SourceOrigin(file: "a.csv", layout: "eigen", name: "a"),
    ]
    data.inhabitants = rows
    return InhabitantIndex(data)
  }

  private var classes: [AgeBand] {
    [AgeBand(0, 14), AgeBand(15, 24), AgeBand(25, 44), AgeBand(45, 64), AgeBand(65, nil)]
  }

  @Test("A total is summed from classes and sexes when it is not published")
  func summedTotal() throws {
    let rows = try classes.flatMap { band in
      try Sex.allCases.map { try row(1901, band, $0, .value(10)) }
    }
    let index = index(rows)
    let postcode = try #require(Postcode4(1901))
    #expect(index.total(postcode)?.number == 100)
    #expect(index.figure(postcode, band: AgeBand(0, 14), sex: nil)?.number == 20)
    #expect(index.figure(postcode, band: nil, sex: .female)?.number == 50)
    #expect(index.figure(postcode, band: AgeBand(0, 24), sex: .male)?.number == 20)
    #expect(index.figure(postcode, band: AgeBand(0, 17), sex: .male)?.number == nil)
  }

  @Test("A published total goes before a sum of rounded parts")
  func publishedTotal() throws {
    let rows = try [
      row(1901, nil, nil, .value(105)), row(1901, AgeBand(0, 64), nil, .value(60)),
      row(1901, AgeBand(65, nil), nil, .value(40)),
    ]
    #expect(index(rows).total(try #require(Postcode4(1901)))?.number == 105)
  }

  @Test("A secret number is never summed; the sum is then 'at least'")
  func secret() throws {
    let rows = try [
      row(1901, nil, nil, .value(100)), row(1902, nil, nil, .missing(.secret)),
    ]
    let index = index(rows)
    let postcodes = try [1901, 1902].map { try #require(Postcode4($0)) }
    #expect(index.total(postcodes[1])?.count == .missing(.secret))
    let sum = index.sum(postcodes)
    #expect(sum.known == 100)
    #expect(!sum.isComplete)
    #expect(index.total(try #require(Postcode4(1903))) == nil)
  }

  @Test("The newest year with a number counts, per figure; a year of secrets does not")
  func newestYear() throws {
    let rows = try [
      row(1901, nil, nil, .value(90), year: 2023), row(1901, nil, nil, .value(100), year: 2024),
      row(1901, nil, nil, .missing(.secret), year: 2025),
      row(1901, nil, .male, .value(44), year: 2022),
    ]
    let index = index(rows)
    let postcode = try #require(Postcode4(1901))
    #expect(index.total(postcode)?.number == 100)
    #expect(index.total(postcode)?.year == 2024)
    #expect(index.figure(postcode, band: nil, sex: .male)?.year == 2022)
  }

  @Test("Of two files with one figure the first by name counts, whatever their order")
  func twoFiles() throws {
    let rows = try [
      row(1901, nil, nil, .value(1), origin: 0), row(1901, nil, nil, .value(2), origin: 1),
    ]
    let postcode = try #require(Postcode4(1901))
    #expect(index(rows).total(postcode)?.number == 2)
    #expect(index(rows.reversed()).total(postcode)?.number == 2)
  }

  @Test("18+ takes 7/10 of 15–24 and 2/5 of 15–19; an open class is not divided")
  func ageBase() throws {
    let counts: [Double] = [50, 100, 200, 300, 400]
    let wide = index(try zip(classes, counts).map { try row(1901, $0, nil, .value($1)) })
    let postcode = try #require(Postcode4(1901))
    #expect(wide.inhabitants(postcode, ages: AgeBand(18, nil)) == 970)
    #expect(wide.inhabitants(postcode, ages: AgeBand(18, 64)) == 570)
    #expect(wide.inhabitants(postcode, ages: AgeBand(65, nil)) == 400)
    #expect(wide.inhabitants(postcode, ages: AgeBand(75, nil)) == nil)
    var fine: [InhabitantCount] = []
    for lower in stride(from: 0, through: 90, by: 5) {
      let band = AgeBand(lower, lower == 90 ? nil : lower + 4)
      fine += try Sex.allCases.map { try row(1901, band, $0, .value(10)) }
    }
    #expect(index(fine).inhabitants(postcode, ages: AgeBand(18, nil)) == 308)
    #expect(index(fine).finestBands(bySex: true).count == 19)
  }
}
