import Glibc

/// Runs a body for 0 ..< count at the same time, one thread each, and gives the results in order.
///
/// The first one runs on the thread of the caller; where no thread can be made it runs them all.
func concurrently<Result: Sendable>(
  _ count: Int, _ body: @escaping @Sendable (Int) -> Result
) -> [Result] {
  var tasks: [Task<Result>] = []
  for index in 1..<max(1, count) {
    let task = Task { body(index) }
    task.start()
    tasks.append(task)
  }
  return [body(0)] + tasks.map { $0.value() }
}

/// A body on a thread of its own.
private final class Task<Result: Sendable>: @unchecked Sendable {
  private let body: @Sendable () -> Result
  private var result: Result?
  private var thread: pthread_t?

  init(_ body: @escaping @Sendable () -> Result) { self.body = body }

  func start() {
    let context = Unmanaged.passRetained(Runner { self.result = self.body() })
    var thread = pthread_t()
    let status = pthread_create(&thread, nil, Self.run, context.toOpaque())
    if status == 0 { self.thread = thread } else { context.release() }
  }

  /// The result, when the thread is done.
  func value() -> Result {
    if let thread { pthread_join(thread, nil) }
    return result ?? body()
  }

  private static var run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    { context in
      if let context { Unmanaged<Runner>.fromOpaque(context).takeRetainedValue().body() }
      return nil
    }
  }
}

private final class Runner {
  let body: () -> Void

  init(_ body: @escaping () -> Void) { self.body = body }
}
