/// What a Word document looks like: styles, theme, paper, headers and footers.
///
/// Made once for a run; every chapter is written over it.
public struct HouseStyle: Sendable {
  /// The parts that every document gets, in the order of writing.
  let parts: [PackagePart]
  /// What the document refers to besides its own pictures.
  let relationships: [PackageRelationship]
  /// The ids of the styles.
  let styles: StyleIDs
  /// The paper.
  let page: PageLayout
  /// Headings that number themselves; the chapter brings its own numbers.
  let numberedHeadings: Set<WordStyle>
  /// How much wider the letters of tables are than Calibri of the same size in points.
  let textScale: Double
  /// The size of letters in tables, in points.
  let tableTextSize: Double
  /// Whether it is our own, with a footer that names the wijk.
  let isStandard: Bool

  /// The house style of a Word file (.docx or .dotx).
  ///
  /// Of the file come styles, numbering, theme, fonts, settings of the layout, paper, headers and
  /// footers; its text, comments, macros and properties do not. Styles that the chapter needs and
  /// the file lacks are added.
  ///
  /// - Parameter bytes: The file.
  /// - Throws: ``HouseStyleError`` when it is no such file, or holds what may not be passed on.
  public init(bytes: [UInt8]) throws(HouseStyleError) {
    guard bytes.count <= Self.sizeLimit else { throw .tooLarge }
    let package = try PackageReader(bytes)
    let document = try Self.document(of: package)
    var copier = PartCopier(package: package)
    let relationships = try package.relationships(of: document)
    func path(_ kind: String) -> String? {
      relationships.first { $0.kind == kind && !$0.isExternal }?.target
    }
    guard let stylesPath = path("styles") else { throw .damaged(part: "styles.xml") }
    let numberingPath = path("numbering")
    let sheet = try StyleSheet(
      styles: try package.tree(stylesPath),
      numbering: try numberingPath.map { path throws(HouseStyleError) in try package.tree(path) })
    var parts = [Self.stylesPart(sheet)]
    let settings = try path("settings").map { path throws(HouseStyleError) in
      try package.tree(path)
    }
    parts.append(WordSettings.part(from: settings))
    if let fonts = path("fontTable") {
      parts.append(try copier.copy(fonts, to: "word/fontTable.xml"))
    } else {
      parts.append(StandardParts.fontTable)
    }
    var theme: MarkupElement?
    if let path = path("theme") {
      theme = try package.tree(path)
      parts.append(try copier.copy(path, to: "word/theme/theme1.xml"))
    } else {
      parts.append(StandardParts.theme)
    }
    if let numbering = sheet.numbering {
      var part = Self.numberingPart(numbering)
      if let numberingPath { part.relationships = try copier.references(of: numberingPath) }
      parts.append(part)
    }
    let paper = try SectionReader(
      package: package, document: document, relationships: relationships
    )
    .layout(&copier)
    self.init(sheet: sheet, theme: theme, parts: parts + copier.copied, page: paper)
  }

  /// Our own house style: A4, Calibri, page numbers at the foot.
  public static let standard = HouseStyle(standard: .standard)

  private init(standard sheet: StyleSheet) {
    var parts = [
      Self.stylesPart(sheet), WordSettings.part(from: nil), StandardParts.fontTable,
      StandardParts.theme,
    ]
    if let numbering = sheet.numbering { parts.append(Self.numberingPart(numbering)) }
    self.init(
      sheet: sheet, theme: nil, parts: parts, page: .standard(footer: Self.footerID),
      isStandard: true)
  }

  /// The most bytes of a file.
  private static let sizeLimit = 64 << 20

  /// The name of the reference to the footer of our own house style.
  static let footerID = "rIdVoet"

  private init(
    sheet: StyleSheet, theme: MarkupElement?, parts: [PackagePart], page: PageLayout,
    isStandard: Bool = false
  ) {
    let kinds = [
      "word/styles.xml": "styles", "word/settings.xml": "settings",
      "word/fontTable.xml": "fontTable", "word/theme/theme1.xml": "theme",
      "word/numbering.xml": "numbering",
    ]
    var relationships: [PackageRelationship] = []
    for part in parts {
      let kind = kinds[part.path] ?? SectionReader.kind(of: part)
      guard let kind else { continue }
      let id = SectionReader.id(of: part) ?? "rId\(relationships.count + 1)"
      relationships.append(
        PackageRelationship(id: id, type: PackageRelationship.office(kind), target: part.path))
    }
    self.parts = parts
    self.relationships = relationships
    self.page = page
    self.isStandard = isStandard
    styles = StyleIDs(sheet.ids)
    numberedHeadings = Set(
      [WordStyle.chapter, .section, .subheading].filter(sheet.isNumbered))
    let font = TableFont(sheet: sheet, theme: theme)
    textScale = font.scale
    tableTextSize = font.size
  }

  private static func document(of package: PackageReader) throws(HouseStyleError) -> String {
    let root = try package.relationships(of: "").first { $0.kind == "officeDocument" }
    guard let root, !root.isExternal, let type = package.contentType(of: root.target) else {
      throw .notWord
    }
    guard type.contains("wordprocessingml") || type.contains("ms-word") else { throw .notWord }
    if root.type.hasPrefix("http://purl.oclc.org/") { throw .strict }
    return root.target
  }

  private static func stylesPart(_ sheet: StyleSheet) -> PackagePart {
    PackagePart(
      path: "word/styles.xml",
      contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
      bytes: MarkupWriter.document { $0.tree(sheet.styles) })
  }

  private static func numberingPart(_ root: MarkupElement) -> PackagePart {
    PackagePart(
      path: "word/numbering.xml",
      contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
      bytes: MarkupWriter.document { $0.tree(root) })
  }
}
