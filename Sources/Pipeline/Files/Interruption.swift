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

  /// Starts listening; call it before any other thread is made, because threads inherit which
  /// signals they leave alone.
  ///
  /// A signal that the caller ignores, as after nohup, stays ignored. The exit status is 128 plus
  /// the number of the signal: 143 after SIGTERM.
  ///
  /// - Parameter say: Tells the user, on the listening thread.
  public func listen(say: @escaping @Sendable () -> Void) {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGTERM, SIGINT, SIGHUP] where !Self.isIgnored(number) {
      sigaddset(&signals, number)
    }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let listener = Listener(interruption: self, signals: signals, say: say)
    var thread = pthread_t()
    let context = Unmanaged.passRetained(listener).toOpaque()
    let number = pthread_create(&thread, nil, { Listener.run($0) }, context)
    if number == 0 {
      pthread_detach(thread)
    } else {
      // Without a listener the system's own way of stopping is better than none.
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      Unmanaged<Listener>.fromOpaque(context).release()
    }
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

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

/// What the listening thread needs.
private final class Listener: Sendable {
  private let interruption: Interruption
  private let signals: sigset_t
  private let say: @Sendable () -> Void

  init(interruption: Interruption, signals: sigset_t, say: @escaping @Sendable () -> Void) {
    self.interruption = interruption
    self.signals = signals
    self.say = say
  }

  static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    let listener = Unmanaged<Listener>.fromOpaque(context).takeRetainedValue()
    var signals = listener.signals
    while true {
      var number: Int32 = 0
      guard sigwait(&signals, &number) == 0 else { continue }
      listener.interruption.stop(number, say: listener.say)
    }
  }
}
