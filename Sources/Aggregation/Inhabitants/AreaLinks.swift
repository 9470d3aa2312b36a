import Statistics
import WijkModel

/// A gemeente as links name it.
struct Municipality: Hashable, Comparable, Sendable {
  /// `GM####`, or empty.
  let code: String
  /// The name, or empty.
  let name: String

  /// The name, else the code.
  var label: String { name.isEmpty ? code : name }

  /// Whether a source's text means this gemeente.
  func isNamed(_ text: String) -> Bool {
    let other = AreaName.comparable(text)
    return !other.isEmpty
      && (other == AreaName.comparable(code) || other == AreaName.comparable(name))
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.name, left.code) < (right.name, right.code)
  }
}

/// In which areas the postcodes lie, from the sources `gebiedskoppeling`.
///
/// Of each postcode and kind of area the newest year counts in which a source names one.
struct AreaLinks: Sendable {
  private let rows: [Postcode4: [AreaLink]]

  /// Collects the links.
  init(_ data: SourceData) { rows = Dictionary(grouping: data.areaLinks, by: \.postcode) }

  /// Whether there are no links.
  var isEmpty: Bool { rows.isEmpty }

  /// The postcodes that have links, ascending.
  var postcodes: [Postcode4] { rows.keys.sorted() }

  /// The areas of a postcode with the share of its inhabitants, by code.
  ///
  /// - Parameters:
  ///   - postcode: The postcode.
  ///   - area: The code or name in a link; nil for none.
  /// - Returns: Shares in 0...1 by ascending code; they add up to less than 1 where links are missing.
  func shares<Code: Hashable & Comparable>(
    _ postcode: Postcode4, _ area: (AreaLink) -> Code?
  ) -> [(code: Code, share: Double)] {
    let named = (rows[postcode] ?? []).filter { area($0) != nil }
    let newest = named.map { $0.year ?? .min }.max()
    // One row per buurt of a postcode: a file given twice must not count twice.
    let used = Set(named.filter { ($0.year ?? .min) == newest })
    let parts = Dictionary(grouping: used) { area($0) }
    return parts.compactMap { code, links in
      code.map { ($0, orderedSum(links.map(\.shareOfPostcode))) }
    }.sorted { $0.code < $1.code }
  }

  /// The gemeenten of postcodes, by name.
  func municipalities(_ postcodes: [Postcode4]) -> [Municipality] {
    let all = postcodes.flatMap { postcode in
      shares(postcode) { link -> Municipality? in
        link.municipality.isEmpty && link.municipalityCode.isEmpty
          ? nil : Municipality(code: link.municipalityCode, name: link.municipality)
      }.map(\.code)
    }
    // A file with codes only and one with names only are about the same gemeenten.
    let named = Set(all.filter { !$0.name.isEmpty })
    return (named.isEmpty ? Set(all) : named).sorted()
  }

  /// The GGD region in which most of the postcodes lie; nil when no link names one.
  func healthRegion(_ postcodes: [Postcode4]) -> String? {
    var totals: [String: Double] = [:]
    for postcode in postcodes {
      for (name, share) in healthRegions(postcode) { totals[name, default: 0] += share }
    }
    return totals.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }

  /// The postcodes with a part in a GGD region, ascending.
  func postcodes(inHealthRegion region: String) -> [Postcode4] {
    postcodes.filter { postcode in healthRegions(postcode).contains { $0.code == region } }
  }

  private func healthRegions(_ postcode: Postcode4) -> [(code: String, share: Double)] {
    shares(postcode) { $0.healthRegion.isEmpty ? nil : $0.healthRegion }
  }
}
