import Glibc

/// Counts how often files are opened, by whatever process (inotify).
final class OpenCounter {
  private let descriptor: Int32
  private var watches: [Int32: String] = [:]

  /// Begins counting; nil where the system gives no more watches.
  init?(_ paths: [String]) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    for path in paths {
      let watch = inotify_add_watch(descriptor, path, UInt32(IN_OPEN))
      guard watch >= 0 else { return nil }
      watches[watch] = path
    }
  }

  deinit { close(descriptor) }

  /// How often each file was opened since the last time that was asked.
  func counts() -> [String: Int] {
    var counts = Dictionary(uniqueKeysWithValues: watches.values.map { ($0, 0) })
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let size = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard size > 0 else { return counts }
      var place = 0
      while place < size {
        let event = block.withUnsafeBytes { buffer in
          buffer.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
        }
        if let path = watches[event.wd] { counts[path, default: 0] += 1 }
        place += MemoryLayout<inotify_event>.size + Int(event.len)
      }
    }
  }
}
