/// Why the state of earlier runs cannot be used.
public enum HistoryError: Error, Hashable, Sendable {
  /// The state file is missing although something was published before.
  case missing
  /// The state file is damaged or is not ours.
  case damaged
  /// The state file was made by a newer version of the program.
  case newer
  /// The state file cannot be read or written; the reason in words.
  case unusable(reason: String)
}
