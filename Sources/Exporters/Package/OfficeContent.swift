/// What a reader finds in a Word or Excel file, read back from its bytes.
///
/// It shares nothing with the writers but the reading of ZIP and XML, so that a fault of a writer shows.
public struct OfficeContent: Hashable, Sendable {
  /// A table, the header first.
  public struct Table: Hashable, Sendable {
    /// The name on the tab of the sheet; empty in Word.
    public let sheet: String
    /// In Word the paragraph above the table; on a sheet all texts above it.
    public let caption: String
    /// The texts of the cells by row.
    ///
    /// Numbers of a sheet have a decimal point and all their digits, whatever their format hides; with
    /// a format in percents they are percents with their sign.
    public let rows: [[String]]
    /// Whether the rows stand beside or below the table of the sheet, under its header, such as the
    /// values of lines.
    public let isBeside: Bool
  }

  /// A value that a chart keeps of a cell.
  public struct StoredValue: Hashable, Sendable {
    /// The name on the tab of the sheet.
    public let sheet: String
    /// What stands in the cell; empty when nothing does.
    public let cell: String
    /// What the chart keeps.
    public let stored: String
  }

  /// The tables in order.
  public var tables: [Table] = []
  /// Paragraphs, descriptions for who cannot see, and properties of the document.
  public var texts: [String] = []
  /// The values of charts.
  public var storedValues: [StoredValue] = []
  /// Drawings in the form of SVG.
  public var drawings: [[UInt8]] = []

  /// Reads `hoofdstuk-2.docx` or `hoofdstuk-2.xlsx`; nil when it is no whole Word or Excel file.
  public init?(_ bytes: [UInt8]) {
    do throws(HouseStyleError) {
      let package = try PackageReader(bytes, limits: .own)
      if package.paths.contains("word/document.xml") {
        self = try WordContentReader(package).content()
      } else if package.paths.contains("xl/workbook.xml") {
        self = try WorkbookContentReader(package).content()
      } else {
        return nil
      }
    } catch { return nil }
  }

  init() {}

  /// Adds the texts and descriptions of a part that is no text or sheet itself.
  mutating func addTexts(of element: MarkupElement) {
    addDescriptions(of: element)
    for child in element.children {
      switch child {
      case .text(let text): add(text)
      case .element(let element): addTexts(of: element)
      }
    }
  }

  /// Adds what an element tells who cannot see it.
  mutating func addDescriptions(of element: MarkupElement) {
    for attribute in element.attributes where ["descr", "title", "alt"].contains(attribute.local) {
      add(attribute.value)
    }
  }

  /// Adds a text that is not blank.
  mutating func add(_ text: String) {
    if text.contains(where: { !$0.isWhitespace }) { texts.append(text) }
  }
}

extension PackageReader {
  /// Adds the parts of every Office file that hold no text of their own kind: properties, drawings.
  ///
  /// `trees` are parts that were read already, by path.
  func addOtherParts(
    to content: inout OfficeContent, trees: [String: MarkupElement] = [:],
    except isRead: (String) -> Bool
  ) throws(HouseStyleError) {
    for path in paths where !isRead(path) {
      if path.hasSuffix(".svg") {
        content.drawings.append(try part(path))
      } else if path.hasSuffix(".xml"), path != "[Content_Types].xml" {
        if let known = trees[path] {
          content.addTexts(of: known)
        } else {
          content.addTexts(of: try tree(path))
        }
      }
    }
  }
}
