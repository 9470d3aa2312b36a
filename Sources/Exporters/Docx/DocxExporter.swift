import Charts
import Report
import WijkModel

/// Writes the chapter as a Word document, over a house style.
///
/// Office Open XML (ECMA-376, transitional), made here and packed by libzip. The same chapter, house
/// style and pictures give the same bytes.
public struct DocxExporter: Sendable {
  private let house: HouseStyle
  private let date: CalendarDate

  /// Makes an exporter.
  ///
  /// - Parameters:
  ///   - house: What the document looks like.
  ///   - date: The reference date; the file bears it as the date of its making.
  public init(house: HouseStyle = .standard, date: CalendarDate) {
    self.house = house
    self.date = date
  }

  /// The file `hoofdstuk-2.docx`.
  ///
  /// - Parameters:
  ///   - report: The chapter.
  ///   - pictures: Its figures; one that is missing leaves only its caption.
  ///   - officerFile: Where the officer's own text belongs, as the first lines say.
  /// - Returns: One file.
  /// - Throws: ``ExportError/noMemory``.
  public func files(
    for report: Report, pictures: [FigurePicture], officerFile: String
  ) throws(ExportError) -> [ExportedFile] {
    var parts = [document(report, pictures, officerFile)]
    parts += house.parts
    if house.isStandard {
      parts.append(
        StandardParts.footer(
          report.subtitle, styles: house.styles, width: house.page.textWidth(isWide: false)))
    }
    for (number, picture) in numbered(pictures, of: report) {
      let svg = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + picture.svg.text
      parts.append(
        PackagePart(
          path: WordPicture.path(number, "png"), contentType: "image/png", bytes: picture.png.bytes,
          isCompressed: false))
      parts.append(
        PackagePart(
          path: WordPicture.path(number, "svg"), contentType: "image/svg+xml",
          bytes: Array(svg.utf8)))
    }
    parts += [DocumentProperties.core(report, date: date), DocumentProperties.application]
    do throws(ZipError) {
      let bytes = try PackageWriter.bytes(
        of: parts, relationships: DocumentProperties.relationships)
      return [ExportedFile(path: "hoofdstuk-2.docx", bytes: bytes)]
    } catch {
      throw .noMemory
    }
  }

  private func document(
    _ report: Report, _ pictures: [FigurePicture], _ officerFile: String
  ) -> PackagePart {
    var part = PackagePart(
      path: "word/document.xml",
      contentType:
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
      bytes: DocxBody.bytes(
        of: report, house: house, pictures: pictures,
        copyFirst: "Sla eerst een kopie op: dit bestand wordt bij de volgende run vervangen. "
          + "Eigen tekst hoort in \(officerFile)."))
    part.relationships = house.relationships
    if house.isStandard {
      part.relationships.append(
        PackageRelationship(
          id: HouseStyle.footerID, type: PackageRelationship.office("footer"),
          target: "word/footer1.xml"))
    }
    for (number, _) in numbered(pictures, of: report) {
      for ending in ["png", "svg"] {
        part.relationships.append(
          PackageRelationship(
            id: "rIdFiguur\(number)\(ending)", type: PackageRelationship.office("image"),
            target: WordPicture.path(number, ending)))
      }
    }
    return part
  }

  /// The pictures with the numbers of their figures, in the order of the chapter.
  private func numbered(
    _ pictures: [FigurePicture], of report: Report
  ) -> [(number: Int, picture: FigurePicture)] {
    report.figures.compactMap { figure in
      pictures.first { $0.id == figure.id }.map { (figure.number, $0) }
    }
  }
}
