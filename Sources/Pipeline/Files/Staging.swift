import CSystem
import Exporters
import Glibc

/// A folder with a random name in which a new set is built before it takes the place of the old.
///
/// It stands on the file system of the output, never in /tmp, and only its owner can enter it.
struct Staging {
  /// How the names of all staging folders start, so that what a killed run left is known.
  static let prefix = "nieuw-"

  /// The folder in which the staging folder stands.
  private let parent: Folder
  /// The staging folder.
  let folder: Folder

  /// Makes an empty staging folder; `prefix` may be another where the parent is not our own.
  init(in parent: Folder, prefix: String = prefix) throws(SystemFailure) {
    self.parent = parent
    folder = try parent.make(prefix + Self.randomName(), mode: 0o700)
  }

  /// Removes the staging folder with everything in it.
  func remove() { parent.remove(folder.name) }

  /// Makes a folder of the new set and syncs it; folders named `intern`, and those below them, are
  /// for the owner alone.
  ///
  /// - Parameters:
  ///   - name: The name of the folder.
  ///   - files: Its files, with their paths below it.
  ///   - shield: Runs the writing of each file; nothing else may interrupt it.
  /// - Throws: When something cannot be written; what is there so far stays until the staging folder
  ///   is removed.
  func add(
    _ name: String, _ files: [ExportedFile],
    shield: (() throws(SystemFailure) -> Void) throws(SystemFailure) -> Void
  ) throws(SystemFailure) {
    var folders: [String: Folder] = [:]
    try shield { () throws(SystemFailure) in
      folders[""] = try folder.make(name, mode: 0o750)
    }
    for file in files {
      try shield { () throws(SystemFailure) in
        let (place, leaf) = try place(of: file.path, in: &folders)
        try place.write(file.bytes, to: leaf, mode: 0o640)
      }
    }
    for path in folders.keys.sorted(by: >) { try folders[path]?.sync() }
  }

  /// The folder and the name of a file; folders on the way are made once.
  private func place(
    of path: String, in folders: inout [String: Folder]
  ) throws(SystemFailure) -> (folder: Folder, leaf: String) {
    var known = ""
    guard var place = folders[known] else { throw SystemFailure(number: ENOENT, name: path) }
    let parts = path.split(separator: "/").map(String.init)
    for part in parts.dropLast() {
      known += "/" + part
      if let made = folders[known] {
        place = made
      } else {
        let isInternal = (known + "/").contains("/intern/")
        place = try place.make(part, mode: isInternal ? 0o700 : 0o750)
        folders[known] = place
      }
    }
    return (place, parts.last ?? path)
  }

  /// 16 hexadecimal digits that nobody can foresee.
  static func randomName() -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
