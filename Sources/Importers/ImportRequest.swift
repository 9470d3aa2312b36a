import DelimitedText

/// One input file as the configuration names it, with its optional keys.
public struct ImportRequest: Hashable, Sendable {
  /// Where the file is.
  public var path: String
  /// How findings name the file: its path as the configuration's folder sees it.
  public var name: String
  /// The kind of input, such as `praktijklijst`.
  public var kind: String
  /// The layout to read it with; nil to recognize it.
  public var layout: String?
  /// The year of the figures, for files without a column of years.
  public var year: Int?
  /// The encoding; nil to recognize it.
  public var encoding: TextEncoding?
  /// The delimiter; nil to find it.
  public var delimiter: UInt8?
  /// Whether decimals have a point; nil for what the layout says.
  public var hasDecimalPoint: Bool?
  /// The text for captions; nil for what the layout says.
  public var sourceName: String?
  /// Whether the SHA-256 of the file is wanted for the run record.
  public var takesHash = true

  /// Makes a request; everything optional is recognized from the file.
  public init(
    path: String, name: String, kind: String, layout: String? = nil, year: Int? = nil,
    encoding: TextEncoding? = nil, delimiter: UInt8? = nil, hasDecimalPoint: Bool? = nil,
    sourceName: String? = nil
  ) {
    self.path = path
    self.name = name
    self.kind = kind
    self.layout = layout
    self.year = year
    self.encoding = encoding
    self.delimiter = delimiter
    self.hasDecimalPoint = hasDecimalPoint
    self.sourceName = sourceName
  }
}

/// The kinds of input with rows of persons: their values are never told.
let personKinds: Set<String> = ["praktijklijst", "episoden", "ketenzorg"]
