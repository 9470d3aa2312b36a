/// What `status.json` holds: the last run, the last good one and where each wijk stands.
///
/// It is the only file with the time of a run. It has no counts of rows and no names of files, so
/// that it may stand beside what is shared. Times are UTC, `2026-11-22T03:15:02Z`.
struct RunStatus: Codable, Hashable, Sendable {
  /// The last run that took the lock, good or not.
  var lastRun: Run?
  /// The last run with exit status 0.
  var lastGoodRun: Run?
  /// The wijken of the configuration, in its order.
  var wijken: [Wijk] = []

  /// One run.
  struct Run: Codable, Hashable, Sendable {
    /// The version of the program.
    let version: String
    /// When it began.
    let begin: String
    /// When it ended.
    var end: String
    /// How long it took.
    var seconds: Double
    /// How long each of its steps took, in their order.
    var steps: [Step]
    /// The exit status.
    var exitStatus: Int32
    /// The errors and warnings by code.
    var messages: [Message]
    /// The inputs; empty when the run failed before they were all read.
    var inputs: [Input]

    enum CodingKeys: String, CodingKey {
      case version = "versie"
      case begin
      case end = "eind"
      case seconds = "seconden"
      case steps = "stappen"
      case exitStatus = "exitcode"
      case messages = "meldingen"
      case inputs = "bronnen"
    }
  }

  /// A step of a run.
  struct Step: Codable, Hashable, Sendable {
    /// What the step does, in Dutch, such as `lezen en tellen`.
    let name: String
    /// How long it took.
    let seconds: Double

    enum CodingKeys: String, CodingKey {
      case name = "stap"
      case seconds = "seconden"
    }
  }

  /// A code and in how many places it was found; never a number of rows.
  struct Message: Codable, Hashable, Sendable {
    /// The code, such as `W103`.
    let code: String
    /// The number of files and columns with this finding.
    let count: Int

    enum CodingKeys: String, CodingKey {
      case code
      case count = "aantal"
    }
  }

  /// An input file.
  struct Input: Codable, Hashable, Sendable {
    /// Its kind, such as `praktijklijst`.
    let kind: String
    /// SHA-256 of its bytes.
    let sha256: String
    /// Its size in bytes.
    let size: Int

    enum CodingKeys: String, CodingKey {
      case kind = "soort"
      case sha256
      case size = "grootte"
    }
  }

  /// Where a wijk stands.
  struct Wijk: Codable, Hashable, Sendable {
    /// The name of its folder.
    let slug: String
    /// Its name.
    let name: String
    /// How the last run that was to write it ended for it.
    var outcome: Outcome
    /// When its folder was last published; nil when it never was.
    var published: String?

    enum CodingKeys: String, CodingKey {
      case slug = "wijk"
      case name = "naam"
      case outcome = "uitkomst"
      case published = "gepubliceerd"
    }
  }

  /// How a run ended for a wijk.
  enum Outcome: String, Codable, Hashable, Sendable {
    /// Its folder is new.
    case published = "gepubliceerd"
    /// Its folder is as it was.
    case kept = "behouden"
  }

  enum CodingKeys: String, CodingKey {
    case lastRun = "laatste_ronde"
    case lastGoodRun = "laatste_goede_ronde"
    case wijken
  }
}
