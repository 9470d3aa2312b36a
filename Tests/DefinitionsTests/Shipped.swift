import Definitions
import Foundation
import TestSupport

/// The shipped definitions, and copies of them with mistakes.
enum Shipped {
  static let set = Result { try DefinitionSet.load(from: ProjectFolder.definitions.path) }

  static func definitions() throws -> DefinitionSet { try set.get() }

  /// Calls the body with a folder that holds a copy of the shipped files and is removed afterwards.
  static func withCopy<Outcome>(_ body: (URL) throws -> Outcome) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "definities-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: ProjectFolder.definitions, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// The mistakes in a folder, as text.
  static func problems(in folder: URL, additional: [String] = []) -> [String] {
    do throws(DefinitionError) {
      _ = try DefinitionSet.load(from: folder.path, additional: additional)
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }
}

extension URL {
  /// Replaces the first occurrence of a text in a file of this folder.
  func edit(_ file: String, _ old: String, _ new: String) throws {
    let url = appendingPathComponent(file)
    var text = try String(contentsOf: url, encoding: .utf8)
    let range = try requiredRange(text.range(of: old), in: file)
    text.replaceSubrange(range, with: new)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  /// Adds lines to a file of this folder and gives the number of the first.
  @discardableResult
  func append(_ file: String, _ lines: String...) throws -> Int {
    let url = appendingPathComponent(file)
    let text = try String(contentsOf: url, encoding: .utf8)
    try (text + lines.map { $0 + "\n" }.joined()).write(to: url, atomically: true, encoding: .utf8)
    return text.count { $0.isNewline } + 1
  }
}

/// A fixture that does not hold what a test wants to replace.
struct MissingText: Error {
  let file: String
}

private func requiredRange(_ range: Range<String.Index>?, in file: String) throws
  -> Range<String.Index>
{
  guard let range else { throw MissingText(file: file) }
  return range
}
