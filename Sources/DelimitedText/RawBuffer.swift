/// Growable memory without checks: room is reserved once per block of input, so that adding costs nothing extra.
struct RawBuffer<Element: BitwiseCopyable> {
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    start = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  /// The elements.
  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: start, count: count) }

  /// Makes room for so many more elements.
  mutating func reserve(_ additional: Int) {
    let needed = count + additional
    guard needed > capacity else { return }
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: max(needed, 2 * capacity))
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
    capacity = max(needed, 2 * capacity)
  }

  /// Adds an element; room must be reserved.
  mutating func append(_ element: Element) {
    start[count] = element
    count &+= 1
  }

  /// Adds elements; room must be reserved.
  mutating func append(_ elements: UnsafePointer<Element>, count added: Int) {
    (start + count).update(from: elements, count: added)
    count &+= added
  }

  /// Counts elements that were stored behind the end; room must be reserved.
  mutating func grow(_ added: Int) { count &+= added }

  /// Takes the first elements away.
  mutating func removeFirst(_ removed: Int) {
    start.update(from: start + removed, count: count - removed)
    count -= removed
  }

  /// Takes the last elements away.
  mutating func removeLast(_ removed: Int) { count -= removed }

  /// Forgets all elements.
  mutating func removeAll() { count = 0 }

  /// Gives the memory back; the buffer must not be used after.
  func deallocate() { start.deallocate() }
}
