/// Reads the parts of an Office package (ECMA-376 part 2) by their relationships.
struct PackageReader {
  private let archive: ZipReader
  private let limits: ZipReader.Limits
  private let typesByPath: [String: String]
  private let typesByEnding: [String: String]

  /// Opens a package.
  ///
  /// - Throws: ``HouseStyleError/notWord`` when the archive is no Office package.
  init(
    _ bytes: [UInt8], limits: ZipReader.Limits = .foreign
  ) throws(HouseStyleError) {
    self.limits = limits
    do throws(ZipError) {
      archive = try ZipReader(bytes, limits: limits)
    } catch {
      throw HouseStyleError(error, isOffice: bytes.starts(with: Self.oldOffice))
    }
    guard let content = try Self.read("[Content_Types].xml", of: archive) else { throw .notWord }
    let types = try Self.tree(content, "[Content_Types].xml", limits)
    var byPath: [String: String] = [:]
    var byEnding: [String: String] = [:]
    for entry in types.elements where entry.space == .contentTypes {
      guard let type = entry.plainAttribute("ContentType") else { continue }
      if let name = entry.plainAttribute("PartName") {
        byPath[name.lowercased()] = type
      } else if let ending = entry.plainAttribute("Extension") {
        byEnding[ending.lowercased()] = type
      }
    }
    typesByPath = byPath
    typesByEnding = byEnding
  }

  /// How files with a password and those of Word 97–2003 begin (Compound File Binary).
  private static let oldOffice: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// The type of a part, or nil when the package does not say.
  func contentType(of path: String) -> String? {
    if let type = typesByPath["/" + path.lowercased()] { return type }
    guard let dot = path.lastIndex(of: ".") else { return nil }
    return typesByEnding[path[path.index(after: dot)...].lowercased()]
  }

  /// The paths of all parts, in the order of the archive.
  var paths: [String] { archive.paths }

  /// The bytes of a part.
  func part(_ path: String) throws(HouseStyleError) -> [UInt8] {
    guard let bytes = try Self.read(path, of: archive) else { throw .damaged(part: path) }
    return bytes
  }

  /// A part as a tree.
  func tree(_ path: String) throws(HouseStyleError) -> MarkupElement {
    try Self.tree(try part(path), path, limits)
  }

  /// Reads a part piece by piece.
  func scan(
    _ path: String, _ take: (MarkupScanner.Piece, inout MarkupScanner) -> Void
  ) throws(HouseStyleError) {
    let bytes = try part(path)
    do throws(MarkupParser.Failure) {
      var scanner = try MarkupScanner(bytes, elementLimit: limits.elements)
      while let piece = try scanner.next() { take(piece, &scanner) }
    } catch {
      throw error == .tooLarge ? .tooLarge : .damaged(part: path)
    }
  }

  /// What a part refers to; the empty path stands for the package itself.
  func relationships(of path: String) throws(HouseStyleError) -> [PackageRelationship] {
    let (folder, name) = PackageWriter.split(path)
    let place = folder + "_rels/" + name + ".rels"
    guard let bytes = try Self.read(place, of: archive) else { return [] }
    var result: [PackageRelationship] = []
    for entry in try Self.tree(bytes, place, limits).elements where entry.local == "Relationship" {
      guard let id = entry.plainAttribute("Id"), let type = entry.plainAttribute("Type"),
        let target = entry.plainAttribute("Target")
      else { throw .damaged(part: place) }
      let isExternal = entry.plainAttribute("TargetMode") == "External"
      let full = isExternal ? target : Self.resolved(target, from: folder)
      guard let full else { throw .damaged(part: place) }
      result.append(
        PackageRelationship(id: id, type: type, target: full, isExternal: isExternal))
    }
    return result
  }

  /// The path of a target inside the package; nil when it leads out of it.
  private static func resolved(_ target: String, from folder: String) -> String? {
    let whole = target.hasPrefix("/") ? target : folder + target
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  private static func read(
    _ path: String, of archive: ZipReader
  ) throws(HouseStyleError) -> [UInt8]? {
    do throws(ZipError) {
      return try archive.read(path)
    } catch {
      throw HouseStyleError(error, part: path)
    }
  }

  private static func tree(
    _ bytes: [UInt8], _ path: String, _ limits: ZipReader.Limits
  ) throws(HouseStyleError) -> MarkupElement {
    do throws(MarkupParser.Failure) {
      return try MarkupParser.root(of: bytes, elementLimit: limits.elements)
    } catch {
      throw error == .tooLarge ? .tooLarge : .damaged(part: path)
    }
  }
}
