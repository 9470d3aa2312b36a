import WijkModel

/// Collects where the figures of a table come from.
struct OriginSet {
  private var indexes: Set<Int> = []
  private(set) var yearSet: Set<Int> = []

  /// Adds the origin and the year of a figure.
  mutating func add(_ origin: Int, year: Int? = nil) {
    indexes.insert(origin)
    if let year { yearSet.insert(year) }
  }

  /// Adds origins and years.
  mutating func add(_ origins: some Sequence<Int>, years: some Sequence<Int>) {
    indexes.formUnion(origins)
    yearSet.formUnion(years)
  }

  /// The years, ascending.
  var years: [Int] { yearSet.sorted() }

  /// The origins by file.
  func origins(in data: SourceData) -> [SourceOrigin] {
    Set(indexes.filter(data.origins.indices.contains).map { data.origins[$0] })
      .sorted { ($0.file, $0.layout, $0.name) < ($1.file, $1.layout, $1.name) }
  }
}

extension DraftTable {
  /// A table of published figures: the named columns are dimensions, the others attributes.
  init(id: String, dimensions: [String], attributes: [String]) {
    self.init(
      id: id,
      columns: dimensions.map { TableColumn($0, .dimension) }
        + attributes.map { TableColumn($0, .attribute) })
  }

  /// Names the sources and years of a table.
  mutating func cite(_ origins: OriginSet, in data: SourceData) {
    self.origins = origins.origins(in: data)
    years = origins.years
  }
}

extension DraftCell {
  /// A published number; unknown when it is not there.
  init(_ number: Double?) { self = number.map { .number($0) } ?? .unknown }

  /// A number that may not exist.
  static func optional(_ number: Double?) -> DraftCell { number.map { .number($0) } ?? .absent }

  /// A text that may not exist.
  static func optional(_ text: String) -> DraftCell { text.isEmpty ? .absent : .text(text) }
}
