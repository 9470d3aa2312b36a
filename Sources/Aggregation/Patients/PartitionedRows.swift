/// Small rows in partitions, in the order of partitions only: adding one is a store and a count.
///
/// Memory comes in slabs that never move, so that a list of millions is never copied to grow. One
/// thread at a time may add; when nobody adds any more, many may read.
final class PartitionedRows<Element: BitwiseCopyable> {
  private struct Cursor: BitwiseCopyable {
    var next: UnsafeMutablePointer<Element>?
    var room = 0
  }

  /// Rows per chunk; a partition wastes less than one.
  private static var chunkSize: Int { 64 }
  private static var chunksPerSlab: Int { 128 }

  private let cursors: UnsafeMutablePointer<Cursor>
  /// Full and current chunks, per partition.
  private var chunks: [[UnsafeMutablePointer<Element>]]
  private var slabs: [UnsafeMutablePointer<Element>] = []
  private var usedChunks = 0

  init(partitions: Int) {
    cursors = .allocate(capacity: partitions)
    cursors.initialize(repeating: Cursor(), count: partitions)
    chunks = Array(repeating: [], count: partitions)
  }

  deinit {
    for slab in slabs { slab.deallocate() }
    cursors.deallocate()
  }

  /// Adds a row to a partition.
  @inline(__always)
  func append(_ element: Element, to partition: Int) {
    if cursors[partition].room == 0 { cursors[partition] = chunk(for: partition) }
    cursors[partition].next?.initialize(to: element)
    cursors[partition].next? += 1
    cursors[partition].room &-= 1
  }

  /// The number of rows of a partition.
  func count(_ partition: Int) -> Int {
    chunks[partition].count * Self.chunkSize - cursors[partition].room
  }

  /// Visits the rows of a partition.
  @inline(__always)
  func forEach(in partition: Int, _ body: (Element) -> Void) {
    var left = count(partition)
    for chunk in chunks[partition] {
      for place in 0..<min(left, Self.chunkSize) { body(chunk[place]) }
      left -= Self.chunkSize
    }
  }

  @inline(never)
  private func chunk(for partition: Int) -> Cursor {
    if usedChunks % Self.chunksPerSlab == 0 {
      slabs.append(.allocate(capacity: Self.chunksPerSlab * Self.chunkSize))
    }
    let start = slabs[slabs.count - 1] + usedChunks % Self.chunksPerSlab * Self.chunkSize
    usedChunks += 1
    chunks[partition].append(start)
    return Cursor(next: start, room: Self.chunkSize)
  }
}
