import CSystem
import Glibc
import Synchronization
import WijkModel

/// Ends a run at once when the system asks for it (SIGTERM, SIGINT, SIGHUP), without leaving
/// anything half.
///
/// A thread of its own waits for the signals, so that a run stops within an instant whatever it is
/// doing, and may remove files as any other code. It waits while a file is written or the new set
/// takes the place of the old; a run that got that far is let finish.
public final class Interruption: Sendable {
  private struct State {
    var isFinished = false
    var cleanUp: @Sendable (Int32) -> Void = { _ in }
  }

  private let state = Mutex(State())

  /// Makes an interruption that does not listen yet.
  public init() {}

  /// Starts listening; call it once in a process.
  ///
  /// A signal that the caller ignores, as after nohup, stays ignored. The exit status is 128 plus
  /// the number of the signal: 143 after SIGTERM.
  ///
  /// - Parameter say: Tells the user, on the listening thread.
  public func listen(say: @escaping @Sendable () -> Void) {
    let context = Unmanaged.passRetained(Listener(interruption: self, say: say))
    var thread = pthread_t()
    guard pthread_create(&thread, nil, { Listener.run($0) }, context.toOpaque()) == 0 else {
      // Without a listener the system's own way of stopping is better than none.
      context.release()
      return
    }
    pthread_detach(thread)
  }

  /// Runs something that a signal must not cut in two; not to be nested.
  func shield<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
    try state.withLock { _ throws(Failure) in try body() }
  }

  /// Runs the step with which the new set takes the place of the old; from here on the run is let
  /// finish.
  func finish<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
    try state.withLock { state throws(Failure) in
      state.isFinished = true
      try body()
    }
  }

  /// What is to be cleared when the run is stopped; gets the exit status.
  func onStop(_ cleanUp: @escaping @Sendable (Int32) -> Void) {
    state.withLock { $0.cleanUp = cleanUp }
  }

  /// Stops the process, unless the run is finished but for its last words.
  fileprivate func stop(_ signal: Int32, say: () -> Void) {
    state.withLock { state in
      guard !state.isFinished else { return }
      state.cleanUp(128 + signal)
      say()
      _exit(128 + signal)
    }
  }
}

/// What the listening thread needs.
private final class Listener: Sendable {
  private let interruption: Interruption
  private let say: @Sendable () -> Void

  init(interruption: Interruption, say: @escaping @Sendable () -> Void) {
    self.interruption = interruption
    self.say = say
  }

  static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    let listener = Unmanaged<Listener>.fromOpaque(context).takeRetainedValue()
    guard wijkbeeld_catch_stops() == 0 else { return nil }
    while true { listener.interruption.stop(wijkbeeld_wait_for_stop(), say: listener.say) }
  }
}
