import TestSupport

/// Paths as text.
enum ProjectPaths {
  /// `data/definities`.
  static let definitions = ProjectFolder.definitions.path
}
