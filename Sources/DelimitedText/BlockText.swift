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

  /// Whether somewhere only blanks stand between a CR and a LF, in either order.
  var hasBlanksBetweenUnlikeBreaks: Bool {
    var next = 0
    while true {
      let place = find(13, from: next, to: count)
      if place == count { return false }
      next = place &+ 1
      // Nearly always a LF follows at once and no blank stands before: two looks say so.
      if next < count && isBlank(start[next]) {
        var behind = next
        while behind < count && isBlank(start[behind]) { behind &+= 1 }
        if behind < count && start[behind] == 10 { return true }
      }
      if place > 0 && isBlank(start[place &- 1]) {
        var before = place &- 1
        while before >= 0 && isBlank(start[before]) { before &-= 1 }
        if before >= 0 && start[before] == 10 { return true }
      }
    }
  }

  @inline(__always)
  private func find(_ byte: Int32, from place: Int, to end: Int) -> Int {
    guard place < end, let found = memchr(start + place, byte, end - place) else { return end }
    return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - start
  }

  @inline(__always)
  private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }
}
