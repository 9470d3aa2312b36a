import Glibc
import WijkModel

/// A call of the system that failed, with the name of what it was about.
struct SystemFailure: Error, Hashable, Sendable {
  /// The error number (errno).
  let number: Int32
  /// The name of the file or folder, without its path.
  let name: String

  /// Whether the system has no more open files or memory to give.
  var isLimit: Bool { [EMFILE, ENFILE, ENOMEM].contains(number) }

  /// The error of a run that stops because reading or writing failed: `E605` (71) at a limit of the
  /// system, otherwise `E602` (74).
  var inputOutputError: PipelineError {
    PipelineError(
      isLimit ? .systemLimit : .inputOutput, isLimit ? "E605" : "E602", file: name,
      facts: ["reden": SystemReason.text(number)])
  }

  /// The error of a run of which the new set stands, but that cannot be rounded off: `E610` (74).
  var afterSwap: PipelineError {
    PipelineError(
      .inputOutput, "E610", file: name, facts: ["reden": SystemReason.text(number)])
  }

  /// The error of a run that cannot make its output: `E605` (71) at a limit of the system, otherwise
  /// `E601` (73).
  var outputError: PipelineError {
    if isLimit { return inputOutputError }
    return PipelineError(
      .outputNotCreated, "E601", file: name, facts: ["reden": SystemReason.text(number)])
  }
}

/// Dutch words for the errors of the system.
enum SystemReason {
  /// A short reason for an error number.
  static func text(_ number: Int32) -> String {
    switch number {
    case ENOSPC: "schijf vol"
    case EDQUOT: "het quotum is op"
    case EFBIG: "het bestand mag niet groter worden"
    case EACCES, EPERM: "geen toegang"
    case EROFS: "de schijf is alleen-lezen"
    case EMFILE, ENFILE: "te veel open bestanden"
    case ENOMEM: "geen geheugen"
    case EIO: "een fout van de schijf"
    case ENOENT: "bestaat niet"
    case EEXIST, ENOTEMPTY: "er staat al iets"
    case ENOTDIR: "geen map"
    case ENAMETOOLONG: "de naam is te lang"
    case ELOOP: "een koppeling in het pad"
    case EPIPE: "de ontvanger is gestopt"
    default: "systeemfout \(number)"
    }
  }
}
