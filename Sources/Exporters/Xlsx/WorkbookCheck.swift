internal import CLibzip

/// Reads an Office file back, because a full disk leaves parts of it empty or cut off.
enum WorkbookCheck {
  /// Whether the archive can be read, has a list of contents, and every part is not empty and its
  /// XML well-formed.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    guard let parts = parts(of: bytes), parts.first?.path == "[Content_Types].xml" else {
      return false
    }
    return parts.allSatisfy { XMLScanner.isWellFormed($0.content) }
  }

  /// The parts of an archive in order; nil when it is damaged.
  static func parts(of bytes: [UInt8]) -> [(path: String, content: [UInt8])]? {
    bytes.withUnsafeBytes { bytes in
      guard
        let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, nil)
      else { return nil }
      guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
        zip_source_free(source)
        return nil
      }
      defer { zip_discard(archive) }
      var parts: [(path: String, content: [UInt8])] = []
      for index in 0..<UInt64(max(zip_get_num_entries(archive, 0), 0)) {
        guard let part = part(index, of: archive) else { return nil }
        parts.append(part)
      }
      return parts
    }
  }

  private static func part(
    _ index: UInt64, of archive: OpaquePointer
  ) -> (path: String, content: [UInt8])? {
    var status = zip_stat()
    guard zip_stat_index(archive, index, 0, &status) == 0, let name = status.name,
      let file = zip_fopen_index(archive, index, 0)
    else { return nil }
    defer { zip_fclose(file) }
    let size = Int(status.size)
    let content = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      // One byte more than there should be, so that the library comes to the end and checks the sum.
      count = max(Int(zip_fread(file, buffer.baseAddress, UInt64(size + 1))), 0)
    }
    return content.count == size ? (String(cString: name), content) : nil
  }
}

/// Whether bytes are well-formed XML, without making anything of it.
///
/// It looks at what a cut or a hole would break: one root, elements closed in their order, quoted
/// attributes, complete references, no control bytes. Source: Extensible Markup Language (XML) 1.0.
enum XMLScanner {
  /// Whether the document is whole.
  static func isWellFormed(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard String(validating: bytes, as: UTF8.self) != nil else { return false }
      var scanner = Scanner(bytes: bytes)
      return scanner.document()
    }
  }

  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0
    /// Where the names of the open elements stand.
    var open: [Range<Int>] = []

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func document() -> Bool {
      var roots = 0
      while index < bytes.count {
        guard bytes[index] == UInt8(ascii: "<") else {
          guard text(until: UInt8(ascii: "<"), isInside: !open.isEmpty) else { return false }
          continue
        }
        guard index + 1 < bytes.count else { return false }
        switch bytes[index + 1] {
        case UInt8(ascii: "?"):
          guard skip(past: [0x3F, 0x3E]) else { return false }
        case UInt8(ascii: "!"):
          guard comment() else { return false }
        case UInt8(ascii: "/"):
          guard end() else { return false }
        default:
          if open.isEmpty { roots += 1 }
          guard start() else { return false }
        }
      }
      return roots == 1 && open.isEmpty
    }

    private mutating func skip(past end: [UInt8]) -> Bool {
      while index + end.count <= bytes.count {
        if bytes[index..<index + end.count].elementsEqual(end) {
          index += end.count
          return true
        }
        if Self.isControl(bytes[index]) { return false }
        index += 1
      }
      return false
    }

    /// Only comments start so; Office files have no document type.
    private mutating func comment() -> Bool {
      guard index + 4 <= bytes.count,
        bytes[index..<index + 4].elementsEqual("<!--".utf8)
      else { return false }
      index += 4
      return skip(past: [0x2D, 0x2D, 0x3E])
    }

    private static func isControl(_ byte: UInt8) -> Bool {
      byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
    }

    /// Goes to a byte; checks references and control bytes on the way.
    private mutating func text(until stop: UInt8, isInside: Bool) -> Bool {
      while index < bytes.count, bytes[index] != stop {
        let byte = bytes[index]
        if Self.isControl(byte) { return false }
        if !isInside, byte > 0x20 { return false }
        if byte == UInt8(ascii: "<") { return false }
        index += 1
        guard byte == UInt8(ascii: "&") else { continue }
        guard reference() else { return false }
      }
      return true
    }

    /// The rest of a reference: one of the five of XML, or a number.
    private mutating func reference() -> Bool {
      let start = index
      while index < bytes.count, bytes[index] != UInt8(ascii: ";"), index - start < 10 {
        index += 1
      }
      guard index < bytes.count, bytes[index] == UInt8(ascii: ";") else { return false }
      let name = bytes[start..<index]
      let isNumber =
        name.first == UInt8(ascii: "#")
        && name.dropFirst().contains { Character(Unicode.Scalar($0)).isHexDigit }
      return isNumber
        || ["amp", "lt", "gt", "quot", "apos"].contains { name.elementsEqual($0.utf8) }
    }

    private mutating func name() -> Range<Int>? {
      let start = index
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "-"),
          UInt8(ascii: "_"), UInt8(ascii: "."):
          index += 1
        default: return index > start ? start..<index : nil
        }
      }
      return nil
    }

    private mutating func start() -> Bool {
      index += 1
      guard let name = name() else { return false }
      while index < bytes.count {
        switch bytes[index] {
        case 0x20, 0x09, 0x0A, 0x0D: index += 1
        case UInt8(ascii: ">"):
          index += 1
          open.append(name)
          return true
        case UInt8(ascii: "/"):
          guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ">") else {
            return false
          }
          index += 2
          return true
        default:
          guard bytes[index - 1] <= 0x20, attribute() else { return false }
        }
      }
      return false
    }

    private mutating func attribute() -> Bool {
      guard name() != nil, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "=") else {
        return false
      }
      let quote = bytes[index + 1]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
      index += 2
      guard text(until: quote, isInside: true), index < bytes.count else { return false }
      index += 1
      return true
    }

    private mutating func end() -> Bool {
      index += 2
      guard let name = name(), let last = open.popLast(), index < bytes.count,
        bytes[index] == UInt8(ascii: ">"), bytes[name].elementsEqual(bytes[last])
      else { return false }
      index += 1
      return true
    }
  }
}
