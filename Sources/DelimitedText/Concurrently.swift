import Glibc
import Synchronization

/// Runs a body for 0 ..< count, several at the same time.
///
/// Each thread takes the next number when it is done with one. The caller's own thread is one of
/// them; where no other can be made it runs them all.
///
/// - Parameters:
///   - count: How many times.
///   - threads: How many threads at most; nil for one each.
///   - body: Gets the number.
/// - Returns: The results in the order of the numbers.
public func concurrently<Result: Sendable>(
  _ count: Int, threads: Int? = nil, _ body: @escaping @Sendable (Int) -> Result
) -> [Result] {
  let next = Counter()
  let run: @Sendable () -> [(Int, Result)] = {
    var results: [(Int, Result)] = []
    while true {
      let number = next.take()
      if number >= count { return results }
      results.append((number, body(number)))
    }
  }
  let tasks = (1..<max(1, min(count, threads ?? count))).map { _ in Task(run) }
  for task in tasks { task.start() }
  let results = run() + tasks.flatMap { $0.value() }
  return results.sorted { $0.0 < $1.0 }.map(\.1)
}

/// Hands out the numbers from 0.
private final class Counter: Sendable {
  private let next = Atomic(0)

  func take() -> Int { next.add(1, ordering: .relaxed).oldValue }
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

  /// The result, when the thread is done; where there is no thread the caller makes it now.
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
