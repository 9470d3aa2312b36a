internal import CLibzip
import Glibc

/// Makes a ZIP archive in memory; the same entries in the same order give the same bytes.
///
/// Every entry has the same time (1 January 1980, the first one that a ZIP can hold) and no
/// attributes of a file system.
struct ZipWriter {
  /// A file in the archive.
  struct Entry {
    let path: String
    let bytes: [UInt8]
    /// Pictures are compressed already.
    var isCompressed = true
  }

  /// Level 6 makes files a few percent smaller and takes twice the time.
  private static let level: UInt32 = 3
  /// 1 January 1980 in the form of MS-DOS.
  private static let day: UInt16 = 0x0021

  /// The archive.
  ///
  /// - Throws: ``ZipError/failed`` when memory runs out or an entry comes twice.
  static func bytes(of entries: [Entry]) throws(ZipError) -> [UInt8] {
    guard let source = zip_source_buffer_create(nil, 0, 0, nil) else { throw .failed }
    defer { zip_source_free(source) }
    guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, nil) else { throw .failed }
    // The archive owns the source from here on; a reference of our own outlives `zip_close`.
    zip_source_keep(source)
    do throws(ZipError) {
      for entry in entries { try add(entry, to: archive) }
    } catch {
      zip_discard(archive)
      throw error
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      throw .failed
    }
    return try content(of: source)
  }

  private static func add(_ entry: Entry, to archive: OpaquePointer) throws(ZipError) {
    let copy = entry.bytes.withUnsafeBytes { bytes in
      malloc(max(bytes.count, 1)).map { memory in
        if let base = bytes.baseAddress { memory.copyMemory(from: base, byteCount: bytes.count) }
        return memory
      }
    }
    guard let copy else { throw .failed }
    // The library frees the copy with the source.
    guard let source = zip_source_buffer(archive, copy, UInt64(entry.bytes.count), 1) else {
      free(copy)
      throw .failed
    }
    let index = zip_file_add(archive, entry.path, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw .failed
    }
    let number = UInt64(index)
    let method = entry.isCompressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE
    guard zip_set_file_compression(archive, number, Int32(method), level) == 0,
      zip_file_set_dostime(archive, number, 0, day, 0) == 0,
      zip_file_set_external_attributes(archive, number, 0, UInt8(ZIP_OPSYS_DOS), 0) == 0
    else { throw .failed }
  }

  private static func content(of source: OpaquePointer) throws(ZipError) -> [UInt8] {
    var status = zip_stat()
    zip_stat_init(&status)
    guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else {
      throw .failed
    }
    defer { zip_source_close(source) }
    let size = Int(status.size)
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      while count < size, let base = buffer.baseAddress {
        let read = zip_source_read(source, base + count, UInt64(size - count))
        if read <= 0 { break }
        count += Int(read)
      }
      initialized = count
    }
    guard count == size else { throw .failed }
    return bytes
  }
}

/// Why a ZIP archive cannot be made or read.
enum ZipError: Error, Hashable, Sendable {
  /// The bytes are no ZIP archive.
  case notAnArchive
  /// An entry is protected by a password.
  case encrypted
  /// An entry or the whole is larger than the limits, or there are too many entries.
  case tooLarge
  /// An entry cannot be read as it should, or its name is unsafe or comes twice.
  case damaged
  /// The library gave up, usually for want of memory.
  case failed
}
