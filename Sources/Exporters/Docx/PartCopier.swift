/// Copies parts of a house style with the pictures and fonts that they need, under names of our own.
struct PartCopier {
  private let package: PackageReader
  /// Copied pictures, fonts, headers and footers, in the order of copying.
  private(set) var copied: [PackagePart] = []
  private var paths: [String: String] = [:]

  init(package: PackageReader) { self.package = package }

  /// Kinds of references that carry nothing that runs and nothing from elsewhere.
  private static let harmless: Set<String> = ["image", "hdphoto", "font", "hyperlink"]

  /// The type of a part, which it must have.
  private func type(of path: String) throws(HouseStyleError) -> String {
    guard let type = package.contentType(of: path) else { throw .damaged(part: path) }
    return type
  }

  /// A part of the same content under a new path.
  ///
  /// - Throws: ``HouseStyleError/linked(part:)`` for pictures elsewhere and
  ///   ``HouseStyleError/embedded(part:)`` for macros, controls and files.
  mutating func copy(_ path: String, to target: String) throws(HouseStyleError) -> PackagePart {
    PackagePart(
      path: target, contentType: try type(of: path), bytes: try package.part(path),
      relationships: try references(of: path))
  }

  /// Copies a header or footer.
  mutating func add(_ path: String, to target: String) throws(HouseStyleError) {
    copied.append(try copy(path, to: target))
  }

  /// The references of a part, with what they point to copied.
  mutating func references(of path: String) throws(HouseStyleError) -> [PackageRelationship] {
    var result: [PackageRelationship] = []
    for reference in try package.relationships(of: path) {
      guard Self.harmless.contains(reference.kind) else { throw .embedded(part: path) }
      if reference.isExternal {
        guard reference.kind == "hyperlink" else { throw .linked(part: path) }
        result.append(reference)
      } else {
        result.append(
          PackageRelationship(
            id: reference.id, type: reference.type, target: try medium(reference)))
      }
    }
    return result
  }

  private mutating func medium(
    _ reference: PackageRelationship
  ) throws(HouseStyleError) -> String {
    if let known = paths[reference.target] { return known }
    let name = PackageWriter.split(reference.target).name
    let ending = name.lastIndex(of: ".").map { String(name[$0...].lowercased()) } ?? ""
    let isPlain = ending.utf8.dropFirst().allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
    }
    let folder = reference.kind == "font" ? "word/fonts/" : "word/media/"
    let target = folder + "huisstijl\(paths.count + 1)" + (isPlain ? ending : ".bin")
    paths[reference.target] = target
    copied.append(
      PackagePart(
        path: target, contentType: try type(of: reference.target),
        bytes: try package.part(reference.target), isCompressed: ending != ".png"))
    return target
  }
}
