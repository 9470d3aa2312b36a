/// A part of an Office package (ECMA-376 part 2), ready to be written.
struct PackagePart: Hashable, Sendable {
  /// The path without a slash in front, such as `word/styles.xml`.
  let path: String
  /// What it is.
  let contentType: String
  /// Its bytes.
  let bytes: [UInt8]
  /// What it refers to.
  var relationships: [PackageRelationship] = []
  /// Pictures of fonts and photos are compressed already.
  var isCompressed = true
}

/// A reference from one part of a package to another, or to something outside.
struct PackageRelationship: Hashable, Sendable {
  /// The name that the part uses, such as `rId3`.
  let id: String
  /// The address of its kind.
  let type: String
  /// The path of the part, without a slash in front, or an address outside.
  let target: String
  /// Whether the target is outside of the package.
  var isExternal = false

  /// The last word of the type, such as `styles`.
  var kind: String { type.split(separator: "/").last.map(String.init) ?? "" }

  /// The address of a kind of the office vocabulary.
  static func office(_ kind: String) -> String {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind
  }
}

/// Writes the parts of a package in a fixed order, with their list of types and relationships.
enum PackageWriter {
  /// The package as bytes.
  ///
  /// - Parameters:
  ///   - parts: The parts; a path comes once.
  ///   - relationships: Of the package itself.
  /// - Returns: A ZIP archive.
  /// - Throws: ``ZipError/failed`` when memory runs out.
  static func bytes(
    of parts: [PackagePart], relationships: [PackageRelationship]
  ) throws(ZipError) -> [UInt8] {
    // Readers that guess the kind of a file look at the first entry.
    var entries = [ZipWriter.Entry(path: "[Content_Types].xml", bytes: types(of: parts))]
    entries.append(
      ZipWriter.Entry(path: "_rels/.rels", bytes: list(relationships, from: "")))
    for part in parts {
      entries.append(
        ZipWriter.Entry(path: part.path, bytes: part.bytes, isCompressed: part.isCompressed))
      if !part.relationships.isEmpty {
        let (folder, name) = split(part.path)
        entries.append(
          ZipWriter.Entry(
            path: folder + "_rels/" + name + ".rels", bytes: list(part.relationships, from: folder))
        )
      }
    }
    return try ZipWriter.bytes(of: entries)
  }

  private static func types(of parts: [PackagePart]) -> [UInt8] {
    MarkupWriter.document { writer in
      writer.element(
        "Types", ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"]
      ) { writer in
        let defaults = [
          ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
          ("xml", "application/xml"), ("png", "image/png"), ("svg", "image/svg+xml"),
        ]
        for (name, type) in defaults {
          writer.empty("Default", ["Extension": name, "ContentType": type])
        }
        for part in parts where !defaults.contains(where: { part.isDefault($0.0, $0.1) }) {
          writer.empty("Override", ["PartName": "/" + part.path, "ContentType": part.contentType])
        }
      }
    }
  }

  private static func list(_ relationships: [PackageRelationship], from folder: String) -> [UInt8] {
    MarkupWriter.document { writer in
      writer.element(
        "Relationships",
        ["xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"]
      ) { writer in
        for relationship in relationships {
          if relationship.isExternal {
            writer.empty(
              "Relationship",
              [
                "Id": relationship.id, "Type": relationship.type, "Target": relationship.target,
                "TargetMode": "External",
              ])
          } else {
            let target = relationship.target
            let isNear = !folder.isEmpty && target.hasPrefix(folder)
            writer.empty(
              "Relationship",
              [
                "Id": relationship.id, "Type": relationship.type,
                "Target": isNear ? String(target.dropFirst(folder.count)) : "/" + target,
              ])
          }
        }
      }
    }
  }

  /// The folder with its slash, and the name.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }
}

extension PackagePart {
  fileprivate func isDefault(_ ending: String, _ type: String) -> Bool {
    path.hasSuffix("." + ending) && contentType == type
  }
}
