import Report
import TestSupport
import WijkModel

@testable import DisclosureControl

extension SampleReport {
  /// A chapter of random texts and values; the same seed gives the same chapter.
  static func nasty(seed: UInt64) -> Report {
    var random = SeededGenerator(seed: seed)
    let sections = (1...3).map { number in
      Section(
        id: "2.\(number)", heading: NastyText.random(&random),
        blocks: [
          .subheading(NastyText.random(&random)), .paragraph(NastyText.random(&random)),
          .bullets([NastyText.random(&random), NastyText.random(&random)]),
          .notice(NastyText.random(&random)), .officerText([NastyText.random(&random)]),
          .officerPrompt(NastyText.random(&random)), .table(table(2 * number - 1, &random)),
          .table(table(2 * number, &random)), .figure(figure(number, &random)),
        ])
    }
    return Report(
      title: NastyText.random(&random), subtitle: NastyText.random(&random),
      wijk: Wijk(name: NastyText.random(&random), slug: "wijk", postcodes: [], practices: []),
      warnings: [NastyText.random(&random)], sections: sections, data: [data(&random)],
      structure: ReleaseStructure(members: [
        .init(NastyText.random(&random), .text(NastyText.random(&random)))
      ]))
  }

  private static func table(_ number: Int, _ random: inout SeededGenerator) -> ReportTable {
    let width = Int.random(in: 1...6, using: &random)
    return ReportTable(
      id: "t2\(number)", number: number, caption: NastyText.random(&random), badge: .patients,
      notes: [NastyText.random(&random)],
      columns: (0..<width).map {
        DisplayColumn(NastyText.random(&random), isNumeric: $0 % 2 == 1)
      },
      rows: (0..<Int.random(in: 0...5, using: &random)).map { row in
        DisplayRow((0..<width).map { _ in NastyText.random(&random) }, isTotal: row == 4)
      })
  }

  private static func figure(_ number: Int, _ random: inout SeededGenerator) -> ReportFigure {
    let label = NastyText.random(&random)
    let contents: [FigureContent] = [
      .pyramid(
        [
          PyramidBand(label: label, men: 3, women: nil, menReference: 2, womenReference: nil)
        ], referenceName: label),
      .dots(
        [DotRow(label: label, value: 3, low: 1, high: 4, benchmark: nil)], unit: label,
        valueName: label, benchmarkName: label),
      .bars([BarRow(label: label, value: nil)], unit: label),
    ]
    return ReportFigure(
      id: "f20\(number)", number: number, caption: NastyText.random(&random), badge: .none,
      alternative: NastyText.random(&random), content: contents[number % 3])
  }

  private static func data(_ random: inout SeededGenerator) -> ReleasableTable {
    ReleasableTable(
      id: "t201", population: .none,
      columns: [TableColumn("a", .dimension), TableColumn("b", .attribute)],
      rows: (0..<20).map { _ in
        [.text(NastyText.random(&random)), .number(Double.random(in: -1e9...1e9, using: &random))]
      }, notes: [], origins: [], years: [])
  }
}
