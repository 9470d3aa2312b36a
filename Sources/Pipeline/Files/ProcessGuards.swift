import CSystem
import Glibc

/// What a process sets up before anything else, so that it never ends without a word.
public enum ProcessGuards {
  private static let internalFault: StaticString = """
    Er ging iets mis dat niet mag gebeuren (E609). Er is geen rapport gemaakt; het vorige blijft \
    staan. Meld dit aan de beheerder. (code 70)

    """
  private static let systemLimit: StaticString = """
    Het systeem geeft geen geheugen of open bestanden meer (E605). Er is geen rapport gemaakt; het vorige blijft \
    staan. Geef wijkbeeld meer. (code 71)

    """

  /// A broken pipe or a limit on the size of files becomes an error of the write; a crash says one
  /// sentence and leaves no core dump, which would hold rows of persons.
  public static func install() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    internalFault.withCString { fault in
      systemLimit.withCString { limit in wijkbeeld_guard_crashes(fault, limit) }
    }
  }
}

extension StaticString {
  /// The text as C reads it; it stays where it is as long as the process lives.
  fileprivate func withCString(_ body: (UnsafePointer<CChar>) -> Void) {
    utf8Start.withMemoryRebound(to: CChar.self, capacity: utf8CodeUnitCount + 1) { body($0) }
  }
}
