import Glibc
import WijkModel

/// The number of files that a run may have open.
enum OpenFiles {
  /// What a run needs at most: the state with its journal, the folders of one wijk, one file of it, and
  /// what libraries open for themselves.
  private static let needed = 16

  /// Checks that the system still gives a run what it needs.
  ///
  /// Libraries that find no descriptor left may end the process on a thread of their own; it is better
  /// to say so before anything begins.
  ///
  /// - Throws: `E605` (71).
  static func check() throws(PipelineError) {
    var taken: [Int32] = []
    defer { for descriptor in taken { close(descriptor) } }
    let first = open("/dev/null", O_RDONLY | O_CLOEXEC)
    var number = errno
    if first >= 0 { taken.append(first) }
    while first >= 0, taken.count < needed {
      let next = fcntl(first, F_DUPFD_CLOEXEC, 0)
      number = errno
      guard next >= 0 else { break }
      taken.append(next)
    }
    guard taken.count < needed else { return }
    throw SystemFailure(number: number, name: "wijkbeeld").inputOutputError
  }
}
