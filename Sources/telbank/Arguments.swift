import WijkModel

/// What the command line asks for.
struct Arguments {
  var files: [String] = []
  var referenceDate = CalendarDate(dayNumber: 20_727)
  var threads = 1
  /// Whether the records are only read, to measure the reader alone.
  var readsOnly = false

  static let usage = """
    gebruik: telbank PATIENTEN EPISODEN [--peildatum 2026-10-01] [--draden 1|2] [--lezen]

    Telt de twee bestanden van de benchmark en schrijft de aantallen naar stdout; alleen om te meten.
    Met --lezen worden de records alleen gelezen en wordt hun aantal geschreven.

    """

  /// Reads the words behind the name of the program; nil when they are not understood.
  init?(_ words: [String]) {
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--peildatum":
        guard let date = rest.popFirst().flatMap({ CalendarDate(iso: $0) }) else { return nil }
        referenceDate = date
      case "--lezen": readsOnly = true
      case "--draden":
        guard let number = rest.popFirst().flatMap({ Int($0) }), (1...64).contains(number) else {
          return nil
        }
        threads = number
      default:
        if word.hasPrefix("-") { return nil }
        files.append(word)
      }
    }
    if files.count != 2 { return nil }
  }
}
