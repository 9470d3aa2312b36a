/// Files by a pattern with `*` and `?` in any component of the path.
enum FilePattern {
  /// The paths that fit, sorted by bytes; a path without signs is given back when it exists.
  ///
  /// - Throws: When a folder cannot be read because of a limit of the system or a fault of the disk.
  static func paths(_ pattern: String, in folder: String) throws(SystemFailure) -> [String] {
    let full = FileAccess.join(folder, pattern)
    var found = ["/"]
    for component in full.split(separator: "/").map(String.init) {
      if component.contains("*") || component.contains("?") {
        let signs = Array(component.utf8)
        var fitting: [String] = []
        for base in found {
          fitting += try FileAccess.names(in: base).filter {
            !$0.hasPrefix(".") && !$0.hasSuffix(".part") && !$0.hasSuffix(".sha256")
              && matches(Array($0.utf8)[...], signs[...])
          }.map { FileAccess.join(base, $0) }
        }
        found = fitting
      } else {
        found = found.map { FileAccess.join($0, component) }.filter(FileAccess.exists)
      }
    }
    return found
  }

  /// Whether a name fits a component: `*` is any run of bytes, `?` any byte.
  static func matches(_ name: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    guard let sign = pattern.first else { return name.isEmpty }
    switch sign {
    case UInt8(ascii: "*"):
      return (name.startIndex...name.endIndex).contains {
        matches(name[$0...], pattern.dropFirst())
      }
    case UInt8(ascii: "?"):
      return !name.isEmpty && matches(name.dropFirst(), pattern.dropFirst())
    default:
      return name.first == sign && matches(name.dropFirst(), pattern.dropFirst())
    }
  }
}
