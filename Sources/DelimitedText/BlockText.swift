import Glibc

/// Searches in a block of text; places are offsets, and the end of the search stands for "not found".
struct BlockText {
  let start: UnsafePointer<UInt8>
  let count: Int

  /// The next quote at or behind a place.
  func quote(from place: Int) -> Int { find(34, from: place, to: count) }

  /// The next CR or LF at or behind a place.
  func lineBreak(from place: Int, to end: Int) -> Int {
    let feed = find(10, from: place, to: end)
    return find(13, from: place, to: feed)
  }

  /// Whether the line break at a place is the first half of CRLF or LFCR.
  func isPair(at place: Int) -> Bool {
    place + 1 < count && start[place] ^ start[place + 1] == 10 ^ 13
  }

  @inline(__always)
  private func find(_ byte: Int32, from place: Int, to end: Int) -> Int {
    guard place < end, let found = memchr(start + place, byte, end - place) else { return end }
    return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - start
  }
}
