extension DelimitedTextError {
  /// The stable code of the catalogue of messages.
  ///
  /// `E100` is a file that could not be opened or read (`E605` at a limit of the system, `E602` at a
  /// fault of the disk), `E110` one that changed meanwhile; the other codes are those of the cases.
  public var code: String {
    switch self {
    case .unreadable(_, .tooManyFiles): "E605"
    case .unreadable(_, .inputOutput): "E602"
    case .unreadable: "E100"
    case .empty: "E101"
    case .notText: "E102"
    case .encoding: "E103"
    case .quote: "E104"
    case .truncated: "E105"
    case .nul: "E106"
    case .uneven: "E108"
    case .fieldTooLong: "E109"
    case .changed: "E110"
    }
  }

  /// The physical line, from 1, or nil where the error is about the file as a whole.
  public var line: Int? {
    switch self {
    case .encoding(_, let line), .quote(_, let line), .truncated(_, let line),
      .nul(_, let line, _), .uneven(_, let line, _, _), .fieldTooLong(_, let line, _):
      line
    case .unreadable, .empty, .notText, .changed: nil
    }
  }

  /// The file as messages name it.
  public var file: String {
    switch self {
    case .unreadable(let file, _), .empty(let file), .notText(let file, _), .encoding(let file, _),
      .quote(let file, _), .truncated(let file, _), .nul(let file, _, _),
      .uneven(let file, _, _, _), .fieldTooLong(let file, _, _), .changed(let file):
      file
    }
  }
}
