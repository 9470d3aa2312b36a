internal import CLibzip

/// Reads a ZIP archive from memory, within limits, so that a small file cannot fill the memory.
///
/// Only entries that are asked for are unpacked. Their real size counts, not the one that the
/// archive claims. Nothing is ever written to disk, so names cannot lead out of a folder.
final class ZipReader {
  /// How large an archive may be.
  struct Limits: Hashable, Sendable {
    /// The most entries.
    let entries: Int
    /// The most bytes of one entry, unpacked.
    let entrySize: Int
    /// The most bytes of all entries asked for together, unpacked.
    let total: Int
    /// The most elements of one part.
    let elements: Int

    /// Those of a file that somebody gave us.
    static let foreign = Limits(
      entries: 4_000, entrySize: 32 << 20, total: 96 << 20, elements: 200_000)
    /// Those of what we wrote ourselves: sheets may be long.
    static let own = Limits(
      entries: 4_000, entrySize: 256 << 20, total: 512 << 20, elements: 20_000_000)
  }

  /// The paths of all files, in the order of the archive; folders are left out.
  let paths: [String]
  private let archive: OpaquePointer
  private let bytes: UnsafeMutableRawBufferPointer
  private let indices: [String: UInt64]
  private let limits: Limits
  private var total = 0

  /// Opens an archive.
  init(_ content: [UInt8], limits: Limits = .foreign) throws(ZipError) {
    // A copy, because the library reads from it as long as the archive is open.
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(content.count, 1), alignment: 1)
    copy.copyBytes(from: content)
    var isOpen = false
    defer { if !isOpen { copy.deallocate() } }
    guard content.count > 21, content.starts(with: [0x50, 0x4B]),
      let source = zip_source_buffer_create(copy.baseAddress, UInt64(content.count), 0, nil)
    else { throw .notAnArchive }
    guard let opened = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      throw .notAnArchive
    }
    do throws(ZipError) {
      (paths, indices) = try Self.directory(of: opened, limits)
    } catch {
      zip_discard(opened)
      throw error
    }
    archive = opened
    bytes = copy
    self.limits = limits
    isOpen = true
  }

  deinit {
    zip_discard(archive)
    bytes.deallocate()
  }

  private static func directory(
    of archive: OpaquePointer, _ limits: Limits
  ) throws(ZipError) -> ([String], [String: UInt64]) {
    let count = zip_get_num_entries(archive, 0)
    guard count >= 0, count <= limits.entries else { throw .tooLarge }
    var paths: [String] = []
    var indices: [String: UInt64] = [:]
    for index in 0..<UInt64(count) {
      guard let name = zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_RAW)),
        let path = String(validatingCString: name)
      else { throw .damaged }
      if path.hasSuffix("/") { continue }
      // Office reads names without regard to case, so a second spelling is another file there.
      guard indices.updateValue(index, forKey: path.lowercased()) == nil else { throw .damaged }
      paths.append(path)
    }
    return (paths, indices)
  }

  /// The bytes of a file, or nil when the archive lacks it; case does not matter.
  func read(_ path: String) throws(ZipError) -> [UInt8]? {
    guard let index = indices[path.lowercased()] else { return nil }
    var status = zip_stat()
    zip_stat_init(&status)
    guard zip_stat_index(archive, index, 0, &status) == 0 else { throw .damaged }
    if status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0,
      status.encryption_method != UInt16(ZIP_EM_NONE)
    {
      throw .encrypted
    }
    guard status.size <= UInt64(limits.entrySize) else { throw .tooLarge }
    guard let file = zip_fopen_index(archive, index, 0) else { throw .damaged }
    defer { zip_fclose(file) }
    return try content(of: file, expected: Int(status.size))
  }

  private func content(of file: OpaquePointer, expected: Int) throws(ZipError) -> [UInt8] {
    // As much as the archive says at once; the rest shows that it says too little.
    var isDamaged = false
    var content = [UInt8](unsafeUninitializedCapacity: expected) { buffer, filled in
      while filled < expected, let start = buffer.baseAddress {
        let count = zip_fread(file, start + filled, UInt64(expected - filled))
        if count < 0 { isDamaged = true }
        if count <= 0 { return }
        filled += Int(count)
      }
    }
    if isDamaged { throw .damaged }
    total += content.count
    guard total <= limits.total else { throw .tooLarge }
    var block = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = block.withUnsafeMutableBytes {
        zip_fread(file, $0.baseAddress, UInt64($0.count))
      }
      if count < 0 { throw .damaged }
      if count == 0 { return content }
      total += Int(count)
      guard content.count + Int(count) <= limits.entrySize, total <= limits.total else {
        throw .tooLarge
      }
      content.append(contentsOf: block[..<Int(count)])
    }
  }
}
