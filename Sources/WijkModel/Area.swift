/// What kind of area a row is about; the raw values are the column `gebied_soort`.
public enum AreaKind: String, Hashable, Sendable, CaseIterable {
  /// A four-digit postcode.
  case postcode4 = "pc4"
  /// Merged small postcodes.
  case merged = "overig"
  /// The wijk of the collaboration.
  case wijk
  /// A gemeente.
  case municipality = "gemeente"
  /// A region.
  case region = "regio"
  /// The Netherlands.
  case country = "land"
  /// Outside the wijk, or outside and unknown together.
  case outside = "buiten"
  /// Unknown.
  case unknown = "onbekend"
  /// Everything together.
  case total = "Totaal"
  /// A CBS wijk (`WK…`), only in sources and in tables by buurt.
  case cbsWijk = "cbs-wijk"
  /// A CBS buurt (`BU…`), only in sources and in tables by buurt.
  case cbsBuurt = "cbs-buurt"
}

/// An area of a table or a source.
public struct Area: Hashable, Comparable, Sendable {
  /// What kind of area it is.
  public let kind: AreaKind
  /// The code or name in the column `gebied`: `2317`, a slug, `BU04840101`, a name.
  public let code: String

  /// Makes an area.
  public init(_ kind: AreaKind, _ code: String) {
    self.kind = kind
    self.code = code
  }

  /// The area of a postcode.
  public init(_ postcode: Postcode4) { self.init(.postcode4, postcode.description) }

  /// Orders by kind as tables list them, then by code.
  public static func < (left: Self, right: Self) -> Bool {
    (left.kind.order, left.code) < (right.kind.order, right.code)
  }
}

extension AreaKind {
  /// The order of kinds in tables.
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// The wijk of a collaboration, as its configuration describes it.
public struct Wijk: Hashable, Sendable {
  /// The name as the plan writes it.
  public let name: String
  /// The name in lower case ASCII with hyphens, for folders and the column `gebied`.
  public let slug: String
  /// The postcodes of the wijk, sorted.
  public let postcodes: [Postcode4]
  /// The practices of the collaboration, sorted.
  public let practices: [AGBCode]
  /// CBS buurten (`BU########`) of the wijk; empty when not given.
  public let buurten: [String]
  /// The problems that the collaboration chose, by id or name; empty when it did not choose.
  public let chosenProblems: [String]

  /// Makes a wijk; postcodes, practices and buurten are sorted.
  public init(
    name: String, slug: String, postcodes: [Postcode4], practices: [AGBCode],
    buurten: [String] = [], chosenProblems: [String] = []
  ) {
    self.name = name
    self.slug = slug
    self.postcodes = postcodes.sorted()
    self.practices = practices.sorted()
    self.buurten = buurten.sorted()
    self.chosenProblems = chosenProblems
  }

  /// The area of the wijk in tables.
  public var area: Area { Area(.wijk, slug) }
}
