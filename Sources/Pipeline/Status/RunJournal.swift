import Foundation
import Synchronization
import WijkModel

/// Keeps what a run does and writes it to `status.json`, also when the run fails or is stopped.
///
/// It is shared with the thread that listens to signals.
final class RunJournal: Sendable {
  /// The name of the file in the output folder.
  static let fileName = "status.json"

  private struct State {
    var steps: [RunStatus.Step] = []
    var current: (name: String, start: ContinuousClock.Instant)?
    var inputs: [RunStatus.Input] = []
    var messages: [RunStatus.Message] = []
    var published: Set<String> = []

    mutating func endStep() {
      guard let current else { return }
      let seconds = (ContinuousClock.now - current.start).rounded
      steps.append(RunStatus.Step(name: current.name, seconds: seconds))
      self.current = nil
    }
  }

  private let publication: Publication
  private let wijken: [Wijk]
  private let chosen: Set<String>
  private let time: @Sendable () -> Int
  private let begin: Int
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  /// Begins the journal of a run.
  ///
  /// - Parameters:
  ///   - publication: Where the file comes; the lock is held.
  ///   - wijken: All wijken of the configuration.
  ///   - chosen: The slugs of the wijken that the run is to write.
  ///   - time: Seconds since 1970.
  init(
    _ publication: Publication, wijken: [Wijk], chosen: Set<String>,
    time: @escaping @Sendable () -> Int
  ) {
    self.publication = publication
    self.wijken = wijken
    self.chosen = chosen
    self.time = time
    begin = time()
  }

  /// Notes that a step begins and with that the one before it ends.
  func beginStep(_ name: String) {
    state.withLock { state in
      state.endStep()
      state.current = (name, .now)
    }
  }

  /// Notes the inputs that were read and the findings in them.
  func read(_ records: [InputRecord], findings: [Finding]) {
    let inputs = records.map {
      RunStatus.Input(kind: $0.kind, sha256: $0.sha256, size: $0.size)
    }
    let messages = Self.messages(findings)
    state.withLock { state in
      state.inputs = inputs
      state.messages = messages
    }
  }

  /// Notes that the folders of these wijken are new.
  func published(_ slugs: [String]) {
    state.withLock { $0.published.formUnion(slugs) }
  }

  /// Writes `status.json`.
  ///
  /// - Parameters:
  ///   - status: The exit status of the run.
  ///   - findings: What the run ended with; added to those of the inputs.
  /// - Throws: When the file cannot be written; the one before it then stands.
  func end(_ status: Int32, findings: [Finding] = []) throws(SystemFailure) {
    let run = run(status, findings: findings)
    var file = Self.read(below: publication.path) ?? RunStatus()
    file.lastRun = run
    if status == 0 { file.lastGoodRun = run }
    let published = state.withLock { $0.published }
    let before = Dictionary(file.wijken.map { ($0.slug, $0) }) { first, _ in first }
    file.wijken = wijken.map { wijk in
      var entry =
        before[wijk.slug]
        ?? RunStatus.Wijk(slug: wijk.slug, name: wijk.name, outcome: .kept, published: nil)
      if published.contains(wijk.slug) {
        entry.published = run.end
        entry.outcome = .published
      } else if chosen.contains(wijk.slug) {
        entry.outcome = .kept
      }
      return entry
    }
    try publication.replace(Self.fileName, with: Self.bytes(file))
  }

  /// The status in an output folder; nil when there is none or it cannot be understood.
  static func read(below folder: String) -> RunStatus? {
    let path = folder + "/" + fileName
    guard let bytes = try? FileAccess.read(path, name: fileName, missing: "E520") else {
      return nil
    }
    return try? JSONDecoder().decode(RunStatus.self, from: Data(bytes))
  }

  private static func bytes(_ status: RunStatus) throws(SystemFailure) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(status) else {
      throw SystemFailure(number: EINVAL, name: fileName)
    }
    return [UInt8](data) + [UInt8(ascii: "\n")]
  }

  private func run(_ status: Int32, findings: [Finding]) -> RunStatus.Run {
    state.withLock { state in
      state.endStep()
      let own = Self.messages(findings)
      let codes = Set(own.map(\.code))
      let all = own + state.messages.filter { !codes.contains($0.code) }
      return RunStatus.Run(
        version: ProgramVersion.text, begin: Timestamp.text(begin), end: Timestamp.text(time()),
        seconds: (ContinuousClock.now - start).rounded, steps: state.steps, exitStatus: status,
        messages: all.sorted { $0.code < $1.code }, inputs: state.inputs)
    }
  }

  private static func messages(_ findings: [Finding]) -> [RunStatus.Message] {
    let counts = Dictionary(findings.map { ($0.code.rawValue, 1) }, uniquingKeysWith: +)
    return counts.sorted { $0.key < $1.key }.map {
      RunStatus.Message(code: $0.key, count: $0.value)
    }
  }
}

extension Duration {
  /// Seconds with two decimals.
  fileprivate var rounded: Double {
    let (seconds, attoseconds) = components
    return ((Double(seconds) + Double(attoseconds) / 1e18) * 100).rounded() / 100
  }
}
