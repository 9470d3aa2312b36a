import Report
import WijkModel

/// What Word shows as the properties of the file; dates are those of the data, never of the clock.
enum DocumentProperties {
  /// `docProps/core.xml`.
  static func core(_ report: Report, date: CalendarDate) -> PackagePart {
    let time = date.description + "T00:00:00Z"
    return PackagePart(
      path: "docProps/core.xml",
      contentType: "application/vnd.openxmlformats-package.core-properties+xml",
      bytes: MarkupWriter.document { writer in
        writer.element(
          "cp:coreProperties",
          [
            "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:dcterms": "http://purl.org/dc/terms/",
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
          ]
        ) { writer in
          writer.element("dc:title") { $0.text(report.title + " – " + report.wijk.name) }
          writer.element("dc:subject") { $0.text(report.subtitle) }
          writer.element("dc:creator") { $0.text("wijkbeeld") }
          writer.element("dcterms:created", ["xsi:type": "dcterms:W3CDTF"]) { $0.text(time) }
          writer.element("dcterms:modified", ["xsi:type": "dcterms:W3CDTF"]) { $0.text(time) }
          writer.element("dc:language") { $0.text("nl-NL") }
        }
      })
  }

  /// `docProps/app.xml`.
  static let application = PackagePart(
    path: "docProps/app.xml",
    contentType: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    bytes: MarkupWriter.document { writer in
      writer.element(
        "Properties",
        ["xmlns": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"]
      ) { $0.element("Application") { $0.text("wijkbeeld") } }
    })

  /// What the package itself refers to.
  static let relationships = [
    PackageRelationship(
      id: "rId1", type: PackageRelationship.office("officeDocument"), target: "word/document.xml"),
    PackageRelationship(
      id: "rId2",
      type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
      target: "docProps/core.xml"),
    PackageRelationship(
      id: "rId3", type: PackageRelationship.office("extended-properties"),
      target: "docProps/app.xml"),
  ]
}
