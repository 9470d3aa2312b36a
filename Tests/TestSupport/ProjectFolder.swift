import Foundation

/// Where the project and the optional shared material are, from the path of this source file.
public enum ProjectFolder {
  /// The checkout.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// `data/definities`.
  public static let definitions = root.appendingPathComponent("data/definities")

  /// A file or folder of the shared material beside the checkout, or nil when it is not there.
  ///
  /// Tests that use it skip without it, and say so.
  public static func shared(_ path: String) -> URL? {
    let url = root.deletingLastPathComponent().appendingPathComponent("shared/" + path)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }
}
